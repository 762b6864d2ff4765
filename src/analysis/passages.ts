import type {Span} from './span.ts'

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
  /** Where the span begins. */
  readonly start: number
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
