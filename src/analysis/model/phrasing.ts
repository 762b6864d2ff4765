import {promises, saysAnything, saysOutright} from '../lexicon.ts'
import {type TrustElement, trustElements} from '../trust-elements.ts'
import type {Token} from './tokens.ts'

const width = trustElements.length

/** The quantities that an element is made of. */
const matter: Partial<Record<TrustElement, ReadonlySet<string>>> = {
  effort: new Set(['§fte', '§perhour', '§hours', '§head']),
  resources: new Set(['§money'])
}

/** Fewer words than this say little under a heading that promises something. */
const few: Partial<Record<TrustElement, number>> = {stakeholder: 2, chunked: 2}
const fewElsewhere = 6

/** The elements that a title promises, a bit for each. */
export function promisedIn(title: string): number {
  let bits = 0
  trustElements.forEach((element, index) => {
    if (promises(title, element)) bits |= 1 << index
  })
  return bits
}

/** Its points count only where it stands early: a digest stands at the top. */
export const early = trustElements.indexOf('summary')

/**
 * How plainly words speak of each element, by the lexicon and not by what was learned: 0 to 3 points, one each for
 * a phrase that says it outright, a heading that promises it, and a quantity that it is made of.
 * @param promised what the headings above promise: see `promisedIn`
 */
export function phrasingOf(words: string, tokens: readonly Token[], promised: number): Uint8Array {
  const points = new Uint8Array(width)
  const says = saysAnything(words)
  const counts = tokens.some(({key}) => key.startsWith('§'))
  if (!says && !counts && promised === 0) return points
  trustElements.forEach((element, index) => {
    // A duration or a date may be anything's; the model tells whose better than a phrase.
    if (element === 'timeframe') return
    const quantities = matter[element]
    const counted = counts && quantities !== undefined && tokens.some(({key}) => quantities.has(key))
    const outright = says && saysOutright(words, element)
    const enough = tokens.length >= (few[element] ?? fewElsewhere)
    const headed = ((promised >> index) & 1) === 1 && (quantities ? counted : enough)
    points[index] = Number(outright) + Number(headed) + Number(counted)
  })
  return points
}
