import {shippedModel} from './evidence.ts'
import {provesNothing, see} from './model/sight.ts'
import type {Proposal} from './proposal.ts'
import type {Span} from './span.ts'
import {type TrustElement, trustElements} from './trust-elements.ts'

/** A sentence, an item's sentence or a table row of the author's own, and what it tells. */
export interface Telling {
  readonly span: Span
  /** Index into the proposal's passages. */
  readonly passage: number
  /** Log-odds that it proves an element. */
  readonly score: (element: TrustElement) => number
}

/** What a proposal's author says, sentence by sentence, in order; nothing of a form or still to be filled in. */
export function tellingsOf({sections, passages, boilerplate, text}: Proposal): Telling[] {
  const sight = see(shippedModel(), {sections, passages}, text)
  const {units, scores} = sight
  const width = trustElements.length
  return units.flatMap((unit, at) => {
    const {passage, start, end, kind} = unit
    if (passage === undefined || kind === 'heading' || boilerplate[passage]) return []
    if (provesNothing(sight.outline, unit)) return []
    const score = (element: TrustElement) => scores.units[at * width + trustElements.indexOf(element)] ?? 0
    return [{span: {start, end}, passage, score}]
  })
}
