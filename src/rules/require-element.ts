import {promises} from '../analysis/lexicon.ts'
import type {Profile, Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {type Loudness, severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export interface Requirement
  extends Loudness,
    Pick<Rule, 'id' | 'title' | 'why' | 'good' | 'settledByHandingIn' | 'quiet'> {
  readonly element: TrustElement
  /** Completes "Not told yet: …". */
  readonly missing: string
  /** The same for kinds of documents that have words of their own for it. */
  readonly missingIn?: Partial<Record<Profile, string>>
  /** Completes "This gestures at it; …": what would make a weak passage enough. */
  readonly enough: string
  /** Documents that tell it in another way, or are none that could. */
  readonly unless?: (proposal: Proposal) => boolean
  /** Where the author would say it; the document's title by default. */
  readonly home?: (proposal: Proposal) => {span: Span; ask?: number} | undefined
}

/** A rule that wants its reader told one trust element: says so when it is missing, informs when it is weak. */
export function requireElement(requirement: Requirement): Rule {
  const {enough, home, unless, warns, informs, missingIn, quiet, ...rule} = requirement
  const severity = severityIn({...(warns && {warns}), ...(informs && {informs})})
  const check = (proposal: Proposal): Observation[] => {
    const {level} = proposal.elements[rule.element]
    if (level === 'present' || unless?.(proposal)) return []
    const {evidence} = proposal.elements[rule.element]
    // A heading that promises something else is no place to mend.
    const best = evidence.find(
      ({passage, best}) => passage !== undefined || promisesIt(proposal, best, rule.element)
    )
    const own = missingIn?.[proposal.profile.name]
    const missing = own ?? rule.missing
    if (level === 'weak' && best) {
      const message = `This only hints at ${missing}; ${enough}`
      return [{span: best.best, message, nearly: evidence, weak: true, ...(own && {missing: own})}]
    }
    const place = home?.(proposal)
    const weak = level === 'weak'
    const message = `${weak ? 'Not clearly told' : 'Not told yet'}: ${missing}.`
    const about = {...(place?.ask === undefined ? {} : {ask: place.ask}), ...(own && {missing: own})}
    return [{span: place?.span, message, nearly: [], ...about, ...(weak ? {weak} : {})}]
  }
  return {
    ...rule,
    severity,
    check,
    ...(quiet && {
      // What is told is told, however little it was wanted.
      quiet: (proposal: Proposal) => proposal.elements[rule.element].level !== 'present' && quiet(proposal)
    })
  }
}

function promisesIt({sections}: Proposal, span: Span, element: TrustElement): boolean {
  const section = sections.find(({heading}) => heading?.start === span.start)
  return section === undefined || promises(section.title, element)
}
