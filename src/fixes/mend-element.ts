import {promises} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {placesBySection} from '../rules/places-by-section.ts'
import {rules} from '../rules/rules.ts'
import type {Fix} from './fix.ts'
import {insertElement, insertSlot} from './insert-element.ts'

/** The fix that lets an author tell one element: at the ask that lacks it where there is one, else its scaffold. */
export function mendElement(proposal: Proposal, element: TrustElement): Fix {
  const [observed] = rules.find((rule) => rule.element === element)?.check(proposal) ?? []
  const ask = observed?.ask === undefined ? undefined : proposal.asks[observed.ask]
  return (ask && insertSlot(proposal, ask, element)) ?? insertElement(proposal, element, true)
}

/** The first place of a section that promises an element: its scaffold is there and waits to be filled in. */
export function placeToFill(proposal: Proposal, element: TrustElement): Span | undefined {
  for (const [index, [place]] of placesBySection(proposal)) {
    if (promises(proposal.sections[index]?.title ?? '', element)) return place.span
  }
  return undefined
}
