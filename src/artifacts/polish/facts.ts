import {strict as dates} from 'chrono-node/en'
import {numberOf} from '../../analysis/number-words.ts'
import {isOrdinary} from '../../analysis/ordinary-words.ts'
import {placePattern} from '../../analysis/places.ts'
import {quantitiesIn} from '../../analysis/quantities.ts'
import {sentencesOf} from '../../analysis/sentences.ts'
import {overlaps, type Span} from '../../analysis/span.ts'

/** What a rewording must not touch, as it stands in the text. */
export interface Fact {
  /** Facts of one kind stay in their order. */
  readonly kind: 'money' | 'time' | 'date' | 'number' | 'place' | 'quotation' | 'address' | 'code'
  readonly words: string
  /** The same for all ways to write it: "two weeks" and "2 weeks", "12 May" and "May 12". */
  readonly meaning: string
  readonly span: Span
}

const small = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const large =
  'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|dozens?|half|halves|twice|thrice|zero|double|triple'
const unit =
  '(?:%|percent|per cent|ms|sec(?:ond)?s?|min(?:ute)?s?|s|[kmgt]i?b|bytes?|km|m|cm|mm|miles?|kg|g|tons?|lit(?:er|re)s?|kwh|mwh|kw|mw|words?|lines?|pages?)'
