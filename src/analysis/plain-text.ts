import type {Span} from './span.ts'
import type {MarkdownNode} from './tree.ts'

/** Where `node` stands in the text; an empty span at 0 for a node that the parser did not place. */
export function spanOf(node: MarkdownNode): Span {
  return {start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0}
}

/** What stands in a node, in order. */
export function childrenOf({children}: MarkdownNode): readonly MarkdownNode[] {
  return children ?? none
}

const none: readonly MarkdownNode[] = []

/**
 * The words of inline content with its markup blanked out, character for character: the result is as long
 * as `span`, so that an offset in it, plus `span.start`, is an offset in `text`.
 */
export function plainText(text: string, nodes: readonly MarkdownNode[], span: Span): string {
  let plain = ''
  let at = span.start
  const blankTo = (offset: number) => {
    if (offset > at) plain += text.slice(at, offset).replace(/[^\r\n]/g, ' ')
    at = Math.max(at, offset)
  }
  const copy = ({start, end}: Span) => {
    blankTo(start)
    if (end > at) plain += unmark(text.slice(at, end))
    at = Math.max(at, end)
  }
  const walk = (node: MarkdownNode): void => {
    if (node.type === 'text') copy(spanOf(node))
    else if (node.type === 'inlineCode') copy(insideTicks(text, spanOf(node)))
    else childrenOf(node).forEach(walk)
  }
  for (const node of nodes) walk(node)
  blankTo(span.end)
  return plain
}

/** Blanks what a text node's source holds besides its words: escapes, and prefixes of quotes at line starts. */
function unmark(source: string): string {
  const words = source.includes('\\') ? source.replace(/\\(?=[!-/:-@[-`{-~])/g, ' ') : source
  return words.includes('>')
    ? words.replace(/(?<=[\r\n])[ \t]*>[ \t>]*/g, (prefix) => ' '.repeat(prefix.length))
    : words
}

function insideTicks(text: string, {start, end}: Span): Span {
  while (start < end && text.charAt(start) === '`') start++
  while (end > start && text.charAt(end - 1) === '`') end--
  return {start, end}
}

/**
 * Plain text as it is read: markup dropped rather than blanked, white space folded.
 * @param source a slice of the document
 * @param plain the same slice of its plain text
 * @param keepTicks whether inline code keeps its backticks
 */
export function readable(source: string, plain: string, keepTicks = false): string {
  let words = ''
  if (source === plain) words = source
  else {
    for (let at = 0; at < source.length; at++) {
      const character = source.charAt(at)
      if (isSpace(character)) words += ' '
      else if (plain.charAt(at) !== ' ') words += plain.charAt(at)
      else if (character === '|') words += ' '
      else if (keepTicks && character === '`') words += character
    }
  }
  const folded = words.replace(/[^\S ]\s*| \s+/g, ' ')
  return (folded.includes('``') ? folded.replace(/``/g, '') : folded).trim()
}

function isSpace(character: string): boolean {
  return character === ' ' || ((character < '!' || character > '~') && /\s/.test(character))
}

/** White space folded to single blanks, none at the ends. */
export function fold(words: string): string {
  return words.replace(/[^\S ]\s*| \s+/g, ' ').trim()
}
