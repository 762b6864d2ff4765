import {groupBy, type LabelledDocument, ownerOf} from './corpus.ts'
import type {Predictions} from './cross-validate.ts'
import {ablationOf, countedIn, intervalsOf, pairsOf, scoreOf} from './score.ts'

/** The tables of a cross-validation, as lines of text. */
export function tablesOf(documents: readonly LabelledDocument[], {whole, ablated}: Predictions): string[] {
  const pairs = pairsOf(documents, whole)
  const all = scoreOf(pairs)
  const caught = ablationOf(ablated)
  const intervals = intervalsOf(pairs, ownerOf)
  const between = ({low, high}: {low: number; high: number}) => `${two(low)} to ${two(high)}`
  const forms = (['structured', 'free'] as const).map((form) =>
    pairs.filter(({document}) => document.form === form)
  )
  const [structured = [], free = []] = forms
  const both = new Set([...countedIn(structured)].filter((element) => countedIn(free).has(element)))
  return [
    'element       n+   n-  present  missing  evidence  ablation',
    ...all.rows.map(({element, positives, negatives, present, missing, evidence}) => {
      const ablation = caught.rows.find((row) => row.element === element)
      return `${element.padEnd(12)} ${String(positives).padStart(3)}  ${String(negatives).padStart(3)}    ${two(present)}     ${two(missing)}      ${two(evidence)}      ${ablation ? two(ablation.caught) : '-'}`
    }),
    '',
    `present-F1    ${three(all.present)}  (${between(intervals.present)})`,
    `missing-F1    ${three(all.missing)}  (${between(intervals.missing)})`,
    `false alarms  ${three(all.falseAlarms)}  (${between(intervals.falseAlarms)}), of ${all.alarms.toFixed(1)} core alarms a document`,
    `evidence      ${three(all.evidence)}  (${between(intervals.evidence)})`,
    `ablation      ${three(caught.macro)}`,
    '',
    ...forms.map((own, index) => {
      const {present, missing, evidence, falseAlarms} = scoreOf(own, both)
      return `${['structured', 'free'][index]?.padEnd(12)} ${own.length} documents: present ${three(present)}, missing ${three(missing)} (over the ${both.size} labels counted in both), evidence ${three(evidence)}, false alarms ${three(falseAlarms)}`
    }),
    '',
    ...[...groupBy(pairs, ({document}) => document.genre)]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([genre, own]) => {
        const {correct, judged} = agreement(own)
        return `${genre.padEnd(12)} ${String(own.length).padStart(3)} documents: ${two(correct / judged)} of ${judged} judgements right`
      })
  ]
}

/** Macros need more documents than most genres have; the share of judgements that are right does not. */
function agreement(pairs: ReturnType<typeof pairsOf>): {correct: number; judged: number} {
  let correct = 0
  let judged = 0
  for (const {document, prediction} of pairs) {
    for (const [element, {level}] of Object.entries(document.labels)) {
      if (level === 1) continue
      judged++
      if (
        (level === 2) ===
        (prediction.elements[element as keyof typeof prediction.elements]?.level === 'present')
      )
        correct++
    }
  }
  return {correct, judged}
}

const two = (value: number) => value.toFixed(2)
const three = (value: number) => value.toFixed(3)
