import type {Span} from './span.ts'

const closing: ReadonlySet<string> = new Set(['definition', 'footnoteDefinition', 'html'])

/** The end of the last block that is not a link definition, a footnote or HTML; 0 where there is none. */
export function proseEndOf(blocks: readonly (Span & {readonly type: string})[]): number {
  return blocks.findLast(({type}) => !closing.has(type))?.end ?? 0
}
