import {isDenial, isHollow, promises} from './lexicon.ts'
import type {Proposal} from './proposal.ts'
import type {Span} from './span.ts'
import {type TrustElement, trustElements} from './trust-elements.ts'

/** A section that leads its reader to expect something and does not say it. */
export interface HollowSection {
  /** Index into the sections. */
  readonly section: number
  readonly heading: Span
  readonly title: string
  /** What it promises; undefined where it is only put off ("TBD"). */
  readonly element: TrustElement | undefined
  /** `empty`: nothing stands there but a form's text; `put off`: "TBD"; `denied`: "None", where a reader doubts that. */
  readonly how: 'empty' | 'put off' | 'denied'
}

/** Where "none" is no answer: a reader knows that there is something. Elsewhere ("Dependencies") it is one. */
const doubted =
  /\b(?:risks?|drawbacks?|downsides?|disadvantages?|trade-?offs?|cons|limitations?|costs?|alternatives?|challenges|obstacles|what could go wrong)\b/i

/** The sections that promise and do not keep it, in order. Code, tables, pictures and block quotes are content. */
export function hollowSectionsOf(proposal: Proposal): HollowSection[] {
  const {text, sections, passages, boilerplate, title} = proposal
  const own = sections.map((): string[] => [])
  passages.forEach(({section, sentences}, index) => {
    if (!boilerplate[index]) for (const {words} of sentences) own[section]?.push(words)
  })
  return sections.flatMap(({heading, title: words, depth, span}, section): HollowSection[] => {
    const next = sections[section + 1]
    if (!heading || heading.start === title?.span.start || (next && next.depth > depth)) return []
    const element = trustElements.find((one) => promises(words, one))
    const said = own[section] ?? []
    const answer = {section, heading, title: words, element}
    if (said.length === 0) {
      const body = text.slice(heading.end, span.end)
      return element && depth <= 6 && !hasContent(body) ? [{...answer, how: 'empty'}] : []
    }
    if (!said.every((one) => isHollow(one) && !/[⟨⟩]/.test(one))) return []
    if (!said.some((one) => isDenial(one))) return [{...answer, how: 'put off'}]
    return doubted.test(words) && said.every((one) => isDenial(one)) ? [{...answer, how: 'denied'}] : []
  })
}

/** Whether anything stands in a section's source that is no prose: code, a table, a picture, HTML, a formula. */
function hasContent(body: string): boolean {
  return /```|~~~|^ {4,}\S|^\s*\||!\[|<(?!!--)\w|\$\$|^\s*\[[^\]]+\]:/m.test(
    body.replace(/<!--[\s\S]*?-->/g, '')
  )
}
