import {numberOf} from './number-words.ts'
import type {Proposal} from './proposal.ts'
import type {Span} from './span.ts'

/** Words about time that contradict themselves. */
export interface WrongTime {
  readonly span: Span
  /** One sentence that says what does not fit. */
  readonly message: string
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec'
const month = String.raw`(?:${months})[a-z]*\.?`
const day = String.raw`(?:(\d{1,2})(?:st|nd|rd|th)?\s+(${month})(?:,?\s+(20\d\d))?|(${month})\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(20\d\d))?)`
const length = String.raw`(\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+(days?|weeks?|months?)`

const fromTo = String.raw`from\s+${day}\s*(?:until|till|to|through|–|—|-)\s*${day}`
const lengthFirst = new RegExp(
  String.raw`\b(?:for|takes?|lasts?|runs?)\s+${length}\s*,?\s*\(?${fromTo}`,
  'gi'
)
const lengthLast = new RegExp(
  String.raw`\b${fromTo}\s*(?:\(\s*${length}\s*\)|,\s*(?:that is |in all |altogether )?${length}\b)`,
  'gi'
)
const bare = new RegExp(String.raw`\b${fromTo}`, 'gi')
const hours =
  /\b(\d+(?:\.\d+)?)\s+(?:hours?|hrs?|h)\s+(?:a|per|each|every)\s+week\s*,?\s+(?:for|over)\s+(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+weeks\s*(?:,|\(|:|=|–)\s*(?:that is\s+)?(\d+(?:\.\d+)?)\s+(?:hours?|hrs?|h)\b(?=\s*(?:\)|in all|in total|altogether|[.;]|$))/gi

/**
 * The time spans that do not add up: an end before its beginning, a length that is not that of its dates, hours a
 * week that are not the hours in all. Only where both are written out side by side.
 */
export function wrongTimes({passages}: Proposal): WrongTime[] {
  return passages.flatMap(({plain, span}): WrongTime[] => {
    if (!/\d/.test(plain)) return []
    const at = (match: RegExpExecArray): Span => ({
      start: span.start + match.index,
      end: span.start + match.index + match[0].length
    })
    return [
      ...Array.from(plain.matchAll(lengthFirst)).flatMap((match) =>
        misfit(at(match), match.slice(3), match.slice(1, 3))
      ),
      ...Array.from(plain.matchAll(lengthLast)).flatMap((match) =>
        misfit(at(match), match.slice(1), [match[13] ?? match[15], match[14] ?? match[16]])
      ),
      ...Array.from(plain.matchAll(bare)).flatMap((match) => backwards(at(match), match.slice(1))),
      ...Array.from(plain.matchAll(hours)).flatMap((match): WrongTime[] => {
        const product = Number(match[1]) * (numberOf(match[2] ?? '') ?? Number.NaN)
        if (!(Math.abs(product - Number(match[3])) >= 1)) return []
        return [
          {
            span: at(match),
            message: `${match[1]} hours a week for ${match[2]} weeks are ${product} hours, not ${match[3]}.`
          }
        ]
      })
    ]
  })
}

const dayMs = 86_400_000
const unitDays: Readonly<Record<string, number>> = {day: 1, week: 7, month: 30.4}

function misfit(
  span: Span,
  dates: readonly (string | undefined)[],
  [count, unit]: readonly (string | undefined)[]
): WrongTime[] {
  const [from, to] = [dateOf(dates.slice(0, 6)), dateOf(dates.slice(6, 12))]
  const said = (numberOf(count ?? '') ?? 0) * (unitDays[unit?.toLowerCase().replace(/s$/, '') ?? ''] ?? 0)
  if (!from || !to || !(said > 0)) return []
  const days = (to.time - from.time) / dayMs
  // Without years, an end before the beginning is in the next one.
  const between = days < 0 && !from.year && !to.year ? days + 365 : days
  // Both ends may count, or weekends may not.
  if (between < 0 || Math.abs(between - said) <= Math.max(7, said * 0.2)) return []
  const weeks = Math.round(between / 7)
  const real = between < 14 ? `${between} days` : `about ${weeks} weeks`
  return [{span, message: `These dates are ${real} apart, not ${count} ${unit}.`}]
}

function backwards(span: Span, dates: readonly (string | undefined)[]): WrongTime[] {
  const [from, to] = [dateOf(dates.slice(0, 6)), dateOf(dates.slice(6, 12))]
  if (!from?.year || !to?.year || to.time >= from.time) return []
  return [{span, message: 'This ends before it begins.'}]
}

/** The six groups of a date; in a year of its own, or in one that stands for any. */
function dateOf([d1, m1, y1, m2, d2, y2]: readonly (string | undefined)[]):
  | {time: number; year: boolean}
  | undefined {
  const name = (m1 ?? m2)?.slice(0, 3).toLowerCase()
  const date = Number(d1 ?? d2)
  if (!name || !(date >= 1 && date <= 31)) return undefined
  const year = y1 ?? y2
  return {
    time: Date.UTC(Number(year ?? 2001), months.split('|').indexOf(name), date),
    year: year !== undefined
  }
}
