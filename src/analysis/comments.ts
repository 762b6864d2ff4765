import type {Root} from 'mdast'
import {visit} from 'unist-util-visit'
import {spanOf} from './plain-text.ts'
import type {Slot} from './proposal.ts'

/** The HTML comments of a document, in order; not those that are shown as code. */
export function commentsOf(text: string, tree: Root): Slot[] {
  if (!text.includes('<!--')) return []
  const comments: Slot[] = []
  visit(tree, 'html', (node) => {
    const {start} = spanOf(node)
    for (const {index, 0: words} of node.value.matchAll(/<!--[\s\S]*?-->/g)) {
      comments.push({span: {start: start + index, end: start + index + words.length}, words})
    }
  })
  return comments
}
