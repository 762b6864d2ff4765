import data from './phrases.json' with {type: 'json'}

/** One of the alternatives, as the source of a pattern. */
export const any = (entries: readonly string[]) => `(?:${entries.join('|')})`

/** How words ask: of somebody named next, for somebody, for something, for a decision, of the reader, or as an imperative. */
export type Asking = 'directed' | 'wanted' | 'what' | 'decision' | 'you' | 'imperative'

// In the order in which they are tried where two begin at the same place; only a name cares about capitals.
const outright: readonly (readonly [Asking, RegExp])[] = [
  ['directed', new RegExp(any(data.asking.directed), 'i')],
  ['wanted', new RegExp(any(data.asking.wanted), 'i')],
  ['what', new RegExp(any(data.asking.what), 'i')],
  ['what', new RegExp(any(data.asking.named))],
  ['decision', new RegExp(any(data.asking.decision), 'i')],
  ['you', new RegExp(any(data.asking.you), 'i')]
]
const imperative = new RegExp(`^${any(data.asking.imperative)}`, 'i')
/** "To apply, send us an outline": what a call asks of those who answer it. */
const toApply =
  /^to (?:apply|take part|submit (?:an?|your) (?:\w+ )?(?:proposal|application|nomination)|nominate [\w ]{1,30}), (?=(?:complete|create|e-?mail|fill|follow|open|post|send|submit|use|write)\b)/i
const negated = data.not.map((pattern) => new RegExp(pattern, 'i'))
const ofForm = new RegExp(any(data.forms), 'i')

// What runs on for longer is no sentence.
const longest = 2000

export interface Cue {
  readonly asking: Asking
  /** Where the words that ask begin and end; the asked, or the asked-for, follow. An imperative asks with its verb. */
  readonly start: number
  readonly end: number
}

/** The words of a sentence that ask for something. */
export function cueIn(words: string): Cue | undefined {
  if (words.length > longest || ofForm.test(words)) return undefined
  const cues = outright.flatMap(([asking, pattern]): Cue[] => {
    const match = pattern.exec(words)
    if (!match || negated.some((not) => not.test(words.slice(0, match.index)))) return []
    return [{asking, start: match.index, end: match.index + match[0].length}]
  })
  const [first, ...others] = cues
  if (first) return others.reduce((best, cue) => (cue.start < best.start ? cue : best), first)
  const opening = /^(?:also|then|so|to support us|otherwise|instead)?,?\s*/i.exec(words)?.[0].length ?? 0
  if (imperative.test(words.slice(opening))) return {asking: 'imperative', start: opening, end: opening}
  const applying = toApply.exec(words)?.[0].length
  return applying ? {asking: 'imperative', start: applying, end: applying} : undefined
}

const decision = new RegExp(any(data.asking.decision), 'i')

/** Whether words may be such as ask for a decision; without them `cueIn` finds none. */
export function namesDecision(words: string): boolean {
  return decision.test(words)
}

/** The last words of the names of groups that may be asked: "team", "committee". */
export const groupWord = any(data.groups)

/** Words after "ask" that are no addressee: "ask for", "request this". */
export const notAnAddressee = new RegExp(String.raw`^${any(data.impersonal)}(?![\w-])`, 'i')

const budget = new RegExp(`^${any(data.headings.budget)}$`, 'i')
const ask = new RegExp(`^${any(data.headings.ask)}$`, 'i')
const maybe = new RegExp(`^${any(data.headings.maybe)}$`, 'i')

/** What a heading leads its reader to expect. */
interface Expected {
  readonly budget: boolean
  readonly ask: boolean
  readonly maybe: boolean
}

const expected = new Map<string, Expected>()
const mostTitles = 2000

/** Titles are read once: each version of a document asks for them again. */
function expectedOf(title: string): Expected {
  const known = expected.get(title)
  if (known) return known
  if (expected.size >= mostTitles) expected.clear()
  const bare = title.replace(/^[^\p{L}]+/u, '').replace(/[\s:.!?*]+$/u, '')
  const found = {budget: budget.test(bare), ask: ask.test(bare), maybe: maybe.test(bare)}
  expected.set(title, found)
  return found
}

/** Whether a heading asks for money, so that an amount below it is asked for. */
export function isBudgetRequest(title: string): boolean {
  return expectedOf(title).budget
}

/** Whether a heading leads its reader to expect what is asked of them. */
export function promisesAsk(title: string): boolean {
  return expectedOf(title).ask
}

/** Whether a heading may lead to asks, and to the authors' own work just as well: "Next steps". */
export function mayPromiseAsk(title: string): boolean {
  return expectedOf(title).maybe
}

const field = new RegExp(`^${any(data.header.fields)}$`, 'i')

/** Whether a field of a header names whom the document is for, or who decides. */
export function namesDecider(name: string): boolean {
  return field.test(name.trim())
}
