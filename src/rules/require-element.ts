import {promises} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {type Loudness, severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export interface Requirement
  extends Loudness,
    Pick<Rule, 'id' | 'title' | 'why' | 'good' | 'settledByHandingIn'> {
  readonly element: TrustElement
  /** Completes "Not told yet: …". */
  readonly missing: string
  /** Completes "This gestures at it; …": what would make a weak passage enough. */
  readonly enough: string
  /** Documents of which it is not asked. */
  readonly unless?: (proposal: Proposal) => boolean
  /** Where the author would say it; the document's title by default. */
  readonly home?: (proposal: Proposal) => {span: Span; ask?: number} | undefined
}

/** A rule that wants its reader told one trust element: says so when it is missing, informs when it is weak. */
export function requireElement({enough, home, unless, warns, informs, ...rule}: Requirement): Rule {
  const check = (proposal: Proposal): Observation[] => {
    const {level} = proposal.elements[rule.element]
    if (level === 'present' || unless?.(proposal)) return []
    const {evidence} = proposal.elements[rule.element]
    // A heading that promises something else is no place to mend.
    const best = evidence.find(
      ({passage, best}) => passage !== undefined || promisesIt(proposal, best, rule.element)
    )
    if (level === 'weak' && best) {
      const message = `This only hints at ${rule.missing}; ${enough}`
      return [{span: best.best, message, nearly: evidence, weak: true}]
    }
    const place = home?.(proposal)
    const weak = level === 'weak'
    const message = `${weak ? 'Not clearly told' : 'Not told yet'}: ${rule.missing}.`
    const about = place?.ask === undefined ? {} : {ask: place.ask}
    return [{span: place?.span, message, nearly: [], ...about, ...(weak ? {weak} : {})}]
  }
  return {...rule, severity: severityIn({...(warns && {warns}), ...(informs && {informs})}), check}
}

function promisesIt({sections}: Proposal, span: Span, element: TrustElement): boolean {
  const section = sections.find(({heading}) => heading?.start === span.start)
  return section === undefined || promises(section.title, element)
}
