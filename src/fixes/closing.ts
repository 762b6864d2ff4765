import type {Section} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'

/** Headings of what stands at the end whatever comes before it. */
const closingTitle =
  /^[\d.\s]{0,9}(?:references|bibliography|works cited|sources|citations|further reading|links|foot ?notes|end ?notes|glossary|appendi(?:x|ces)\b.{0,99}|annex(?:es)?\b.{0,99}|attachments?|acknowledge?ments?|thanks?(?: you)?|credits|contacts?(?: (?:us|details|information))?|get in touch|questions\?|signatures?|signed|signatories|changelog|revision history|licen[cs]e|copyright)\W{0,9}$/i
/** An address, and nothing else. */
const address =
  /^(?:[^\w.+-]{0,9}[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,9}|\W{0,9}https?:\/\/\S{1,500})\W{0,9}$/i
const farewell =
  /^\W{0,9}(?:(?:many )?thanks\b|thank you\b|(?:yours|very truly|sincerely|respectfully|faithfully|cheers|(?:kind|best|warm) (?:regards|wishes)|regards|with (?:gratitude|thanks)|in solidarity)\b|(?:we|I) (?:hope|look forward|are looking forward|am looking forward) to hear|looking forward to\b|(?:contact|e-?mail|write to|reach (?:us|me)|signed)\b.{0,60}$)/i

/** The most paragraphs that a closing has: a farewell, a name, a role, an address. */
const mostLines = 6
const shortLine = 8

/** Where what closes a document begins: thanks, a signature, an address, references, an appendix; else the end of its prose. */
export function closingStart(proposal: Proposal): number {
  const {text, sections, passages, proseEnd} = proposal
  const first = firstClosing(proposal)
  const end = Math.min(sections[first]?.heading?.start ?? proseEnd, proseEnd)
  const before = passages.filter(({span}) => span.start < end)
  let at = end
  for (let back = 1; back <= Math.min(mostLines, before.length - 1); back++) {
    const passage = before[before.length - back]
    const above = before[before.length - back - 1]
    // What is all that a section says is no closing, but its substance.
    if (passage?.kind !== 'paragraph' || passage.section !== above?.section) break
    const words = passage.plain.trim()
    if (farewell.test(words) || address.test(words)) at = passage.block.start
    else if (!isSignature(words)) break
  }
  return beforeRule(text, at, at === proseEnd)
}

/** The first section from which on all close the document, with their own sections; the number of sections where none does. */
function firstClosing({sections, title: top}: Proposal): number {
  let first = sections.length
  for (let at = sections.length - 1; at > 0; at--) {
    const section = sections[at]
    if (!section?.heading || section.heading.start === top?.span.start) break
    const {title, parent} = section
    if (closingTitle.test(title) || address.test(title)) first = at
    // A part of a section that may be closing itself: its own heading tells.
    else if (!isWithinClosing(sections, parent)) break
  }
  return first
}

function isWithinClosing(sections: readonly Section[], parent: number | undefined): boolean {
  for (let at = parent; at !== undefined && at > 0; at = sections[at]?.parent) {
    const section = sections[at]
    if (section?.heading && closingTitle.test(section.title)) return true
  }
  return false
}

/** A name or a role: a few words that are no sentence. */
function isSignature(words: string): boolean {
  return words.split(/\s+/).length <= shortLine && !/[.:?!]$/.test(words)
}

/** A rule that sets off the closing stays with it. */
function beforeRule(text: string, at: number, atEnd: boolean): number {
  if (atEnd) return at
  const from = Math.max(0, at - 200)
  const rule = /\n[ \t]*\n([ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*\s*)$/.exec(
    text.slice(from, at).replaceAll('\r\n', ' \n')
  )
  return rule?.[1] === undefined ? at : at - rule[1].length
}
