import type {Change} from './change.ts'
import {inherit, remember} from './memory.ts'
import type {Content, Passage, PassageKind, Section, Sentence} from './passages.ts'
import {childrenOf, plainText, readable, spanOf} from './plain-text.ts'
import {isProse, longestPassage} from './prose.ts'
import {rewordingOf} from './rewording.ts'
import {isLabel, isStruck, segmentsOf, stretchesOf} from './segments.ts'
import {sentencesOf} from './sentences.ts'
import {contains, hull, type Span, shifted} from './span.ts'
import type {MarkdownNode} from './tree.ts'

/** What one top-level block adds to the outline, wherever it stands; positions are offsets into the source it was read from. */
export interface BlockOutline {
  /** Set where the block opens a section. */
  readonly opens: (Pick<Section, 'title' | 'depth'> & {readonly heading: Span}) | undefined
  readonly span: Span
  readonly passages: readonly Outlined[]
  /** What introduces the next block: a passage of this one, what introduced this one (`outer`), or nothing. */
  readonly introduces: number | undefined
}

/** A passage of a block. */
interface Outlined {
  readonly content: Content
  /** Where it begins. */
  readonly start: number
  /** Counts from the first passage of the block; see `outer`. */
  readonly lead: number | undefined
  /** Parts that no sentence runs across, from its beginning. */
  readonly segments: readonly Span[]
}

const none: readonly never[] = []

/** Stands for the passage that introduces a block. */
export const outer = -1

/**
 * Reads the prose of one top-level block; its positions are offsets into the source.
 * @param gone blocks of the version before, whose contents are taken over where they are the same
 */
export function blockOutlineOf(
  root: MarkdownNode,
  text: string,
  gone: readonly BlockOutline[] = none
): BlockOutline {
  const passages: Outlined[] = []
  let opens: BlockOutline['opens']

  const add = (
    kind: PassageKind,
    nodes: readonly MarkdownNode[],
    rest: Partial<Pick<Passage, 'lead' | 'columns' | 'cells' | 'checked' | 'depth'>> = {}
  ) => {
    if (nodes.length === 0) return undefined
    const whole = hull(nodes.map(spanOf))
    const words = plainText(text, nodes, whole)
    const segments = segmentsOf(text, nodes, whole)
    const visible = nodes.filter((node) => node.type !== 'text' || node.value?.trim() !== '')
    const struck = isStruck(visible)
    const italic = visible.length > 0 && visible.every((node) => node.type === 'emphasis')
    let first: number | undefined
    const {lead, cells = none, columns = none, checked, depth = 0} = rest
    for (const {start, end} of stretchesOf(text, whole)) {
      const source = ownCopy(text.slice(start, end))
      const said = words.slice(start - whole.start, end - whole.start)
      const plain = said === source ? source : ownCopy(said)
      const own = segments.flatMap((segment) => {
        const from = Math.max(segment.start, start)
        const to = Math.min(segment.end, end)
        return from < to ? [{start: from - start, end: to - start}] : []
      })
      const form = {
        kind,
        source,
        plain,
        columns,
        cells: cells.length > 0 ? cells.map((cell) => shifted(cell, -start)) : cells,
        checked,
        struck,
        italic,
        depth
      }
      const was = outlinedIn(gone).get(source)
      const content =
        was && isSame(was, form, own)
          ? was.content
          : contentOf(form, source, plain, readSentences(source, plain, own), form.cells)
      passages.push({content, start, lead, segments: own})
      first ??= passages.length - 1
    }
    return first
  }

  const addItem = (item: MarkdownNode, depth: number, lead: number | undefined): void => {
    let own: number | undefined
    for (const child of childrenOf(item)) {
      if (child.type === 'paragraph') {
        const checked = own === undefined ? (item.checked ?? undefined) : undefined
        const added = add('item', childrenOf(child), {depth, lead: own ?? lead, checked})
        own ??= added
      } else if (child.type === 'list') addList(child, depth + 1, own ?? lead)
      else addBlock(child, own ?? lead, true)
    }
  }
  const addList = (list: MarkdownNode, depth: number, lead: number | undefined): void => {
    for (const item of childrenOf(list)) addItem(item, depth, lead)
  }
  const addTable = (table: MarkdownNode, lead: number | undefined): void => {
    const [header, ...rows] = childrenOf(table)
    const columns = (header ? childrenOf(header) : []).map((cell) =>
      ownCopy(titleWords(wordsOf(text, childrenOf(cell), spanOf(cell))))
    )
    for (const row of rows) {
      const cells = childrenOf(row).map((cell) => {
        const inner = childrenOf(cell)
        return inner.length > 0 ? hull(inner.map(spanOf)) : spanOf(cell)
      })
      add('row', childrenOf(row).flatMap(childrenOf), {lead, columns, cells})
    }
  }
  const addBlock = (
    node: MarkdownNode,
    lead: number | undefined,
    nested: boolean,
    quoted = false
  ): number | undefined => {
    switch (node.type) {
      case 'heading': {
        if (nested) return add(quoted ? 'quote' : 'item', childrenOf(node))
        const span = spanOf(node)
        const title = titleWords(wordsOf(text, childrenOf(node), span))
        opens = {heading: span, title, depth: node.depth ?? 1}
        return undefined
      }
      case 'paragraph': {
        const span = spanOf(node)
        if (!nested && isLabel(text, childrenOf(node), span)) {
          const title = wordsOf(text, childrenOf(node), span).replace(/:$/, '')
          opens = {heading: span, title, depth: 7}
          return undefined
        }
        return add(quoted ? 'quote' : 'paragraph', childrenOf(node))
      }
      case 'list':
        addList(node, 0, lead)
        return undefined
      case 'table':
        addTable(node, lead)
        return undefined
      case 'blockquote': {
        let last = lead
        for (const child of childrenOf(node)) last = addBlock(child, last, true, true) ?? last
        return undefined
      }
      case 'footnoteDefinition':
        for (const child of childrenOf(node)) addBlock(child, undefined, true, quoted)
        return undefined
      default:
        return lead
    }
  }

  const introduces = addBlock(root, outer, false)
  return {opens, span: spanOf(root), passages, introduces}
}

