import type {Proposal} from './proposal.ts'

const title = /^RFP\s*[:–—-]|^(?:RFP|requests? for proposals?|calls? for (?:proposals|applications))$/i
const opening =
  /\b(?:this is a|we are (?:seeking|inviting|calling for)|we (?:seek|invite|call for)) (?:requests? for proposals?|calls? for (?:proposals|applications)|proposals|applications)\b/i

const terms =
  /^\W*(?:eligibility(?: criteria)?|who (?:can|may|should) apply|how to apply|application(?: process| form)?|selection(?: criteria)?|submission deadline)$/i

/** Whether a document calls for proposals or applications of others, rather than being one. */
export function callsForProposals({title: own, passages, sections}: Proposal): boolean {
  if (own && title.test(own.words)) return true
  if (sections.filter((section) => terms.test(section.title)).length >= 2) return true
  return passages.slice(0, 4).some(({plain}) => opening.test(plain))
}
