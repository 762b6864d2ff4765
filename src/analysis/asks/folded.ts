import type {Passage} from '../passages.ts'
import type {Slot} from '../proposal.ts'
import type {Span} from '../span.ts'
import {plainAt, slotAt} from './slot.ts'

/** A stretch of a passage with its white space folded, and the way back from its words to slots of the document. */
export interface Folded {
  readonly words: string
  /** The part of the words from `from` up to `to`, as a slot. */
  slot(from: number, to: number): Slot | undefined
}

/** @param span of the document, inside the passage */
export function folded(passage: Passage, span: Span): Folded {
  const plain = plainAt(passage, span)
  const at: number[] = []
  let words = ''
  for (const {0: run, index} of plain.matchAll(/\S+/g)) {
    if (words !== '') {
      at.push(index - 1)
      words += ' '
    }
    for (let letter = 0; letter < run.length; letter++) at.push(index + letter)
    words += run
  }
  at.push(plain.trimEnd().length)
  return {
    words,
    slot(from, to) {
      const start = at[from]
      const end = at[to - 1]
      if (start === undefined || end === undefined || to <= from) return undefined
      return slotAt(passage, span.start, start, plain.slice(start, end + 1))
    }
  }
}
