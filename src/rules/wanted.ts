import type {Promised} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Severities} from './findings.ts'
import {severityFor} from './profile-severity.ts'
import {rules} from './rules.ts'

/** What a document of its kind should tell: the elements whose rule is not off, and the decision likewise. */
export function wantedBy(proposal: Proposal, severities: Severities = {}): ReadonlySet<Promised> {
  return new Set(
    rules.flatMap((rule) => {
      const promised = rule.element ?? (rule.id === 'require-decision' ? 'decision' : undefined)
      return promised && (severities[rule.id] ?? severityFor(rule, proposal)) !== 'off' ? [promised] : []
    })
  )
}
