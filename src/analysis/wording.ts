import {type Memory, recall, shelf} from './memory.ts'
import type {Slot} from './proposal.ts'
import {shifted} from './span.ts'
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
 * @param memory of the proposal, where the same stretch is looked through for each of its versions
 */
export function wordingsIn(name: Wording, plain: string, offset: number, memory?: Memory): Slot[] {
  const find = () => findIn(patternOf(name), plain)
  const found = memory
    ? recall(shelf<string, readonly Slot[]>(memory, `wordings ${name}`), plain, find)
    : find()
  return found.map(({span, words}) => ({span: shifted(span, offset), words}))
}

function findIn(pattern: RegExp, plain: string): readonly Slot[] {
  let found: Slot[] | undefined
  // No matchAll: it makes a new regular expression for each of very many stretches.
  pattern.lastIndex = 0
  for (let match = pattern.exec(plain); match; match = pattern.exec(plain)) {
    const trimmed = match[0].trimEnd()
    const start = match.index
    found ??= []
    found.push({span: {start, end: start + trimmed.length}, words: trimmed.replace(/\s+/g, ' ')})
    if (match[0] === '') pattern.lastIndex++
  }
  return found ?? none
}

const none: readonly Slot[] = []

/**
 * Whether words of one kind stand in a text.
 * @param memory see `wordingsIn`
 */
export function hasWording(name: Wording, words: string, memory?: Memory): boolean {
  const search = () => words.search(patternOf(name)) >= 0
  return memory ? recall(shelf<string, boolean>(memory, `wording ${name}`), words, search) : search()
}
