import {readFileSync} from 'node:fs'
import {analyze} from '../../src/analysis/analyze.ts'
import {overlaps} from '../../src/analysis/span.ts'
import {bestPassages} from '../../src/artifacts/best-passages.ts'
import {shortlist} from '../../src/artifacts/proposed.ts'
import {type Source, sourceOf} from '../../src/artifacts/statements.ts'
import {type Shortlisted, type Signs, signsOf} from '../../src/artifacts/sureness.ts'
import {foldsOf, ownerOf, readCorpus, textFolder} from '../accuracy/corpus.ts'
import {regress} from '../accuracy/learn-judges.ts'

// `npm run bench:quotes [-- --learn]`: would an author leave what a recap quotes as it is? Readers graded sentences of
// the labelled documents for four parts of a recap, by their places in the text: 2, left as it is; 1, right, but flawed;
// 0, wrong there. With --learn the weights of `sureness.ts` are fitted to these grades anew and printed, with what they
// are worth in documents of owners that they were not fitted to.

const parts = ['proposed', 'motive', 'progress', 'downside'] as const
type Part = (typeof parts)[number]
type Graded = readonly [start: number, end: number, grade: number]
type Grades = {readonly id: string} & Readonly<Partial<Record<Part, readonly Graded[]>>>

const folder = textFolder()
if (!folder) {
  console.log(
    'Skipped: the texts of the labelled documents are not here; `npm run bench:obtain` fetches them.'
  )
  process.exit(0)
}
const grades = new Map(
  readFileSync(new URL('grades.ndjson', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Grades)
    .map((each) => [each.id, each])
)
const corpus = readCorpus(folder)
const documents = corpus.map((document) => ({
  ...document,
  source: sourceOf(analyze(document.text)),
  graded: grades.get(document.id)
}))

/** What readers thought of a stretch of the text; undefined where none of them saw it. */
function gradeOf(graded: readonly Graded[] | undefined, start: number, end: number): number | undefined {
  return graded?.find(([from, to]) => overlaps({start: from, end: to}, {start, end}))?.[2]
}

function shownIn(source: Source, part: Part) {
  const best = bestPassages(source, undefined)
  return part === 'proposed' ? best.proposed(52) : best.of(part, 44)
}

const row = (label: string, values: readonly (string | number)[]) =>
  console.log(`| ${label.padEnd(28)} | ${values.map((value) => String(value).padStart(7)).join(' | ')} |`)
row('the worst of a part', ['leave', 'flawed', 'wrong', 'unseen', 'gap'])
row('-'.repeat(28), parts.map(() => '------:').concat('------:'))
for (const part of parts) {
  const worst = documents.map(({source, graded}) => {
    const found = shownIn(source, part).map(({span}) => gradeOf(graded?.[part], span.start, span.end))
    if (found.length === 0) return 'gap'
    const known = found.filter((one) => one !== undefined)
    return known.length === 0 ? 'unseen' : Math.min(...known)
  })
  row(
    part,
    [2, 1, 0, 'unseen', 'gap'].map((one) => worst.filter((other) => other === one).length)
  )
}

interface Case {
  readonly signs: Signs
  readonly grade: number
}

function learn(): void {
  const lists = documents.map((document) => {
    const list = shortlist(document.source)
    return list.flatMap((one: Shortlisted, at): Case[] => {
      const {start, end} = one.statement.span
      const grade = gradeOf(document.graded?.proposed, start, end)
      return grade === undefined ? [] : [{signs: signsOf(document.source, list, at), grade}]
    })
  })
  const folds = foldsOf(corpus, 5)
  const foldAt = corpus.map((document) => folds.get(ownerOf(document)))
  const judged = lists.map((list, at) => {
    const judge = fitted(lists.filter((_, other) => foldAt[other] !== foldAt[at]))
    return list.map((each) => ({...each, sureness: judge(each.signs)}))
  })
  console.log('\nThe surest sentence of a shortlist, in documents of owners that were not learned from:')
  row('at least so sure', ['leave', 'flawed', 'wrong', 'gap'])
  row('-'.repeat(28), ['------:', '------:', '------:', '------:'])
  for (const least of [0, 0.3, 0.4, 0.5, 0.6]) {
    const best = judged.map((list) => {
      const [first] = list.toSorted((a, b) => b.sureness - a.sureness)
      return first && first.sureness >= least ? first.grade : undefined
    })
    row(
      String(least),
      [2, 1, 0, undefined].map((one) => best.filter((other) => other === one).length)
    )
  }
  const {weights, bias} = weightsOf(lists)
  console.log(`\nbias: ${short(bias)}`)
  for (const [name, weight] of weights) console.log(`${name}: ${short(weight)}`)
}

/** What a flawed sentence is worth beside one that is left as it is. */
const worth = [0, 0.4, 1] as const
const decay = 0.005

function weightsOf(lists: readonly (readonly Case[])[]) {
  const cases = lists.flat()
  const names = Object.keys(cases[0]?.signs ?? {}) as (keyof Signs)[]
  const {means, deviations, coefficients, bias} = regress(
    cases.map(({signs, grade}) => ({
      summary: names.map((name) => signs[name]),
      target: worth[grade] ?? 0,
      weight: 1
    })),
    decay
  )
  const weights = names.map((name, at) => [name, (coefficients[at] ?? 0) / (deviations[at] || 1)] as const)
  const centre = weights.reduce((sum, [, weight], at) => sum + weight * (means[at] ?? 0), 0)
  return {weights, bias: bias - centre}
}

function fitted(lists: readonly (readonly Case[])[]): (signs: Signs) => number {
  const {weights, bias} = weightsOf(lists)
  return (signs) =>
    1 / (1 + Math.exp(-weights.reduce((sum, [name, weight]) => sum + weight * signs[name], bias)))
}

function short(value: number): number {
  return Number(value.toPrecision(3))
}

if (process.argv.includes('--learn')) learn()
