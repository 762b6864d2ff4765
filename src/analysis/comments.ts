import type {RootContent} from 'mdast'
import {spanOf} from './plain-text.ts'
import type {Slot} from './proposal.ts'

/** The HTML comments of a block, in order; not those that are shown as code. Positions are those of the node. */
export function commentsOf(block: RootContent): Slot[] {
  const comments: Slot[] = []
  const look = (node: RootContent) => {
    if (node.type === 'html') {
      if (!node.value.includes('<!--')) return
      const {start} = spanOf(node)
      for (const {index, 0: words} of node.value.matchAll(/<!--[\s\S]*?-->/g)) {
        comments.push({span: {start: start + index, end: start + index + words.length}, words})
      }
    } else if ('children' in node) for (const child of node.children) look(child)
  }
  look(block)
  return comments
}
