import {promises} from '../analysis/lexicon.ts'
import {remember} from '../analysis/memory.ts'
import {hasPlace} from '../analysis/places.ts'
import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {unnamed} from '../analysis/title.ts'
import {trustElements} from '../analysis/trust-elements.ts'
import {gap} from './artifact.ts'
import {isName} from './author.ts'
import {type Clipping, wordCount} from './clip.ts'
import {titleOfFile} from './file-title.ts'
import {headFields, linesOf} from './head-fields.ts'

/** Headings that say what kind of thing they head, not which. */
const generic =
  /^(?:(?:\w+ )?title|project title|name|project name|name of (?:the )?project|project overview|proposal|project proposal|rfc|introduction|abstract|summary|overview|background|request for comments|letter|motivation|description|preamble|open grant proposal|before you (?:read|start|begin)|updates?(?: \(.*\))?|news|meta|metadata|facts|home|jobs|proposal name|about(?: us)?|who (?:are|we are)\b.*|one[- ]?pager|what is [^?]*\?|why [^?]*\?|purpose(?: of (?:the |this )?project)?|(?:final |research |phd |course |semester )?(?:project )?proposal|letter of intent|cover letter|goals?|status|proposals|grant proposal|project|application|table of contents|contents|signatories|notes|superseded\W*|(?:school|department|faculty|university) of .*|section \w|\d+\w?[.)].*\(\d+ words\)|[1-9]\w?[.)]\s.*)\s*:?$/i

/** "Junior Seminar: Project Proposal": what kind of thing it is may be all that a heading says. */
const kind = /\b(?:proposal|application|submission|form)\W*$/i
/** A program, or of one, and not of the one who applies to it. */
const formal =
  /\b(?:grant|funding|seminar|course|program(?:me)?|fellowship|RFP|(?:summer of code|season of docs))\b/i
const programme = /^(?:google )?(?:summer of code|season of docs)(?: \d{4})?$/i
/** A kind of document that has no other title as often as not. */
const letter = /^(?:letter of intent|cover letter)$/i
/** "## Project Title: A shared ledger" */
const namedHeading = /^(?:project|proposal|talk|thesis|feature) (?:title|name)\s*:\s*(\S.*?)\s*$/i
/** "Title: A shared ledger" */
const titleLabel =
  /^(?:(?:project|proposal|proposed|talk|session|submission|presentation|descriptive|working|paper|thesis|feature|rfc) )?title(?: of (?:the |your )?(?:project|proposal|talk))?$/
