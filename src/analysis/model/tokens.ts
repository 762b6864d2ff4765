/** A word, a number or a sign that matters, in lower case; typed quantities read `§money`, `§dur`, … */
export interface Token {
  /** What the model knows it by. */
  readonly key: string
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

/** Typed quantities, the most telling first: where two overlap, the first wins. */
const quantities: readonly (readonly [string, RegExp])[] = [
  ['§url', /\bhttps?:\/\/\S+|\bwww\.\S+/gi],
  [
    '§money',
    new RegExp(
      `(?:us\\s?)?[$€£¥₿₹]\\s?${amount}(?:\\s?(?:k|m|million|thousand|billion)\\b)?|\\b${amount}\\s?(?:k|m|million|thousand)?\\s?(?:[$€£₹]|${currency}\\b)|\\b(?:usd|eur|gbp|chf)\\s?${amount}`,
      'gi'
    )
  ],
  [
    '§fte',
    new RegExp(
      `\\b(?:${amount}|${small}|half an?|an?)?\\s?ftes?\\b|\\b(?:${amount}|${small})[\\s-]+${person}[\\s-]?(?:hours?|days?|weeks?|months?|years?)|\\b${person}[\\s-](?:hours?|days|weeks?|months?|years?)\\b|\\b(?:full|half|part)[\\s-]time\\b`,
      'gi'
    )
  ],
  [
    '§perhour',
    /\b(?:hours?|hrs?|h|days?|minutes?)\s?(?:\/|per|a|each|every)\s?(?:week|day|month|wk|year|sprint)\b/gi
  ],
  [
    '§hours',
    new RegExp(
      `\\b(?:~\\s?)?(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount}|\\s?to\\s${amount})?\\+?[\\s-]?(?:hours?|hrs?)\\b`,
      'gi'
    )
  ],
  [
    '§min',
    new RegExp(
      `\\b(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount})?[\\s-]?(?:minutes?|mins?|seconds?|secs?|ms|milliseconds?)\\b`,
      'gi'
    )
  ],
  [
    '§dur',
    new RegExp(
      `\\b(?:~\\s?)?(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount}|\\s?to\\s${amount})?\\+?[\\s-]?(?:days?|weeks?|wks?|months?|years?|quarters?|sprints?|semesters?|fortnights?)\\b`,
      'gi'
    )
  ],
  ['§week', /\b(?:weeks?|months?|days?|sprints?|quarters?|years?)\s?\d+(?:\s?(?:[-–—&]|to)\s?\d+)?\b/gi],
  [
    '§head',
    new RegExp(`\\b(?:${amount}|${small})(?:\\s?[-–—]\\s?${amount})?\\s(?:[a-z-]+\\s)?${people}\\b`, 'gi')
  ],
  [
    '§date',
    new RegExp(
      `\\b\\d{4}-\\d{2}-\\d{2}\\S*|\\b\\d{1,2}[./]\\d{1,2}[./](?:\\d{4}|\\d{2})\\b|\\b${months}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?(?:\\s?[-–—]\\s?\\d{1,2})?\\b(?:,?\\s(?:19|20)\\d\\d\\b)?|\\b\\d{1,2}(?:st|nd|rd|th)?(?:\\sof)?\\s${months}\\b(?:,?\\s(?:19|20)\\d\\d\\b)?|\\b${months},?\\s(?:19|20)\\d\\d\\b|\\b[qh][1-4]\\b(?:[\\s\\/]*(?:19|20)\\d\\d\\b)?`,
      'gi'
    )
  ],
  ['§pct', /\b\d[\d.,]*\s?(?:%|percent\b)/gi],
  ['§ver', /\bv?\d+\.\d+(?:\.\d+)+\b|\bv\d+(?:\.\d+)*\b/gi],
  ['§year', /\b20[0-4]\d(?:[-–/]\d{2,4})?\b/g],
  ['§issue', /#\d+\b/g],
  ['§user', /(?<![\w.])@[a-z][\w-]+/gi]
]

const lexeme = /§[a-z]+|[a-z]+(?:['’][a-z]+)?|\d[\d.,]*|[?!:%@&()"“]/gi
const sign =
  /[\d$€£¥₿₹@]|https?:|www\.|\bftes?\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple|half|full|part)\b|\b(?:person|man|engineer|developer|dev|staff|work(?:ing)?)[\s-](?:hours?|days|weeks?|months?|years?)\b|\b(?:hours?|hrs?|days?|minutes?)\s?(?:\/|per|a|each|every)\s/i

/** Cuts words into tokens, with quantities recognised as wholes. */
export function tokensOf(words: string): Token[] {
  const found = sign.test(words) ? quantitiesOf(words) : []
  const tokens: Token[] = []
  let at = 0
  const plain = (from: number, to: number) => {
    for (const match of words.slice(from, to).matchAll(lexeme)) {
      const start = from + match.index
      tokens.push({key: keyOf(match[0]), start, end: start + match[0].length})
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
  for (const [key, pattern] of quantities) {
    for (const match of words.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (end > start && !taken.some((other) => start < other.end && other.start < end))
        taken.push({key, start, end})
    }
  }
  return taken.sort((a, b) => a.start - b.start)
}

function keyOf(word: string): string {
  const lower = word.toLowerCase().replace('’', "'")
  if (/^\d/.test(lower)) return '§num'
  return lower === '“' ? '"' : lower
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

const known = new Map<string, string>(Object.entries(irregular))
const most = 20000

/** A word without its endings of number and tense, roughly: one key for "risk" and "risks". */
export function stem(key: string): string {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = strip(key)
  if (known.size < most) known.set(key, made)
  return made
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
