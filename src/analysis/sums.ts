import type {Passage} from './passages.ts'
import {fold} from './plain-text.ts'
import type {Proposal} from './proposal.ts'
import type {Span} from './span.ts'

/** A total that differs from the sum of what it is the total of. */
export interface WrongSum {
  /** The total as it stands. */
  readonly span: Span
  readonly said: string
  /** What the parts add up to, in the same unit. */
  readonly sum: string
}

/**
 * The totals of tables and lists that do not add up. Only where every part is a plain amount in one unit, so that
 * the total can be nothing but their sum: a rate, a range or a time span (which may overlap) is left alone.
 */
export function wrongSums({text, passages}: Proposal): WrongSum[] {
  const blocks = new Map<number, Passage[]>()
  for (const passage of passages) {
    if (passage.kind !== 'row' && (passage.kind !== 'item' || passage.depth > 0)) continue
    const block = blocks.get(passage.block.start)
    if (block) block.push(passage)
    else blocks.set(passage.block.start, [passage])
  }
  return Array.from(blocks.values()).flatMap((block) =>
    block[0]?.kind === 'row' ? inTable(text, block) : inList(block)
  )
}

const totals = /^(?:(?:grand|overall) )?(?:total|sum|altogether|in total|in all)\b/i
const anyTotal = /\b(?:sub-?)?total\b|\bsum\b/i
const nothing = /^(?:[-–—]|n\/?a|none|)$/i

function inTable(text: string, rows: readonly Passage[]): WrongSum[] {
  const last = rows.at(-1)
  const parts = rows.slice(0, -1)
  if (!last || parts.length < 2 || parts.some(({plain}) => anyTotal.test(plain))) return []
  const cell = (row: Passage, column: number) => {
    const span = row.cells[column]
    return span ? fold(text.slice(span.start, span.end).replace(/[*_`~\\]/g, '')) : ''
  }
  if (!last.columns.some((_, column) => totals.test(cell(last, column)))) return []
  const counts = last.columns.some((title) =>
    /\b(?:qty|quantity|number|count|units?|pieces|how many|nights|days)\b/i.test(title)
  )
  return last.columns.flatMap((title, column): WrongSum[] => {
    const span = last.cells[column]
    const total = amountOf(cell(last, column))
    if (
      !span ||
      !total ||
      /\b(?:rate|per|each|unit|avg|average|share|cumulative|running)\b|[/%]/i.test(title)
    )
      return []
    if (counts && /\bprices?\b|\bcosts?\b/i.test(title) && !/\b(?:total|sum|amount)\b/i.test(title)) return []
    const others = parts.map((row) => cell(row, column))
    const amounts = others.filter((words) => !nothing.test(words)).map(amountOf)
    const summable =
      /\b(?:costs?|budget|amount|price|total|sum|hours|effort|USD|EUR|GBP|CHF)\b|[$€£]/i.test(title) ||
      total.unit !== ''
    return summable ? compared(span, cell(last, column), total, amounts) : []
  })
}

function inList(items: readonly Passage[]): WrongSum[] {
  const last = items.at(-1)
  const parts = items.slice(0, -1)
  if (
    !last ||
    parts.length < 2 ||
    !totals.test(fold(last.plain)) ||
    parts.some(({plain}) => anyTotal.test(plain))
  )
    return []
  const total = onlyAmount(last)
  if (!total) return []
  return compared(
    total.span,
    total.words,
    total.amount,
    parts.map((part) => onlyAmount(part)?.amount)
  )
}

const money = String.raw`(?:(?:US|CA|AU|NZ)?[$€£]\s?\d[\d,. ]*\d?(?:k|K)?|\d[\d,.]*\s?(?:€|£|USD|EUR|GBP|CHF|dollars|euros|pounds))`

/** The one amount of money that an item names, if that is all there is to it. */
function onlyAmount({plain, span}: Passage): {amount: Amount; words: string; span: Span} | undefined {
  const found = Array.from(plain.matchAll(new RegExp(money, 'g')))
  const [match] = found
  const words = match?.[0].trimEnd().replace(/[.,]$/, '')
  if (!match || !words || found.length > 1) return undefined
  // "2 × $300", "$300 a month", "up to $300", "$300 or more": more to it than an amount.
  if (
    /[×*]|\d\s?x\b|\b(?:per|each|a|an|every) (?:hour|day|week|month|quarter|year|person|piece|night)\b|\b(?:each|up to|about|around|or|at (?:least|most)|from)\b|\//i.test(
      plain
    )
  )
    return undefined
  const amount = amountOf(words)
  const start = span.start + match.index
  return amount && {amount, words, span: {start, end: start + words.length}}
}

interface Amount {
  readonly value: number
  /** Lower case; empty where none is given. */
  readonly unit: string
  readonly decimals: number
}

const plainAmount =
  /^((?:US|CA|AU|NZ)?[$€£]|USD|EUR|GBP|CHF)?\s?(-?(?:\d{1,3}(?:[, \u00a0]\d{3})+|\d+)(?:\.\d{1,2})?)(k)?\s?(€|£|USD|EUR|GBP|CHF|dollars|euros|pounds|h|hrs?|hours?|person[- ](?:hours?|days?|weeks?|months?)|FTEs?)?$/i

/** "€2,655" → 2655 €; undefined where it is anything but one plain amount, or may be read in two ways ("1.500"). */
function amountOf(words: string): Amount | undefined {
  const match = plainAmount.exec(words)
  if (!match?.[2]) return undefined
  const digits = match[2].replace(/[, \u00a0]/g, '')
  const unit = (match[1] ?? match[4] ?? '').toLowerCase().replace(/(?<=[a-z]{2})s$/, '')
  return {
    value: Number(digits) * (match[3] ? 1000 : 1),
    unit: /^(?:hr|hour)$/.test(unit) ? 'h' : unit,
    // What is said in thousands is rounded.
    decimals: match[3] ? -3 : (digits.split('.')[1]?.length ?? 0)
  }
}

function compared(
  span: Span,
  said: string,
  total: Amount,
  parts: readonly (Amount | undefined)[]
): WrongSum[] {
  const amounts = parts.flatMap((part) => part ?? [])
  const units = new Set([total, ...amounts].map(({unit}) => unit).filter(Boolean))
  if (amounts.length < 2 || amounts.length < parts.length || units.size > 1) return []
  const sum = amounts.reduce((all, {value}) => all + value, 0)
  const finest = Math.max(...amounts.map(({decimals}) => decimals))
  const coarsest = Math.min(total.decimals, ...amounts.map(({decimals}) => decimals))
  // Rounded parts may add up to a little more or less.
  const slack = finest === coarsest && coarsest >= 0 ? 0.005 : (amounts.length + 1) * 0.5 * 10 ** -coarsest
  if (Math.abs(sum - total.value) <= slack) return []
  const places = Math.min(2, Math.max(0, finest))
  const digits = sum.toLocaleString('en-US', {minimumFractionDigits: places, maximumFractionDigits: 2})
  return [{span, said, sum: said.replace(/-?\d[\d,. \u00a0]*\d(?:k)?|-?\d(?:k)?/i, digits)}]
}
