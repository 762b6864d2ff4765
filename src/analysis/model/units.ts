import {type Memory, newMemory, recall, remember, type Shelf, shelf} from '../memory.ts'
import {type Content, fold, type Outline, type Sentence} from '../passages.ts'
import {isProse, longestPassage} from '../prose.ts'
import {type Span, shifted} from '../span.ts'

export type UnitKind = 'sentence' | 'item' | 'row' | 'quote' | 'heading' | 'field' | 'code'

/** The smallest stretch that is judged by itself: a sentence, a table row, a heading, a front matter field. */
export interface Unit {
  readonly kind: UnitKind
  readonly span: Span
  readonly words: string
  /** Index into the outline's passages; undefined for what is no passage. */
  readonly passage: number | undefined
  /** Index into the outline's sections. */
  readonly section: number
  /** Where it comes from: a sentence of a passage, a row as a whole, or a line of what is no passage. */
  readonly origin?: Content | Sentence | Saying
}

/** Everything in a document that can prove something, in order. */
export function unitsOf(outline: Outline, text: string, memory: Memory = newMemory()): Unit[] {
  const units: Unit[] = fieldsOf(text)
  outline.passages.forEach((passage, index) => {
    const {kind, section, span, sentences, content} = passage
    if (kind === 'row') {
      units.push({kind, span, words: wordsOf(content), passage: index, section, origin: content})
      return
    }
    sentences.forEach(({span, words}, at) => {
      const origin = content.sentences[at] as Sentence
      units.push({
        kind: kind === 'paragraph' ? 'sentence' : kind,
        span,
        words,
        passage: index,
        section,
        origin
      })
    })
  })
  outline.sections.forEach((section, index) => {
    if (section.heading)
      units.push({
        kind: 'heading',
        span: section.heading,
        words: section.title,
        passage: undefined,
        section: index
      })
  })
  units.sort(byPlace)
  return units.concat(otherOf(text, units, memory)).sort(byPlace)
}

const byPlace = (a: Unit, b: Unit) => a.span.start - b.span.start

const wordsOf = remember(({plain}: Content) => fold(plain))

/** The lines of YAML or TOML front matter, a nested list with its key. */
function fieldsOf(text: string): Unit[] {
  const match = /^(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\r?\n\1[ \t]*(?:\r?\n|$)/.exec(text)
  if (!match) return []
  const units: Unit[] = []
  let key = ''
  let at = text.indexOf('\n') + 1
  for (const line of (match[2] ?? '').split('\n')) {
    if (line.length > longestPassage || !isProse(line)) {
      at += line.length + 1
      continue
    }
    const named = /^\s*([\w-][\w -]{0,99}?)\s{0,99}[:=]/.exec(line)
    if (named) key = named[1] ?? ''
    const words = fold(named ? line : `${key}: ${line.replace(/^\s*-/, '')}`)
    if (words)
      units.push({
        kind: 'field',
        span: {start: at, end: at + line.length},
        words,
        passage: undefined,
        section: 0
      })
    at += line.length + 1
  }
  return units
}

/**
 * Lines that the outline has no passage for: fenced diagrams and plans, HTML; no comments, no program code.
 * @param known in the order of the text
 */
function otherOf(text: string, known: readonly Unit[], memory: Memory): Unit[] {
  const sayings = shelf<Saying>(memory, 'lines')
  const units: Unit[] = []
  const matter = known.filter(({kind}) => kind === 'field')
  let at = matter.length > 0 ? text.indexOf('\n', (matter[matter.length - 1]?.span.end ?? 0) + 1) + 1 : 0
  let section = 0
  const gap = (start: number, end: number) => {
    if (end - start < 12) return
    for (const line of linesOf(text.slice(start, end), sayings))
      units.push({
        kind: 'code',
        span: shifted(line, start),
        words: line.saying.words,
        passage: undefined,
        section,
        origin: line.saying
      })
  }
  for (const unit of known) {
    if (unit.kind === 'field') continue
    if (unit.span.start > at) gap(at, unit.span.start)
    if (unit.span.end > at) {
      at = unit.span.end
      section = unit.section
    }
  }
  gap(at, text.length)
  return units
}

/** What a line of what is no passage says: the same object in later versions, too, wherever it stands. */
export interface Saying {
  /** Empty where it says nothing. */
  readonly words: string
}

interface Line extends Span {
  readonly saying: Saying
}

/** The lines that say something between two units. */
function linesOf(source: string, sayings: Shelf<Saying>): readonly Line[] {
  const lines: Line[] = []
  let fence = ''
  let comment = false
  let offset = 0
  for (const line of source.split('\n')) {
    const start = offset
    offset += line.length + 1
    const opening = /^\s*(?:>\s*)*(?:```+|~~~+)\s*([\w+-]*)/.exec(line)
    if (opening) {
      fence = fence ? '' : opening[1] || 'text'
      continue
    }
    if (!fence && line.includes('<!--')) comment = true
    const silent = comment
    if (comment && line.includes('-->')) comment = false
    if (silent || (fence !== '' && !/^(?:text|mermaid|plaintext|txt|md|markdown|none)$/i.test(fence)))
      continue
    const saying = recall(sayings, line, sayingOf)
    if (saying.words !== '') lines.push({start, end: start + line.length, saying})
  }
  return lines
}

function sayingOf(line: string): Saying {
  if (line.length > longestPassage || !isProse(line)) return {words: ''}
  const words = fold(line.replace(/<[^>]*>|&\w+;/g, ' ').replace(/[^\p{L}\p{N}\s.,:;?!$€£%'’()/#@-]+/gu, ' '))
  const says = /[a-z]{3}.*[a-z]{2}|\d/i.test(words) && !/^\s*\[[^\]]*\]:/.test(line) && words.length > 3
  return {words: says ? words : ''}
}
