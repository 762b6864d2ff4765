import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {gap} from './artifact.ts'
import type {Clipping} from './clip.ts'

/** Headings that say what kind of thing they head, not which. */
const generic =
  /^(?:(?:\w+ )?title|project title|name|project name|name of (?:the )?project|proposal|project proposal|rfc|introduction|abstract|summary|overview|background|request for comments|letter|motivation|description|preamble|open grant proposal|before you (?:read|start|begin)|updates?(?: \(.*\))?|news|meta|metadata|facts|home|jobs|proposal name|about(?: us)?|who (?:are|we are)\b.*|one[- ]?pager|what is [^?]*\?|why [^?]*\?|purpose(?: of (?:the |this )?project)?|(?:final |research |phd |course |semester )?(?:project )?proposal|letter of intent|cover letter|goals?|status|proposals|grant proposal|project|application|table of contents|contents|signatories|notes|superseded\W*|(?:school|department|faculty|university) of .*|section \w|\d+\w?[.)].*\(\d+ words\)|[1-9]\w?[.)]\s.*)\s*:?$/i

/** "Junior Seminar: Project Proposal": what kind of thing it is may be all that a heading says. */
const kind = /\b(?:proposal|application|submission|form)\W*$/i
/** Of a program, and not of the one who applies to it. */
const formal = /\b(?:grant|funding|seminar|course|program(?:me)?|fellowship|RFP)\b/i
/** "## Project Title: A shared ledger" */
const namedHeading = /^(?:project|proposal|talk|thesis|feature) (?:title|name)\s*:\s*(\S.*?)\s*$/i
/** "#A shared ledger": meant as a heading. */
const unspaced = /^\s*#{1,2}([^\s#!\d][^\n?]{5,118})$/m

/**
 * What the document is called: by its heading, its front matter, or the line below a heading such as "Title".
 */
export function titled(proposal: Proposal): Clipping | undefined {
  const {title, passages, sections, frontMatter, text} = proposal
  const meant = meantAsTitle(proposal)
  if (meant) return meant
  if (title && (kind.test(title.words) || generic.test(title.words))) {
    for (const {heading, title: words} of sections) {
      const name = namedHeading.exec(words)?.[1]
      if (heading && name) return {words: name, span: heading, parts: [heading]}
    }
    const named = formal.test(title.words) ? namedAtTop(proposal) : undefined
    if (named) return named
  }
  if (title && !generic.test(title.words)) return {words: title.words, span: title.span, parts: [title.span]}
  const named = frontMatter.fields.title ?? frontMatter.fields.feature
  if (typeof named === 'string' && named.trim() !== '') {
    const start = text.indexOf(named)
    const span = {start: Math.max(0, start), end: Math.max(0, start) + named.length}
    return {words: fold(named), span, parts: [span]}
  }
  const first = passages.find(
    ({section, kind}) =>
      kind === 'paragraph' && /^(?:\w+ )?(?:title|name)\b/i.test(sections[section]?.title ?? '')
  )
  if (first) {
    const words = fold(first.plain)
    if (words.split(' ').length <= 14) return {words, span: first.span, parts: [first.span]}
  }
  return namedAtTop(proposal)
}

/** "Project Name: A shared ledger", on a line of its own among the first. */
function namedAtTop({passages}: Proposal): Clipping | undefined {
  // "Name: Kim Ito" above an address is a person's.
  const ofPerson = passages
    .slice(0, 12)
    .some(({plain}) => /\b(?:university|phone|irc|e-?mail)\b[^\n:]{0,12}:/i.test(plain))
  for (const {plain, span} of passages.slice(0, 8)) {
    const name =
      /^\s*(?:(?:project|proposal|feature|talk|rfc)(?: name| title)?|name of (?:the )?project|title|name)\s*:\s*(\S[^\n]*?)\s*$/im.exec(
        plain
      )
    if (ofPerson && /^\s*(?:[-*]\s*)?name\s*:/i.test(name?.[0] ?? '')) continue
    if (name?.[1] && name[1].length < 120) {
      const start = span.start + name.index + name[0].lastIndexOf(name[1])
      const at = {start, end: start + name[1].length}
      return {words: fold(name[1]), span: at, parts: [at]}
    }
  }
  return undefined
}

/** The first line, where it would be the title if a blank stood behind its mark. */
function meantAsTitle({title, passages: [first]}: Proposal): Clipping | undefined {
  if (first?.kind !== 'paragraph' || (title && title.span.start < first.span.start)) return undefined
  const found = unspaced.exec(first.plain)
  if (!found?.[1] || found.index > 0) return undefined
  const start = first.span.start + found[0].indexOf(found[1])
  const span = {start, end: start + found[1].length}
  return {words: fold(found[1]), span, parts: [span]}
}

export function nameOf(proposal: Proposal): string {
  return titled(proposal)?.words || gap('title')
}
