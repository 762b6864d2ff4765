import type {Span} from './span.ts'

// The Markdown parser takes time that grows with the square of the text, or worse, for a few shapes that nobody
// writes: hundreds of quotes in each other, of nested brackets, of HTML that is opened and never closed. What makes
// them so is blanked before the text is parsed; all else keeps its place.

/** Containers and brackets that lie deeper in others are blanked, and more of them in a paragraph that close nothing. */
const deepest = 50
/** From this column on, no list and no quote begins. */
const farthest = 150
/** So many brackets may stand in one paragraph, list or table. */
const mostBrackets = 5000
/** So many starts of HTML without an end may stand in one paragraph. */
const mostUnclosed = 20
/** No code and no fence has more backticks. */
const mostTicks = 32

const container = String.raw`(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+)`
const deepLine = new RegExp(String.raw`^[ \t]*${container}{${deepest}}`, 'gm')
const moreContainers = new RegExp(`${container}+`, 'y')
const farMarker = new RegExp(String.raw`^[ \t]{${farthest},}(?:[-+*>]|\d{1,9}[.)])`, 'gm')
const manyTicks = new RegExp(`\`{${mostTicks + 1},}`, 'g')
const bracketOrGap = /[[\]]|\n[ \t>]*\r?\n/g
const emphasisOrGap = /[*_~]+|\n[ \t>]*\r?\n/g
const htmlStart = /<(?:!--|\?|!\[CDATA\[|![A-Za-z])/g
const htmlEnds: readonly (readonly [start: string, end: string])[] = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![', ']]>'],
  ['<!', '>']
]
const gap = /\n[ \t>]*\r?\n/g

/**
 * A text that the Markdown parser reads in time that grows with its length: `text` itself, or as long, with blanks in
 * place of what would keep the parser busy. What is blanked in one paragraph depends on no other.
 */
export function tamed(text: string): string {
  const marks = mostMarks(text)
  const blanks = [
    ...(marks.opening >= Math.min(deepest, farthest)
      ? [...deepContainers(text), ...matches(text, farMarker)]
      : []),
    ...(marks.ticks > mostTicks ? matches(text, manyTicks) : []),
    ...(marks.brackets > deepest ? deepBrackets(text) : []),
    ...(marks.emphasis > deepest ? deepEmphasis(text) : []),
    ...unclosedHtml(text)
  ]
  if (blanks.length === 0) return text
  let tame = ''
  let at = 0
  for (const {start, end} of blanks.sort((a, b) => a.start - b.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    tame += text.slice(at, from) + ' '.repeat(end - from)
    at = end
  }
  return tame + text.slice(at)
}

function matches(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), ({index, 0: {length}}) => ({start: index, end: index + length}))
}

function deepContainers(text: string): Span[] {
  return matches(text, deepLine).map(({end: start}) => {
    moreContainers.lastIndex = start
    return {start, end: start + (moreContainers.exec(text)?.[0].length ?? 0)}
  })
}

interface Marks {
  /** So many brackets, and so many marks of emphasis, no paragraph has more of; a line of nothing at all parts two. */
  readonly brackets: number
  readonly emphasis: number
  /** So many backticks stand nowhere in a row. */
  readonly ticks: number
  /** No line has more blanks and marks of containers before its first other letter. */
  readonly opening: number
}

function mostMarks(text: string): Marks {
  let [brackets, emphasis, ticks, opening] = [0, 0, 0, 0]
  let [ownBrackets, ownEmphasis, ownTicks] = [0, 0, 0]
  /** Where the line begins, while nothing but what may open containers was met on it. */
  let line = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (line >= 0 && !mayOpen(code)) {
      if (at - line > opening) opening = at - line
      line = -1
    }
    if (code > 96 && code < 123) continue
    if (code === 91 || code === 93) brackets = Math.max(brackets, ++ownBrackets)
    else if (code === 42 || code === 95 || code === 126) emphasis = Math.max(emphasis, ++ownEmphasis)
    else if (code === 96) {
      ownTicks = text.charCodeAt(at - 1) === 96 ? ownTicks + 1 : 1
      if (ownTicks > ticks) ticks = ownTicks
    } else if (code === 10 || code === 13 || code === 8232 || code === 8233) {
      if (code === 10 && text.charCodeAt(at + 1) === 10) ownBrackets = ownEmphasis = 0
      line = at + 1
    }
  }
  if (line >= 0) opening = Math.max(opening, text.length - line)
  return {brackets, emphasis, ticks, opening}
}

/** Whether a code unit may stand before the last mark of a container on its line: a blank, a mark or a number's. */
function mayOpen(code: number): boolean {
  return code === 32 || code === 9 || (code >= 41 && code <= 46) || (code >= 48 && code <= 57) || code === 62
}

function deepBrackets(text: string): Span[] {
  const deep: Span[] = []
  let depth = 0
  let loose = 0
  let count = 0
  for (const {index, 0: found} of text.matchAll(bracketOrGap)) {
    if (found.length > 1) depth = loose = count = 0
    else if (++count > mostBrackets) deep.push({start: index, end: index + 1})
    else if (found === '[') {
      if (depth >= deepest) deep.push({start: index, end: index + 1})
      else depth++
    } else if (depth > 0) depth--
    else if (++loose > deepest) deep.push({start: index, end: index + 1})
  }
  return deep
}

function deepEmphasis(text: string): Span[] {
  const deep: Span[] = []
  let depth = 0
  let loose = 0
  for (const {index: start, 0: found} of text.matchAll(emphasisOrGap)) {
    const end = start + found.length
    if (found.startsWith('\n')) {
      depth = 0
      loose = 0
      continue
    }
    const opens = !isGap(text.charCodeAt(end))
    const closes = !isGap(text.charCodeAt(start - 1))
    if (closes && depth > 0) depth--
    else if (opens && !closes && depth < deepest) depth++
    else if ((opens && !closes) || (closes && ++loose > deepest)) deep.push({start, end})
  }
  return deep
}

/** Whether a code unit is white space, or none at all. */
function isGap(code: number): boolean {
  return Number.isNaN(code) || code <= 32
}

function unclosedHtml(text: string): Span[] {
  const unclosed: Span[] = []
  const ends = new Map<string, number>()
  let paragraphEnd = -1
  let count = 0
  for (const {index, 0: start} of text.matchAll(htmlStart)) {
    if (index >= paragraphEnd) {
      gap.lastIndex = index
      paragraphEnd = gap.exec(text)?.index ?? text.length
      count = 0
    }
    const end = htmlEnds.find(([opening]) => start.startsWith(opening))?.[1] ?? '>'
    // Looked for anew only where the last one found lies behind: each stretch of the text is searched once.
    let closedAt = ends.get(end) ?? -1
    if (closedAt < index) {
      const found = text.indexOf(end, index)
      closedAt = found < 0 ? text.length : found
      ends.set(end, closedAt)
    }
    const marks = /^[^A-Za-z]+/.exec(start)?.[0].length ?? 0
    if (closedAt >= paragraphEnd && ++count > mostUnclosed) unclosed.push({start: index, end: index + marks})
  }
  return unclosed
}
