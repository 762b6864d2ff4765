import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {readElements} from '../../src/analysis/evidence.ts'
import {type Model, openModel} from '../../src/analysis/model/model.ts'
import {see} from '../../src/analysis/model/sight.ts'
import {eachElement} from '../../src/analysis/trust-elements.ts'
import {type Lines, lineNumbers} from './corpus.ts'
import {casesOf, learnWithout, type Material, modelOf, type Prepared} from './learn.ts'
import type {Case} from './learn-judges.ts'
import type {Prediction} from './score.ts'

export interface Predictions {
  readonly whole: readonly Prediction[]
  readonly ablated: readonly Prediction[]
}

/**
 * Predicts the scored documents of each fold by a model that saw none of them: units learned on the other folds and
 * on what is not scored, judges and thresholds on cases of the other folds, each made by units learned without that
 * fold as well.
 */
export function crossValidate(
  material: Material,
  prepared: readonly Prepared[],
  report: (line: string) => void
): Predictions {
  const folds = Array.from({length: material.folds}, (_, fold) =>
    prepared.filter(({document}) => material.foldOf(document) === fold)
  )
  const cases = new Map<string, Case[][]>()
  for (let first = 0; first < material.folds; first++) {
    for (let second = first + 1; second < material.folds; second++) {
      const learned = learnWithout(material, [first, second])
      cases.set(`${first} without ${second}`, casesOf(learned, folds[first] ?? []))
      cases.set(`${second} without ${first}`, casesOf(learned, folds[second] ?? []))
      report(`learned without folds ${first} and ${second}`)
    }
  }
  const whole: Prediction[] = []
  const ablated: Prediction[] = []
  const scored = new Set(material.documents.slice(0, material.scored))
  folds.forEach((own, fold) => {
    const others = folds.flatMap((_, other) =>
      other === fold ? [] : [cases.get(`${other} without ${fold}`) ?? []]
    )
    const joined = others[0]?.map((_, element) => others.flatMap((each) => each[element] ?? [])) ?? []
    const model = openModel(modelOf(learnWithout(material, [fold], false), joined))
    for (const each of own.filter(({document}) => scored.has(document)))
      (each.without ? ablated : whole).push(predict(model, each, fold))
    report(`predicted fold ${fold}`)
  })
  return {whole, ablated}
}

function predict(model: Model, {document, without, text, outline}: Prepared, fold: number): Prediction {
  const read = readElements(model, see(model, outline, text), text)
  const line = lineNumbers(text)
  return {
    file: without ? `${document.id}__no-${without}.md` : `${document.id}.md`,
    fold,
    elements: eachElement((element) => ({
      level: read[element].level,
      lines: read[element].evidence.map(
        ({span}): Lines => [line(span.start), line(Math.max(span.start, span.end - 1))]
      ),
      cues: read[element].evidence[0]?.cues ?? []
    }))
  }
}

/** Writes the predictions, one JSON object a line. */
export function writePredictions(folder: string, {whole, ablated}: Predictions): void {
  mkdirSync(folder, {recursive: true})
  writeFileSync(join(folder, 'predictions.ndjson'), whole.map((each) => `${JSON.stringify(each)}\n`).join(''))
  writeFileSync(join(folder, 'ablated.ndjson'), ablated.map((each) => `${JSON.stringify(each)}\n`).join(''))
}
