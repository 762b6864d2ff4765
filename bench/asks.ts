import {analyze} from '../src/analysis/analyze.ts'
import {asksOf} from '../src/analysis/asks/asks.ts'
import type {Ask, Proposal} from '../src/analysis/proposal.ts'
import {groupBy, type LabelledDocument, lineNumbers, readCorpus, textFolder} from './accuracy/corpus.ts'

// `npx tsx bench/asks.ts [--print [NAME…]]`: how well asks are found in the labelled proposals, with the model that
// ships (which has seen these documents) and by their phrases alone; `--print` shows the asks that were read, of
// documents whose id contains one of the names, with what the labels point to.

const folder = textFolder()
if (!folder) {
  console.error('The texts of the labelled documents are not here; `npm run bench:obtain` fetches them.')
  process.exit(1)
}
const [flag, ...names] = process.argv.slice(2)

/** The asks of a proposal as they would be read if the model had no opinion. */
function byPhrases(proposal: Proposal): readonly Ask[] {
  const {text, passages, boilerplate, quantities} = proposal
  const own = passages.map(({span}) =>
    quantities.filter((quantity) => quantity.span.start >= span.start && quantity.span.end <= span.end)
  )
  return asksOf(text, proposal, boilerplate, own, () => 0, proposal.title, proposal.frontMatter)
}

const share = (part: number, whole: number) => `${part} of ${whole} (${Math.round((100 * part) / whole)} %)`

function measure(read: readonly {document: LabelledDocument; asks: readonly Ask[]}[]): string {
  const at = (level: number) => read.filter(({document}) => document.labels.ask.level === level)
  const hit = ({document: {text, labels}, asks}: (typeof read)[number]) => {
    const line = lineNumbers(text)
    return asks.some((ask) =>
      [ask, ...ask.items].some(({span}) =>
        labels.ask.lines.some(
          ([first, last]) => line(span.start) <= last && first <= line(Math.max(span.start, span.end - 1))
        )
      )
    )
  }
  const any = ({asks}: (typeof read)[number]) => asks.length > 0
  const asks = read.flatMap((one) => one.asks)
  const slots = (['whom', 'work', 'timeframe', 'effort', 'resources'] as const).map(
    (slot) => `${slot} ${asks.filter((ask) => ask[slot]).length}`
  )
  return [
    `  an ask is made, and one read stands where the labels say: ${share(at(2).filter(hit).length, at(2).length)}`,
    `  an ask is made, and any is read:                          ${share(at(2).filter(any).length, at(2).length)}`,
    `  no ask is made, and yet one is read:                      ${share(at(0).filter(any).length, at(0).length)}`,
    `  asks read: ${asks.length}; with ${slots.join(', ')}`
  ].join('\n')
}

const documents = readCorpus(folder)
const wanted =
  names.length > 0 ? documents.filter(({id}) => names.some((name) => id.includes(name))) : documents
const read = wanted.map((document) => ({document, proposal: analyze(document.text)}))

if (flag === '--print') {
  for (const {document, proposal} of read) {
    const {level, lines} = document.labels.ask
    const line = lineNumbers(document.text)
    console.log(`\n${document.id} (${proposal.profile.name}; ask ${level} ${JSON.stringify(lines)})`)
    for (const {span, words, whom, work, timeframe, effort, resources, items} of proposal.asks) {
      const slots = Object.entries({whom, work, timeframe, effort, resources}).flatMap(([name, slot]) =>
        slot ? [`${name}: ${slot.words}`] : []
      )
      console.log(`  ${line(span.start)}: ${words}\n      ${slots.join(' | ')}`)
      for (const item of items) console.log(`      - ${item.words}`)
    }
    for (const {span, words, whom} of proposal.impliedAsks)
      console.log(`  ${line(span.start)}: (implied, ${whom?.words}) ${words}`)
  }
} else {
  console.log('with the model that ships:')
  console.log(measure(read.map(({document, proposal: {asks}}) => ({document, asks}))))
  console.log('by phrases alone:')
  console.log(measure(read.map(({document, proposal}) => ({document, asks: byPhrases(proposal)}))))
  for (const [profile, ones] of groupBy(read, ({proposal}) => proposal.profile.name)) {
    console.log(`${profile}:`)
    console.log(measure(ones.map(({document, proposal: {asks}}) => ({document, asks}))))
  }
}
