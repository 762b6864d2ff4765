import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains, type Span} from '../analysis/span.ts'
import {type Money, moneyOf} from './money.ts'

/** A part of the work that the document itself puts a price on. */
export interface PricedPart {
  readonly title: string
  readonly price: Money
  readonly hours: number | undefined
  /** "4 weeks", where it stands beside the price. */
  readonly duration: string | undefined
  /** How many people work on it full time: "2", "0.5". */
  readonly people?: string | undefined
}

export interface PricedParts {
  readonly parts: readonly PricedPart[]
  /** Whether they follow each other: milestones and phases do, kinds of cost do not. */
  readonly ordered: boolean
  /** Where they stand. */
  readonly span: Span
}

const sequence =
  /\b(?:milestones?|phases?|stages?|steps?|rounds?|weeks?|months?|sprints?|q[1-4]|parts?)\b|^#$|^(?:no|nr|number)\.?$/i
const sumRow = /^\W*(?:sub)?total\b/i

/** All the ways in which a document prices its parts: the rows of a table, the items of a list, sections. */
export function pricedParts(proposal: Proposal): PricedParts[] {
  return [...tables(proposal), ...lists(proposal), ...sections(proposal)].filter(
    ({parts}) => parts.length > 1
  )
}

function moneyIn({text, quantities}: Proposal, span: Span): Money[] {
  return quantities
    .filter((quantity) => quantity.kind === 'money' && contains(span, quantity.span))
    .flatMap((quantity) => moneyOf(text.slice(quantity.span.start, quantity.span.end)) ?? [])
}

function tables(proposal: Proposal): PricedParts[] {
  const rows = new Map<number, Passage[]>()
  for (const passage of proposal.passages) {
    if (passage.kind !== 'row') continue
    const of = rows.get(passage.block.start)
    if (of) of.push(passage)
    else rows.set(passage.block.start, [passage])
  }
  return [...rows.values()].map((table) => {
    const parts = table.flatMap((row): PricedPart[] => {
      const cells = row.cells.map((cell) => words(row, cell))
      const money = moneyIn(proposal, row.span)
      const price = money.at(-1)
      const title = cells.find(
        (cell) =>
          /\p{L}{3}.*\p{L}{3}|\p{L}{5}/u.test(cell) &&
          !moneyOf(cell) &&
          !/^(?:one|two|three|\d+) (?:weeks?|months?|days?)$/i.test(cell)
      )
      if (!price || !title || sumRow.test(cells.find((cell) => cell !== '') ?? '')) return []
      const at = row.columns.findIndex((column) => /^(?:estimated )?(?:hours|h)$/i.test(column))
      const hours = Number(cells[at]?.replace(/\s*h(?:ours)?$/i, ''))
      const duration = cells.find((cell) =>
        /^(?:\d+|one|two|three|four|five|six)(?:-\d+)? (?:weeks?|months?|days?)$/i.test(cell)
      )
      return [{title, price, hours: at >= 0 && hours > 0 ? hours : undefined, duration}]
    })
    const [first] = table
    return {
      parts,
      ordered:
        (first?.columns ?? []).some((column) => sequence.test(column.trim())) ||
        parts.every(({duration}) => duration !== undefined),
      span: first?.block ?? {start: 0, end: 0}
    }
  })
}

