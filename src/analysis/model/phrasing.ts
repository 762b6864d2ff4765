import {promises, saysAnything, saysOutright} from '../lexicon.ts'
import type {Outline} from '../passages.ts'
import {type TrustElement, trustElements} from '../trust-elements.ts'
import type {UnitFeatures} from './features.ts'
import type {Unit} from './units.ts'

const width = trustElements.length

/** The quantities that an element is made of. */
const matter: Partial<Record<TrustElement, ReadonlySet<string>>> = {
  effort: new Set(['§fte', '§perhour', '§hours', '§head']),
  resources: new Set(['§money'])
}

/** Fewer words than this say little under a heading that promises something. */
const few: Partial<Record<TrustElement, number>> = {stakeholder: 2, chunked: 2}
const fewElsewhere = 6

/**
 * How plainly each unit speaks of each element, by the lexicon and not by what was learned: 0 to 3 points, one
 * each for a phrase that says it outright, a heading that promises it, and a quantity that it is made of.
 */
export function phrasingOf(
  {sections}: Outline,
  units: readonly Unit[],
  features: readonly UnitFeatures[]
): Uint8Array {
  const promised = sections.map((_, index) => {
    const titles: string[] = []
    for (let at: number | undefined = index; at !== undefined; at = sections[at]?.parent)
      titles.push(sections[at]?.title ?? '')
    return trustElements.map((element) => titles.some((title) => promises(title, element)))
  })
  const promising = promised.map((elements) => elements.includes(true))
  const early = Math.max(1500, (units.at(-1)?.span.end ?? 0) / 4)
  const points = new Uint8Array(units.length * width)
  units.forEach(({kind, words, section, span}, at) => {
    if (kind === 'heading' || kind === 'code') return
    const tokens = features[at]?.reading.tokens ?? []
    const says = saysAnything(words)
    const counts = tokens.some(({key}) => key.startsWith('§'))
    if (!says && !counts && !promising[section]) return
    trustElements.forEach((element, index) => {
      // A duration or a date may be anything's; the model tells whose better than a phrase.
      if (element === 'timeframe' || (element === 'summary' && span.start > early)) return
      const quantities = matter[element]
      const counted = counts && quantities !== undefined && tokens.some(({key}) => quantities.has(key))
      const outright = says && saysOutright(words, element)
      const enough = tokens.length >= (few[element] ?? fewElsewhere)
      const headed = promised[section]?.[index] === true && (quantities ? counted : enough)
      points[at * width + index] = Number(outright) + Number(headed) + Number(counted)
    })
  })
  return points
}
