import type {Level} from '../../src/analysis/proposal.ts'
import {coreElements, type TrustElement, trustElements} from '../../src/analysis/trust-elements.ts'
import {groupBy, type LabelledDocument, type Lines} from './corpus.ts'

/** What was said of one document. */
export interface Prediction {
  readonly file: string
  readonly fold: number
  readonly elements: Readonly<
    Record<
      TrustElement,
      {readonly level: Level; readonly lines: readonly Lines[]; readonly cues: readonly string[]}
    >
  >
}

export interface Pair {
  readonly document: LabelledDocument
  readonly prediction: Prediction
}

export interface Row {
  readonly element: TrustElement
  readonly positives: number
  readonly negatives: number
  readonly present: number
  readonly missing: number
  readonly evidence: number
}

export interface Score {
  readonly documents: number
  readonly rows: readonly Row[]
  readonly present: number
  readonly missing: number
  readonly evidence: number
  readonly falseAlarms: number
  readonly alarms: number
}

const core: ReadonlySet<TrustElement> = new Set(coreElements)
/** A label counts in a macro when it has so many positives and so many negatives. */
const enough = 5

/** Joins predictions to the documents they are of. */
export function pairsOf(documents: readonly LabelledDocument[], predictions: readonly Prediction[]): Pair[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  return predictions.flatMap((prediction) => {
    const document = byId.get(prediction.file.replace(/(?:__no-[a-z]+)?\.md$/, ''))
    return document ? [{document, prediction}] : []
  })
}

/** Scores predictions: gold 2 is a positive, 0 a negative, 1 is left out. */
export function scoreOf(
  pairs: readonly Pair[],
  counted: ReadonlySet<TrustElement> = countedIn(pairs)
): Score {
  let alarms = 0
  let falseAlarms = 0
  const rows = trustElements.map((element): Row => {
    let [tp, fp, fn, tn, hits] = [0, 0, 0, 0, 0]
    for (const {document, prediction} of pairs) {
      const {level, lines} = document.labels[element]
      if (level === 1) continue
      const guess = prediction.elements[element]
      const present = guess.level === 'present'
      if (level === 2) present ? tp++ : fn++
      else present ? fp++ : tn++
      if (guess.level === 'missing' && core.has(element)) {
        alarms++
        if (level === 2) falseAlarms++
      }
      const first = guess.lines[0]
      if (level === 2 && present && first && lines.some(([from, to]) => first[0] <= to && from <= first[1]))
        hits++
    }
    return {
      element,
      positives: tp + fn,
      negatives: tn + fp,
      present: f1(tp, fp, fn),
      missing: f1(tn, fn, fp),
      evidence: hits / (tp || 1)
    }
  })
  const macro = rows.filter(({element}) => counted.has(element))
  return {
    documents: pairs.length,
    rows,
    present: mean(macro.map(({present}) => present)),
    missing: mean(macro.map(({missing}) => missing)),
    evidence: mean(rows.filter(({positives}) => positives >= enough).map(({evidence}) => evidence)),
    falseAlarms: alarms ? falseAlarms / alarms : 0,
    alarms: alarms / (pairs.length || 1)
  }
}

/** The labels that have enough positives and negatives. */
export function countedIn(pairs: readonly Pair[]): Set<TrustElement> {
  const count = (element: TrustElement, level: number) =>
    pairs.filter(({document}) => document.labels[element].level === level).length
  return new Set(
    trustElements.filter((element) => count(element, 2) >= enough && count(element, 0) >= enough)
  )
}

/** Of the documents with one element's passages blanked out, the share that is called missing or weak. */
export function ablationOf(predictions: readonly Prediction[]): {
  rows: {element: TrustElement; caught: number; documents: number}[]
  macro: number
} {
  const rows = trustElements.flatMap((element) => {
    const own = predictions.filter(({file}) => file.endsWith(`__no-${element}.md`))
    const caught = own.filter(({elements}) => elements[element].level !== 'present').length
    return own.length < enough ? [] : [{element, caught: caught / own.length, documents: own.length}]
  })
  return {rows, macro: mean(rows.map(({caught}) => caught))}
}

export interface Interval {
  readonly low: number
  readonly high: number
}

/** 95 % intervals of the macros, by drawing owners (not documents, which resemble their owner's others). */
export function intervalsOf(
  pairs: readonly Pair[],
  ownerOf: (document: LabelledDocument) => string,
  draws = 300
): Record<'present' | 'missing' | 'evidence' | 'falseAlarms', Interval> {
  const owners = [...groupBy(pairs, ({document}) => ownerOf(document)).values()]
  let state = 7
  const random = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
  const counted = countedIn(pairs)
  const drawn = Array.from({length: draws}, () =>
    scoreOf(
      owners.flatMap(() => owners[Math.floor(random() * owners.length)] ?? []),
      counted
    )
  )
  const interval = (values: number[]): Interval => {
    const sorted = values.sort((a, b) => a - b)
    return {low: sorted[Math.floor(draws * 0.025)] ?? 0, high: sorted[Math.floor(draws * 0.975)] ?? 0}
  }
  return {
    present: interval(drawn.map(({present}) => present)),
    missing: interval(drawn.map(({missing}) => missing)),
    evidence: interval(drawn.map(({evidence}) => evidence)),
    falseAlarms: interval(drawn.map(({falseAlarms}) => falseAlarms))
  }
}

function f1(hits: number, alarms: number, misses: number): number {
  return hits + alarms + misses === 0 ? 1 : (2 * hits) / (2 * hits + alarms + misses)
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : Number.NaN
}
