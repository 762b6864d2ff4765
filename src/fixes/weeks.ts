const names = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve'
]
const unitWeeks: Readonly<Record<string, number>> = {week: 1, sprint: 2, month: 4, quarter: 13, year: 52}
const period = new RegExp(
  String.raw`(\d+|an?|half an?|${names.slice(1).join('|')})[\s-]+(week|sprint|month|quarter|year)s?\b`,
  'i'
)

/** How many weeks a duration lasts: "two quarters" → 26. */
export function weeksOf(words: string): number | undefined {
  const match = period.exec(words)
  if (!match) return undefined
  const count = /^half/i.test(match[1] ?? '') ? 0.5 : numberOf(match[1] ?? '')
  return count === undefined ? undefined : count * (unitWeeks[match[2]?.toLowerCase() ?? ''] ?? 0)
}

/** A number in digits or in words up to twelve. */
export function numberOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word)
  if (/^an?$/i.test(word)) return 1
  const index = names.indexOf(word.toLowerCase())
  return index > 0 ? index : undefined
}

/** A number up to twelve in words. */
export function inWords(count: number): string {
  return names[count] ?? String(count)
}
