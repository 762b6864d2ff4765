import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {analyze} from '../src/analysis/analyze.ts'
import {findingsOf} from '../src/rules/findings.ts'
import {record} from './results.ts'

// `npm run bench:growth`: how the time of an analysis grows with the size of its text, for joined documents up to 5 MB
// and for shapes that are known to keep parsers busy. What is fitted is the exponent: 1 where twice the text takes
// twice the time, 2 where it takes four times as long. The exponents go to bench/results.json.

const folder = 'bench/accuracy/made-up'
const joined = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
  .join('\n\n')
const megabyte = 1_000_000
const sizes = {documents: [0.6, 1.2, 2.5, 5], shapes: [0.1, 0.2, 0.4]}

/** Some words again and again, up to so many characters. */
function run(words: string): (size: number) => string {
  return (size) => words.repeat(Math.ceil(size / words.length)).slice(0, size)
}

const shapes: Readonly<Record<string, (size: number) => string>> = {
  'sentences on one line': run('We ask the team to review the plan by 12 May, as the risk is $20,000. '),
  'words on one line': run('we ask the team to review the plan and the cost '),
  'one word': run('a'),
  blanks: (size) => `a${' '.repeat(size)}b`,
  headings: run('## What could go wrong\n\n'),
  'hollow sections': run('## Plan\n\nTBD\n\n'),
  'nested quotes': run('> '),
  'nested lists': run('- '),
  'lists that go to the right': (size) =>
    Array.from({length: Math.floor(Math.sqrt(size))}, (_, at) => `${' '.repeat(at * 2)}- a`).join('\n'),
  'items of one list': run('- We ask the board to pay $300 by 3 May.\n'),
  'rows of one table': (size) => `| a | b |\n| - | - |\n${run('| we ask you | $3 by 3 May |\n')(size)}`,
  'brackets that open': run('['),
  'brackets that close': run('a] '),
  'nested brackets': (size) => `${'['.repeat(size / 2)}${']'.repeat(size / 2)}`,
  'links that do not close': run('[a]('),
  links: run('[a](b) '),
  images: run('!['),
  asterisks: run('*'),
  'emphasis that opens': run('*a '),
  'emphasis that closes': run('a* '),
  'nested emphasis': (size) => `${run('*a _b ')(size / 2)}${run('c_ d* ')(size / 2)}`,
  backticks: run('`a '),
  'backticks of all lengths': (size) => {
    let text = ''
    for (let length = 1; text.length < size; length++) text += `${'`'.repeat(length)} `
    return text
  },
  'less than': run('<'),
  'comments that do not close': run('a <!-- b\n'),
  'instructions that do not close': run('a <? '),
  tags: run('<b>x</b> '),
  'link definitions': run('[a]: b\n\n[a] '),
  footnotes: run('[^1]: a\n\n[^1] '),
  ampersands: run('&'),
  'long numbers': run('1,'),
  'places to fill in': run('⟨'),
  'form fields': run('[your '),
  'front matter': (size) =>
    `---\n${Array.from({length: size / 16}, (_, at) => `key${at}: value`).join('\n')}\n---\n\n# A\n`,
  'front matter that does not close': (size) => `---\n${run('key: value\n')(size)}`
}

/** Milliseconds of processor time. */
function time(text: string): number {
  const start = process.cpuUsage()
  findingsOf(analyze(text))
  const {user, system} = process.cpuUsage(start)
  return (user + system) / 1000
}

/** The exponent of a power law through points, by least squares of their logarithms; what takes under 20 ms says nothing. */
function exponentOf(points: readonly (readonly [size: number, milliseconds: number])[]): number {
  const logs = points
    .filter(([, milliseconds]) => milliseconds >= 20)
    .map(([size, milliseconds]) => [Math.log(size), Math.log(milliseconds)] as const)
  if (logs.length < 3) return 0
  const mean = (pick: 0 | 1) => logs.reduce((sum, point) => sum + point[pick], 0) / logs.length
  const [x, y] = [mean(0), mean(1)]
  const over = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  return over / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
}

time(joined.slice(0, 200_000))
const measured = [
  {name: 'joined documents', make: run(`${joined}\n\n`), at: sizes.documents},
  ...Object.entries(shapes).map(([name, make]) => ({name, make, at: sizes.shapes}))
].map(({name, make, at}) => {
  const points = at.map((size) => [size, time(make(size * megabyte))] as const)
  const exponent = Number(exponentOf(points).toFixed(2))
  const last = points.at(-1)
  console.log(
    `| ${name.padEnd(34)} | ${points.map(([, each]) => each.toFixed(0).padStart(7)).join(' | ')} | ${exponent.toFixed(2).padStart(8)} |`
  )
  return {name, exponent, secondsForMegabyte: Number(((last?.[1] ?? 0) / 1000 / (last?.[0] ?? 1)).toFixed(2))}
})
const [documents, ...others] = measured
const worst = others.toSorted((a, b) => b.exponent - a.exponent)[0]
console.log(
  `documents grow by the power of ${documents?.exponent}, the worst shape (${worst?.name}) by ${worst?.exponent}`
)

record('growth', {documents, worst, shapes: others.length})