/** The same on a line of its own, over the title. */
const labelAlone =
  /^[\s#*\d.)_-]{0,12}(?:(?:project|proposal|proposed|talk|session|submission|presentation|descriptive|working|paper|thesis) )?title[\s:*_]*$/i
const forWhom = /^(?:prepared )?for$|^(?:client|customer|to|recipient)$/
/** "#A shared ledger": meant as a heading. */
const unspaced = /^\s*#{1,2}([^\s#!\d][^\n?]{5,118})$/m
/** No title has more words. */
const mostWords = 16

/**
 * What the document is called: by its heading, its front matter, a field such as "Title", or its first line. A heading
 * that names its author, its addressee or a programme gives way to one that says what it is about.
 */
export function titled(proposal: Proposal): Clipping | undefined {
  return known(proposal).title
}

const known = remember((proposal: Proposal) => ({title: titleIn(proposal)}))

function titleIn(proposal: Proposal): Clipping | undefined {
  const {title, sections} = proposal
  const meant = meantAsTitle(proposal)
  if (meant) return meant
  const heading =
    title && !isGeneric(title.words) ? {words: title.words, span: title.span, parts: [title.span]} : undefined
  const named = fieldTitle(proposal, /^(?:title|feature)$/)
  const plain = named && !kind.test(named.words) && !isGeneric(named.words)
  if (plain && !heading) return named
  const told = labelled(proposal)
  if (told && (!heading || formal.test(heading.words) || kind.test(heading.words))) return told
  if (title && (kind.test(title.words) || isGeneric(title.words) || programme.test(title.words))) {
    for (const {heading, title: words} of sections) {
      const name = namedHeading.exec(words)?.[1]
      if (heading && name) return {words: name, span: heading, parts: [heading]}
    }
    const top = formal.test(title.words)
      ? (underLabel(proposal, titleLabel) ?? namedAtTop(proposal) ?? nextHeading(proposal, 3))
      : undefined
    if (top) return top
  }
  const subtitle = fieldTitle(proposal, /^subtitle$/)
  if (named && heading && wordCount(named.words) > 2 && depthOf(proposal) > 1) return named
  if (heading) {
    if (subtitle && kind.test(heading.words)) return subtitle
    return (isOther(proposal) ? nextHeading(proposal, 1) : undefined) ?? heading
  }
  if (subtitle) return subtitle
  const below = underLabel(proposal, /^(?:\w+ )?(?:title|name)\b/)
  if (below) return below
  return (
    namedAtTop(proposal) ??
    named ??
    inHtml(proposal) ??
    (title && /^before you/i.test(title.words) ? laterTitle(proposal) : undefined) ??
    belowHeading(proposal) ??
    firstLine(proposal) ??
    onlyTop(proposal) ??
    (title && letter.test(title.words)
      ? {words: title.words, span: title.span, parts: [title.span]}
      : undefined)
  )
}

/** The line below a heading such as "Proposal title". */
function underLabel({passages, sections}: Proposal, label: RegExp): Clipping | undefined {
  const first = passages.find(
    ({section, kind}) => kind === 'paragraph' && label.test(sections[section]?.title.toLowerCase() ?? '')
  )
  const words = first && fold(first.plain)
  return words && words.split(' ').length <= 14 ? {words, span: first.span, parts: [first.span]} : undefined
}

function isGeneric(words: string): boolean {
  return generic.test(words.replace(/\s*:\w+:\s*$/, '')) || unnamed.test(words)
}

function depthOf({sections, title}: Proposal): number {
  return sections.find(({heading}) => heading && heading.start === title?.span.start)?.depth ?? 0
}

/** "Title: …" among the first lines, or a line "Title" over it. */
function labelled(proposal: Proposal): Clipping | undefined {
  const {text, passages, frontMatter} = proposal
  const fields = headFields(proposal).filter(({line}) => line.start >= frontMatter.span.end)
  const [first] = passages
  for (const {label, value, line} of fields.slice(0, 8)) {
    const subject = label === 'subject' && line.start <= (first?.span.start ?? 0)
    if (!subject && !titleLabel.test(label)) continue
    const found = asTitle(text, value)
    if (found) return found
  }
  const lines = passages
    .slice(0, 8)
    .flatMap(({span}) => linesOf(text, span))
    .filter(({start, end}) => text.slice(start, end).trim() !== '')
  const at = lines.slice(0, 12).findIndex(({start, end}) => labelAlone.test(text.slice(start, end)))
  const next = at < 0 ? undefined : lines[at + 1]
  return next && asTitle(text, next)
}

function fieldTitle(proposal: Proposal, label: RegExp): Clipping | undefined {
  const {text, frontMatter} = proposal
  const found = headFields(proposal).find(
    (one) => label.test(one.label) && one.line.start < frontMatter.span.end
  )
  return found && asTitle(text, found.value)
}

/** A stretch of the text as a title, without marks; undefined where it names nothing, or is too long for one. */
function asTitle(text: string, span: Span): Clipping | undefined {
  const words = fold(
    text
      .slice(span.start, span.end)
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/\*\*|__|^[*`]|[*`]$/g, '')
  )
  return unnamed.test(words) || hasPlace(words) || wordCount(words) > mostWords || !/\p{L}/u.test(words)
    ? undefined
    : {words, span, parts: [span]}
}

