import {isDenial, isHollow, promises} from './lexicon.ts'
import type {Section} from './passages.ts'
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
  const {text, sections, title} = proposal
  const hollow: HollowSection[] = []
  /** Passages stand in the order of their sections. */
  let next = 0
  for (let section = 0; section < sections.length; section++) {
    const {heading, title: words, depth, span} = sections[section] as Section
    const first = next
    while (proposal.passages[next]?.section === section) next++
    const below = sections[section + 1]
    if (!heading || heading.start === title?.span.start || (below && below.depth > depth)) continue
    const how = emptinessOf(proposal, first, next)
    if (how === undefined) continue
    const element = trustElements.find((one) => promises(words, one))
    if (how === 'empty' && (!element || depth > 6 || hasContent(text.slice(heading.end, span.end)))) continue
    if (how === 'denied' && !doubted.test(words)) continue
    hollow.push({section, heading, title: words, element, how})
  }
  return hollow
}

/** How the passages from one to before another say nothing of the author's own; undefined where they say something. */
function emptinessOf(
  {passages, boilerplate}: Proposal,
  from: number,
  to: number
): HollowSection['how'] | undefined {
  let [said, denials] = [0, 0]
  for (let index = from; index < to; index++) {
    if (boilerplate[index]) continue
    for (const {words} of passages[index]?.content.sentences ?? none) {
      if (!isHollow(words) || /[⟨⟩]/.test(words)) return undefined
      said++
      if (isDenial(words)) denials++
    }
  }
  if (said === 0) return 'empty'
  return denials === 0 ? 'put off' : denials === said ? 'denied' : undefined
}

const none: readonly never[] = []

/** Whether anything stands in a section's source that is no prose: code, a table, a picture, HTML, a formula. */
function hasContent(body: string): boolean {
  return /```|~~~|^ {4,}\S|^\s*\||!\[|<(?!!--)\w|\$\$|^\s*\[[^\]]+\]:/m.test(
    body.replace(/<!--[\s\S]*?-->/g, '')
  )
}
