import {numberNames, numberOf} from '../analysis/number-words.ts'

const unitWeeks: Readonly<Record<string, number>> = {week: 1, sprint: 2, month: 4, quarter: 13, year: 52}
const period = new RegExp(
  String.raw`(\d+|an?|half an?|${numberNames})[\s-]+(week|sprint|month|quarter|year)s?\b`,
  'i'
)

/** How many weeks a duration lasts: "two quarters" → 26. */
export function weeksOf(words: string): number | undefined {
  const match = period.exec(words)
  if (!match) return undefined
  const count = /^half/i.test(match[1] ?? '') ? 0.5 : numberOf(match[1] ?? '')
  return count === undefined ? undefined : count * (unitWeeks[match[2]?.toLowerCase() ?? ''] ?? 0)
}
