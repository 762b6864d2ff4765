import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {type Analysis, analyze, reanalyze} from '../src/analysis/analyze.ts'
import {findingsOf} from '../src/rules/findings.ts'

// How long it takes to read a document again after an edit, findings and all: as a share of what the bare Markdown
// parser takes for the same text in the same run, and, for edits that change what the rest of the document is, of
// what a fresh analysis takes.

const parser = unified().use(remarkParse).use(remarkGfm).freeze()
const keystrokes = 24
/** Characters that the joined documents have at least. */
const large = 200_000

// Positions and characters are drawn from the text itself: what is typed most is what stands there most.

export interface IncrementalResults {
  /** Of the medians of the documents, as a share of the parser's processor time. */
  readonly keystroke: Shares
  /** Of single edits of the joined documents, the same. */
  readonly large: Shares & {readonly edits: number; readonly characters: number}
  /** The same of the time by the clock: what other threads do meanwhile, such as collecting garbage, is not waited for. */
  readonly largeByTheClock: Shares
  /** Against a fresh analysis. */
  readonly structural: Shares
  /** What the analysis of the joined documents holds after 1,000 edits, against after 10. */
  readonly memory: number | undefined
}

interface Shares {
  readonly median: number
  readonly nineInTen: number
  readonly ninetyNineInHundred: number
}

/**
 * Measures it.
 * @param edits how many of the joined documents
 */
export function measureIncremental(texts: readonly string[], edits = 3000): IncrementalResults {
  const random = randomFrom(7)
  for (const text of texts.slice(0, 40)) typeInto(text, 10, random)
  const keystroke = texts.map((text) => {
    const parse = median(Array.from({length: 5}, () => time(() => parser.parse(text)).processor))
    return median(typeInto(text, keystrokes, random).map(({processor}) => processor)) / parse
  })
  const joined = join(texts)
  const parsed = Array.from({length: 9}, () => time(() => parser.parse(joined)))
  const typed = typeInto(joined, edits, random)
  const against = (by: keyof Time) => {
    const parse = median(parsed.map((each) => each[by]))
    return sharesOf(typed.map((each) => each[by] / parse))
  }
  return {
    keystroke: sharesOf(keystroke),
    large: {...against('processor'), edits, characters: joined.length},
    largeByTheClock: against('clock'),
    structural: sharesOf(texts.flatMap((text) => structuralEdits(text, random))),
    memory: memoryRatio(joined, random)
  }
}

function join(texts: readonly string[]): string {
  let joined = ''
  for (const text of [...texts, ...texts, ...texts]) {
    if (joined.length >= large) break
    joined += `${text}\n\n`
  }
  while (joined.length < large) joined += joined
  return joined
}

/** Numbers from 0 up to 1, the same in each run. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** A character of the text's own typed at a random place, or, as often as not, one deleted. */
function keystrokeIn(text: string, random: () => number): string {
  const at = Math.floor(random() * text.length)
  const typed = text.charAt(Math.floor(random() * text.length))
  return random() < 0.5 ? text.slice(0, at) + typed + text.slice(at) : text.slice(0, at) + text.slice(at + 1)
}

/** How long each of many keystrokes takes, one after the other. */
function typeInto(original: string, count: number, random: () => number): Time[] {
  let text = original
  let analysis: Analysis = reanalyze(undefined, text)
  findingsOf(analysis.proposal)
  return Array.from({length: count}, () => {
    text = keystrokeIn(text, random)
    return time(() => {
      analysis = reanalyze(analysis, text)
      findingsOf(analysis.proposal)
    })
  })
}

const structures = ['```\n', '<!-- ', '\n[a-link]: https://example.org\n', '---\ntitle: A\n---\n\n']

/** How long each structural edit takes, against a fresh analysis of the text that comes out. */
function structuralEdits(text: string, random: () => number): number[] {
  const before = reanalyze(undefined, text)
  findingsOf(before.proposal)
  return structures.map((typed) => {
    const line = typed.startsWith('---') ? 0 : text.lastIndexOf('\n', Math.floor(random() * text.length)) + 1
    const next = text.slice(0, line) + typed + text.slice(line)
    const rounds = Array.from({length: 3}, () => ({
      fresh: time(() => findingsOf(analyze(next))).processor,
      again: time(() => findingsOf(reanalyze(before, next).proposal)).processor
    }))
    return Math.min(...rounds.map(({again}) => again)) / Math.min(...rounds.map(({fresh}) => fresh))
  })
}

function memoryRatio(original: string, random: () => number): number | undefined {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect !== 'function') return undefined
  const used = () => {
    collect()
    collect()
    return process.memoryUsage().heapUsed
  }
  const bare = used()
  let text = original
  let analysis: Analysis = reanalyze(undefined, text)
  const edit = (times: number) => {
    for (let count = 0; count < times; count++) {
      text = keystrokeIn(text, random)
      analysis = reanalyze(analysis, text)
      findingsOf(analysis.proposal)
    }
  }
  edit(10)
  const few = used() - bare
  edit(990)
  const many = used() - bare
  return rounded(many / few)
}

/** In milliseconds. */
interface Time {
  /** Of all threads; other programs on the machine take less from it than from the clock's. */
  readonly processor: number
  readonly clock: number
}

function time(run: () => unknown): Time {
  const [start, used] = [performance.now(), process.cpuUsage()]
  run()
  const {user, system} = process.cpuUsage(used)
  return {processor: (user + system) / 1000, clock: performance.now() - start}
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function sharesOf(values: readonly number[]): Shares {
  const [median = 0, nineInTen = 0, ninetyNineInHundred = 0] = [0.5, 0.9, 0.99].map((share) =>
    rounded(quantile(values, share))
  )
  return {median, nineInTen, ninetyNineInHundred}
}

function rounded(value: number): number {
  return Number(value.toFixed(4))
}
