import type {Passage} from '../passages.ts'
import {placePattern} from '../places.ts'
import {readable} from '../plain-text.ts'
import type {Slot} from '../proposal.ts'
import {type Span, trim} from '../span.ts'

/** The part of a passage at a span of the document, as a slot. */
export function slot(passage: Passage, span: Span): Slot {
  const {content, span: whole} = passage
  const source = content.source.slice(span.start - whole.start, span.end - whole.start)
  return {span, words: readable(source, plainAt(passage, span))}
}

/** The passage's plain text at a span of the document. */
export function plainAt({plain, span: whole}: Passage, {start, end}: Span): string {
  return plain.slice(start - whole.start, end - whole.start)
}

/** A match of a pattern in the plain text that begins at `offset`, without white space at its ends. */
export function slotAt(passage: Passage, offset: number, index: number, words: string): Slot | undefined {
  const span = trim(words, {start: 0, end: words.length})
  const at = offset + index
  return span.end > span.start ? slot(passage, {start: at + span.start, end: at + span.end}) : undefined
}

/** A slot with nothing but a place to fill in is not filled. */
export function filled(slot: Slot | undefined): Slot | undefined {
  return slot && slot.words.replace(placePattern, '').replace(/\W/g, '') !== '' ? slot : undefined
}

/**
 * The items, not the items of those, of the list that a passage introduces.
 * @param nested whether the passage may be an item itself, with the list below it
 */
export function itemsBelow(passages: readonly Passage[], lead: number, nested = false): Slot[] {
  let items = itemsOf.get(passages)
  if (!items) {
    items = new Map()
    for (const passage of passages) {
      if (passage.kind !== 'item' || passage.lead === undefined) continue
      const own = items.get(passage.lead)
      if (own) own.push(passage)
      else items.set(passage.lead, [passage])
    }
    itemsOf.set(passages, items)
  }
  const above = passages[lead]
  const depth = nested && above?.kind === 'item' ? above.depth + 1 : 0
  return (items.get(lead) ?? []).flatMap((item) => (item.depth === depth ? [slot(item, item.span)] : []))
}

/** By the passage that introduces them: a long document has many lists, and not all is gone through for each. */
const itemsOf = new WeakMap<readonly Passage[], Map<number, Passage[]>>()
