import {readable} from '../../analysis/plain-text.ts'
import type {Proposal} from '../../analysis/proposal.ts'
import {overlaps, type Span} from '../../analysis/span.ts'
import {type Content, content, type Edit} from '../fix.ts'

/** A sentence of the author's, with its words as they stand in the text. */
export interface SentenceAt {
  readonly span: Span
  /** Markup blanked, as long as the span. */
  readonly plain: string
}

/** The sentence that a span touches; undefined in a form's text and in tables. */
export function sentenceAt(proposal: Proposal, span: Span): SentenceAt | undefined {
  const reach = {start: span.start, end: Math.max(span.end, span.start + 1)}
  for (const [index, passage] of proposal.passages.entries()) {
    if (passage.kind === 'row' || passage.kind === 'quote' || proposal.boilerplate[index]) continue
    const sentence = passage.sentences.find((one) => overlaps(one.span, reach))
    if (!sentence) continue
    const start = sentence.span.start - passage.span.start
    return {
      span: sentence.span,
      plain: passage.plain.slice(start, start + sentence.span.end - sentence.span.start)
    }
  }
  return undefined
}

/** Replaces a part of a sentence (offsets in its words); undefined where markup would be lost. */
export function replace(
  {text}: Proposal,
  {span, plain}: SentenceAt,
  from: number,
  to: number,
  words: Content | string
): Edit | undefined {
  const place = {start: span.start + from, end: span.start + to}
  if (text.slice(place.start, place.end) !== plain.slice(from, to)) return undefined
  return {span: place, content: typeof words === 'string' ? content(words) : words}
}

/** A part of a sentence as it is written, white space folded, without the mark that closes it. */
export function source({text}: Proposal, {span, plain}: SentenceAt, from: number, to: number): string {
  const written = text.slice(span.start + from, span.start + to)
  const words = /[*_`~[\]]/.test(written) ? written : readable(written, plain.slice(from, to), true)
  return words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!?;:,]+$/, '')
}
