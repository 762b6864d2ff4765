import {decisionOf, isInProcess, isPutToDecision} from '../analysis/decisions.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export const requireDecision: Rule = {
  id: 'require-decision',
  title: 'who decides, and by when',
  missing: 'who decides and by when',
  why: 'A reader who does not know who decides, or when, cannot tell whether their word still counts, or whose nod to wait for.',
  good: 'The library board decides on 4 June; comments until 28 May reach them in time.',
  severity: severityIn({informs: ['memo', 'rfc']}),
  settledByHandingIn: true,
  check: (proposal): Observation[] => {
    if (proposal.profile.name === 'rfc' && isInProcess(proposal)) return []
    const {who, when, span} = decisionOf(proposal)
    const about = {nearly: [], element: 'decision'} as const
    if (who && when) return []
    if (!who && !when)
      return isPutToDecision(proposal)
        ? [{span: undefined, message: 'Not told yet: who decides and by when.', ...about}]
        : []
    const message = who
      ? 'This says who decides; say also by when.'
      : 'This says by when it is decided; say also who decides.'
    return [{span, message, ...about, weak: true}]
  }
}
