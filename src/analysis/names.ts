import {spanOf} from './plain-text.ts'
import type {MarkdownNode} from './tree.ts'

// A link definition and a footnote give a meaning to whatever refers to them, above and below: what a block is read as
// depends on the names that all the others define. A name is written as the shortest source that defines it.

/** The names that a block defines. */
export function namesIn(node: MarkdownNode, source: string): readonly string[] {
  const {start, end} = spanOf(node)
  if (!source.slice(start, end).includes(']:')) return none
  const names: string[] = []
  const visit = ({type, identifier, children}: MarkdownNode): void => {
    // Without the blank it would be a footnote.
    if (type === 'definition') names.push(`[${identifier?.startsWith('^') ? ' ' : ''}${identifier}]: x`)
    else if (type === 'footnoteDefinition') names.push(`[^${identifier}]: x`)
    children?.forEach(visit)
  }
  visit(node)
  return names
}

const none: readonly never[] = []

/** How often each name is defined. */
export function countNames(blocks: readonly {names: readonly string[]}[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const {names} of blocks) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Source that defines names, and whatever comes after begins afresh. */
export function opening(names: readonly string[]): string {
  return names.length === 0 ? '' : `${names.join('\n\n')}\n\n***\n`
}

/** Whether the source that defines names was read as what it is. */
export function isOpening(nodes: readonly MarkdownNode[], names: readonly string[], source: string): boolean {
  return (
    nodes.at(-1)?.type === 'thematicBreak' &&
    names.every((name, at) => {
      const node = nodes[at]
      return node && namesIn(node, source).join() === name
    })
  )
}

/** Those of the names that may be referred to in a text. */
export function namesFor(text: string, names: readonly string[]): string[] {
  if (names.length === 0 || !text.includes('[')) return []
  const words = uniform(text)
  return names.filter((name) => {
    const [longest = ''] = (uniform(name.slice(0, -4)).match(wordsOfNames) ?? []).sort(
      (a, b) => b.length - a.length
    )
    return holdsWord(words, longest)
  })
}

const wordsOfNames = /[\p{L}\p{N}]+/gu

/** Whether a word stands in a text by itself: "9" does not in "29". */
function holdsWord(text: string, word: string): boolean {
  if (word === '') return true
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (
      !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) &&
      !/^[\p{L}\p{N}]/u.test(text.slice(at + word.length, at + word.length + 2))
    )
      return true
  return false
}

/** As names are compared: without regard to case. */
function uniform(text: string): string {
  return text.toLowerCase().toUpperCase()
}
