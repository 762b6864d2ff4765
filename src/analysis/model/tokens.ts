/** A word, a number or a sign that matters, in lower case; typed quantities read `§money`, `§dur`, … */
export interface Token {
  readonly key: string
  /** What the model knows it by: see `stem`. */
  readonly stem: string
  /** A number for the stem: see `idOf`. */
  readonly id: number
  /** The stretch of the words that it was made from. */
  readonly start: number
  readonly end: number
}

const months =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const amount = '\\d[\\d,.]*'
const small = '(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple of)'
const currency =
  '(?:usdc?|usdt|dollars?|eur|euros?|gbp|pounds|chf|cad|aud|nzd|dai|btc|eth|fil|atom|dot|ksm|xdai|usd\\$|zar|inr|rs)'
const people =
  "(?:people|persons?|developers?|devs?|engineers?|designers?|researchers?|students?|volunteers?|members?|maintainers?|contributors?|mentors?|instructors?|employees|staff|interns?|contractors?|programmers?|writers?|organi[sz]ers?|fte'?s?|ftes)"
const person = '(?:person|man|engineer|developer|dev|staff|work(?:ing)?)'

const digit = /\d/
/**
 * Typed quantities, the most telling first: where two overlap, the first wins. Each with what all its forms hold
 * (a digit, a unit): a glance at that spares most words the longer look.
 */
const quantities: readonly (readonly [key: string, holds: RegExp, pattern: RegExp])[] = [
  ['§url', /http|www/i, /\bhttps?:\/\/\S+|\bwww\.\S+/gi],
  [
    '§money',
    digit,
    new RegExp(
      `(?:us\\s?)?[$€£¥₿₹]\\s?${amount}(?:\\s?(?:k|m|million|thousand|billion)\\b)?|\\b${amount}\\s?(?:k|m|million|thousand)?\\s?(?:[$€£₹]|${currency}\\b)|\\b(?:usd|eur|gbp|chf)\\s?${amount}`,
      'gi'
    )
  ],
  [
    '§fte',
    /fte|hour|day|week|month|year|time/i,
    new RegExp(
      `\\b(?:${amount}|${small}|half an?|an?)?\\s?ftes?\\b|\\b(?:${amount}|${small})[\\s-]+${person}[\\s-]?(?:hours?|days?|weeks?|months?|years?)|\\b${person}[\\s-](?:hours?|days|weeks?|months?|years?)\\b|\\b(?:full|half|part)[\\s-]time\\b`,
      'gi'
    )
  ],
  [
    '§perhour',
    /day|week|wk|month|year|sprint/i,
    /\b(?:hours?|hrs?|h|days?|minutes?)\s?(?:\/|per|a|each|every)\s?(?:week|day|month|wk|year|sprint)\b/gi
  ],
  [
    '§hours',
    /hour|hr/i,
    new RegExp(
      `\\b(?:~\\s?)?(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount}|\\s?to\\s${amount})?\\+?[\\s-]?(?:hours?|hrs?)\\b`,
      'gi'
    )
  ],
  [
    '§min',
    /min|sec|ms|milli/i,
    new RegExp(
      `\\b(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount})?[\\s-]?(?:minutes?|mins?|seconds?|secs?|ms|milliseconds?)\\b`,
      'gi'
    )
  ],
  [
    '§dur',
    /day|week|wk|month|year|quarter|sprint|semester|fortnight/i,
    new RegExp(
      `\\b(?:~\\s?)?(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount}|\\s?to\\s${amount})?\\+?[\\s-]?(?:days?|weeks?|wks?|months?|years?|quarters?|sprints?|semesters?|fortnights?)\\b`,
      'gi'
    )
  ],
  [
    '§week',
    digit,
    /\b(?:weeks?|months?|days?|sprints?|quarters?|years?)\s?\d+(?:\s?(?:[-–—&]|to)\s?\d+)?\b/gi
  ],
  [
    '§head',
    /people|person|dev|engineer|designer|researcher|student|volunteer|member|maintainer|contributor|mentor|instructor|employees|staff|intern|contractor|programmer|writer|organi|fte/i,
    new RegExp(`\\b(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount})?\\s(?:[a-z-]+\\s)?${people}\\b`, 'gi')
  ],
  [
    '§date',
    digit,
    new RegExp(
      `\\b\\d{4}-\\d{2}-\\d{2}\\S*|\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})\\b|\\b${months}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–—]\\s?\\d{1,2})?\\b(?:,?\\s(?:19|20)\\d\\d\\b)?|\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\sof)?\\s${months}\\b(?:,?\\s(?:19|20)\\d\\d\\b)?|\\b${months},?\\s(?:19|20)\\d\\d\\b|\\b[qh][1-4]\\b(?:[\\s\\/]*(?:19|20)\\d\\d\\b)?`,
      'gi'
    )
  ],
  ['§pct', digit, /\b\d[\d.,]*\s?(?:%|percent\b)/gi],
  ['§ver', digit, /\bv?\d+\.\d+(?:\.\d+)+\b|\bv\d+(?:\.\d+)*\b/gi],
  ['§year', /20/, /\b20[0-4]\d(?:[-–/]\d{2,4})?\b/g],
  ['§issue', /#/, /#\d+\b/g],
  ['§user', /@/, /(?<![\w.])@[a-z][\w-]+/gi]
]

const sign =
  /[\d$€£¥₿₹@]|https?:|www\.|\bftes?\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple|half|full|part)\b|\b(?:person|man|engineer|developer|dev|staff|work(?:ing)?)[\s-](?:hours?|days|weeks?|months?|years?)\b|\b(?:hours?|hrs?|days?|minutes?)\s?(?:\/|per|a|each|every)\s/i

