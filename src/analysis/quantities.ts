import {strict as dates} from 'chrono-node/en'
import {remember} from './memory.ts'
import type {Content, Passage} from './passages.ts'
import {type Span, shifted} from './span.ts'

export type QuantityKind = 'money' | 'effort' | 'duration' | 'date'

/** An amount that a commitment is made of, at its place in the document. */
export interface Quantity {
  readonly kind: QuantityKind
  readonly span: Span
}

const number = String.raw`(?:\d[\d,.]*|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|half an?|a few)(?![\w]))`
const range = String.raw`${number}(?:\s*(?:-|–|—|to|or)\s*${number})?`
const time = `(?:hours?|hrs?|h|days?|weeks?|months?|quarters?|years?|sprints?)`
const period = `(?:day|week|month|quarter|year|sprint|fortnight)`

// Ordered: what an earlier pattern takes, a later one leaves alone ("4 hours a week" is no duration).
const patterns: readonly (readonly [QuantityKind, RegExp])[] = [
  [
    'money',
    /(?:\b(?:US|CA|AU|NZ|HK)?[$€£¥]|[$€£¥])\s?\d[\d,.]*(?:\s?(?:k|m|bn|thousand|million|billion)\b)?(?:\s?(?:USD|EUR|GBP|CHF|USDC|DAI)\b)?(?:\s*(?:\/|per|a|each)\s*(?:hour|hr|day|week|month|quarter|year)\b)?/giu
  ],
  [
    'money',
    /\b(?:\d{1,3}(?: \d{3})+|\d[\d,.]*)\s?(?:k\s?)?(?:€|£|USD[CT]?|EUR|GBP|CHF|CAD|AUD|dollars|euros|pounds)(?![\w])(?:\s*(?:\/|per|a|each)\s*(?:hour|hr|day|week|month|quarter|year)\b)?/giu
  ],
  // In capitals only: "3 near misses" are no coins.
  [
    'money',
    /\b(?:\d{1,3}(?: \d{3})+|\d[\d,.]*)\s?[kKM]?\s?(?:DAI|ETH|BTC|DOT|KSM|FIL|SOL|NEAR|ARB|ADA|XTZ|ATOM|STX|MINA|GRT|HBAR|AVAX|MATIC|ALGO|ZEC|CELO|NZD|SGD|JPY|INR|SEK|NOK|DKK|PLN|BRL|ZAR)(?![\w])/gu
  ],
  ['money', /\b(?:USD|EUR|GBP|CHF|DAI)\s?\d[\d,.]*(?:\s?(?:k|m|thousand|million)\b)?/gu],
  ['effort', new RegExp(String.raw`\b${range}\s+${time}\s*(?:/|per|a|an|each|every)\s*${period}\b`, 'giu')],
  [
    'effort',
    /\b\d[\d,.]*\s*(?:FTEs?|full[- ]time equivalents?|(?:person|man|people|engineer|developer)[- ](?:hour|day|week|month|year)s?)\b/giu
  ],
  [
    'effort',
    /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:full[- ]time |part[- ]time |senior |junior |volunteer )*(?:engineers?|developers?|people|persons?|volunteers?|researchers?|designers?|mentors?|reviewers?|contributors?)\b/giu
  ],
  ['duration', new RegExp(String.raw`\b${range}[\s-]+${time}(?![\w])`, 'giu')]
]

/** Those that find nothing where no digit stands: money, and all that is counted before a fixed word. */
const inDigits: ReadonlySet<RegExp> = new Set(
  patterns.flatMap(([kind, pattern]) =>
    kind === 'money' || pattern.source.startsWith('\\b\\d') ? [pattern] : []
  )
)

// Chrono is asked only where a month, a weekday, a year or a word of time stands.
const dateCue =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b\d{4}-\d\d|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b(?:tomorrow|tonight|next|end of)\b|\bQ[1-4]\b|\b20\d\d\b/i
/** Without a digit it finds dates only where a time is counted in words, or a day ("the third of May"). */
const spelled =
  /\b(?:secs?\b|seconds?|mins?\b|minute|hrs?\b|hour|day|week|mo(?:n|s)?\b|month|qtr|quarter|yrs?\b|year|decade|centur|first|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twent(?:y|ieth)|thirt(?:y|ieth))|\s[smhdwy]\b/i
const quarter =
  /\b(?:Q[1-4]|(?:first|second) half)(?:\s+(?:of\s+)?20\d\d)?\b|\b(?:by|until|in|before|since|from|to|of)\s+(20\d\d)\b/giu

/** The amounts of money and effort, the durations and the dates that a passage names, in order. */
export function quantitiesOf({content, start}: Passage): readonly Quantity[] {
  const found = known(content)
  return found.length === 0 ? none : found.map((one) => ({kind: one.kind, span: shifted(one.span, start)}))
}

const known = remember(({plain}: Content) => quantitiesIn(plain))

/** The same of any plain text. */
export function quantitiesIn(plain: string): readonly Quantity[] {
  if (
    !/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|day|week|month|year)/i.test(plain)
  )
    return none
  const found: Quantity[] = []
  const take = (kind: QuantityKind, start: number, words: string) => {
    const length = words.replace(/[\s,.]+$/, '').length
    const at = {start, end: start + length}
    if (!found.some((other) => at.start < other.span.end && other.span.start < at.end))
      found.push({kind, span: at})
  }
  const counts = /\d/.test(plain)
  for (const [kind, pattern] of patterns) {
    if (!counts && inDigits.has(pattern)) continue
    pattern.lastIndex = 0
    for (let match = pattern.exec(plain); match; match = pattern.exec(plain))
      take(kind, match.index, match[0])
  }
  if (dateCue.test(plain)) {
    for (const {index, text, start} of counts || spelled.test(plain) ? dates.parse(plain) : []) {
      if (start.isCertain('day') || start.isCertain('month') || start.isCertain('weekday'))
        take('date', index, text)
    }
    for (const match of plain.matchAll(quarter)) {
      const words = match[1] ?? match[0]
      take('date', match.index + match[0].length - words.length, words)
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}

const none: readonly Quantity[] = []
