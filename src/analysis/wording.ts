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
  return Array.from(plain.matchAll(patternOf(name)), ({index, 0: words}) => {
    const trimmed = words.trimEnd()
    const start = offset + index
    return {span: {start, end: start + trimmed.length}, words: trimmed.replace(/\s+/g, ' ')}
  })
}

/** Whether words of one kind stand in a text. */
export function hasWording(name: Wording, words: string): boolean {
  return words.search(patternOf(name)) >= 0
}