/** Cuts words into tokens, with quantities recognised as wholes. */
export function tokensOf(words: string): Token[] {
  if (passing.size > 0) passing.clear()
  if (passingIds.size > 0) passingIds.clear()
  const found = sign.test(words) ? quantitiesOf(words) : []
  const tokens: Token[] = []
  let at = 0
  const plain = (from: number, to: number) => {
    for (let start = from; start < to; ) {
      const end = lexemeEnd(words, start, to)
      if (end > start) {
        const {key, stem, id} = lexemeAt(words, start, end)
        tokens.push({key, stem, id, start, end})
      }
      start = Math.max(end, start + 1)
    }
  }
  for (const quantity of found) {
    plain(at, quantity.start)
    tokens.push(quantity)
    at = quantity.end
  }
  plain(at, words.length)
  return tokens
}

function quantitiesOf(words: string): Token[] {
  const taken: Token[] = []
  for (const [key, holds, pattern] of quantities) {
    if (!holds.test(words)) continue
    pattern.lastIndex = 0
    for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
      const start = match.index
      const end = start + match[0].length
      if (end > start && !taken.some((other) => start < other.end && other.start < end))
        taken.push({key, stem: key, id: idOf(key), start, end})
    }
  }
  return taken.sort((a, b) => a.start - b.start)
}

/**
 * Where the lexeme ends that begins at `start`: a word, perhaps with an ending after an apostrophe, a number, or
 * a sign that matters; `start` itself where none begins.
 */
function lexemeEnd(words: string, start: number, to: number): number {
  const code = words.charCodeAt(start)
  if (code === 32) return start
  if (isLetter(code) || code === paragraph) {
    const end = skip(words, start + 1, to, isLetter)
    if (code === paragraph) return end > start + 1 ? end : start
    const mark = end < to ? words.charAt(end) : ''
    if (mark !== "'" && mark !== '’') return end
    const ending = skip(words, end + 1, to, isLetter)
    return ending > end + 1 ? ending : end
  }
  if (isDigit(code)) return skip(words, start + 1, to, isInNumber)
  return '?!:%@&()"“'.includes(words.charAt(start)) ? start + 1 : start
}

const paragraph = '§'.charCodeAt(0)

