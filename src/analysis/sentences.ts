import type {Root} from 'nlcst'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import {type Span, trim} from './span.ts'

const processor = retext().use(retextEnglish).freeze()

/**
 * The sentences of plain text, as retext cuts them. Retext itself is asked only where that is in doubt: to take
 * every word apart costs half as much again as to parse the Markdown.
 * @param plain words without markup, as `plainText` makes them
 * @param offset where `plain` begins in the document
 * @returns spans in the document, without white space at their ends, in order
 */
export function sentencesOf(plain: string, offset: number): Span[] {
  const spans: Span[] = []
  const add = (start: number, end: number) => {
    const span = trim(plain, {start, end})
    if (span.end > span.start) spans.push({start: span.start + offset, end: span.end + offset})
  }
  const read = (start: number, end: number, doubtful: boolean) => {
    if (doubtful)
      for (const span of askRetext(plain.slice(start, end))) add(start + span.start, start + span.end)
    else add(start, end)
  }
  let start = 0
  let doubtful = odd.test(plain)
  if (!doubtful) {
    for (let at = nextStop(plain, 0); at < plain.length; ) {
      let from = at
      while (from > start && !isSpace(plain.charCodeAt(from - 1))) from--
      let end = at + 1
      while (end < plain.length && !isSpace(plain.charCodeAt(end))) end++
      let next = end
      while (next < plain.length && isSpace(plain.charCodeAt(next))) next++
      const ends = endsSentence(plain.slice(from, end), plain.charCodeAt(next))
      if (ends === undefined) doubtful = true
      else if (ends) {
        read(start, end, doubtful)
        start = end
        doubtful = false
      }
      at = nextStop(plain, end)
    }
  }
  read(start, plain.length, doubtful)
  return spans
}

/** White space that parts sentences without a stop, or that only one of retext and JavaScript takes for white space. */
const odd = /\n\s*[\r\n]|\r(?!\n)|[\u0085\uFEFF]/

const stops = /[.!?\u2026\u203D]/g

/** Where the next mark stands that may end a sentence; the length of the text where none does. */
function nextStop(plain: string, from: number): number {
  stops.lastIndex = from
  return stops.exec(plain)?.index ?? plain.length
}

function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  return code >= 160 && /\s/.test(String.fromCharCode(code))
}

/** A run of characters with a stop at its end, perhaps closed by quotes or brackets; stops between letters ("e.g") are part of it. */
const usual =
  /^[^.!?\u2026\u203D]*(?:(?<=[A-Za-z0-9])[.?](?=[A-Za-z0-9])[^.!?\u2026\u203D]*)*(?<=[A-Za-z0-9][^.!?\u2026\u203D]*)(?:[.!?\u2026\u203D]+[)\]}"'’”*_,;:–—-]*)?$/

const known = new Map<string, boolean | undefined>()
const most = 5000

/**
 * Whether a sentence ends after a run of characters that holds a stop; undefined where what stands around it
 * could matter, too.
 * @param next code of the character that follows after white space; NaN at the end of the text
 */
function endsSentence(run: string, next: number): boolean | undefined {
  // With nothing behind it, a word with its one stop parts nothing.
  if (Number.isNaN(next) && last.test(run)) return false
  const capital = next >= 65 && next <= 90
  const number = next >= 48 && next <= 57
  if (capital && long.test(run)) return true
  const small = next >= 97 && next <= 122
  if (!capital && !number && !small && !Number.isNaN(next)) return undefined
  const text = `${run} ${capital ? 'Aa' : number ? '1' : small ? 'a' : ''}`
  if (known.has(text)) return known.get(text)
  if (known.size >= most) known.clear()
  const ends = usual.test(run) ? endsBefore(text, run.length) : undefined
  known.set(text, ends)
  return ends
}

/** No abbreviation without capitals that retext knows has six letters. */
const long = /^[a-z]{6,}[.!?]$/
/** A word with one stop. */
const last = /^[A-Za-z\d-]+[.!?]$/

function endsBefore(text: string, end: number): boolean | undefined {
  const [first, second, ...rest] = askRetext(text)
  if (!second) return false
  return first?.end === end && rest.length === 0 ? true : undefined
}

function askRetext(plain: string): Span[] {
  const tree = processor.parse(plain) as Root
  const spans: Span[] = []
  for (const paragraph of tree.children) {
    if (paragraph.type !== 'ParagraphNode') continue
    for (const sentence of paragraph.children) {
      const start = sentence.position?.start.offset
      const end = sentence.position?.end.offset
      if (sentence.type === 'SentenceNode' && start !== undefined && end !== undefined)
        spans.push({start, end})
    }
  }
  return spans
}