/** Whether the first heading names somebody or something else than the document: its author, its addressee, a page. */
function isOther(proposal: Proposal): boolean {
  const {text, title} = proposal
  if (!title) return false
  if (isName(title.words) || programme.test(title.words)) return true
  if (/^#{1,6}\s+\[[^\]\n]{1,80}\]\([^)\n]{1,300}\)\s*$/.test(text.slice(title.span.start, title.span.end)))
    return true
  return headFields(proposal).some(
    ({label, value}) => forWhom.test(label) && fold(text.slice(value.start, value.end)) === title.words
  )
}

/**
 * The heading after the first, of the same depth or the next, where no prose stands between them.
 * @param most how many passages of a few words may
 */
function nextHeading({sections, passages, title}: Proposal, most: number): Clipping | undefined {
  const headings = sections.filter(({heading, depth}) => heading && depth <= 6)
  const at = headings.findIndex(({heading}) => heading?.start === title?.span.start)
  const [first, next] = [headings[at], headings[at + 1]]
  if (at < 0 || !first || !next?.heading || next.depth > first.depth + (isName(first.title) ? 0 : 1))
    return undefined
  const {start} = next.heading
  const between = passages.filter(({span}) => span.start > first.span.start && span.start < start)
  const short = between.every(({sentences}) => sentences.every(({words}) => wordCount(words) < 14))
  if (
    between.length >= most ||
    !short ||
    isGeneric(next.title) ||
    trustElements.some((one) => promises(next.title, one))
  )
    return undefined
  return {words: next.title, span: next.heading, parts: [next.heading]}
}

/** The title below a notice that has a heading of its own. */
function laterTitle({sections}: Proposal): Clipping | undefined {
  const next = sections.filter(({depth}) => depth === 1)[1]
  return next?.heading && !isGeneric(next.title)
    ? {words: next.title, span: next.heading, parts: [next.heading]}
    : undefined
}

/** `<h1 align="center">A shared ledger</h1>` at the top. */
function inHtml({text, sections}: Proposal): Clipping | undefined {
  const first = sections.find(({heading}) => heading)?.heading?.start ?? text.length
  const top = text.slice(0, Math.min(first, 2000))
  const found = /<h1(?:\s[^<>]{0,200})?>\s{0,40}([^<>]{3,118}?)\s{0,40}<\/h1>/i.exec(top)
  if (!found?.[1] || /```|~~~/.test(top.slice(0, found.index))) return undefined
  const start = found.index + found[0].lastIndexOf(found[1])
  return asTitle(text, {start, end: start + found[1].length})
}

/** The one line between "Research proposal" and the next heading. */
function belowHeading({text, sections, passages, title}: Proposal): Clipping | undefined {
  const at = sections.findIndex(({heading}) => heading && heading.start === title?.span.start)
  const section = sections[at]
  if (!section || !kind.test(section.title) || !sections[at + 1]) return undefined
  const [only, ...more] = passages.filter((passage) => passage.section === at)
  if (only?.kind !== 'paragraph' || more.length > 0 || linesOf(text, only.span).length > 1) return undefined
  const found = asTitle(text, only.span)
  const words = found?.words.replace(/\.$/, '')
  return found && words && /^[\p{Lu}\d]/u.test(words) && wordCount(words) > 3 ? {...found, words} : undefined
}

/** The one heading of the first depth, though much stands above it. */
function onlyTop({sections}: Proposal): Clipping | undefined {
  const [only, ...more] = sections.filter(({heading, depth}) => heading && depth === 1)
  if (!only?.heading || more.length > 0 || isGeneric(only.title)) return undefined
  if (only.title === '' || trustElements.some((one) => promises(only.title, one))) return undefined
  return {words: only.title.replace(/[.:]$/, ''), span: only.heading, parts: [only.heading]}
}

/** The first line of a text without headings at its top, where it reads as a title. */
function firstLine({text, title, passages: [first]}: Proposal): Clipping | undefined {
  if (first?.kind !== 'paragraph' || (title && title.span.start < first.span.start)) return undefined
  const [line, next] = linesOf(text, first.span)
  if (!line || (next && !/^[\s•*-]{0,6}\p{Lu}[^.]{0,60}$/u.test(text.slice(next.start, next.end))))
    return undefined
  const found = asTitle(text, line)
  if (!found || isGeneric(found.words) || !/^[\p{Lu}\d].*[\p{L}\d)]$/u.test(found.words)) return undefined
  const count = wordCount(found.words)
  return count > 3 && count <= 12 && /\b(?:proposal|plan|pitch|petition|application|RFC)\b/i.test(found.words)
    ? found
    : undefined
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
    if (name?.[1] && name[1].length < 120 && !unnamed.test(name[1])) {
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

/** What a proposal is called by its own words, else by its file; a place to fill in where neither says. */
export function nameOf(proposal: Proposal): string {
  return calledIn(proposal) ?? gap('title')
}

/** What a proposal is called by its own words, else by its file. */
export function calledIn(proposal: Proposal): string | undefined {
  return titled(proposal)?.words || (proposal.file === undefined ? undefined : titleOfFile(proposal.file))
}
