import type {
  BlockContent,
  DefinitionContent,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table
} from 'mdast'
import {plainText, readable, spanOf} from './plain-text.ts'
import {sentencesOf} from './sentences.ts'
import {hull, type Span, trim} from './span.ts'

/** A heading and what stands under it, up to the next heading. */
export interface Section {
  /** The heading as a whole line; undefined for what stands before the first heading. */
  readonly heading: Span | undefined
  /** The heading's words, without markup. */
  readonly title: string
  /** 1 to 6 as in Markdown; 7 for a paragraph that is nothing but a bold label; 0 before the first heading. */
  readonly depth: number
  /** Index of the section that this one is part of; undefined at the top. */
  readonly parent: number | undefined
  /** From the heading to the start of the next one (of any depth). */
  readonly span: Span
}

export type PassageKind = 'paragraph' | 'item' | 'row' | 'quote'

/** The smallest run of prose that stands by itself: a paragraph, a list item's own words, a table row. */
export interface Passage {
  readonly kind: PassageKind
  readonly span: Span
  /** Words without markup, as long as the span: see `plainText`. */
  readonly plain: string
  readonly sentences: readonly Sentence[]
  /** The block of the document that it is part of: the whole list, table or quote; what is put after it stands outside. */
  readonly block: Span
  /** Index into the sections. */
  readonly section: number
  /** For an item or a row: the index of the passage that introduces its list or table, if one does. */
  readonly lead: number | undefined
  /** For a row: the words of the table's header cells. For others: none. */
  readonly columns: readonly string[]
  /** For a row: its cells. For others: none. */
  readonly cells: readonly Span[]
  /** For a task list item: whether it is ticked. */
  readonly checked: boolean | undefined
  /** Struck out as a whole. */
  readonly struck: boolean
  /** How deep the list is that an item stands in, from 0. */
  readonly depth: number
  /** Wholly in italics, as instructions of a form often are. */
  readonly italic: boolean
}

export interface Sentence {
  readonly span: Span
  /** Words without markup, white space folded. */
  readonly words: string
}

export interface Outline {
  readonly sections: readonly Section[]
  readonly passages: readonly Passage[]
}

type Block = RootContent | BlockContent | DefinitionContent

