/** What a reader needs to find in a proposal, the labels of the guideline, in the order in which they are reported. */
export const trustElements = [
  'motive',
  'progress',
  'downside',
  'timeframe',
  'effort',
  'work',
  'resources',
  'ask',
  'dialog',
  'reward',
  'optout',
  'objection',
  'summary',
  'stakeholder',
  'chunked'
] as const

export type TrustElement = (typeof trustElements)[number]

/** Those that the score of the labelled documents counts a false alarm for: what a proposal can least do without. */
export const coreElements = trustElements.slice(0, 8)

/** One value for each trust element. */
export function eachElement<T>(make: (element: TrustElement, index: number) => T): Record<TrustElement, T> {
  return Object.fromEntries(trustElements.map((element, index) => [element, make(element, index)])) as Record<
    TrustElement,
    T
  >
}
