import {remember} from '../analysis/memory.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {type Span, trim} from '../analysis/span.ts'

/** What the head of a document tells under a label: "Author: Kim Ito", a row of a table, a line of front matter. */
export interface HeadField {
  /** In small letters, without markup; keys of front matter that stand in each other are joined by blanks. */
  readonly label: string
  /** Where the value stands, markup and all; never empty. */
  readonly value: Span
  /** The whole line or row; of HTML and front matter, whose marks are no prose, the value alone. */
  readonly line: Span
}

/** So many passages and headings may be a document's head. */
const headPassages = 24
const headSections = 10
/** And so many characters, where it is a table in HTML. */
const headCharacters = 3000

const label = String.raw`[\p{L}][\p{L}\p{N}()#/&'’ -]{0,40}`
/** "- **Author(s):** Kim Ito", "## Name: Kim Ito" */
const told = new RegExp(
  String.raw`^[\s>#+•·*_-]{0,12}(${label}?)[ \t]{0,3}(?:[*_]{2})?:(?!//)[*_]{0,3}[ \t]*`,
  'u'
)
/** "**Author** Kim Ito" */
const bold = new RegExp(String.raw`^[\s>+•-]{0,8}[*_]{2}(${label})[*_]{2}:?[ \t]+`, 'u')
/** "Discussion at https://example.org/7" */
const discussed = /^[\s>+•*-]{0,8}(discussion|comments?)[ \t]+(?:at|in|on)[ \t]+(?=\[|<?https?:)/i
const keyed = /^([ \t]*(?:-[ \t]+)?)(?:([\w][\w -]{0,40}):(?=[ \t]|$))?[ \t]*/
const htmlRow =
  /<tr>\s{0,9}<t[dh]>\s{0,9}([^<>\n]{2,40}?)\s{0,9}<\/t[dh]>\s{0,9}<t[dh]>\s{0,9}([^<>\n]{1,200}?)\s{0,9}<\/t[dh]>/gi

/** The fields of a document's head, in order. */
export const headFields = remember((proposal: Proposal): readonly HeadField[] => [
  ...inFrontMatter(proposal),
  ...inHtml(proposal),
  ...[...inPassages(proposal), ...inHeadings(proposal)].sort((a, b) => a.value.start - b.value.start)
])

function inFrontMatter({text, frontMatter: {span}}: Proposal): HeadField[] {
  const open: {indent: number; key: string}[] = []
  return linesOf(text, span).flatMap(({start, end}) => {
    const line = text.slice(start, end)
    const [whole, before = '', key] = keyed.exec(line) ?? ['']
    if (key) {
      while ((open.at(-1)?.indent ?? -1) >= before.length) open.pop()
      open.push({indent: before.length, key: key.toLowerCase().replace(/[_-]/g, ' ')})
    }
    const value = trim(text, {start: start + whole.length, end})
    const quoted = /^(['"]).*\1$/.test(text.slice(value.start, value.end))
    const bare = quoted ? {start: value.start + 1, end: value.end - 1} : value
    return field(text, open.map((one) => one.key).join(' '), bare, bare)
  })
}

function inHtml({text}: Proposal): HeadField[] {
  return Array.from(text.slice(0, headCharacters).matchAll(htmlRow), ({index, 0: row, 1: name, 2: words}) => {
    const start = index + row.lastIndexOf(words ?? '')
    const value = {start, end: start + (words ?? '').length}
    return field(text, name ?? '', value, value)
  }).flat()
}

function inPassages({text, passages}: Proposal): HeadField[] {
  return passages.slice(0, headPassages).flatMap(({kind, span, cells, plain, columns}) => {
    if (kind !== 'row') {
      const lines = linesOf(text, span)
      return lines.flatMap((line, index) => inLine(text, line, lines[index + 1]))
    }
    const [name, value] = cells
    if (!name || !value || columns.length > 2) return []
    return field(text, plain.slice(name.start - span.start, name.end - span.start), value, span)
  })
}

function inHeadings({text, sections}: Proposal): HeadField[] {
  return sections.slice(0, headSections).flatMap(({heading}) => (heading ? inLine(text, heading) : []))
}

function inLine(text: string, {start, end}: Span, next?: Span): HeadField[] {
  const line = text.slice(start, end)
  const found = told.exec(line) ?? bold.exec(line) ?? discussed.exec(line)
  if (!found?.[1]) return []
  // The value of a label may begin on the next line.
  const wrapped = next && /^[\s[*_]*$/.test(line.slice(found[0].length))
  const last = wrapped ? next.end : end
  return field(text, found[1], {start: start + found[0].length, end: last}, trim(text, {start, end: last}))
}

function field(text: string, label: string, span: Span, line: Span): HeadField[] {
  let value = trim(text, span)
  // Marks that close what opened before the label, and the backslash of a hard break.
  const closing = /(?:\*{2,3}|__|\\)$/.exec(text.slice(value.start, value.end))
  if (closing && !text.slice(value.start, value.end - closing[0].length).includes(closing[0]))
    value = trim(text, {start: value.start, end: value.end - closing[0].length})
  const name = label.trim().toLowerCase()
  return name === '' || value.start >= value.end ? [] : [{label: name, value, line}]
}

/** The lines of a stretch of text. */
export function linesOf(text: string, {start, end}: Span): Span[] {
  const lines: Span[] = []
  for (let at = start; at < end; ) {
    const stop = text.indexOf('\n', at)
    const last = stop < 0 || stop > end ? end : stop
    lines.push({start: at, end: last})
    at = last + 1
  }
  return lines
}
