import data from './lexicon.json' with {type: 'json'}
import type {TrustElement} from './trust-elements.ts'

const whole = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'i')

const headings = new Map(Object.entries(data.headings).map(([element, titles]) => [element, whole(titles)]))

/** What a heading can promise: a trust element, or who decides and by when. */
export type Promised = TrustElement | 'decision'

/** Whether a heading leads its reader to expect an element. */
export function promises(title: string, element: Promised): boolean {
  return title !== '' && promisedBy(title).has(element)
}

const promised = new Map<string, ReadonlySet<string>>()
const mostTitles = 2000

/** What a title promises, read once: passages, rules and the model ask for it over and over. */
function promisedBy(title: string): ReadonlySet<string> {
  const before = promised.get(title)
  if (before) return before
  if (promised.size >= mostTitles) promised.clear()
  const words = headingWords(title)
  const elements = new Set(
    [...headings].flatMap(([element, pattern]) => (pattern.test(words) ? [element] : []))
  )
  promised.set(title, elements)
  return elements
}

/** A heading's words without numbering, emoji and closing punctuation. */
function headingWords(title: string): string {
  return title
    .replace(/:[a-z_]+:/g, '')
    .replace(/^\W*(?:\d+[.)]?)*\s*/u, '')
    .replace(/[\s:.!?]+$/u, '')
    .replace(/\s*\((?:optional|required)\)$/i, '')
}

const phrases = new Map(
  Object.entries(data.phrases).map(([element, patterns]) => [
    element,
    new RegExp(`\\b(?:${patterns.join('|')})\\b`, 'i')
  ])
)

const anyPhrase = new RegExp(`\\b(?:${Object.values(data.phrases).flat().join('|')})\\b`, 'i')

/** Whether words say outright what any element is made of; one look instead of one for each. */
export function saysAnything(words: string): boolean {
  return anyPhrase.test(words)
}

/** Whether words say outright what an element is made of: "the main risk is", "we have built". */
export function saysOutright(words: string, element: TrustElement): boolean {
  return phrases.get(element)?.test(words) === true
}

const hollow = whole(data.hollow)

/** Whether words fill a section without saying anything: "TBD", "None". */
export function isHollow(words: string): boolean {
  return hollow.test(words.replace(/[.!]+$/, ''))
}

const denial = whole(data.denials)

/** Whether words say that there is nothing to say: "None." A subset of the hollow ones. */
export function isDenial(words: string): boolean {
  return denial.test(words.replace(/[.!]+$/, ''))
}

/** What the status of a decided proposal says. */
export const closedStatus = whole(data.closed)

const verb = new RegExp(`^(?:also\\s+)?(?:${data.verbs.join('|')})\\b`, 'i')

/** Whether words open with an imperative; a noun after "and" does not make a second ask. */
export function startsWithVerb(words: string): boolean {
  return verb.test(words)
}