function skip(words: string, from: number, to: number, within: (code: number) => boolean): number {
  let at = from
  while (at < to && within(words.charCodeAt(at))) at++
  return at
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isInNumber(code: number): boolean {
  return isDigit(code) || code === 46 || code === 44
}

/** What was made of a word as it stands in the text; most words of a text were met before. */
type Lexeme = Pick<Token, 'key' | 'stem' | 'id'>

const lexemes = new Map<string, Lexeme>()
const ids = new Map<string, number>()
/** So many are kept; what comes after them is forgotten with its text. */
export const mostIds = 50_000
const passing = new Map<string, Lexeme>()
const passingIds = new Map<string, number>()

/** Where words that were met lately are found without a string made of each: by their letters, one word a place. */
const places = 2 ** 14
const met: (string | undefined)[] = new Array(places).fill(undefined)
const metAs: (Lexeme | undefined)[] = new Array(places).fill(undefined)

function lexemeAt(words: string, start: number, end: number): Lexeme {
  let hash = end - start
  for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + words.charCodeAt(at)) | 0
  const place = (hash ^ (hash >>> 13)) & (places - 1)
  const word = met[place]
  const lexeme = metAs[place]
  if (word !== undefined && lexeme && word.length === end - start && isAt(word, words, start)) return lexeme
  const own = words.slice(start, end)
  const found = lexemeOf(own)
  // What is forgotten with its text has an id that means something else in the next.
  if (found.id < mostIds && lexemes.get(own) === found) {
    met[place] = own
    metAs[place] = found
  }
  return found
}

/** For words of a few letters, faster than to ask for it. */
function isAt(word: string, words: string, start: number): boolean {
  let at = 0
  while (at < word.length && word.charCodeAt(at) === words.charCodeAt(start + at)) at++
  return at === word.length
}

function lexemeOf(word: string): Lexeme {
  const before = lexemes.get(word) ?? passing.get(word)
  if (before) return before
  const lower = word.toLowerCase().replace('’', "'")
  const key = /^\d/.test(lower) ? '§num' : lower === '“' ? '"' : lower
  const own = stem(key)
  const made = {key, stem: own, id: idOf(own)}
  const kept = lexemes.size < mostIds ? lexemes : passing
  kept.set(word, made)
  return made
}

/** A number from 0 that stands for a stem: under `mostIds` for good, from there on within one text. */
export function idOf(stem: string): number {
  const before = ids.get(stem) ?? passingIds.get(stem)
  if (before !== undefined) return before
  const id = ids.size < mostIds ? ids.size : mostIds + passingIds.size
  const kept = id < mostIds ? ids : passingIds
  kept.set(stem, id)
  return id
}

const irregular: Readonly<Record<string, string>> = {
  has: 'have',
  had: 'have',
  is: 'be',
  are: 'be',
  was: 'was',
  were: 'was',
  been: 'been',
  does: 'do',
  did: 'did',
  "don't": 'not',
  "doesn't": 'not',
  "isn't": 'not',
  "aren't": 'not',
  "can't": 'cannot',
  "won't": 'willnot',
  "i'm": 'i',
  "i'd": 'i',
  "i'll": 'i',
  "i've": 'ihave',
  "we've": 'wehave',
  "we're": 'we',
  "we'll": 'wewill',
  "we'd": 'we'
}

const exceptions = new Map<string, string>(Object.entries(irregular))

/** A word without its endings of number and tense, roughly: one key for "risk" and "risks". */
export function stem(key: string): string {
  return exceptions.get(key) ?? strip(key)
}

function strip(key: string): string {
  if (key.length < 5 || key.startsWith('§'))
    return key.length === 4 && key.endsWith('s') && !key.endsWith('ss') ? key.slice(0, 3) : key
  let word = key
  if (word.endsWith("'s")) word = word.slice(0, -2)
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) word = word.slice(0, -1)
  if (word.endsWith('ing') && word.length > 6) return undouble(word.slice(0, -3))
  if (word.endsWith('ed') && word.length > 5 && !word.endsWith('eed')) return undouble(word.slice(0, -2))
  return word.endsWith('e') && word.length > 4 ? word.slice(0, -1) : word
}

function undouble(word: string): string {
  return /([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : word
}
