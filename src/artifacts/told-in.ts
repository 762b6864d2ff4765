import {promises} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import type {Quoted} from './best-passages.ts'
import type {Clipping} from './clip.ts'

/** A section by its title, and the place in it where an element is told. */
export interface Told {
  readonly title: Clipping
  readonly place: Span
  /** Whether the title leads its reader to expect it there. */
  readonly promised: boolean
}

/** Where nobody would look for what a proposal tells. */
const aside = /\b(?:bibliography|references|acknowledge?ments?|biograph\w*|contact|links|licen[cs]e)\b/i

/**
 * The section that the reading of an element rests on: what its reader is led to where no words of it read well by
 * themselves.
 * @returns undefined where the element is not told, or only under the document's own title
 */
export function toldIn({elements, passages, sections, title}: Proposal, element: Quoted): Told | undefined {
  const {level, evidence} = elements[element]
  if (level !== 'present') return undefined
  const found: Told[] = []
  for (const {passage, best} of evidence) {
    // “See the other proposal” tells nothing here.
    if (/^\W*see\b/i.test(passages[passage ?? -1]?.plain ?? '')) continue
    const section = sections[passages[passage ?? -1]?.section ?? -1]
    // An emoji's name at the end of a title is no word of it.
    const words = section?.title
      .replace(/\s*:[a-z_]+:\s*$/, '')
      .replace(/[\s:.]+$/, '')
      .trim()
    if (section?.heading && words && words !== title?.words && !aside.test(words))
      found.push({
        title: {words, span: section.heading, parts: [section.heading]},
        place: best,
        // What somebody has done before is not where it stands.
        promised: promises(section.title, element) && !/\bexperience\b/i.test(section.title)
      })
  }
  return found.find(({promised}) => promised) ?? found[0]
}
