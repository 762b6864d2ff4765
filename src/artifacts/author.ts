import {remember} from '../analysis/memory.ts'
import {isOrdinary} from '../analysis/ordinary-words.ts'
import {hasPlace} from '../analysis/places.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {type Clipping, wordsAtOffset} from './clip.ts'
import {type HeadField, headFields, linesOf} from './head-fields.ts'

/** Labels and headings under which the people stand who made a proposal. */
const authorship =
  /^(?:(?:lead|main|primary|corresponding|proposal|rfc|project|original)[ -])?(?:co-?)?(?:authors?|proposers?|contributors?|applicants?|presenters?|speakers?|owners?|leads?|drivers?|recipients?)(?: ?\(s\))?(?: names?| name)?$|^(?:(?:initially |originally |first )?(?:proposed|written|submitted|prepared|authored) )?by$|^(?:primary )?(?:point of contact|contact(?: name| person)?)(?: name)?$|^(?:project )?team(?: members?| lead(?:er)?s?)?$|^names$/
/** Those of them under which nobody stands but who wrote it. */
const writing =
  /^(?:(?:lead|main|primary|corresponding|proposal|rfc|original)[ -])?(?:co-?)?(?:authors?|proposers?|applicants?|presenters?|speakers?)(?: ?\(s\))?(?: names?| name)?$|^(?:(?:initially |originally |first )?(?:proposed|written|submitted|prepared|authored) )?by$|^point of contact$/
/** The same, where what leads to a person stands first: "name of team leader". */
const leading = /^(?:name of (?:the )?team leader|team lead(?:er)?(?: name)?)$/
const ofPerson =
  /^(?:university|phone|irc|(?:personal )?e-?mail(?: address)?|github(?: handle| username)?|major)$/
/** No author of that name. */
const nobody =
  /^(?:n\/?a|none|tbd|tba|todo|unknown|various|anonymous|you|me|us|we|the|an?|any|anyone|everyone|open|see|yes|no|name|your|author|github|http|https|www|team|teams|this|new|project|please|company|individual)$/i
const group = /\b(?:team|department|group|committee|board|staff)$/i
const surname = String.raw`(?:(?:van|von|der|den|de|del|da|di|la|le|bin|al|zu) ){0,2}\p{Lu}[\p{L}'’.-]{0,30}`
const person = new RegExp(
  String.raw`^(?:(?:Dr|Prof|Mr|Ms|Mrs)\.? )?\p{Lu}[\p{L}'’.-]{0,30}(?: ${surname}){0,3}`,
  'u'
)
/** What may stand behind a name where it is all that a line says. */
const afterName =
  /^[\s*_]*(?:$|\\$|[,;(<&|/\])}"”`–—]|&lt;|- |and\b|(?:\p{Lu}\p{Ll}+ )?\d|on behalf of\b|will\b|aka\b|a\.k\.a)/u
