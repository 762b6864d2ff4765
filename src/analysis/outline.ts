import {type BlockOutline, blockOutlineOf, outer} from './block-outline.ts'
import type {Content, Outline, Passage, Section, Sentence} from './passages.ts'
import {childrenOf} from './plain-text.ts'
import {type Span, shifted} from './span.ts'
import type {MarkdownNode} from './tree.ts'

const none: readonly never[] = []

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
  const passages =
    read.passages.length === 0
      ? none
      : read.passages.map(
          ({content, start, lead: own}) =>
            new PlacedPassage(content, start + shift, block, section, putLead(own, place))
        )
  return {shift, section, first, lead, read, passages}
}

/**
 * A passage where it stands. Where something stands is worked out when it is asked for: an edit moves all that comes
 * after it, and of most passages nothing more is asked than what they say.
 */
class PlacedPassage implements Passage {
  readonly content: Content
  readonly start: number
  readonly block: Span
  readonly section: number
  readonly lead: number | undefined
  #span: Span | undefined
  #sentences: readonly Sentence[] | undefined

  constructor(content: Content, start: number, block: Span, section: number, lead: number | undefined) {
    this.content = content
    this.start = start
    this.block = block
    this.section = section
    this.lead = lead
  }

  get span(): Span {
    this.#span ??= {start: this.start, end: this.start + this.content.plain.length}
    return this.#span
  }
  get sentences(): readonly Sentence[] {
    this.#sentences ??= this.content.sentences.map(({span, words}) => ({
      span: shifted(span, this.start),
      words
    }))
    return this.#sentences
  }
  get cells(): readonly Span[] {
    const {cells} = this.content
    return cells.length > 0 ? cells.map((cell) => shifted(cell, this.start)) : cells
  }
  get kind() {
    return this.content.kind
  }
  get plain() {
    return this.content.plain
  }
  get columns() {
    return this.content.columns
  }
  get checked() {
    return this.content.checked
  }
  get struck() {
    return this.content.struck
  }
  get depth() {
    return this.content.depth
  }
  get italic() {
    return this.content.italic
  }
}

function putLead(lead: number | undefined, {first, lead: given}: Place): number | undefined {
  return lead === outer ? given : lead === undefined ? undefined : first + lead
}
