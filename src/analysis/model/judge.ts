import {type TrustElement, trustElements} from '../trust-elements.ts'
import type {Judge, Scores} from './model.ts'

const width = trustElements.length
const least = -8
const bottom = Number.NEGATIVE_INFINITY
const held = (score: number) => Math.max(least, Math.min(-least, score))

/**
 * What a document's units say about one element, as the numbers that a judge weighs.
 * @param promise how much the title of a section that holds nothing promises the element; 0 when none does
 */
export function summaryOf(scores: Scores, element: number, promise: number): number[] {
  const {units, own, phrasing, odds, ownOdds} = scores
  let [first, second, third, fourth, best] = [bottom, bottom, bottom, bottom, element]
  let [ownFirst, ownSecond] = [bottom, bottom]
  let most = 0
  let outspoken = 0
  for (let at = element; at < units.length; at += width) {
    const score = units[at] as number
    if (score > fourth) {
      if (score > first) best = at
      fourth = Math.max(fourth, Math.min(third, score))
      third = Math.max(third, Math.min(second, score))
      second = Math.max(second, Math.min(first, score))
      first = Math.max(first, score)
    }
    const alone = own[at] as number
    if (alone > ownSecond) {
      ownSecond = Math.max(ownSecond, Math.min(ownFirst, alone))
      ownFirst = Math.max(ownFirst, alone)
    }
    const points = phrasing[at] as number
    if (points > 0) outspoken++
    most = Math.max(most, points)
  }
  return [
    held(first),
    held(second),
    held(third),
    held(Math.log(odds[element] ?? 0)),
    (held(first) + held(second) + held(third) + held(fourth)) / 4,
    Math.log(1 + units.length / width) - 4,
    most,
    Math.log(1 + outspoken),
    promise,
    held(ownFirst),
    held(ownSecond),
    held(Math.log(ownOdds[element] ?? 0)),
    (units[best] ?? 0) - (own[best] ?? 0)
  ]
}

/** The judge's log-odds that a document with this summary has the element. */
export function judge({means, deviations, coefficients, bias}: Judge, summary: readonly number[]): number {
  return summary.reduce(
    (sum, value, index) =>
      sum + ((coefficients[index] ?? 0) * (value - (means[index] ?? 0))) / (deviations[index] ?? 1),
    bias
  )
}

/** Whether some passage comes near enough to be shown as what tells an element. */
export function hasWitness([top = least, , , , , , phrasing = 0]: readonly number[]): boolean {
  return top > -1.5 || phrasing > 0
}

/** Whether some passage tells an element rather than not, and the lexicon agrees: then a judge's slight doubt does not count. */
export function isPlain([top = least, , , , , , phrasing = 0]: readonly number[]): boolean {
  return top > 0 && phrasing > 0
}

/**
 * Below these log-odds no passage comes near. Nearly all documents of the corpus tell these elements, so that a
 * judge of whole documents hardly ever calls one missing; for the others it does well by itself.
 */
const far: Partial<Record<TrustElement, number>> = {
  motive: -1.2,
  progress: -1.2,
  downside: -1.2,
  work: -1.2,
  stakeholder: -1.7
}
const farElsewhere = -2.2

/** Whether no passage comes near an element: none by what was learned, none by the lexicon. */
export function isSilent(
  element: TrustElement,
  [top = least, , , , , , phrasing = 0]: readonly number[]
): boolean {
  return top < (far[element] ?? farElsewhere) && phrasing === 0
}
