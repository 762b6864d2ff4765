import {isBudgetRequest} from '../analysis/asks/phrases.ts'
import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'

const named =
  /\brfp\b|\b(?:request|call)s? for (?:proposals|applications|projects|nominations|submissions|volunteers)\b/i
const howTo =
  /\bto (?:apply|submit an? (?:\w+ )?(?:proposal|application))\b|\b(?:proposals|applications|teams|applicants) (?:should|must)\b|\bproposals will be (?:evaluated|reviewed)\b/i

/**
 * Whether a document calls for proposals: it tells others how to apply. What it asks is asked of those who do, and
 * not of a funder; an application in answer to a call names what it asks for itself.
 */
export function callsForProposals({title, sections, passages}: Proposal): boolean {
  if (sections.some((section) => isBudgetRequest(section.title))) return false
  const opening = passages.slice(0, 8).some(({plain}) => /\bis an? (?:request|call) for /i.test(plain))
  return (
    (opening || named.test(title?.words ?? '')) &&
    (sections.some((section) => howTo.test(section.title)) || passages.some(({plain}) => howTo.test(plain)))
  )
}

/** "This call is closed", at the top of one. */
const closing =
  /\b(?:rfp|call|applications?|submissions?|round|nominations?)\b[^.;]{0,40}\b(?:(?:is|are|(?:has|have) (?:now )?been) (?:now )?closed|(?:has|have) (?:now )?(?:closed|ended)|no longer (?:open|accept\w*))/i
const mostAtTop = 4

/** The passages at the top of a call that say that it is closed, with what stands beside them; none where it is open. */
export function closingOf(proposal: Proposal): readonly Passage[] {
  if (!callsForProposals(proposal)) return []
  const top = proposal.passages.slice(0, mostAtTop)
  const found = top.find(({plain}) => closing.test(plain))
  return found ? top.filter(({section}) => section === found.section) : []
}

/** Where a closed call sends its readers instead: the passage that says so, and the index of its sentence. */
export function insteadOf(proposal: Proposal): {readonly passage: Passage; readonly at: number} | undefined {
  for (const passage of closingOf(proposal)) {
    const at = passage.sentences.findIndex(({words}) => /\bplease\b[^.]*\binstead\b/i.test(words))
    if (at >= 0) return {passage, at}
  }
  return undefined
}
