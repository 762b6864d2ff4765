// `npm run bench:accuracy`: cross-validates how Buy-In reads the labelled corpus, and prints the tables.
//
//   npm run bench:accuracy              tables; the predictions of each fold go to out/accuracy/
//   npm run bench:accuracy -- --plain   the same, without the made-up sentences and documents
//   npm run bench:accuracy -- --alone   the same, without the further documents that are only learned from
//   npm run bench:accuracy -- --train   learns from the whole corpus and writes src/analysis/model/weights.json
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {listed, readCorpus, readFurther, textFolder} from './corpus.ts'
import {crossValidate, writePredictions} from './cross-validate.ts'
import {casesOf, learnWithout, materialOf, modelOf, prepare} from './learn.ts'
import {tablesOf} from './print.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const corpus = textFolder()
if (!corpus) {
  console.log(
    'Skipped: the labelled documents are not here. `npm run bench:obtain` fetches them from GitHub.'
  )
  process.exit(0)
}
const count = 5
const documents = readCorpus(corpus)
const alone = process.argv.includes('--alone')
const further = alone ? [] : readFurther()
const absent = alone ? 0 : listed('further').length - further.length
if (absent > 0)
  console.log(
    `Learns without ${absent} further documents, whose texts are not here: \`npm run bench:obtain\`.`
  )
const read = materialOf(
  documents,
  further,
  join(here, 'exemplars.txt'),
  join(here, '../../docs/rules'),
  join(here, 'untold'),
  join(here, 'made-up'),
  count
)
const material = process.argv.includes('--plain') ? {...read, exemplars: []} : read
const prepared = prepare(material.documents)

if (process.argv.includes('--train')) {
  const cases = Array.from({length: count}, (_, fold) =>
    casesOf(
      learnWithout(material, [fold]),
      prepared.filter(({document}) => material.foldOf(document) === fold)
    )
  )
  const joined = cases[0]?.map((_, element) => cases.flatMap((each) => each[element] ?? [])) ?? []
  const file = join(here, '../../src/analysis/model/weights.json')
  writeFileSync(file, `${JSON.stringify(modelOf(learnWithout(material, []), joined), null, 1)}\n`)
  console.log(`wrote ${file}`)
} else {
  const predictions = crossValidate(material, prepared, (line) => console.error(line))
  writePredictions(join(here, '../../out/accuracy'), predictions)
  for (const line of tablesOf(documents, predictions)) console.log(line)
}
