import type {Slot} from './proposal.ts'
import data from './wording.json' with {type: 'json'}

type Wording = Exclude<keyof typeof data, 'source'>

const compiled = new Map<Wording, RegExp>()

function patternOf(name: Wording): RegExp {
  const known = compiled.get(name)
  if (known) return known
  const patterns = data[name].map((pattern) => pattern.replaceAll(' ', String.raw`\s+`))
  const pattern = new RegExp(String.raw`(?<![\p{L}\d_-])(?:${patterns.join('|')})(?![\p{L}\d_])`, 'giu')
  compiled.set(name, pattern)
  return pattern
}

/**
 * Where words of one kind stand, such as those of a vague commitment; in order.
 * @param plain a stretch of the document, markup blanked
 * @param offset where it begins in the document
 */
export function wordingsIn(name: Wording, plain: string, offset: number): Slot[] {
  const pattern = patternOf(name)
  const found: Slot[] = []
  // No matchAll: it makes a new regular expression for each of very many stretches.
  pattern.lastIndex = 0
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const trimmed = match[0].trimEnd()
    const start = offset + match.index
    found.push({span: {start, end: start + trimmed.length}, words: trimmed.replace(/\s+/g, ' ')})
    if (match[0] === '') pattern.lastIndex++
  }
  return found
}

/** Whether words of one kind stand in a text. */
export function hasWording(name: Wording, words: string): boolean {
  return words.search(patternOf(name)) >= 0
}
