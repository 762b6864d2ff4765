import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import {content, type Edit, type Fix} from './fix.ts'

/**
 * Writes down what was said to an ask, in the document: a tick for a yes, struck out for a no, and in brackets who
 * said so, and when. For asks in Buy-In's notation and for asks that are list items; none where an answer stands.
 */
export function recordAnswer(proposal: Proposal, span: Span): Fix[] {
  const passage = itemAt(proposal, span)
  if (!passage || passage.struck || passage.checked === true) return []
  const {text} = proposal
  const {start, end} = passage.span
  const source = text.slice(start, end)
  const box = boxBefore(text, start)
  const who = content(' (⟨who⟩, ⟨date⟩)')
  const ticked: Edit = box
    ? {span: {start: box + 1, end: box + 2}, content: ['x']}
    : {span: {start, end: start}, content: ['[x] ']}
  const agreed: Fix = {
    title: 'Record: agreed',
    kind: 'refactor.rewrite.buyIn.answer.agreed',
    edits: [ticked, {span: {start: end, end}, content: who}]
  }
  if (source.includes('~~')) return [agreed]
  const declined: Fix = {
    title: 'Record: declined',
    kind: 'refactor.rewrite.buyIn.answer.declined',
    edits: [
      {span: {start, end: start}, content: [box ? '~~' : '[ ] ~~']},
      {span: {start: end, end}, content: ['~~', ...who]}
    ]
  }
  return [agreed, declined]
}

/** The list item that is an ask, or spells one out, where a span touches it. */
function itemAt({passages, asks}: Proposal, span: Span): Passage | undefined {
  const reach = {start: span.start, end: Math.max(span.end, span.start + 1)}
  return passages.find(
    (passage, index) =>
      passage.kind === 'item' &&
      overlaps(passage.span, reach) &&
      asks.some(
        (ask) =>
          (ask.passage === index && ask.items.length === 0 && ask.answer.state === 'open') ||
          ask.items.some((item) => item.span.start === passage.span.start)
      )
  )
}

/** Where the box of a task item begins, "[ ]"; undefined for an item without one. */
function boxBefore(text: string, start: number): number | undefined {
  const match = /\[ \][ \t]+$/.exec(text.slice(Math.max(0, start - 8), start))
  return match ? start - match[0].length : undefined
}
