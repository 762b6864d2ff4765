import {fold} from '../../analysis/plain-text.ts'

/** A part of an artifact, as its lines show it: what must stay as it is, and the words that may be reworded. */
export interface Part {
  readonly kind: 'heading' | 'label' | 'ask' | 'item' | 'fixed' | 'words'
  /** What must stay: the heading, the label, the marker of a list item; a fixed line as a whole. */
  readonly key: string
  /** What a reader knows the part by: its label or heading, or that of its list. */
  readonly name: string
  /** The words after the key, Markdown in one line. */
  readonly text: string
}

const heading = /^ {0,3}(#{1,6})[ \t]+(.*)/
const ask = /^[ \t]*[-*+][ \t]+\[[ xX]\][ \t]/
const item = /^([ \t]*)(?:[-*+]|(\d+)[.)])[ \t]+(.*)/
const label = /^\*\*([^*]+)\*\*((?: \([^()]*\))?:?)(.*)/
const note = /^_[^_].*_$/
/** Quotes, tables, fences and rules stay as they are. */
const fixed = /^[ \t]*(?:>|\||```|~~~|(?:[-*_][ \t]*){3,}$)/

/** The parts of an artifact in order; lines that open none belong to the part before them. */
export function partsOf(text: string): Part[] {
  const parts: {kind: Part['kind']; key: string; name: string; text: string}[] = []
  let section = ''
  let scene = ''
  let fenced = false
  let apart = false
  const add = (kind: Part['kind'], key: string, text: string, name: string) =>
    parts.push({kind, key, name: name || 'the beginning', text})
  for (const line of text.split(/\r?\n/)) {
    const [, marks = '', title = ''] = heading.exec(line) ?? []
    const [, bold = '', colon = '', said = ''] = label.exec(line) ?? []
    const listed = item.exec(line)
    const fences = /^[ \t]*(?:```|~~~)/.test(line)
    const last = parts.at(-1)
    if (fenced || fences) {
      add('fixed', line.trimEnd(), '', section)
      if (fences) fenced = !fenced
    } else if (marks !== '') {
      // Without the seconds of a scene.
      scene = marks === '#' ? '' : fold(title).replace(/ \([^()]*\)$/, '')
      section = scene
      add('heading', `${marks} ${fold(title)}`, '', fold(title))
    } else if (ask.test(line)) add('ask', 'ask', line.trim(), section)
    else if (fixed.test(line) || note.test(line.trim())) add('fixed', fold(line), '', section)
    else if (listed) add('item', listed[2] ? `${listed[2]}.` : '-', listed[3] ?? '', section)
    else if (bold !== '' && (colon.endsWith(':') || bold.endsWith(':'))) {
      const name = fold(bold.replace(/[:;].*/, ''))
      section = scene === '' ? name : `${scene}, ${name}`
      add('label', fold(bold + colon), said, section)
    } else if (line.trim() !== '') {
      // A label's words may be several paragraphs; a paragraph after a list is no part of its last item.
      const goesOn =
        last && last.kind !== 'fixed' && !(apart && (last.kind === 'ask' || last.kind === 'item'))
      if (goesOn) last.text = `${last.text}\n${line.trim()}`.trim()
      else add('words', 'words', line.trim(), section)
    }
    apart = line.trim() === ''
  }
  return parts.map((part) => ({...part, text: fold(part.text)}))
}
