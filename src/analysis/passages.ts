import type {Change} from './change.ts'
import {inherit, remember} from './memory.ts'
import {childrenOf, plainText, readable, spanOf} from './plain-text.ts'
import {isProse, longestPassage} from './prose.ts'
import {rewordingOf} from './rewording.ts'
import {sentencesOf} from './sentences.ts'
import {contains, hull, type Span, shifted, trim} from './span.ts'
import type {MarkdownNode} from './tree.ts'

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

/**
 * What a passage says, wherever it stands: positions count from its beginning. Later versions of a document have the
 * same object as long as no edit touches it, so that what is worked out from it is remembered with it: see `remember`.
 */
export interface Content {
  readonly kind: PassageKind
  /** As it stands, markup and all. */
  readonly source: string
  /** Words without markup, as long as the source: see `plainText`. */
  readonly plain: string
  readonly sentences: readonly Sentence[]
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

/**
 * The smallest run of prose that stands by itself: a paragraph, a list item's own words, a table row. Its sentences and
 * cells are where they stand in the document.
 */
export interface Passage extends Omit<Content, 'source'> {
  readonly content: Content
  readonly span: Span
  /** The block of the document that it is part of: the whole list, table or quote; what is put after it stands outside. */
  readonly block: Span
  /** Index into the sections. */
  readonly section: number
  /** For an item or a row: the index of the passage that introduces its list or table, if one does. */
  readonly lead: number | undefined
}

/** What is worked out from a sentence alone is worked out from its words: see `inheriting`. */
export interface Sentence {
  readonly span: Span
  /** Words without markup, white space folded. */
  readonly words: string
}

export interface Outline {
  readonly sections: readonly Section[]
  readonly passages: readonly Passage[]
}

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
const outer = -1

/** Where a block is put into an outline. */
interface Place {
  /** How far it stands from where it was read. */
  readonly shift: number
  readonly section: number
  /** The index of its first passage. */
  readonly first: number
  /** The index of the passage that introduces it. */
  readonly lead: number | undefined
}

/** A block that was put into an outline, with its passages as they stand there. */
export interface Placed extends Place {
  readonly read: BlockOutline
  readonly passages: readonly Passage[]
}

/** Reads a document's prose, in order, with the section that each passage stands in. */
export function outlineOf(text: string, tree: MarkdownNode): Outline {
  const blocks = childrenOf(tree).map((node) => ({read: blockOutlineOf(node, text), shift: 0}))
  return outlineFrom(blocks, text.length).outline
}

/**
 * Puts the outlines of a document's blocks together.
 * @param length of the document
 * @param before the blocks of an earlier version, put together; those that stand where they stood are used again
 */
export function outlineFrom(
  blocks: readonly {readonly read: BlockOutline; readonly shift: number}[],
  length: number,
  before: readonly Placed[] = []
): {outline: Outline; placed: readonly Placed[]} {
  const sections: Section[] = []
  const passages: Passage[] = []
  const open: number[] = []
  let last = {start: 0, end: length}
  const enter = (heading: Span | undefined, title: string, depth: number, start: number) => {
    while (open.length > 0 && (sections[open[open.length - 1] ?? 0]?.depth ?? 0) >= depth) open.pop()
    last.end = start
    last = {start, end: length}
    const parent = depth === 0 ? undefined : open[open.length - 1]
    sections.push({heading, title, depth, parent, span: last})
    if (depth > 0) open.push(sections.length - 1)
  }
  enter(undefined, '', 0, 0)
  let lead: number | undefined
  const all = blocks.map(({read, shift}, index): Placed => {
    if (read.opens) {
      const heading = shifted(read.opens.heading, shift)
      enter(heading, read.opens.title, read.opens.depth, heading.start)
    }
    const [section, first] = [sections.length - 1, passages.length]
    const same = before[index]
    const block =
      same?.read === read &&
      same.shift === shift &&
      same.section === section &&
      same.first === first &&
      same.lead === lead
        ? same
        : placed(read, {shift, section, first, lead})
    for (const passage of block.passages) passages.push(passage)
    lead = putLead(read.introduces, block)
    return block
  })
  return {outline: {sections, passages}, placed: all}
}

function placed(read: BlockOutline, place: Place): Placed {
  const {shift, section, first, lead} = place
  const block = shifted(read.span, shift)
  const passages = read.passages.length === 0 ? none : read.passages.map((one) => put(one, block, place))
  return {shift, section, first, lead, read, passages}
}

function put({content, start, lead}: Outlined, block: Span, place: Place): Passage {
  const {kind, plain, sentences, columns, cells, checked, struck, depth, italic} = content
  const at = start + place.shift
  return {
    kind,
    content,
    span: {start: at, end: at + plain.length},
    plain,
    sentences: sentences.map(({span, words}) => ({span: shifted(span, at), words})),
    block,
    section: place.section,
    lead: putLead(lead, place),
    columns,
    cells: cells.length > 0 ? cells.map((cell) => shifted(cell, at)) : cells,
    checked,
    struck,
    depth,
    italic
  }
}

function putLead(lead: number | undefined, {first, lead: given}: Place): number | undefined {
  return lead === outer ? given : lead === undefined ? undefined : first + lead
}

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

/** White space folded to single blanks, none at the ends. */
export function fold(words: string): string {
  return words.replace(/[^\S ]\s*| \s+/g, ' ').trim()
}

/** What of a span is read, in parts none of which is too long to be looked through again and again: most spans whole. */
function stretchesOf(text: string, span: Span): Span[] {
  const stretches: Span[] = []
  for (let {start} = span; start < span.end; ) {
    const rest = text.slice(start, Math.min(span.end, start + longestPassage))
    const end = start + rest.length === span.end ? span.end : start + cutOf(rest)
    const stretch = stretches.length > 0 || end < span.end ? trim(text, {start, end}) : span
    if (isProse(text.slice(stretch.start, stretch.end))) stretches.push(stretch)
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

/** The words of a heading or a label; none where they are no prose. */
function titleWords(words: string): string {
  return words.length <= longestPassage && isProse(words) ? words : ''
}

/** All of it is struck out; who did so may stand in brackets after it. */
function isStruck(nodes: readonly MarkdownNode[]): boolean {
  const [last] = nodes.slice(-1)
  const signed = last?.type === 'text' && /^\s*\([^()]*\)[\s.]*$/.test(last.value ?? '')
  const struck = signed ? nodes.slice(0, -1) : nodes
  return struck.length > 0 && struck.every((node) => node.type === 'delete')
}

/** The words of inline content as they are read: "1\\. Aim" is "1. Aim". */
function wordsOf(text: string, nodes: readonly MarkdownNode[], span: Span): string {
  return readable(text.slice(span.start, span.end), plainText(text, nodes, span))
}

/** A paragraph that is one bold run and reads as a heading: short, and no sentence. */
function isLabel(text: string, nodes: readonly MarkdownNode[], span: Span): boolean {
  const visible = nodes.filter((node) => node.type !== 'text' || !/^[\s:]*$/.test(node.value ?? ''))
  if (visible.length !== 1 || visible[0]?.type !== 'strong') return false
  const words = fold(plainText(text, nodes, span))
  return words.length > 1 && words.length <= 80 && !/[.!;,]$/.test(words)
}

/** Whether nothing but marks of quotes stands between the line's begin, after `from`, and `at`. */
function opensLine(text: string, from: number, at: number): boolean {
  while (at > from && ' \t>'.includes(text.charAt(at - 1))) at--
  return at > from && '\r\n'.includes(text.charAt(at - 1))
}

/** Parts that no sentence runs across: hard line breaks, table cells, and lines that open with a bold label. */
function segmentsOf(text: string, nodes: readonly MarkdownNode[], span: Span): Span[] {
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
