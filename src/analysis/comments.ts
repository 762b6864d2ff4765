import {childrenOf, spanOf} from './plain-text.ts'
import type {Slot} from './proposal.ts'
import type {MarkdownNode} from './tree.ts'

/** The HTML comments of a block, in order; not those that are shown as code. Positions are those of the node. */
export function commentsOf(block: MarkdownNode): Slot[] {
  const comments: Slot[] = []
  const look = (node: MarkdownNode) => {
    if (node.type === 'html') {
      const {value = ''} = node
      if (!value.includes('<!--')) return
      const {start} = spanOf(node)
      for (const {index, 0: words} of value.matchAll(/<!--[\s\S]*?-->/g)) {
        comments.push({span: {start: start + index, end: start + index + words.length}, words})
      }
    } else childrenOf(node).forEach(look)
  }
  look(block)
  return comments
}
