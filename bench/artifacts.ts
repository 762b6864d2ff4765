import {analyze} from '../src/analysis/analyze.ts'
import {coreElements, type TrustElement} from '../src/analysis/trust-elements.ts'
import {lengthOf} from '../src/artifacts/artifact.ts'
import {artifactKinds, artifactOf} from '../src/artifacts/make.ts'
import {alterations} from '../test/unit/artifacts/alterations.ts'
import {groupBy, lineNumbers, readCorpus, textFolder} from './accuracy/corpus.ts'

// How much of what a careful reader found does a recap hold, how long is it, and is anything altered?

const folder = process.argv.slice(2).find((one) => !one.startsWith('-')) ?? textFolder()
if (!folder) {
  console.log(
    'Skipped: the texts of the labelled documents are not here; `npm run bench:obtain` fetches them.'
  )
  process.exit(0)
}

interface Case {
  readonly element: TrustElement
  readonly form: string
  readonly id: string
  readonly held: boolean
}

const cases: Case[] = []
const lengths: number[] = []
const shares: number[] = []
const altered: string[] = []
for (const {id, form, labels, text} of readCorpus(folder)) {
  const proposal = analyze(text)
  const line = lineNumbers(proposal.text)
  for (const kind of artifactKinds) {
    const artifact = artifactOf(kind, proposal)
    for (const one of alterations(proposal, artifact)) altered.push(`${id}, ${kind}: ${one}`)
    if (kind !== 'recap') continue
    const length = lengthOf(artifact.markdown)
    lengths.push(length)
    shares.push(length / lengthOf(text))
    const lines = artifact.extracts.flatMap(({parts}) =>
      parts.map(({start, end}) => [line(start), line(Math.max(start, end - 1))] as const)
    )
    for (const element of coreElements) {
      const label = labels[element]
      if (label.level !== 2) continue
      const held = label.lines.some(([first, last]) => lines.some(([a, b]) => a <= last && first <= b))
      cases.push({element, form, id, held})
    }
  }
}

const share = (some: readonly Case[]) => (100 * some.filter(({held}) => held).length) / some.length
const print = (name: string, some: readonly Case[]) =>
  console.log(`${name.padEnd(12)} ${share(some).toFixed(1).padStart(5)} %  of ${some.length}`)
console.log('The recap holds a passage from the proving lines:')
for (const [element, some] of groupBy(cases, ({element}) => element)) print(element, some)
for (const [form, some] of groupBy(cases, ({form}) => form)) print(form, some)
print('all', cases)
const sorted = (some: readonly number[]) => [...some].sort((a, b) => a - b)
const at = (some: readonly number[], part: number) => sorted(some)[Math.floor((some.length - 1) * part)] ?? 0
console.log(`\nWords: median ${at(lengths, 0.5)}, longest ${at(lengths, 1)}`)
const over = shares.flatMap((one, index) => (one > 0.5 ? [(lengths[index] ?? 0) / one] : []))
console.log(
  `Longer than half their source: ${over.length} of ${shares.length}${over.length > 0 ? `; the longest of these sources has ${Math.round(Math.max(...over))} words` : ''}`
)
console.log(`Altered: ${altered.length}`)
for (const one of altered.slice(0, 20)) console.log(`  ${one}`)
if (process.argv.includes('--misses'))
  for (const {id, element} of cases.filter(({held}) => !held)) console.log(`${element} ${id}`)
