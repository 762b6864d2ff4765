import {type TrustElement, trustElements} from '../trust-elements.ts'
import type {Judge, Scores} from './model.ts'

const width = trustElements.length
const least = -8
const held = (score: number) => Math.max(least, Math.min(-least, score))

/**
 * What a document's units say about one element, as the numbers that a judge weighs.
 * @param promise how much the title of a section that holds nothing promises the element; 0 when none does
 */
export function summaryOf(scores: Scores, element: number, promise: number): number[] {
  const {units, own, phrasing, odds, ownOdds} = scores
  const top = greatest(units, element, 4)
  const ownTop = greatest(own, element, 2)
  let most = 0
  let outspoken = 0
  for (let at = element; at < phrasing.length; at += width) {
    const points = phrasing[at] as number
    if (points === 0) continue
    outspoken++
    if (points > most) most = points
  }
  const [first, second, third, fourth] = top.map((at) => held(units[at] ?? least)) as [
    number,
    number,
    number,
    number
  ]
  const best = top[0] ?? 0
  return [
    first,
    second,
    third,
    held(Math.log(odds[element] ?? 0)),
    (first + second + third + fourth) / 4,
    Math.log(1 + units.length / width) - 4,
    most,
    Math.log(1 + outspoken),
    promise,
    ...ownTop.map((at) => held(own[at] ?? least)),
    held(Math.log(ownOdds[element] ?? 0)),
    (units[best] ?? 0) - (own[best] ?? 0)
  ]
}

/** Where in a table with a row for each unit the greatest numbers of an element stand; past its end where there are too few. */
function greatest(table: Float32Array, element: number, count: number): number[] {
  const found = new Array<number>(count).fill(table.length)
  for (let at = element; at < table.length; at += width) {
    const value = table[at] as number
    let rank = count
    while (rank > 0 && !((table[found[rank - 1] as number] as number) >= value)) rank--
    if (rank === count) continue
    found.copyWithin(rank + 1, rank)
    found[rank] = at
  }
  return found
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

/** Whether some passage tells an element rather than not, and the lexicon agrees: no judge of documents is needed. */
export function isPlain([top = least, , , , , , phrasing = 0]: readonly number[]): boolean {
  return top > 0 && phrasing > 0
}

/**
 * Below these log-odds no passage comes near. Nearly all documents of the corpus tell these elements, so that a
 * judge of whole documents hardly ever calls one missing; for the others it does well by itself.
 */
const far: Partial<Record<TrustElement, number>> = {
  motive: -1.5,
  progress: -1.5,
  downside: -1.5,
  work: -1.5,
  stakeholder: -2
}
const farElsewhere = -2.5

/** Whether no passage comes near an element: none by what was learned, none by the lexicon. */
export function isSilent(
  element: TrustElement,
  [top = least, , , , , , phrasing = 0]: readonly number[]
): boolean {
  return top < (far[element] ?? farElsewhere) && phrasing === 0
}
