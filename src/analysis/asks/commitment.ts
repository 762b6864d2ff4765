import type {Passage} from '../passages.ts'
import type {Ask, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {contains, type Span, trim} from '../span.ts'
import {plainAt, slot} from './slot.ts'

/** The first amounts of each kind that stand in a part of a passage. */
export function commitment(
  passage: Passage,
  span: Span,
  quantities: readonly Quantity[]
): Pick<Ask, 'timeframe' | 'effort' | 'resources'> {
  const all = quantities.filter((quantity) => contains(span, quantity.span))
  const first = (kind: Quantity['kind'], fits = (_words: string) => true) => {
    const found = all.find((quantity) => quantity.kind === kind && fits(plainAt(passage, quantity.span)))
    return found && slot(passage, found.span)
  }
  // "1 hour" is what it takes; "several days ago" is over, "(once) a week" is how often.
  const short = (words: string) => /\b(?:h|hrs?|hours?|minutes?)$/i.test(words)
  const ahead = (words: string) => !/\bago$|^an?\s+(?:day|week|month|year)$/i.test(words)
  return {
    timeframe: first('date', ahead) ?? first('duration', (words) => !short(words) && ahead(words)),
    effort: first('effort', (words) => !/\b(?:people|persons?)$/i.test(words)) ?? first('duration', short),
    resources: first('money')
  }
}

const connectors =
  /(?:[,;:(–—-]|\b(?:by|until|till|for|in|on|within|from|about|around|at|before|over|up to|roughly|starting))\s*$/i

/** The clause without the punctuation, and without the amounts and dates that follow its words. */
export function withoutAmounts(
  passage: Passage,
  span: Span,
  quantities: readonly Quantity[]
): Slot | undefined {
  const clause = (end: number) => plainAt(passage, {start: span.start, end}).replace(/[\s.,;:?!)]+$/, '')
  let words = clause(span.end)
  for (;;) {
    const end = span.start + words.length
    const last = quantities.find((quantity) => quantity.span.end === end && quantity.span.start >= span.start)
    if (!last) break
    let before = plainAt(passage, {start: span.start, end: last.span.start}).trimEnd()
    const bare = !connectors.test(before)
    while (connectors.test(before)) before = before.replace(connectors, '').trimEnd()
    if (before === '') return undefined
    // "pay $20,000" is the work itself; "a lamp, $20" is not.
    if (bare || before.trim().split(/\s+/).length < 2) break
    words = clause(span.start + before.length)
  }
  // "the dataset (with budgets and ratings)" keeps the end of what is in brackets.
  const whole = plainAt(passage, span)
  if (whole.charAt(words.length) === ')' && words.lastIndexOf('(') > words.lastIndexOf(')')) words += ')'
  const {start, end} = trim(words, {start: 0, end: words.length})
  return end > start ? slot(passage, {start: span.start + start, end: span.start + end}) : undefined
}

/** A date or duration with the preposition before it: "by 12 May", "for two quarters". */
export function whenOf(text: string, {span, words}: Slot): string {
  const before = /\b(?:by|until|till|before|within|for|from|on|over|in)\s+$/i.exec(
    text.slice(Math.max(0, span.start - 12), span.start)
  )
  return `${before ? `${before[0].trim()} ` : ''}${words}`
}
