import data from './lexicon.json' with {type: 'json'}
import type {TrustElement} from './proposal.ts'

interface Entry {
  /** Titles of sections that promise the element. */
  readonly headings: RegExp
  /** Words that make a sentence evidence by themselves. */
  readonly strong: RegExp | undefined
  /** Words that count under a heading that promises the element. */
  readonly cues: RegExp | undefined
}

const anywhere = (patterns: readonly string[]) =>
  patterns.length > 0
    ? new RegExp(
        patterns.map((pattern) => (/\w/.test(pattern) ? `\\b(?:${pattern})\\b` : pattern)).join('|'),
        'gi'
      )
    : undefined
const whole = (patterns: readonly string[]) => new RegExp(`^(?:${patterns.join('|')})$`, 'i')

/** What each trust element sounds like: see `lexicon.json` and its source. */
export const lexicon = Object.fromEntries(
  Object.entries(data.elements).map(([element, {headings, strong, cues}]) => [
    element,
    {headings: whole(headings), strong: anywhere(strong), cues: anywhere(cues)}
  ])
) as Readonly<Record<TrustElement, Entry>>

/** Text that fills a section without saying anything: "TBD", "None". */
export const hollow = whole(data.hollow)

/** How instructions to the author of a template begin. */
export const instruction = new RegExp(`^(?:${data.instructions.join('|')})\\b`, 'i')

/** What the status of a decided proposal says. */
export const closedStatus = whole(data.closed)

/** The words of `text` that `pattern` finds, each once, as they stand. */
export function matches(pattern: RegExp | undefined, text: string): string[] {
  return pattern ? [...new Set(Array.from(text.matchAll(pattern), ([words]) => words))] : []
}

/** A heading's words without numbering, emoji and closing punctuation, as the lexicon's headings are matched. */
export function headingWords(title: string): string {
  return title
    .replace(/:[a-z_]+:/g, '')
    .replace(/^\W*(?:\d+[.)]?)*\s*/u, '')
    .replace(/[\s:.!?]+$/u, '')
    .replace(/\s*\((?:optional|required)\)$/i, '')
}

const verb = new RegExp(`^(?:also\\s+)?(?:${data.verbs.join('|')})\\b`, 'i')

/** Whether words open with an imperative; a noun after "and" does not make a second ask. */
export function startsWithVerb(words: string): boolean {
  return verb.test(words)
}
