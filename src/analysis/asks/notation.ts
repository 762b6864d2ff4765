import {remember} from '../memory.ts'
import type {Content, Passage} from '../passages.ts'
import {fold} from '../plain-text.ts'
import type {Ask} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {answerOf, endBeforeAnswer} from './answer.ts'
import {commitment, withoutAmounts} from './commitment.ts'
import {filled, slot} from './slot.ts'

const notation = /^(?:Ask(?:\s{1,9}\d{1,9})?)(?:\s{0,9},\s{0,9}([^:]{1,300}?))?\s{0,9}:\s*/i

/** Whether an item opens as an ask of Buy-In's own notation does: "Ask 1, whom:". */
export const isNotation = remember(({kind, plain}: Content) => kind === 'item' && notation.test(plain.trim()))

/** An ask in Buy-In's own notation, with the answer to it. */
export function inNotation(
  text: string,
  passage: Passage,
  index: number,
  quantities: readonly Quantity[]
): Ask {
  const offset = passage.plain.length - passage.plain.trimStart().length
  const match = notation.exec(passage.plain.slice(offset))
  const body = {start: passage.span.start + offset + (match?.[0].length ?? 0), end: passage.span.end}
  const answer = answerOf(text, passage)
  const end = endBeforeAnswer(text, passage, answer)
  // What is still to be filled in is no part of what is asked.
  const open = text.slice(body.start, end).search(/\s*[,;](?!\d)(?:[^,;⟨]|[,;](?=\d))*⟨/)
  const work = withoutAmounts(
    passage,
    {start: body.start, end: open < 0 ? end : body.start + open},
    quantities
  )
  const name = match?.[1]
  const at = name ? passage.span.start + passage.plain.indexOf(name, offset) : 0
  return {
    span: passage.span,
    words: fold(passage.plain),
    passage: index,
    notation: true,
    whom: name ? filled(slot(passage, {start: at, end: at + name.length})) : undefined,
    ...commitment(passage, {start: body.start, end}, quantities),
    work: filled(work),
    items: [],
    answer
  }
}
