import {parseMarkdown} from '../../analysis/parse.ts'
import {fold} from '../../analysis/plain-text.ts'

/** A node of a syntax tree, as far as its words and addresses go. */
export interface Node {
  readonly type: string
  readonly url?: string
  readonly value?: string
  readonly children?: readonly Node[]
}

/** The words of a part without markup: code keeps its ticks, a link only its words. */
export function plainOf(text: string): string {
  const plain = (node: Node): string => {
    if (node.type === 'inlineCode' || node.type === 'code') return `\`${node.value ?? ''}\``
    if (node.type === 'break') return ' '
    return node.value ?? node.children?.map(plain).join('') ?? ''
  }
  const {children} = parseMarkdown(text)
  return fold(children.map(plain).join(' '))
}
