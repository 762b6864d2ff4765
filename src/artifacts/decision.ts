import {decisionOf} from '../analysis/decisions.ts'
import {contains, overlaps} from '../analysis/span.ts'
import {type Clipping, clipRow, clipSentence} from './clip.ts'
import type {Source} from './statements.ts'

/**
 * What the text says of who decides on it and by when: the sentences that say so; none where an ask says it, for
 * that stands among the asks.
 */
export function decisionIn({proposal}: Source, mostWords: number): {said: Clipping[]; told: boolean} {
  const {who, when} = decisionOf(proposal)
  const said = [who, when].flatMap((slot) => {
    const passage = slot && proposal.passages.find(({span}) => contains(span, slot.span))
    if (!slot || !passage || proposal.asks.some(({span}) => overlaps(span, slot.span))) return []
    if (passage.kind === 'row') return [clipRow(proposal, passage)]
    const sentence = passage.sentences.find(({span}) => overlaps(span, slot.span))
    return sentence ? [clipSentence(proposal, passage, sentence.span, mostWords)] : []
  })
  return {
    said: said.filter(({span}, index) => said.findIndex((other) => overlaps(other.span, span)) === index),
    told: who !== undefined
  }
}
