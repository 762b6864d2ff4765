import {judge} from '../../src/analysis/model/judge.ts'
import type {Judge} from '../../src/analysis/model/model.ts'

/** One document (or an ablated one) as a judge of one element sees it. */
export interface Case {
  readonly summary: readonly number[]
  /** 0, 1 or 2; -1 for a document whose proving passages are blanked out. */
  readonly level: number
}

export interface JudgeSettings {
  /** What all ablated documents together count, against the documents as they are. */
  readonly ablated: number
  /** What catching ablated documents counts in the choice of the threshold, against either F1. */
  readonly catching: number
  /** Of the documents called missing at most this share may have the element. */
  readonly falseAlarms: number
  readonly decay: number
}

export const judgeSettings: JudgeSettings = {ablated: 1, catching: 0.1, falseAlarms: 0.04, decay: 0.03}

const rounds = 12

/** Fits the judge of one element and its thresholds; documents of level 1 are left out. */
export function learnJudge(cases: readonly Case[], chosen: JudgeSettings = judgeSettings): Judge {
  const told = cases.filter(({level}) => level === 0 || level === 2)
  const ablated = cases.filter(({level}) => level === -1)
  const positives = told.filter(({level}) => level === 2).length
  const negatives = Math.max(1, told.length - positives)
  const weighed = [
    ...told.map(({summary, level}) => ({
      summary,
      target: level / 2,
      weight: 0.5 / (level === 2 ? Math.max(1, positives) : negatives) + 0.5 / told.length
    })),
    ...ablated.map(({summary}) => ({
      summary,
      target: 0,
      weight: chosen.ablated / Math.max(ablated.length, 40)
    }))
  ]
  const fitted = regress(weighed, chosen.decay)
  const value = ({summary}: Case) => judge({...fitted, present: 0, weak: 0}, summary)
  const scored = told.map((each) => ({value: value(each), positive: each.level === 2}))
  const present = threshold(scored, ablated.map(value), chosen.catching)
  return {...fitted, present: short(present), weak: short(weakFrom(scored, present, chosen.falseAlarms))}
}

export interface Weighed {
  readonly summary: readonly number[]
  readonly target: number
  readonly weight: number
}

/** Ridge logistic regression over standardised numbers, by Newton's method. */
export function regress(cases: readonly Weighed[], decay: number): Omit<Judge, 'present' | 'weak'> {
  const count = cases[0]?.summary.length ?? 0
  const total = cases.reduce((sum, {weight}) => sum + weight, 0)
  const mean = (value: (each: Weighed) => number) =>
    cases.reduce((sum, each) => sum + each.weight * value(each), 0) / total
  const columns = Array.from({length: count}, (_, column) => column)
  const means = columns.map((column) => mean(({summary}) => summary[column] ?? 0))
  const deviations = columns.map(
    (column) => Math.sqrt(mean(({summary}) => ((summary[column] ?? 0) - (means[column] ?? 0)) ** 2)) || 1
  )
  // The last number of a row stands for the bias, which is not held down.
  const rows = cases.map(({summary}) => [
    ...columns.map((column) => ((summary[column] ?? 0) - (means[column] ?? 0)) / (deviations[column] ?? 1)),
    1
  ])
  let weights = new Array<number>(count + 1).fill(0)
  for (let round = 0; round < rounds; round++) {
    const slopes = weights.map((weight, at) => (at < count ? decay * weight : 0))
    const bends = weights.map((_, at) => weights.map((_, other) => (at === other && at < count ? decay : 0)))
    cases.forEach(({target, weight}, index) => {
      const row = rows[index] ?? []
      const chance = logistic(row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0))
      const error = ((chance - target) * weight) / total
      const bend = (Math.max(1e-4, chance * (1 - chance)) * weight) / total
      row.forEach((value, at) => {
        slopes[at] = (slopes[at] ?? 0) + error * value
        const own = bends[at] ?? []
        row.forEach((other, column) => {
          own[column] = (own[column] ?? 0) + bend * value * other
        })
      })
    })
    const steps = solve(bends, slopes)
    weights = weights.map((weight, at) => weight - (steps[at] ?? 0))
  }
  return {
    means: means.map(short),
    deviations: deviations.map(short),
    coefficients: weights.slice(0, count).map(short),
    bias: short(weights[count] ?? 0)
  }
}

/** Solves linear equations with a positive definite matrix, by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0])
  const size = rows.length
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] || 1)
      for (let column = at; column <= size; column++)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
    }
  })
  const solution = new Array<number>(size).fill(0)
  for (let at = size - 1; at >= 0; at--) {
    const row = rows[at] ?? []
    let rest = row[size] ?? 0
    for (let column = at + 1; column < size; column++) rest -= (row[column] ?? 0) * (solution[column] ?? 0)
    solution[at] = rest / (row[at] || 1)
  }
  return solution
}

interface Scored {
  readonly value: number
  readonly positive: boolean
}

/**
 * The value that parts present from not: the best sum of the F1 of "present", that of "missing" and the share
 * of ablated documents caught. A document counts as what a curve through all of them expects it to be, so that no
 * single one decides.
 */
function threshold(cases: readonly Scored[], ablated: readonly number[], catching: number): number {
  const curve = {
    ...regress(
      cases.map(({value, positive}) => ({summary: [value], target: Number(positive), weight: 1})),
      1e-4
    ),
    present: 0,
    weak: 0
  }
  const sorted = cases
    .map(({value}) => ({value, share: logistic(judge(curve, [value]))}))
    .sort((a, b) => b.value - a.value)
  const positives = sorted.reduce((sum, {share}) => sum + share, 0)
  const negatives = sorted.length - positives
  let hits = 0
  let best = {cut: 0, worth: -1}
  sorted.forEach(({value, share}, index) => {
    hits += share
    const alarms = index + 1 - hits
    const misses = positives - hits
    const cut = (value + (sorted[index + 1]?.value ?? value - 1)) / 2
    const caught = ablated.filter((each) => each < cut).length / Math.max(1, ablated.length)
    const worth = f1(hits, alarms, misses) + f1(negatives - alarms, misses, alarms) + catching * caught
    if (worth > best.worth) best = {cut, worth}
  })
  return best.cut
}

/** The highest value, up to `present`, below which no more than a share of the documents have the element. */
function weakFrom(cases: readonly Scored[], present: number, share: number): number {
  const sorted = [...cases].filter(({value}) => value < present).sort((a, b) => a.value - b.value)
  let positives = 0
  let best = (sorted[0]?.value ?? present) - 1
  sorted.forEach(({value, positive}, index) => {
    if (positive) positives++
    if (positives / (index + 1) <= share) best = value + 1e-6
  })
  return Math.min(present, best)
}

function f1(hits: number, alarms: number, misses: number): number {
  return hits + alarms + misses === 0 ? 1 : (2 * hits) / (2 * hits + alarms + misses)
}

const logistic = (value: number) => 1 / (1 + Math.exp(-value))

const short = (value: number) => Number(value.toPrecision(6))
