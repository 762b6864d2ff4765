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

export const judgeSettings: JudgeSettings = {ablated: 1, catching: 0.3, falseAlarms: 0.03, decay: 0.02}

const rounds = 300

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

interface Weighed {
  readonly summary: readonly number[]
  readonly target: number
  readonly weight: number
}

/** Logistic regression over standardised numbers, by gradient descent. */
function regress(cases: readonly Weighed[], decay: number): Omit<Judge, 'present' | 'weak'> {
  const count = cases[0]?.summary.length ?? 0
  const columns = Array.from({length: count}, (_, column) => cases.map(({summary}) => summary[column] ?? 0))
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length)
  const deviations = columns.map(
    (column, at) =>
      Math.sqrt(column.reduce((sum, value) => sum + (value - (means[at] ?? 0)) ** 2, 0) / column.length) || 1
  )
  const rows = cases.map(({summary}) =>
    summary.map((value, at) => (value - (means[at] ?? 0)) / (deviations[at] ?? 1))
  )
  const total = cases.reduce((sum, {weight}) => sum + weight, 0)
  const coefficients = new Array<number>(count).fill(0)
  let bias = 0
  for (let round = 0; round < rounds; round++) {
    const slopes = coefficients.map((coefficient) => decay * coefficient)
    let slope = 0
    cases.forEach(({target, weight}, index) => {
      const row = rows[index] ?? []
      const score = row.reduce((sum, value, at) => sum + value * (coefficients[at] ?? 0), bias)
      const error = ((1 / (1 + Math.exp(-score)) - target) * weight) / total
      slope += error
      row.forEach((value, at) => {
        slopes[at] = (slopes[at] ?? 0) + error * value
      })
    })
    bias -= slope
    slopes.forEach((each, at) => {
      coefficients[at] = (coefficients[at] ?? 0) - each
    })
  }
  return {
    means: means.map(short),
    deviations: deviations.map(short),
    coefficients: coefficients.map(short),
    bias: short(bias)
  }
}

interface Scored {
  readonly value: number
  readonly positive: boolean
}

/**
 * The value that parts present from not: the best sum of the F1 of "present", that of "missing" and the share
 * of ablated documents caught, smoothed over neighbouring choices so that no single document decides.
 */
function threshold(cases: readonly Scored[], ablated: readonly number[], catching: number): number {
  const sorted = [...cases].sort((a, b) => b.value - a.value)
  const positives = sorted.filter(({positive}) => positive).length
  const negatives = sorted.length - positives
  let hits = 0
  const worth = sorted.map(({value, positive}, index) => {
    if (positive) hits++
    const alarms = index + 1 - hits
    const misses = positives - hits
    const cut = (value + (sorted[index + 1]?.value ?? value - 1)) / 2
    const caught = ablated.filter((each) => each < cut).length / Math.max(1, ablated.length)
    return f1(hits, alarms, misses) + f1(negatives - alarms, misses, alarms) + catching * caught
  })
  const reach = Math.max(1, Math.round(sorted.length * 0.015))
  const smooth = worth.map((_, index) => {
    const near = worth.slice(Math.max(0, index - reach), index + reach + 1)
    return near.reduce((sum, value) => sum + value, 0) / near.length
  })
  const best = smooth.indexOf(Math.max(...smooth))
  return ((sorted[best]?.value ?? 0) + (sorted[best + 1]?.value ?? (sorted[best]?.value ?? 0) - 1)) / 2
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

const short = (value: number) => Number(value.toPrecision(6))
