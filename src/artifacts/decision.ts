import {decisionOf} from '../analysis/decisions.ts'
import {contains, overlaps} from '../analysis/span.ts'
import {type Clipping, clipRow, clipSentence} from './clip.ts'
import type {Source} from './statements.ts'

/** "Release Signoff Checklist": of the form, not of its author. */
function isOfForm(title: string): boolean {
  return /\b(?:checklists?|template|sign-?off)\b/i.test(title)
}

/** "New members are approved by the core team": what is decided so again and again is not this proposal. */
const recurring =
  /\b(?:memberships?|(?:new|team|sub-?team) members?|candidates?|any (?:prs?|changes?|pull requests?)|prs? (?:to|that)|each (?:of the )?(?:request|application|funding)|requests? (?:is|are)|one vote for|mentors?)\b/i

const deciding =
  /\b(?:deci(?:de\w*|sion\w*|ders?)|approv\w+|vot(?:e|es|ed|ing)|sign(?:ed)?[- ]?off|accept\w*|ratif\w+|choos\w+|select\w*|review managers?|up to)\b/i

function isOfThis(words: string): boolean {
  return deciding.test(words) && !recurring.test(words) && !/^prepared (?:for|by)\b|^even if\b/i.test(words)
}

/**
 * What the text says of who decides on it and by when: the sentences that say so; none where an ask says it, for
 * that stands among the asks.
 */
export function decisionIn({proposal}: Source, mostWords: number): {said: Clipping[]; told: boolean} {
  const {who, when} = decisionOf(proposal)
  const said = [who, when].flatMap((slot) => {
    const passage = slot && proposal.passages.find(({span}) => contains(span, slot.span))
    if (!slot || !passage || proposal.asks.some(({span}) => overlaps(span, slot.span))) return []
    if (isOfForm(proposal.sections[passage.section]?.title ?? '')) return []
    if (passage.kind === 'row') return [clipRow(proposal, passage)]
    const sentence = passage.sentences.find(({span}) => overlaps(span, slot.span))
    const clip = sentence && clipSentence(proposal, passage, sentence.span, mostWords)
    return clip && isOfThis(clip.words) ? [clip] : []
  })
  return {
    said: said.filter(({span}, index) => said.findIndex((other) => overlaps(other.span, span)) === index),
    told: who !== undefined
  }
}
