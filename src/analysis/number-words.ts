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

/** The numbers from one to twelve in words, as alternatives of a pattern. */
export const numberNames = names.slice(1).join('|')

/** A number in digits, or in words up to twelve; "a" is one. */
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
