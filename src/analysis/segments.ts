import {fold, plainText, spanOf} from './plain-text.ts'
import {isProse, longestPassage} from './prose.ts'
import {type Span, trim} from './span.ts'
import type {MarkdownNode} from './tree.ts'

/** What of a span is read, in parts none of which is too long to be looked through again and again: most spans whole. */
export function stretchesOf(text: string, span: Span): Span[] {
  const stretches: Span[] = []
  for (let {start} = span; start < span.end; ) {
    const rest = text.slice(start, Math.min(span.end, start + longestPassage))
    const end = start + rest.length === span.end ? span.end : start + cutOf(rest)
    const stretch = stretches.length > 0 || end < span.end ? trim(text, {start, end}) : span
    const words = text.slice(stretch.start, stretch.end)
    // A line of nothing but a form feed is a paragraph to Markdown, and not to a reader.
    if (/\S/.test(words) && isProse(words)) stretches.push(stretch)
    start = end
  }
  return stretches
}

/** Where too long a text is best cut: after its last sentence, else its last word. */
function cutOf(text: string): number {
  for (let at = text.length - 1; at > text.length / 2; at--)
    if (/\s/.test(text.charAt(at)) && /[.!?]/.test(text.charAt(at - 1))) return at
  for (let at = text.length - 1; at > text.length / 2; at--) if (/\s/.test(text.charAt(at))) return at
  return text.length
}

/** Parts that no sentence runs across: hard line breaks, table cells, and lines that open with a bold label. */
export function segmentsOf(text: string, nodes: readonly MarkdownNode[], span: Span): Span[] {
  const cuts = nodes.flatMap((node, index) => {
    const {start, end} = spanOf(node)
    const previous = nodes[index - 1]
    if (node.type === 'break') return [end]
    const gap = previous ? text.slice(spanOf(previous).end, start) : ''
    if (gap.includes('|')) return [start]
    if (node.type !== 'strong') return []
    return opensLine(text, span.start, start) ? [start] : []
  })
  const bounds = [span.start, ...cuts, span.end]
  return bounds
    .slice(1)
    .map((end, index) => trim(text, {start: bounds[index] ?? span.start, end}))
    .filter(({start, end}) => end > start)
}

/** Whether nothing but marks of quotes stands between the line's begin, after `from`, and `at`. */
function opensLine(text: string, from: number, at: number): boolean {
  while (at > from && ' \t>'.includes(text.charAt(at - 1))) at--
  return at > from && '\r\n'.includes(text.charAt(at - 1))
}

/** All of it is struck out; who did so may stand in brackets after it. */
export function isStruck(nodes: readonly MarkdownNode[]): boolean {
  const [last] = nodes.slice(-1)
  const signed = last?.type === 'text' && /^\s*\([^()]*\)[\s.]*$/.test(last.value ?? '')
  const struck = signed ? nodes.slice(0, -1) : nodes
  return struck.length > 0 && struck.every((node) => node.type === 'delete')
}

/** A paragraph that is one bold run and reads as a heading: short, and no sentence. */
export function isLabel(text: string, nodes: readonly MarkdownNode[], span: Span): boolean {
  const visible = nodes.filter((node) => node.type !== 'text' || !/^[\s:]*$/.test(node.value ?? ''))
  if (visible.length !== 1 || visible[0]?.type !== 'strong') return false
  const words = fold(plainText(text, nodes, span))
  return words.length > 1 && words.length <= 80 && !/[.!;,]$/.test(words)
}