const patterns: readonly (readonly [Fact['kind'], RegExp])[] = [
  ['place', placePattern],
  ['code', /`[^`\n]+`/g],
  ['quotation', /“[^“”\n]*”|"[^"\n]*"/g],
  ['address', /(?<![a-z0-9+.-])[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>()]+|\bmailto:\S+/gi],
  ['address', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g],
  ['address', /(?<![\w.-])(?:[\w-]{1,63}\.){1,8}[a-z]{2,24}(?:\/[^\s<>()]*)?(?![\w.])/gi],
  ['address', /(?<![\w@])@[\w-]+|(?<!\w)#\w+/g]
]
const number = new RegExp(
  String.raw`[^\s\p{L}\p{N}()"“”'‘’*_~]{0,3}[\p{L}\p{M}]{0,20}\p{N}[\p{L}\p{M}\p{N}]{0,40}(?:[.,:/’'–—+×-]{1,3}[\p{L}\p{M}\p{N}]{1,40}){0,9}(?:\s?${unit}(?![\p{L}\p{N}])|\s?[%°€£$¥‰])?`,
  'giu'
)
const spelled = new RegExp(String.raw`\b(?:${small}|${large})(?:-\w{1,20})?\b`, 'gi')

/**
 * The numbers, amounts, dates, quotations, addresses, pieces of code and places to fill in of some words, in order.
 * @param plain words without markup, code in its ticks
 */
export function factsOf(plain: string): Fact[] {
  const facts: Fact[] = []
  const add = (kind: Fact['kind'], start: number, words: string, meaning: string) => {
    const span = {start, end: start + words.length}
    if (!facts.some((other) => overlaps(other.span, span))) facts.push({kind, words, meaning, span})
  }
  for (const [kind, pattern] of patterns) {
    for (const {0: words, index} of plain.matchAll(pattern))
      add(kind, index, words, kind === 'quotation' ? words.slice(1, -1) : words)
  }
  for (const {kind, span} of quantitiesIn(plain)) {
    const words = plain.slice(span.start, span.end)
    if (kind === 'date') add('date', span.start, words, dateMeaning(words))
    else add(kind === 'money' ? 'money' : 'time', span.start, words, amountMeaning(words))
  }
  for (const {0: words, index} of [...plain.matchAll(number), ...plain.matchAll(spelled)]) {
    const bare = words.replace(/^[^\p{L}\p{N}$€£¥~≈<>±#+-]+/u, '')
    add('number', index + words.length - bare.length, bare, amountMeaning(bare))
  }
  return facts.sort((a, b) => a.span.start - b.span.start)
}

/** "Two weeks" → "2week", "6 hours per week" → "6hour/week", "40 percent" → "40%". */
function amountMeaning(words: string): string {
  return words
    .toLowerCase()
    .replace(/\bper ?cent\b/g, '%')
    .replace(/(?<=\s)(?:per|a|an|each|every)\s+(?=\p{L})/gu, '/')
    .replace(/[\p{L}]+/gu, (word) => String(numberOf(word) ?? word))
    .replace(/(?<=\p{L}{3})s(?!\p{L})/gu, '')
    .replace(/[–—]|\bto\b/g, '-')
    .replace(/(?<=\d)-(?=\p{L})/gu, '')
    .replace(/\s+/g, '')
    .replace(/\/+/g, '/')
}

/** What of a date is said, in a fixed order; the words where no calendar has it. */
function dateMeaning(words: string): string {
  const [found, ...more] = dates.parse(words)
  const rest = found ? words.slice(0, found.index) + words.slice(found.index + found.text.length) : words
  const known = [found?.start, found?.end].flatMap((day) =>
    day
      ? [
          (['year', 'month', 'day', 'weekday', 'hour', 'minute'] as const)
            .map((component) => (day.isCertain(component) ? day.get(component) : ''))
            .join(' ')
        ]
      : []
  )
  // Whatever was read as no part of it stays as it is.
  if (!found || more.length > 0 || /\p{N}/u.test(rest)) return words.toLowerCase().replace(/\bof\b|\s/g, '')
  const relative = /\b(?:next|last|this|end|early|mid|late|beginning)\b/gi
  return [...known, ...(words.toLowerCase().match(relative) ?? [])].join(' – ')
}

/** A name at its place: a word with a capital that no sentence gives it. */
export interface Name {
  readonly word: string
  readonly start: number
}

const word = /[\p{L}\p{M}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*/gu
const noName = /^(?:I|I['’].*|OK)$/

/**
 * The words of names, in order; what is part of a date, say, is none. At the start of a sentence, a word counts as a name unless it is an ordinary one.
 * @param elsewhere texts whose words in lower case are ordinary, too
 */
export function namesIn(plain: string, elsewhere: readonly string[]): Name[] {
  const lower = new Set(
    elsewhere.flatMap((text) => text.match(word) ?? []).filter((one) => !/^\p{Lu}/u.test(one))
  )
  const facts = factsOf(plain)
  const starts = new Set(sentencesOf(plain, 0).map(({start}) => firstWord(plain, start)))
  const named = Array.from(plain.matchAll(word), ({0: found, index}) => ({
    word: found.replace(/['’]s$/, ''),
    start: index,
    begins: starts.has(index) || /(?:[:;“"‘(–—-]|\.{3}|…)\s*$/.test(plain.slice(0, index))
  })).filter(
    ({word, start}) =>
      /^\p{Lu}|^\p{Ll}+\p{Lu}/u.test(word) &&
      !noName.test(word) &&
      !facts.some(({span}) => span.start <= start && start < span.end)
  )
  const sure = new Set(named.filter(({begins}) => !begins).map(({word}) => word))
  return named.filter(
    ({word, begins}) =>
      !begins ||
      sure.has(word) ||
      /^.+\p{Lu}/u.test(word) ||
      !(isOrdinary(word) || lower.has(word.charAt(0).toLowerCase() + word.slice(1)))
  )
}

function firstWord(plain: string, from: number): number {
  const at = plain.slice(from).search(/[\p{L}\p{M}]/u)
  return at < 0 ? from : from + at
}

const group =
  /(?<![\p{L}’'-])(?:(?!(?:the|our|your|their|its|a|an|this|that|each|every|all|any|no|one|of|to|by|with|from|and|or|in|on|at|for|as|is|are|was|we|I)\b)[\p{L}’'-]{1,40}) (?:team|group|committee|board|department|council|desk|office|crew|foundation|maintainers|owners)\b/giu

/** The groups that some words name, in lower case: "platform team". */
export function groupsIn(plain: string): string[] {
  return Array.from(plain.matchAll(group), ([words]) => words.toLowerCase())
}
