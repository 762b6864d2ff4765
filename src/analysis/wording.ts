import type {Slot} from './proposal.ts'
import data from './wording.json' with {type: 'json'}

/** A kind of words that matter. */
export type Wording = Exclude<keyof typeof data, 'source'>

interface Pattern {
  /** A search that finds something wherever `whole` does, and mostly nothing: several times as fast. */
  readonly glance: RegExp
  readonly whole: RegExp
}

const compiled = new Map<Wording, Pattern>()

/** Where a search for the beginnings would be as slow as the whole: what all forms hold. */
const held: Partial<Record<Wording, string>> = {
  decider: String.raw`\b(?:deci[ds]|vot|appro|sign|rule|make|accept)|board|council|committee|assembly|final\s+comment|lazy\s+consensus`
}

function patternOf(name: Wording): Pattern {
  const known = compiled.get(name)
  if (known) return known
  const any = data[name].map((pattern) => pattern.replaceAll(' ', String.raw`\s+`)).join('|')
  const pattern = {
    // Beside a letter of the alphabet, the two that count as one where case does not.
    glance: new RegExp(String.raw`${held[name] ?? String.raw`\b(?:${any})`}|[\u017F\u212A]`, 'i'),
    whole: new RegExp(String.raw`(?<![\p{L}\d_-])(?:${any})(?![\p{L}\d_])`, 'giu')
  }
  compiled.set(name, pattern)
  return pattern
}

/**
 * Where words of one kind stand, such as those of a vague commitment; in order.
 * @param plain a stretch of the document, markup blanked
 * @param offset where it begins
 */
export function wordingsIn(name: Wording, plain: string, offset: number): readonly Slot[] {
  const {glance, whole} = patternOf(name)
  if (!glance.test(plain)) return none
  let found: Slot[] | undefined
  // No matchAll: it makes a new regular expression for each of very many stretches.
  whole.lastIndex = 0
  for (let match = whole.exec(plain); match; match = whole.exec(plain)) {
    const trimmed = match[0].trimEnd()
    const start = offset + match.index
    found ??= []
    found.push({span: {start, end: start + trimmed.length}, words: trimmed.replace(/\s+/g, ' ')})
    if (match[0] === '') whole.lastIndex++
  }
  return found ?? none
}

const none: readonly Slot[] = []

/** Whether words of one kind stand in a text. */
export function hasWording(name: Wording, words: string): boolean {
  const {glance, whole} = patternOf(name)
  return glance.test(words) && words.search(whole) >= 0
}
