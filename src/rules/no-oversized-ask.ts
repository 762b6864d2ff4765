import {startsWithVerb} from '../analysis/lexicon.ts'
import {numberOf} from '../analysis/number-words.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {overlaps} from '../analysis/span.ts'
import {hasWording} from '../analysis/wording.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'
import {defaultThresholds} from './thresholds.ts'

/** From this many parts on, one ask is several. */
const manyParts = 4
const manyAddressees = 3

export const noOversizedAsk: Rule = {
  id: 'no-oversized-ask',
  title: 'one ask for many things, of many people or for a long time, with no point to decide on the way',
  why: 'A large ask gets one answer, and the safe one is no. Its parts can be agreed to one by one, and each yes makes the next one easier.',
  good: 'First a pilot with one team, three weeks; then we decide together about the rest.',
  severity: severityIn({informs: ['memo', 'grant', 'goal', 'sponsorship', 'letter']}),
  check: (proposal, {oversizedWeeks} = defaultThresholds) => {
    if (proposal.elements.chunked.level === 'present' || proposal.elements.optout.level === 'present')
      return []
    const open = proposal.asks.flatMap((ask, index) =>
      ask.answer.state === 'open' && !ask.notation ? [{ask, index}] : []
    )
    // Asks that stand apart can be answered apart.
    const large = open.flatMap(({ask, index}): Observation[] => {
      const [first] = sizesOf(proposal, ask, oversizedWeeks)
      if (!first) return []
      const message = `This asks for ${first} at once: split it, or name a point on the way at which one decides whether to go on.`
      return [{span: ask.span, message, nearly: [], ask: index, element: 'chunked'}]
    })
    return large.slice(0, 1)
  }
}

/** What makes an ask large, as words; none for one that has a point to decide on the way. */
function sizesOf({text, passages, quantities}: Proposal, ask: Ask, weeks: number): string[] {
  const {plain, kind} = passages[ask.passage] ?? {plain: '', kind: 'paragraph'}
  if (kind === 'row' || hasWording('decisionPoint', plain)) return []
  // What is numbered can be answered by its number.
  const bundled = ask.items.filter(({span}) => !/^\s*\d+[.)]/.test(lineUpTo(text, span.start)))
  const parts = Math.max(bundled.length, clauses(ask.work?.words ?? ''))
  const addressees = (ask.whom?.words ?? '').split(/,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/).filter(Boolean).length
  const longest = Math.max(
    0,
    ...quantities
      .filter(({kind, span}) => kind === 'duration' && overlaps(span, ask.span))
      .filter(({span}) => !deadline.test(text.slice(ask.span.start, span.start)))
      .map(({span}) => weeksIn(text.slice(span.start, span.end)))
  )
  return [
    ...(parts >= manyParts ? [`${parts} things`] : []),
    ...(addressees >= manyAddressees ? [`something of ${addressees} parties`] : []),
    ...(longest >= weeks ? [`${Math.round(longest)} weeks`] : []),
    ...(hasWording('endless', ask.words) ? ['something without an end'] : [])
  ]
}

/** "Within a year" is when it is done, not how long it takes. */
const deadline = /\b(?:within|in|every|after|per|each|last|past|than|by)\s+(?:the\s+)?(?:next\s+|about\s+)?$/i

/** "review it, test it, and write the page" → 3. */
function clauses(words: string): number {
  const [, ...rest] = words.split(/\s*;\s*(?:and\s+)?|,\s+(?:and\s+)?(?:to\s+)?|\s+and\s+(?:to\s+)?/)
  return 1 + rest.filter((part) => startsWithVerb(part)).length
}

const units: Readonly<Record<string, number>> = {
  day: 1 / 7,
  week: 1,
  fortnight: 2,
  month: 52 / 12,
  quarter: 13,
  year: 52
}
/** A duration in weeks: "six months" → 26; 0 for what is none ("2 hours a week"). */
function weeksIn(words: string): number {
  const match =
    /^(?:.*?[-–—]\s*|.*\b(?:to|or)\s+)?(\d+|[a-z]+)[\s-]+(day|week|fortnight|month|quarter|year)s?$/i.exec(
      words
    )
  const [, count = '', unit = ''] = match ?? []
  return (numberOf(count) ?? 0) * (units[unit.toLowerCase()] ?? 0)
}

/** The beginning of an offset's line. */
function lineUpTo(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset + 1)
}
