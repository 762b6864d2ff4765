import type {Root} from 'nlcst'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import {type Span, trim} from './span.ts'

const processor = retext().use(retextEnglish).freeze()

/**
 * The sentences of plain text.
 * @param plain words without markup, as `plainText` makes them
 * @param offset where `plain` begins in the document
 * @returns spans in the document, without white space at their ends, in order
 */
export function sentencesOf(plain: string, offset: number): Span[] {
  const tree = processor.parse(plain) as Root
  const spans: Span[] = []
  for (const paragraph of tree.children) {
    if (paragraph.type !== 'ParagraphNode') continue
    for (const sentence of paragraph.children) {
      const start = sentence.position?.start.offset
      const end = sentence.position?.end.offset
      if (sentence.type !== 'SentenceNode' || start === undefined || end === undefined) continue
      const span = trim(plain, {start, end})
      if (span.end > span.start) spans.push({start: span.start + offset, end: span.end + offset})
    }
  }
  return spans
}
