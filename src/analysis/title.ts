import {promises} from './lexicon.ts'
import type {Outline} from './passages.ts'
import type {Slot} from './proposal.ts'
import {trustElements} from './trust-elements.ts'

const field = /^(?:title|feature name|name of project|project(?: name| title)?|proposal)\s*:\s*(?=\S)/i

/** What stands in a field that names nothing. */
export const unnamed = /^\W*(?:none|n\/?a|tbd|tba|todo|untitled)?\W*$/i

/** So many passages may stand above a title: a header, a notice. */
const late = 8

/**
 * What a document calls itself: its first heading, unless that is one of its sections ("Summary"); else a field
 * that names it among its first passages ("Feature Name: …").
 */
export function titleOf({sections, passages}: Outline): Slot | undefined {
  const headings = sections.filter(({heading, depth}) => heading && depth <= 6)
  const [first] = headings
  const section =
    headings.length > 1 && trustElements.some((element) => promises(first?.title ?? '', element))
  const start = first?.heading?.start ?? 0
  const opening = (passages[late]?.span.start ?? start) >= start
  if (first?.heading && first.title !== '' && !section && opening)
    return {span: first.heading, words: first.title}
  for (const {sentences} of passages.slice(0, 8)) {
    for (const {span, words} of sentences) {
      const name = words.replace(field, '').replace(/^`(.*)`$/, '$1')
      if (name !== words && name.length < 120 && !unnamed.test(name)) return {span, words: name}
    }
  }
  return undefined
}
