import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {analyze} from '../src/analysis/analyze.ts'
import {parseMarkdown} from '../src/analysis/parse.ts'
import {findingsOf} from '../src/rules/findings.ts'

// `npm run bench [-- FOLDER]`: how long Buy-In takes for each document of a folder, beside the bare Markdown
// parser on the same text in the same run. Machines differ; the ratio hardly does.

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const corpus = here('../../shared/corpus/dev')
const folder = process.argv[2] ?? (existsSync(corpus) ? corpus : here('../examples'))
const rounds = 3

/** Milliseconds of the fastest of a few rounds: what the machine does besides only ever adds. */
function fastest(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    run()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
const texts = names
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .filter((text) => text.length < 500_000)
for (const text of texts.slice(0, 20)) findingsOf(analyze(text))

const measured = texts.map((text) => {
  const parse = fastest(() => parseMarkdown(text))
  const whole = fastest(() => findingsOf(analyze(text)))
  return {size: text.length, parse, whole, ratio: whole / parse}
})

const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN
const row = (label: string, values: readonly number[], digits: number) =>
  `| ${label.padEnd(34)} | ${[0.5, 0.9, 0.99].map((share) => quantile(values, share).toFixed(digits).padStart(8)).join(' | ')} |`

console.log(`${texts.length} documents of ${folder}\n`)
console.log(`| ${'a document'.padEnd(34)} |   median | 9 in 10 | 99 in 100 |`)
console.log(`| ${'-'.repeat(34)} | -------: | ------: | --------: |`)
console.log(
  row(
    'characters',
    measured.map(({size}) => size),
    0
  )
)
console.log(
  row(
    'remark-parse with GFM, ms',
    measured.map(({parse}) => parse),
    2
  )
)
console.log(
  row(
    'analysis and findings, ms',
    measured.map(({whole}) => whole),
    2
  )
)
console.log(
  row(
    'ratio',
    measured.map(({ratio}) => ratio),
    2
  )
)