/** Reads a document's prose, in order, with the section that each passage stands in. */
export function outlineOf(text: string, tree: Root): Outline {
  const sections: Section[] = []
  const passages: Passage[] = []
  const open: number[] = []
  let block: Span = {start: 0, end: 0}

  const enter = (heading: Span | undefined, title: string, depth: number, start: number) => {
    while (open.length > 0 && (sections[open[open.length - 1] ?? 0]?.depth ?? 0) >= depth) open.pop()
    const last = sections.length - 1
    const previous = sections[last]
    if (previous) sections[last] = {...previous, span: {start: previous.span.start, end: start}}
    sections.push({
      heading,
      title,
      depth,
      parent: depth === 0 ? undefined : open[open.length - 1],
      span: {start, end: text.length}
    })
    if (depth > 0) open.push(sections.length - 1)
  }

  const add = (
    kind: PassageKind,
    nodes: readonly PhrasingContent[],
    rest: Partial<Pick<Passage, 'lead' | 'columns' | 'cells' | 'checked' | 'depth'>> = {}
  ) => {
    if (nodes.length === 0) return undefined
    const span = hull(nodes.map(spanOf))
    const plain = plainText(text, nodes, span)
    const sentences = segmentsOf(text, nodes, span).flatMap((segment) =>
      sentencesOf(plain.slice(segment.start - span.start, segment.end - span.start), segment.start)
    )
    const visible = nodes.filter((node) => node.type !== 'text' || node.value.trim() !== '')
    passages.push({
      kind,
      span,
      plain,
      sentences: sentences.map((sentence) => ({
        span: sentence,
        words: readable(
          text.slice(sentence.start, sentence.end),
          plain.slice(sentence.start - span.start, sentence.end - span.start)
        )
      })),
      block,
      section: sections.length - 1,
      lead: undefined,
      columns: [],
      cells: [],
      checked: undefined,
      depth: 0,
      struck: visible.length > 0 && visible.every((node) => node.type === 'delete'),
      italic: visible.length > 0 && visible.every((node) => node.type === 'emphasis'),
      ...rest
    })
    return passages.length - 1
  }

  const addItem = (item: ListItem, depth: number, lead: number | undefined): void => {
    let own: number | undefined
    for (const child of item.children) {
      if (child.type === 'paragraph') {
        const checked = own === undefined ? (item.checked ?? undefined) : undefined
        const added = add('item', child.children, {depth, lead: own ?? lead, checked})
        own ??= added
      } else if (child.type === 'list') addList(child, depth + 1, own ?? lead)
      else addBlock(child, own ?? lead, true)
    }
  }
  const addList = (list: List, depth: number, lead: number | undefined): void => {
    for (const item of list.children) addItem(item, depth, lead)
  }
  const addTable = (table: Table, lead: number | undefined): void => {
    const [header, ...rows] = table.children
    const columns = (header?.children ?? []).map((cell) => fold(plainText(text, cell.children, spanOf(cell))))
    for (const row of rows) {
      const cells = row.children.map((cell) =>
        cell.children.length > 0 ? hull(cell.children.map(spanOf)) : spanOf(cell)
      )
      add(
        'row',
        row.children.flatMap((cell) => cell.children),
        {lead, columns, cells}
      )
    }
  }
  const addBlock = (
    node: Block,
    lead: number | undefined,
    nested: boolean,
    quoted = false
  ): number | undefined => {
    switch (node.type) {
      case 'heading': {
        if (nested) return add(quoted ? 'quote' : 'item', node.children)
        const span = spanOf(node)
        enter(span, fold(plainText(text, node.children, span)), node.depth, span.start)
        return undefined
      }
      case 'paragraph': {
        const span = spanOf(node)
        if (!nested && isLabel(text, node.children, span)) {
          enter(span, fold(plainText(text, node.children, span)).replace(/:$/, ''), 7, span.start)
          return undefined
        }
        return add(quoted ? 'quote' : 'paragraph', node.children)
      }
      case 'list':
        addList(node, 0, lead)
        return undefined
      case 'table':
        addTable(node, lead)
        return undefined
      case 'blockquote': {
        let last = lead
        for (const child of node.children) last = addBlock(child, last, true, true) ?? last
        return undefined
      }
      case 'footnoteDefinition':
        for (const child of node.children) addBlock(child, undefined, true, quoted)
        return undefined
      default:
        return lead
    }
  }

  enter(undefined, '', 0, 0)
  let lead: number | undefined
  for (const node of tree.children) {
    block = spanOf(node)
    lead = addBlock(node, lead, false)
  }
  return {sections, passages}
}

/** White space folded to single blanks, none at the ends. */
export function fold(words: string): string {
  return words.replace(/[^\S ]\s*| \s+/g, ' ').trim()
}

/** A paragraph that is one bold run and reads as a heading: short, and no sentence. */
function isLabel(text: string, nodes: readonly PhrasingContent[], span: Span): boolean {
  const visible = nodes.filter((node) => node.type !== 'text' || !/^[\s:]*$/.test(node.value))
  if (visible.length !== 1 || visible[0]?.type !== 'strong') return false
  const words = fold(plainText(text, nodes, span))
  return words.length > 1 && words.length <= 80 && !/[.!;,]$/.test(words)
}

/** Parts that no sentence runs across: hard line breaks, table cells, and lines that open with a bold label. */
function segmentsOf(text: string, nodes: readonly PhrasingContent[], span: Span): Span[] {
  const cuts = nodes.flatMap((node, index) => {
    const {start, end} = spanOf(node)
    const previous = nodes[index - 1]
    if (node.type === 'break') return [end]
    const gap = previous ? text.slice(spanOf(previous).end, start) : ''
    if (gap.includes('|')) return [start]
    if (node.type !== 'strong') return []
    return /[\r\n][ \t>]*$/.test(text.slice(span.start, start)) ? [start] : []
  })
  const bounds = [span.start, ...cuts, span.end]
  return bounds
    .slice(1)
    .map((end, index) => trim(text, {start: bounds[index] ?? span.start, end}))
    .filter(({start, end}) => end > start)
}
