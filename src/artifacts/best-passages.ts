import {promises, saysOutright} from '../analysis/lexicon.ts'
import type {Evidence, Proposal} from '../analysis/proposal.ts'
import {contains, overlaps} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {type Extract, extract, extracts} from './extract.ts'
import {mentions, type Stakeholder} from './stakeholders.ts'

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
 * @param reader sentences that speak of them, or of what they care about, come first
 */
export function bestPassages(
  proposal: Proposal,
  element: TrustElement,
  most: number,
  reader: Stakeholder | undefined,
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
  const personal = reader ? personally(proposal, own, reader) : []
  const found = extracts(proposal, [...personal, ...own], most)
  if (found.length > 0 || element !== 'downside') return found
  // Where nothing tells what could go wrong, a hint under its own heading or in its own words is better than silence.
  const hinted = own.flatMap((one) => (rank(one) <= 1 ? [{...one, level: 'present'} as const] : []))
  return extracts(proposal, hinted, 1)
}

/** The sentences of the evidence that speak of a stakeholder, then those that speak of what they care about. */
function personally({passages}: Proposal, evidence: readonly Evidence[], reader: Stakeholder): Evidence[] {
  const sentences = evidence.flatMap((one) =>
    (passages[one.passage ?? -1]?.sentences ?? []).flatMap(({words, span}) =>
      contains(one.span, span) ? [{words, evidence: {...one, best: span}}] : []
    )
  )
  const told = (speaks: (words: string) => boolean) =>
    sentences.flatMap(({words, evidence}) => (speaks(words) ? [evidence] : []))
  return [
    ...told((words) => mentions(words, reader.name)),
    ...told((words) => reader.caresAbout.some((care) => touchesOn(words, care)))
  ]
}

/** Whether a sentence has two of the words of what somebody cares about, or the only one. */
function touchesOn(sentence: string, care: string): boolean {
  const stems = (words: string) =>
    (words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5))
  const said = new Set(stems(sentence))
  const wanted = stems(care)
  return wanted.length > 0 && wanted.filter((stem) => said.has(stem)).length >= Math.min(2, wanted.length)
}
