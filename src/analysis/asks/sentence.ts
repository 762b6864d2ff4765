import {startsWithVerb} from '../lexicon.ts'
import type {Passage, Sentence} from '../passages.ts'
import type {Ask, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {answerOf} from './answer.ts'
import {commitment, withoutAmounts} from './commitment.ts'
import {folded} from './folded.ts'
import type {Cue} from './phrases.ts'
import {filled, slot} from './slot.ts'
import {salutation, whomOf} from './whom.ts'

/**
 * An ask made in a sentence.
 * @param cue the words that ask; undefined where the section or the model says that the sentence asks
 */
export function inSentence(
  text: string,
  passage: Passage,
  index: number,
  {span, words}: Sentence,
  cue: Cue | undefined,
  passages: readonly Passage[],
  quantities: readonly Quantity[]
): Ask {
  const sentence = folded(passage, span)
  const shift = cue ? sentence.words.indexOf(words.slice(cue.start, cue.start + 12)) - cue.start : 0
  const from = cue && shift > -words.length ? Math.max(0, cue.end + shift) : 0
  const found = whomOf(sentence, from, cue?.asking)
  const named = cue?.asking === 'directed' || cue?.asking === 'wanted'
  const workFrom = found && named && found.end > from ? found.end : from
  const opening = /^[\s,]*(?:(?:to|for|that|who|please|kindly|is)\s+)*/i.exec(sentence.words.slice(workFrom))
  const whole = sentence.slot(workFrom + (opening?.[0].length ?? 0), sentence.words.length)
  const items = /:\s*$/.test(words) ? itemsBelow(passages, index) : []
  const work = items.length > 0 || !whole ? undefined : withoutAmounts(passage, whole.span, quantities)
  const reader = cue?.asking === 'you' || (found !== undefined && /^you$/i.test(found.slot.words))
  const whom =
    found && !/^you$/i.test(found.slot.words)
      ? found.slot
      : reader
        ? (salutation(passages) ?? found?.slot)
        : undefined
  return {
    span,
    words,
    passage: index,
    notation: false,
    whom: filled(whom),
    // What the ask costs may stand in the sentence after it: "We need a reviewer. About 2 hours a week."
    ...commitment(passage, {start: span.start, end: passage.span.end}, quantities),
    work: work && (work.words.split(' ').length > 1 || startsWithVerb(work.words)) ? filled(work) : undefined,
    items,
    answer: answerOf(text, passage)
  }
}

/** The items, not the items of those, of the list that a passage introduces. */
export function itemsBelow(passages: readonly Passage[], lead: number): Slot[] {
  return passages.flatMap((item) =>
    item.kind === 'item' && item.lead === lead && item.depth === 0 ? [slot(item, item.span)] : []
  )
}
