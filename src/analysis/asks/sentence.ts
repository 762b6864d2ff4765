import {startsWithVerb} from '../lexicon.ts'
import type {Passage, Sentence} from '../passages.ts'
import type {Ask, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {answerOf, endBeforeAnswer} from './answer.ts'
import {commitment, withoutAmounts} from './commitment.ts'
import {folded} from './folded.ts'
import type {Cue} from './phrases.ts'
import {filled, itemsBelow} from './slot.ts'
import {salutation, whomOf} from './whom.ts'

/** "A table with the following columns:": what is listed are the parts of one thing. */
const ofOneThing = /\b(?:columns?|fields?|keys?|parameters?|attributes?)\s*:\s*$/i

/** One word says too little, unless it is all that applying or signing takes. */
function saysWhat(words: string): boolean {
  return (
    words.includes(' ') ||
    startsWithVerb(words) ||
    /^(?:apply|donate|register|sign|volunteer|vote)$/i.test(words)
  )
}

/** Words that go on to say what an ask costs: "We need a reviewer. About 2 hours a week." */
const costs =
  /^(?:(?:this|that|it|which|the (?:work|review|role|effort|task|grant|request|total|sum|amount|time))\b|[$€£\d]|(?:(?:about|around|roughly|approximately|up to|at least|at most|some|by|until|before|within|for|from|starting|ideally|estimated|total|cost|budget|time|effort|deadline|due|duration|we (?:expect|estimate)|please)\b))|\bsponsorship is\b/i

/** Up to where the sentences after an ask say what it costs; the dates and sums of others are something else's. */
function endOfCosts({sentences, span}: Passage, end: number): number {
  const rest = sentences.filter((sentence) => sentence.span.start >= end)
  const next = rest.find(({words}) => words.split(' ').length > 6 && !costs.test(words))
  return next ? next.span.start : span.end
}

/**
 * An ask made in a sentence.
 * @param header whom the head of the document says that it is for
 * @param cue the words that ask; undefined where the section or the model says that the sentence asks
 */
export function inSentence(
  text: string,
  passage: Passage,
  index: number,
  {span, words}: Sentence,
  cue: Cue | undefined,
  passages: readonly Passage[],
  quantities: readonly Quantity[],
  header: Slot | undefined
): Ask {
  const answer = answerOf(text, passage)
  const end = Math.min(span.end, endBeforeAnswer(text, passage, answer))
  const sentence = folded(passage, end > span.start ? {start: span.start, end} : span)
  const shift = cue ? sentence.words.indexOf(words.slice(cue.start, cue.start + 12)) - cue.start : 0
  const from = cue && shift > -words.length ? Math.max(0, cue.end + shift) : 0
  const found = whomOf(sentence, from, cue?.asking)
  const names = cue?.asking === 'directed' || cue?.asking === 'wanted'
  // "requesting from the council to grant": the asked stand between the words that ask and what they ask for.
  const between = found ? sentence.words.slice(from, found.end - found.slot.words.length).trim() : ''
  const next = found !== undefined && /^(?:from|of|that|(?:an? )?commitment from)?$/i.test(between)
  const workFrom = found && (names || next) && found.end > from ? found.end : from
  const rest = sentence.words.slice(workFrom)
  // "To join us, fill in the form": what is asked stands after the purpose.
  const opening = cue
    ? /^[\s,:]*(?:(?:to|for|that|who|will|can|could|would|please|kindly|is|us|you)\s+)*/i.exec(rest)
    : /^To [^,]{3,80}, (?=[a-z])/.exec(rest)
  const whole = sentence.slot(workFrom + (opening?.[0].length ?? 0), sentence.words.length)
  const items =
    /:\s*$/.test(words) && !ofOneThing.test(words) ? itemsBelow(passages, index, cue?.asking === 'what') : []
  const work = items.length > 0 || !whole ? undefined : withoutAmounts(passage, whole.span, quantities)
  const reader = cue?.asking === 'you' || (found !== undefined && /^you$/i.test(found.slot.words))
  const named = found && !/^you$/i.test(found.slot.words) ? found.slot : undefined
  const whom = named ?? (reader ? (salutation(passages) ?? header ?? found?.slot) : header)
  return {
    span,
    words,
    passage: index,
    notation: false,
    whom: filled(whom),
    ...commitment(passage, {start: span.start, end: endOfCosts(passage, span.end)}, quantities),
    work: work && saysWhat(work.words) ? filled(work) : undefined,
    items,
    answer
  }
}