/**
 * A content like another one but for its words. Field by field, not by spreading: what is spread is a kind of object of
 * its own to V8, each time, and reading such is slow.
 */
function contentOf(
  {kind, columns, checked, struck, depth, italic}: Omit<Content, 'sentences'>,
  source: string,
  plain: string,
  sentences: readonly Sentence[],
  cells: readonly Span[]
): Content {
  return {kind, source, plain, sentences, columns, cells, checked, struck, depth, italic}
}

/** The same words without the whole text that they are a part of: they may outlast it by many versions. */
function ownCopy(words: string): string {
  return `\n${words}`.slice(1)
}

/** The passages of blocks by their source. */
const outlinedIn = remember(
  (blocks: readonly BlockOutline[]): ReadonlyMap<string, Outlined> =>
    new Map(blocks.flatMap(({passages}) => passages.map((one) => [one.content.source, one])))
)

/** Whether a passage of the same source says the same: its sentences follow from the rest. */
function isSame(
  {content, segments}: Outlined,
  form: Omit<Content, 'sentences'>,
  parts: readonly Span[]
): boolean {
  return (
    content.kind === form.kind &&
    content.plain === form.plain &&
    content.checked === form.checked &&
    content.struck === form.struck &&
    content.italic === form.italic &&
    content.depth === form.depth &&
    content.columns.join('\n') === form.columns.join('\n') &&
    areSame(content.cells, form.cells) &&
    areSame(segments, parts)
  )
}

function areSame(some: readonly Span[], others: readonly Span[]): boolean {
  return (
    some.length === others.length &&
    some.every(({start, end}, at) => start === others[at]?.start && end === others[at].end)
  )
}

/**
 * The outline of a block after a change that exchanges words of a passage for others, see `rewordingOf`.
 * @param change in the source that the block was read from
 * @returns undefined where the change may have done more: the block has to be read again
 */
export function rewordedOutline(
  {opens, span, passages, introduces}: BlockOutline,
  change: Change,
  inserted: string
): BlockOutline | undefined {
  const {shift} = change
  const index = passages.findLastIndex(({start}) => start <= change.start)
  const old = passages[index]
  // What is too long is read in parts, and where they part depends on all of it.
  if (!old || span.end - span.start + shift > longestPassage) return undefined
  const {content, start, lead, segments} = old
  const own = {start: change.start - start, end: change.end - start, shift}
  const words = own.end <= content.source.length && rewordingOf(content.source, content.plain, own, inserted)
  if (!words || (content.kind === 'paragraph' && /^[\s:]*[*_]/.test(content.source))) return undefined
  const holder = segments.findIndex((segment) => contains(segment, words))
  const [source, plain] = [content.source, content.plain].map(
    (text) => text.slice(0, own.start) + inserted + text.slice(own.end)
  ) as [string, string]
  if (holder < 0 || !isProse(source)) return undefined
  const move = (part: Span) => ({
    start: part.start >= words.end ? part.start + shift : part.start,
    end: part.end >= words.end ? part.end + shift : part.end
  })
  const parts = segments.map(move)
  const reworded: Outlined = {
    content: contentOf(
      content,
      source,
      plain,
      inheriting(readSentences(source, plain, parts), content.sentences),
      content.cells.length > 0 ? content.cells.map(move) : content.cells
    ),
    start,
    lead,
    segments: parts
  }
  return {
    opens,
    span: {start: span.start, end: span.end + shift},
    passages: [
      ...passages.slice(0, index),
      reworded,
      ...passages
        .slice(index + 1)
        .map(({content, start, lead, segments}) => ({content, start: start + shift, lead, segments}))
    ],
    introduces
  }
}

/** Sentences of which all is known that was known of others of the same words, wherever they stood. */
function inheriting(sentences: Sentence[], before: readonly Sentence[]): Sentence[] {
  for (const sentence of sentences) {
    const same = before.find(({words}) => words === sentence.words)
    if (same) inherit(sentence, same)
  }
  return sentences
}

/** The sentences of a passage, from its beginning. */
function readSentences(source: string, plain: string, segments: readonly Span[]): Sentence[] {
  return segments.flatMap(({start, end}) =>
    sentencesOf(plain.slice(start, end), start).map((span) => ({
      span,
      words: readable(source.slice(span.start, span.end), plain.slice(span.start, span.end))
    }))
  )
}

/** The words of a heading or a label; none where they are no prose. */
function titleWords(words: string): string {
  return words.length <= longestPassage && isProse(words) ? words : ''
}

/** The words of inline content as they are read: "1\\. Aim" is "1. Aim". */
function wordsOf(text: string, nodes: readonly MarkdownNode[], span: Span): string {
  return readable(text.slice(span.start, span.end), plainText(text, nodes, span))
}
