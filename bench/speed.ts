import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {analyze} from '../src/analysis/analyze.ts'
import {findingsOf} from '../src/rules/findings.ts'
import {measureIncremental} from './incremental.ts'
import {record} from './results.ts'

// `npm run bench [-- FOLDER] [--edits=3000]`: how long Buy-In takes for each document of a folder, beside the bare Markdown
// parser on the same text in the same run, both bundled as they ship. Machines differ; the ratio hardly does.
// The ratios go to bench/results.json.

const corpus = '../shared/corpus/dev'
const named = process.argv.slice(2).find((argument) => !argument.startsWith('--'))
const flag = process.argv.find((argument) => argument.startsWith('--edits='))
const edits = Number(flag?.slice('--edits='.length) ?? 3000)
const folder = named ?? (existsSync(corpus) ? corpus : 'examples')
const rounds = 5

const parser = unified().use(remarkParse).use(remarkGfm).freeze()

/** Milliseconds of processor time, which other programs on the machine take less from than from the clock's. */
function time(run: () => unknown): number {
  const start = process.cpuUsage()
  run()
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}

const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
const texts = names
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .filter((text) => text.length < 500_000)
for (const text of texts.slice(0, 50)) {
  parser.parse(text)
  findingsOf(analyze(text))
}

/** Milliseconds of the fastest of a few rounds, by turns: what the machine does besides only ever adds. */
const measured = texts.map((text) => {
  let parse = Number.POSITIVE_INFINITY
  let whole = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    parse = Math.min(
      parse,
      time(() => parser.parse(text))
    )
    whole = Math.min(
      whole,
      time(() => findingsOf(analyze(text)))
    )
  }
  return {size: text.length, parse, whole, ratio: whole / parse}
})

const shares = [0.5, 0.9, 0.99]
const quantiles = (values: readonly number[]) => {
  const sorted = values.toSorted((a, b) => a - b)
  return shares.map(
    (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  )
}
const row = (label: string, values: readonly number[], digits: number) =>
  `| ${label.padEnd(34)} | ${quantiles(values)
    .map((value) => value.toFixed(digits).padStart(8))
    .join(' | ')} |`

const ratios = measured.map(({ratio}) => ratio)
console.log(`${texts.length} documents of ${folder}\n`)
console.log(`| ${'a document'.padEnd(34)} |   median |  9 in 10 | 99 in 100 |`)
console.log(`| ${'-'.repeat(34)} | -------: | -------: | -------: |`)
const column = (pick: (each: (typeof measured)[number]) => number) => measured.map(pick)
console.log(
  row(
    'characters',
    column(({size}) => size),
    0
  )
)
console.log(
  row(
    'remark-parse with GFM, ms',
    column(({parse}) => parse),
    2
  )
)
console.log(
  row(
    'analysis and findings, ms',
    column(({whole}) => whole),
    2
  )
)
console.log(row('ratio', ratios, 2))

const [median, nineInTen, ninetyNineInHundred] = quantiles(ratios).map((value) => Number(value.toFixed(3)))
record('documents', texts.length)
record('firstAnalysis', {median, nineInTen, ninetyNineInHundred})

const incremental = measureIncremental(texts, edits)
const {keystroke, large, largeByTheClock, structural, memory} = incremental
const shareRow = (label: string, {median, nineInTen, ninetyNineInHundred}: typeof keystroke) =>
  `| ${label.padEnd(34)} | ${[median, nineInTen, ninetyNineInHundred].map((value) => value.toFixed(3).padStart(8)).join(' | ')} |`
console.log(shareRow('after a keystroke, against the parser', keystroke))
console.log(shareRow(`the same in ${Math.round(large.characters / 1000)} KB`, large))
console.log(shareRow('the same by the clock', largeByTheClock))
console.log(shareRow('a fence and the like, against afresh', structural))
console.log(`\nMemory of the analysis after 1,000 edits, against after 10: ${memory ?? 'not measured'}`)
record('incremental', incremental)
