import {type Memory, newMemory, recall, remember, type Shelf, shelf} from '../memory.ts'
import type {Content, Outline, Passage, Section, Sentence} from '../passages.ts'
import {fold} from '../plain-text.ts'
import {isProse, longestPassage} from '../prose.ts'
import type {Span} from '../span.ts'

export type UnitKind = 'sentence' | 'item' | 'row' | 'quote' | 'heading' | 'field' | 'code'

/** The smallest stretch that is judged by itself: a sentence, a table row, a heading, a front matter field. */
export interface Unit extends Span {
  readonly kind: UnitKind
  readonly words: string
  /** Index into the outline's passages; undefined for what is no passage. */
  readonly passage: number | undefined
  /** Index into the outline's sections. */
  readonly section: number
  /** Where it comes from: a sentence of a passage, a row as a whole, or a line of what is no passage. */
  readonly origin: Content | Sentence | Saying | undefined
}

/** Everything in a document that can prove something, in order. */
export function unitsOf(outline: Outline, text: string, memory: Memory = newMemory()): Unit[] {
  const {sections, passages} = outline
  const units = fieldsOf(text)
  const addOthers = othersOf(text, units, memory)
  const add = (unit: Unit) => {
    addOthers(unit)
    units.push(unit)
  }
  let next = 0
  /** Headings stand before what stands under them. */
  const addHeadings = (until: number) => {
    for (; next < until; next++) {
      const {heading, title: words} = sections[next] as Section
      if (!heading) continue
      const {start, end} = heading
      add({kind: 'heading', start, end, words, passage: undefined, section: next, origin: undefined})
    }
  }
  for (let index = 0; index < passages.length; index++) {
    const {section, start, content} = passages[index] as Passage
    const {kind} = content
    addHeadings(section + 1)
    if (kind === 'row') {
      const end = start + content.plain.length
      add({kind, start, end, words: wordsOf(content), passage: index, section, origin: content})
      continue
    }
    for (const origin of content.sentences) {
      const {span, words} = origin
      add({
        kind: kind === 'paragraph' ? 'sentence' : kind,
        start: start + span.start,
        end: start + span.end,
        words,
        passage: index,
        section,
        origin
      })
    }
  }
  addHeadings(sections.length)
  addOthers({start: text.length, end: text.length, section: 0})
  return units
}

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
        start: at,
        end: at + line.length,
        words,
        passage: undefined,
        section: 0,
        origin: undefined
      })
    at += line.length + 1
  }
  return units
}

/**
 * Adds lines that the outline has no passage for: fenced diagrams and plans, HTML; no comments, no program code.
 * @param units as far as they are known: those of the front matter
 * @returns adds those that stand before a unit, and after the one before it
 */
function othersOf(
  text: string,
  units: Unit[],
  memory: Memory
): (unit: Pick<Unit, 'start' | 'end' | 'section'>) => void {
  const gaps = shelf<readonly Line[]>(memory, 'gaps')
  const sayings = shelf<Saying>(memory, 'lines')
  const read = (source: string) => linesOf(source, sayings)
  const matter = units.at(-1)
  let at = matter ? text.indexOf('\n', matter.end + 1) + 1 : 0
  let under = 0
  return ({start, end, section}) => {
    if (start - at >= 12) {
      const from = at
      for (const line of recall(gaps, text.slice(from, start), read)) {
        const {saying} = line
        units.push({
          kind: 'code',
          start: line.start + from,
          end: line.end + from,
          words: saying.words,
          passage: undefined,
          section: under,
          origin: saying
        })
      }
    }
    if (end > at) {
      at = end
      under = section
    }
  }
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
