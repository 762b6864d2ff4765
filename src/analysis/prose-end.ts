import type {Root} from 'mdast'
import {spanOf} from './plain-text.ts'

const closing: ReadonlySet<string> = new Set(['definition', 'footnoteDefinition', 'html'])

/** The end of the last block that is not a link definition, a footnote or HTML; 0 where there is none. */
export function proseEndOf({children}: Root): number {
  const last = children.findLast(({type}) => !closing.has(type))
  return last ? spanOf(last).end : 0
}
