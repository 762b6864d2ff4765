import type {TrustElement} from '../trust-elements.ts'
import type {Judge} from './model.ts'

const least = -8
const held = (score: number) => Math.max(least, Math.min(-least, score))

/**
 * What a document's units say about one element, as the numbers that a judge weighs.
 * @param scores of its units, in any order
 * @param own what they score by themselves, in the same order: without headings and lead-ins
 * @param phrasing of its units, in the same order; see `phrasingOf`
 * @param promise how much the title of a section that holds nothing promises the element; 0 when none does
 */
export function summaryOf(
  scores: Float32Array,
  own: Float32Array,
  phrasing: Uint8Array,
  promise: number
): number[] {
  const top = greatest(scores)
  const ownTop = greatest(own)
  let most = 0
  let outspoken = 0
  for (const points of phrasing) {
    most = Math.max(most, points)
    if (points > 0) outspoken++
  }
  const at = (rank: number) => held(top[rank] ?? least)
  const best = scores.indexOf(top[0] ?? least)
  return [
    at(0),
    at(1),
    at(2),
    held(together(scores, top[0])),
    (at(0) + at(1) + at(2) + at(3)) / 4,
    Math.log(1 + scores.length) - 4,
    most,
    Math.log(1 + outspoken),
    promise,
    held(ownTop[0] ?? least),
    held(ownTop[1] ?? least),
    held(together(own, ownTop[0])),
    (scores[best] ?? 0) - (own[best] ?? 0)
  ]
}

/** The four greatest of scores, in falling order; fewer where there are no more. */
function greatest(scores: Float32Array): number[] {
  const top: number[] = []
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at] as number
    if (top.length === 4 && score <= (top[3] as number)) continue
    let rank = Math.min(top.length, 3)
    for (; rank > 0 && (top[rank - 1] as number) < score; rank--) top[rank] = top[rank - 1] as number
    top[rank] = score
  }
  return top
}

/** The log-sum-exp of scores, of which `top` is the greatest. */
function together(scores: Float32Array, top = least): number {
  let sum = 0
  for (let at = 0; at < scores.length; at++) sum += Math.exp((scores[at] as number) - top)
  return top + Math.log(sum || 1)
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
