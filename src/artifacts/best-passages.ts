import {promises, saysOutright} from '../analysis/lexicon.ts'
import type {Evidence, Proposal} from '../analysis/proposal.ts'
import {contains, overlaps} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {type Extract, extract, extracts} from './extract.ts'
import {mentions} from './stakeholders.ts'

/** Whoever reads "What could go wrong" over a passage expects it to be about that, and about nothing else. */
const apart: readonly TrustElement[] = [
  'motive',
  'progress',
  'downside',
  'reward',
  'optout',
  'ask',
  'dialog',
  'objection'
]

/**
 * The passages that tell one element best, in the order of the text: no questions, nothing that is asked or counted
 * on; those under a heading that promises the element before all others, those under another element's heading last.
 * @param used what is shown already
 * @param about names and words of a stakeholder: sentences that speak of them come first
 */
export function bestPassages(
  proposal: Proposal,
  element: TrustElement,
  most: number,
  about: readonly string[],
  used: readonly Extract[]
): Extract[] {
  const {asks, impliedAsks, passages, sections, elements} = proposal
  const taken = [...asks, ...impliedAsks, ...used].map(({span}) => span)
  const usable = elements[element].evidence.filter(({best}) => {
    const {words} = extract(proposal, best)
    return !words.endsWith('?') && !taken.some((span) => overlaps(span, best))
  })
  const rank = ({passage, best}: Evidence): number => {
    const title = sections[passages[passage ?? -1]?.section ?? -1]?.title ?? ''
    if (promises(title, element)) return 0
    if (saysOutright(extract(proposal, best).words, element)) return 1
    return apart.some((other) => promises(title, other)) ? 3 : 2
  }
  const ranked = usable.toSorted((a, b) => rank(a) - rank(b))
  const first = ranked[0] ? rank(ranked[0]) : 0
  // What stands under its own heading needs no help from what stands elsewhere.
  const own = ranked.filter((one) => (first === 0 ? rank(one) === 0 : rank(one) <= Math.max(first, 2)))
  const personal = about.length > 0 ? personally(proposal, own, about) : []
  const found = extracts(proposal, [...personal, ...own], most)
  if (found.length > 0 || element !== 'downside') return found
  // Where nothing tells what could go wrong, what hints at it is better than silence.
  const hinted = own.map((one) => ({...one, level: 'present'}) as const)
  return extracts(proposal, hinted, 1)
}

/** The sentences of the evidence that speak of a stakeholder. */
function personally(
  {passages}: Proposal,
  evidence: readonly Evidence[],
  about: readonly string[]
): Evidence[] {
  return evidence.flatMap((one) =>
    (passages[one.passage ?? -1]?.sentences ?? []).flatMap(({words, span}) =>
      contains(one.span, span) && about.some((name) => mentions(words, name)) ? [{...one, best: span}] : []
    )
  )
}