function lists(proposal: Proposal): PricedParts[] {
  const found = new Map<string, {items: Passage[]; parts: PricedPart[]}>()
  for (const item of proposal.passages) {
    if (item.kind !== 'item') continue
    const key = `${item.block.start} ${item.depth}`
    const list = found.get(key) ?? {items: [], parts: []}
    found.set(key, list)
    const money = moneyIn(proposal, item.span)
    const [price] = money
    const plain = item.plain.trim().replace(/\s+/g, ' ')
    if (!price || sumRow.test(plain) || money.length > 2) continue
    const title = plain
      .split(/[:=]|\s[-–—]\s/)
      .map((part) => part.trim())
      .find((part) => /\p{L}{3}/u.test(part) && !moneyOf(part))
    if (title) list.parts.push({title, price, hours: undefined, duration: undefined})
    list.items.push(item)
  }
  return [...found.values()].map(({items, parts}) => ({
    parts,
    ordered:
      parts.every(({title}) => sequence.test(title)) ||
      parts.every(({title}) => /\b(?:20\d\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(title)),
    span: items[0]?.block ?? {start: 0, end: 0}
  }))
}

function sections(proposal: Proposal): PricedParts[] {
  const {sections: all, passages} = proposal
  const groups = new Map<string, number[]>()
  all.forEach(({depth, parent, heading}, index) => {
    if (!heading || !sequence.test(all[index]?.title ?? '')) return
    const key = `${depth} ${parent}`
    groups.set(key, [...(groups.get(key) ?? []), index])
  })
  return [...groups.values()].map((group) => {
    const parts = group.flatMap((index): PricedPart[] => {
      const section = all[index]
      if (!section?.heading) return []
      const inside = all.flatMap((_, at) => (isWithin(proposal, at, index) ? [at] : []))
      const own = passages.filter(({section: at}) => inside.includes(at))
      const sum = own.findLast(
        ({plain}) =>
          /\b(?:sub)?total\b|\b(?:costs?|budget|funding|price|amount)\b/i.test(plain) &&
          !/subtotal/i.test(plain)
      )
      const titled = priceIn(section.title)
      const below = inside.findLast((at) => /^\W*total\b/i.test(all[at]?.title ?? ''))
      const price = titled ?? priceIn(all[below ?? -1]?.title ?? '') ?? (sum && sumOf(proposal, sum))
      const duration =
        durationIn(section.title) ??
        durationIn(labelled(own, /^\W*(?:estimated |expected |total )*(?:duration|time ?frame)\b/i)) ??
        daysIn(labelled(own, /^\W*(?:estimated |expected |total )*days\b/i))
      const hours = Number(labelled(own, /^\W*(?:estimated |expected |total )*hours\b/i) || Number.NaN)
      const people = /^(\d+(?:\.\d+)?)$/.exec(labelled(own, /^\W*(?:FTE|full-time equivalent)\b/i))?.[1]
      const title =
        section.title
          .split('|')[0]
          ?.replace(/[\s|]+$/, '')
          .trim() ?? ''
      return price ? [{title, price, hours: hours > 0 ? hours : undefined, duration, people}] : []
    })
    const first = all[group[0] ?? 0]
    return {
      parts: parts.length === group.length ? parts : [],
      ordered: true,
      span: first?.span ?? {start: 0, end: 0}
    }
  })
}

const durationIn = (words: string) =>
  /\b(?:weeks?|months?) \d+(?:-\d+)?\b|\b\d+(?:\.\d+)? (?:weeks?|months?|days?)\b/i.exec(words)?.[0]

const daysIn = (words: string) => (/^\d+$/.test(words) ? `${words} days` : undefined)

/** What follows a label in one of the passages: "2 months" of "Estimated duration: 2 months". */
function labelled(passages: readonly Passage[], label: RegExp): string {
  const line = passages.find(({plain}) => label.test(plain) && plain.length < 80)
  return line ? line.plain.slice(line.plain.indexOf(':') + 1).trim() : ''
}

const priceIn = (title: string) =>
  moneyOf(/[$€£]\s?\d[\d,.]*k?|\d[\d,.]*\s?(?:USD|EUR|DAI|€)/.exec(title)?.[0] ?? '')

/** The sum that a passage names: the one after the word "total", else its last. */
function sumOf(proposal: Proposal, passage: Passage): Money | undefined {
  const at = /\btotal\b/i.exec(passage.plain)?.index ?? 0
  const after = moneyIn(proposal, {start: passage.span.start + at, end: passage.span.end})
  return after[0] ?? moneyIn(proposal, passage.span).at(-1)
}

function isWithin({sections: all}: Proposal, at: number, ancestor: number): boolean {
  for (let one: number | undefined = at; one !== undefined; one = all[one]?.parent)
    if (one === ancestor) return true
  return false
}

function words({plain, span}: Passage, cell: Span): string {
  return plain
    .slice(cell.start - span.start, cell.end - span.start)
    .replace(/\s+/g, ' ')
    .trim()
}
