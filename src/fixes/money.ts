/** A sum with the way it is written: "€12,980", "6,000 DAI", "$20k". */
export interface Money {
  readonly value: number
  readonly before: string
  readonly after: string
}

const sum =
  /^\s*\\?((?:[A-Z]{2,4}\s?)?[$€£¥]?)\s?(\d(?:[\d,.]*\d)?)\s?(k|m|thousand|million)?(?![a-z])\s?(?:([A-Z]{3,5})(?![a-z])|(€|£|\$|euros?\b|dollars?\b))?/
const factors: Readonly<Record<string, number>> = {k: 1e3, m: 1e6, thousand: 1e3, million: 1e6}

/** The sum that words say; undefined for a rate ("$50/hour") and for what is no sum. */
export function moneyOf(words: string): Money | undefined {
  const match = sum.exec(words)
  if (!match || /\/|\bper\b|\ban? (?:hour|day|week|month|year)\b/i.test(words)) return undefined
  const [, before = '', digits = '', factor = '', code = '', unit = ''] = match
  if (`${before}${code}${unit}`.trim() === '') return undefined
  // Two digits at the most after the last mark are cents; "12,980" has none.
  const cents = /[,.](\d{1,2})$/.exec(digits)
  const whole = (cents ? digits.slice(0, cents.index) : digits).replace(/[,.]/g, '')
  const value = Number(`${whole}.${cents?.[1] ?? '0'}`) * (factors[factor] ?? 1)
  return Number.isFinite(value) ? {value, before: before.trim(), after: (code || unit).trim()} : undefined
}

/** A sum in the way that another one is written; cents only where there are any. */
export function sumIn(value: number, {before, after}: Money): string {
  const cents = Math.round(value * 100) % 100 !== 0
  const digits = value.toLocaleString('en', {
    minimumFractionDigits: cents ? 2 : 0,
    maximumFractionDigits: cents ? 2 : 0
  })
  const gap = /[a-z]$/i.test(before) ? ' ' : ''
  return `${before}${gap}${digits}${after ? ` ${after}` : ''}`
}