const handle = /^@[\w](?:[\w-]{0,38})/
const bareHandle = /^[\w][\w.-]{1,38}(?=\s*(?:$|[\],;(`<&|"]))/

const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,24}\b(?!-?\d)/gi
/** Addresses for something else than an answer. */
const elsewhere =
  /\bdomain\b|\bmailing list\b|\blist ?serv|\bassistance\b|\bvulnerabilit|\bincidents?\b|\b(?:in )?(?:those|such|other) cases\b|\bsituations?\b|\byour application\b|\bapply(?:ing)? (?:for|to)\b|\bconduct\b|\bharass|\bunsubscribe\b|\bemergency\b|\bskype\b|\bIRC\b|\buses?:|\bgoogle\s+group/i
const inviting = /\b(?:contact|reach|e-?mail|write|mail|get in touch|questions?|feedback|comments?|discuss)/i
/** An address in so many words stands by itself, or in a list of people. */
const fewWords = 12

const farewell =
  /^[\s*_]*(?:(?:yours |very )?(?:sincerely|truly|faithfully)|(?:(?:with )?(?:best|kind|warm|many) )?(?:regards|wishes|thanks)|best|cheers|thank you|thanks|together in action|respectfully|signed)(?: yours)?[\s,*_!-]*$/i
const introduced = /\b(?:(?:[Ww]ritten|[Pp]roposed|[Ss]ubmitted|[Ll]ed|[Ll]ead) by) /
/** "My name is Kim.", "Please contact Kim Ito": of the second kind only what is plainly a name. */
const presented = /\b(?:[Mm]y name is|(?<contact>[Pp]lease contact)) (?=\p{Lu})/u

/** Whom to write to: an address in the text, else the author whom the text names. */
export function authorIn(proposal: Proposal): Clipping | undefined {
  return known(proposal).author
}

/** What the fields hold that name nobody but the authors, as it stands. */
export function authorFields(proposal: Proposal): string[] {
  return headFields(proposal)
    .filter(({label}) => writing.test(label))
    .map(({value}) => proposal.text.slice(value.start, value.end))
}

const known = remember((proposal: Proposal) => ({
  author: addressIn(proposal) ?? namedIn(proposal, headFields(proposal))
}))

function namedIn(proposal: Proposal, fields: readonly HeadField[]): Clipping | undefined {
  const {text, passages, sections} = proposal
  const named = fields.filter(({label}) => authorship.test(label.replace(/^authors? name$/, 'author')))
  const personal = fields.some(({label}) => ofPerson.test(label))
    ? fields.filter(({label}) => label === 'name')
    : []
  for (const {value} of named) {
    const found = nameAt(text, value, true)
    if (found) return found
  }
  for (const {value} of personal) {
    const found = nameAt(text, value, false)
    if (found) return found
  }
  return (
    headline(proposal) ??
    byline(proposal) ??
    passages
      .flatMap(({section, span}) => {
        const title = sections[section]?.title.replace(/[\s:]+$|:\w+:/g, '').toLowerCase() ?? ''
        return authorship.test(title) ? linesOf(text, span).flatMap((line) => underHeading(text, line)) : []
      })
      .at(0) ??
    leaderIn(proposal) ??
    signature(proposal) ??
    introduction(proposal)
  )
}

/** A name in a line under a heading such as "Proposer". */
function underHeading(text: string, line: Span): Clipping[] {
  const source = text.slice(line.start, line.end)
  const lead = introduced.exec(source)
  const start = line.start + (lead ? lead.index + lead[0].length : 0)
  const found = nameAt(text, {start, end: line.end}, false)
  return found && (lead || found.words.includes(' ') || found.words.startsWith('@')) ? [found] : []
}

function leaderIn({text, passages}: Proposal): Clipping | undefined {
  for (const {span, kind} of passages) {
    if (kind === 'row') continue
    for (const line of linesOf(text, span)) {
      const found = /^[\s*+_-]{0,8}([\w][\w ]{3,24}):[\s*_]{0,4}/.exec(text.slice(line.start, line.end))
      if (!found?.[1] || !leading.test(found[1].toLowerCase())) continue
      const name = nameAt(text, {start: line.start + found[0].length, end: line.end}, false)
      if (name) return name
    }
  }
  return undefined
}

/** A name as a heading of its own, above what the document is called. */
function headline({sections}: Proposal): Clipping | undefined {
  const [first, second] = sections.filter(({heading}) => heading)
  if (!first?.heading || second?.depth !== first.depth || !isName(first.title)) return undefined
  return first.span.end - first.heading.end < 4
    ? {words: first.title, span: first.heading, parts: [first.heading]}
    : undefined
}

/** "By Kim Ito", or the name alone, in the lines below the title. */
function byline({text, passages, sections, title}: Proposal): Clipping | undefined {
  const start = title?.span.start ?? 0
  const next = sections.find(({heading, depth}) => heading && depth <= 6 && heading.start > start)?.heading
    ?.start
  const after = passages
    .filter(({span}) => span.start >= start && span.start < (next ?? text.length))
    .slice(0, 2)
  const lines = after
    .filter(({kind}) => kind === 'paragraph')
    .flatMap(({span}) => linesOf(text, span).slice(0, 3))
  for (const [index, line] of lines.entries()) {
    const source = text.slice(line.start, line.end)
    const by = /^[\s*_]{0,4}[Bb]y:? (?=[\p{Lu}@[])/u.exec(source)
    const found = nameAt(text, {start: line.start + (by?.[0].length ?? 0), end: line.end}, false)
    if (!found?.words.includes(' ') || index > 1) continue
    // A name that is made of common words is one where the date stands below it.
    const below = lines[index + 1]
    const dated = below && /^\D{0,12}\b(?:19|20)\d\d\b/.test(text.slice(below.start, below.end))
    if (by || isName(found.words) || dated) return found
  }
  return undefined
}

/** The name below "Kind regards,". */
function signature({text, passages}: Proposal): Clipping | undefined {
  const lines = passages
    .filter(({kind}) => kind === 'paragraph')
    .flatMap(({span}) => linesOf(text, span))
    .filter(({start, end}) => text.slice(start, end).trim() !== '')
  for (let index = lines.length - 2; index >= 0; index--) {
    const [line, next] = [lines[index], lines[index + 1]]
    if (line && next && farewell.test(text.slice(line.start, line.end))) return nameAt(text, next, false)
  }
  return undefined
}

function introduction({text, passages}: Proposal): Clipping | undefined {
  for (const {span} of passages) {
    const found = presented.exec(text.slice(span.start, span.end))
    if (!found) continue
    const start = span.start + found.index + found[0].length
    const name = person.exec(text.slice(start, span.end))?.[0].replace(/[.]$/, '')
    if (name && !nobody.test(name) && (!found.groups?.contact || isName(name)))
      return wordsAtOffset(start, name)
  }
  return undefined
}

/**
 * The first person of a value such as "[Kim Ito](https://example.org), Ada Ray".
 * @param handles whether a single word may be a name: "kito", the way somebody is called at a forge
 */
function nameAt(text: string, {start, end}: Span, handles: boolean): Clipping | undefined {
  for (let at = start; at < end; ) {
    const source = text.slice(at, end)
    const marks = /^[\s*_[`"“'({<•+-]*/.exec(source)?.[0].length ?? 0
    const rest = source.slice(marks)
    const name = nameOpening(rest, handles)
    if (name) return wordsAtOffset(at + marks, name)
    // An address of a page, or a word that is no name: perhaps the next of a list is one.
    const next = handles ? /[,;&]\s*/.exec(rest) : null
    if (!next) return undefined
    at += marks + next.index + next[0].length
  }
  return undefined
}

function nameOpening(rest: string, handles: boolean): string | undefined {
  if (hasPlace(rest.slice(0, 40)) || /^(?:https?:|www\.)/.test(rest)) return undefined
  const at = handle.exec(rest)?.[0]
  if (at) return at
  const name = person.exec(rest)?.[0].replace(/[\s.-]+$/, '')
  const whole = name && afterName.test(rest.slice(name.length).replace(/^\.(?=$|\s)/, ''))
  if (name && whole && !nobody.test(name.split(' ')[0] ?? '')) {
    const vague = group.test(name) && name.split(' ').slice(0, -1).every(isOrdinary)
    if (!vague && (handles || name.includes(' ') || !isOrdinary(name))) return name
  }
  if (!handles) return undefined
  const bare = bareHandle.exec(rest)?.[0]
  return bare && /\p{L}/u.test(bare) && !nobody.test(bare) && !/^\d+$/.test(bare) ? bare : undefined
}

/** Whether words that begin with capitals are a person's name rather than a heading. */
export function isName(words: string): boolean {
  const parts = words.split(' ').filter((part) => !/^(?:Dr|Prof|Mr|Ms|Mrs)\.?$/.test(part))
  return (
    parts.length >= 2 &&
    parts.length <= 4 &&
    parts.every((part) => /^\p{Lu}\D*$/u.test(part) && !isOrdinary(part))
  )
}

function addressIn({text, passages, sections, boilerplate}: Proposal): Clipping | undefined {
  const headings = sections.flatMap(({heading}) => (heading ? [{span: heading, sentences: [heading]}] : []))
  const said = passages.flatMap(({span, sentences}, index) =>
    boilerplate[index] ? [] : [{span, sentences: sentences.map((one) => one.span)}]
  )
  for (const {span, sentences} of [...said, ...headings]) {
    for (const line of linesOf(text, span)) {
      const source = text.slice(line.start, line.end)
      for (const {index, 0: words} of source.matchAll(address)) {
        if (source.slice(0, index).endsWith('/')) continue
        const at = line.start + index
        const sentence = sentences.find(({start, end}) => start <= at && at < end) ?? line
        // A line that is nothing but a label and the address says for itself what it is.
        const alone = !/\p{L}/u.test(source.replace(address, '').replace(/^[^:]{0,32}:|\bmailto:/g, ''))
        const around = alone ? source : text.slice(sentence.start, sentence.end)
        if (elsewhere.test(around)) continue
        if (alone || countOf(around) <= fewWords || inviting.test(around)) return wordsAtOffset(at, words)
      }
    }
  }
  return undefined
}

function countOf(words: string): number {
  return words.trim().split(/\s+/).length
}
