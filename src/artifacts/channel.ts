import {remember} from '../analysis/memory.ts'
import type {Passage} from '../analysis/passages.ts'
import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains, type Span} from '../analysis/span.ts'
import {type Clipping, wordCount} from './clip.ts'
import {type HeadField, headFields} from './head-fields.ts'

/** Where the author says to answer. */
export interface Channel {
  /** The sentence or field that says so, as it stands: links keep their addresses. */
  readonly said: Clipping
  /** Where, in the text's own few words behind a word of the frame: "in " and "the thread". None where it is not told. */
  readonly places: readonly Place[]
  /** An address to write to, where that is all that is told. */
  readonly address: Clipping | undefined
}

export interface Place {
  readonly before: string
  readonly at: Clipping | undefined
}

const inviting =
  /\b(?:please (?:\w+ )?(?:comment|reply|respond|answer|write|e-?mail|contact|reach|send|share|leave|let|tell|get in touch|open|join|drop|add|discuss|raise|file|post|call|message|submit|direct|speak|talk|do not hesitate|feel free)|comments? (?:are|is|can|may|should|go|here|there|below|welcome)|comment (?:on|in|at)|(?:your|for|any|give|send|share|leave|welcome) (?:\w+ )?feedback|feedback (?:is|to|at|in|on|can|should)|discuss(?:ion)? (?:\w+ )?(?:this|it|with us|happens|takes place|thread|here|at|in|on)|reply|respond|write (?:to|me|us)|e-?mail (?:me|us|to)|contact (?:me|us|the)|reach (?:out|us|me)|get in touch|join (?:us|the)|let (?:me|us) know|questions? (?:can|may|should|to|about|or)|suggestions? (?:are|can|to)|sign up)\b|^(?:open|file|create|raise) an? (?:new )?issue\b/i
const place =
  /@[\w-]|https?:|\b(?:github )?issues?\b|\b(?:pull request|PR|mailing list|thread|channel|slack|zulip|discord|telegram|forum|discussions?|e-?mail|call|office hours|this page|this document)\b/i
/** "Please answer on the notice board": wherever that is. */
const bids =
  /^(?:please|kindly)\s+(?:\w+\s+)?(?:answer|comment|reply|respond|write to|e-?mail|let us know|tell us|get in touch)\b|^(?:comments|answers|replies|feedback|responses) (?:are|is) welcome\b/i
const notNow =
  /\bsee (?:the )?(?:feedback|discussions?|comments?)\b|^(?:many |special |big )?thank|\bthanks? to\b|^(?:for|to find) (?:more|further|additional) (?:information|details|about)|\bplease (?:check|refer|see|find|note|visit|read)\b|\b(?:was|were|has been|have been|had|could be|would be|might be|will be discussed|unlikely|used to)\b/i
/** A form's question, a plan, manners, or how to reach somebody about something else. */
const otherwise =
  /^please tell us (?:a (?:little|bit) )?(?:about|why|how|what)\b|^(?:\w+ ){0,2}(?:we|they|it|one|i) (?:could|would|will|may|might|plan|can)\b|\b(?:respectful|courteous|polite)\b|\b(?:situations?|cases) (?:not|that|where|in which)\b|\bassistance\b|\byour application\b|\bfor access\b|\bprivate repo|\bapply(?:ing)? (?:for|to)\b|\bcode of conduct\b|\bharass|\bvulnerabilit/i
const conditional =
  /^(?:if|when) (?!you)|^if you(?:['’]d| would)? (?:like|want|wish) to (?!comment|discuss|know|help|talk|answer|reply|contribute)|^to (?:submit|apply)/i
/** A call for proposals is answered by one. */
const calling =
  /^to submit an? (?:\w+ )?proposal, (?:please )?(?:create|open|follow|fill|use|send)\b|^(?:please )?fill (?:out|in) (?:this|the|our) .{0,80}\bto (?:request|submit|propose|apply)\b|^community discussion\s*:/i

/** Fields that name where a proposal is talked about, and how well that serves. */
const fields: readonly (readonly [label: RegExp, rank: number])[] = [
  [
    /^(?:rfc )?(?:pr|pull request)(?: #)?$|^(?:rfc pr )?(?:community )?(?:discussions?(?:[- ]to)?|comments?)$|^discussion (?:thread|link|issue)$|^(?:[\w-]+ )?thread$|^(?:rfc )?feedback$|^prs? accepted$/,
    4.5
  ],
  [
    /^(?:zulip|slack|discord)(?: (?:channel|stream|thread))?$|^mailing list$|^forum(?: (?:thread|post|topic))?$/,
    4
  ],
  [/^(?:github |tracking )?issue$/, 2.6]
]

const url = /https?:\/\/[^\s<>()[\]"'|]{3,300}/
const link = String.raw`(?:\[[^\][\n]{1,80}\]\([^()\s]{1,300}\)|<?https?://[^\s<>()]{3,300}>?)`
const spot =
  'channel|thread|issue tracker|issue|pull request|PR|page|document|forum|mailing list|discussion|repository|board|wiki|survey|form'
const prepositions = 'in|on|at|via|through|to'
const determiner = '(?:the|this|our|an?|my|its)'
/** What tells a place within a sentence, the plainest first; the named groups are what is kept, and the word before it. */
const wheres: readonly (readonly [pattern: RegExp, before: string | undefined])[] = [
  [
    new RegExp(
      String.raw`\bfollow\s+(?<at>(?:the|these)\s+(?:steps|instructions)\s+(?:to|at|in|on)\s+${link})`,
      'gi'
    ),
    'by following '
  ],
  [
    new RegExp(
      String.raw`\bfill\s+(?:out|in)\s+(?<at>(?:${determiner}\s+)?(?:[\w-]+\s+){0,2}?${link})`,
      'gi'
    ),
    'in '
  ],
  [
    /\b(?:open|create|file|raise)\s+(?<at>an?\s+(?:new\s+)?(?:[\w-]+\s+)?(?:issue|discussion|pull request)\b(?:\s+in\s+(?:this|the|our)\s+(?:repo|repository)\b)?)/gi,
    'in '
  ],
  [
    new RegExp(
      String.raw`\b(?<before>${prepositions})\s+(?<at>(?:${determiner}\s+)?(?:[\w'’#-]+\s+){0,3}?${link}(?:\s+(?:${spot})\b)?(?:\s+(?:via|in|on)\s+(?:the\s+)?${link})?)`,
      'gi'
    ),
    undefined
  ],
  [
    new RegExp(
      String.raw`\b(?<before>${prepositions})\s+(?<at>${determiner}\s+(?:[\w'’#-]+\s+){0,3}?(?:${spot})\b(?:\s+#[\w-]+)?(?:\s+(?:of|for)\s+(?:this|the)\s+[\w-]+)?)`,
      'gi'
    ),
    undefined
  ],
  [
    new RegExp(
      String.raw`\b(?:discuss(?:ion|ed)?|comments?|feedback|thread)\b[^.]{0,40}?(?<at>${link})`,
      'gi'
    ),
    'at '
  ]
]
/** "feedback on this page": what it is about, not where it goes. */
const aboutIt =
  /\b(?:feedback|comments|thoughts|opinions?|views|ideas|information|input|suggestions?|questions?)\s*$/i
const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,24}\b(?!-?\d)/i
const byMail = /\b(?:e-?mail (?:me|us)|(?:drop|send|write) (?:me|us) an? e-?mail|(?:by|via) e-?mail)\b/i

/** Where the author says to answer, as it stands in the text. */
export function channelIn(proposal: Proposal): Clipping | undefined {
  return channelOf(proposal)?.said
}

/** The sentence that bids most to answer, whether it says where or not. */
export function bidIn(proposal: Proposal): Clipping | undefined {
  return known(proposal).bid?.said
}

/** Where the author says to answer: the place that serves best, else the sentence that only bids to. */
export function channelOf(proposal: Proposal): Channel | undefined {
  return known(proposal).channel
}

const known = remember((proposal: Proposal): {channel: Channel | undefined; bid: Channel | undefined} => {
  const told = headFields(proposal).flatMap((one) => ofField(proposal, one))
  const said = inSentences(proposal)
  const sorted = [...told, ...said].sort((a, b) => b.rank - a.rank).map(({channel}) => channel)
  const channel =
    sorted.find(({places, address}) => places.length > 0 || address) ??
    sorted.find(({said}) => !/^please (?:let|tell)\b/i.test(said.words))
  return {channel, bid: said.sort((a, b) => b.rank - a.rank)[0]?.channel}
})

interface Ranked {
  readonly rank: number
  readonly channel: Channel
}

function ofField({text}: Proposal, {label, value, line}: HeadField): Ranked[] {
  const rank = fields.find(([pattern]) => pattern.test(label))?.[1]
  const source = text.slice(value.start, value.end)
  if (rank === undefined || /^(?:n\/?a|none)\b/i.test(source)) return []
  const chat = /^(zulip|slack|discord)/.exec(label)?.[1]
  const room = chat && /#[\w][\w/-]*/.exec(source.split('](')[0] ?? '')
  const page = url.exec(source)
  const ticket = /(?:PR|pull request)/i.test(label) && !page ? /^#[1-9]\d*/.exec(source) : null
  const found = room || page || ticket
  if (!found || /\/0+$/.test(found[0])) return []
  const words = found[0].replace(/[.,;:]+$/, '')
  const at = clipped(value.start + found.index, words)
  const before = room
    ? `in the ${chat === 'zulip' ? 'Zulip' : chat === 'slack' ? 'Slack' : 'Discord'} channel `
    : ticket
      ? 'in the pull request '
      : beforeAddress(words)
  const said = {words: fold(text.slice(line.start, line.end)), span: line, parts: [line]}
  return [{rank, channel: {said, places: [{before, at}], address: undefined}}]
}

/** What kind of page an address leads to. */
function beforeAddress(page: string): string {
  if (/\/(?:pull|pulls|merge_requests)\/\d/.test(page)) return 'in the pull request '
  if (/\/issues?\/\d/.test(page)) return 'in the issue '
  return /\/discussions\/\d|\/\/(?:forums?|discuss|discourse)\./.test(page) ? 'in the discussion ' : 'at '
}

function inSentences(proposal: Proposal): Ranked[] {
  const {passages, boilerplate, elements} = proposal
  const invites = new Set(elements.dialog.evidence.map(({passage}) => passage))
  return passages.flatMap((passage, index) => {
    if (boilerplate[index] || passage.kind === 'row') return []
    return passage.sentences.flatMap(({span, words}, at): Ranked[] => {
      const source = proposal.text.slice(span.start, span.end)
      if (words.length > 260 || words.includes('⟨') || /[?:]$/.test(words) || otherwise.test(words)) return []
      const bid = bids.test(words) && wordCount(words) > 3
      const call = calling.test(words)
      const asks =
        (bid || (inviting.test(words) && place.test(`${words} ${source}`))) &&
        !notNow.test(words) &&
        !conditional.test(words)
      if (!asks && !call) return []
      const rank =
        (invites.has(index) ? 2 : 0) +
        (/\bplease\b|\bwelcome\b|\blet (?:me|us) know\b|\bfeedback\b|^open\b/i.test(words) ? 2 : 0) +
        (/https?:|@\w/.test(source) ? 1 : 0) +
        (call ? 2.5 : 0) +
        (bid ? 0.5 : 0) +
        (/\b(?:you|your)\b/i.test(words) ? 0.5 : 0)
      return rank >= 2.5 ? [{rank, channel: channelAt(proposal, passage, at)}] : []
    })
  })
}

function channelAt(proposal: Proposal, passage: Passage, index: number): Channel {
  const [sentence, next] = passage.sentences.slice(index)
  const span = sentence?.span ?? passage.span
  const flat = flatten(proposal.text.slice(span.start, span.end))
  const found = address.exec(flat)
  const other = next && /^(?:or|otherwise|else|alternatively)\b/i.test(next.words) ? next.span : undefined
  const places = [span, ...(other ? [other] : [])]
    .flatMap(({start, end}) => placesAt(flatten(proposal.text.slice(start, end)), start))
    .filter(({at}) => !at || isWhole(proposal, at))
  const mail: Place[] =
    byMail.test(flat) && !found && places.length === 0 ? [{before: 'by e-mail', at: undefined}] : []
  return {
    said: asItStands(proposal, passage, span),
    places: [...places, ...mail],
    address: found && places.length === 0 ? clipped(span.start + found.index, found[0]) : undefined
  }
}

/** With marks and tags blanked, so that offsets stay. */
function flatten(source: string): string {
  return source.replace(/\*\*|__|<(?!https?:)[^<>]{0,400}>/g, (mark) => ' '.repeat(mark.length))
}

/** The places that a sentence tells, two at the most: "on this page, or in the garden channel". */
function placesAt(flat: string, start: number): Place[] {
  const first = placeAt(flat, start)
  if (!first) return []
  const end = (first.at?.span.end ?? start) - start
  const rest = flat.slice(end)
  const or = /^,?\s+or\b/.exec(rest)
  const other = or && placeAt(rest, start + end)
  const near = other?.at && other.at.span.start - start - end < 28
  return near ? [first, other] : [first]
}

function placeAt(flat: string, start: number): Place | undefined {
  for (const [pattern, fixed] of wheres)
    for (const found of flat.matchAll(pattern)) {
      const {at = '', before} = found.groups ?? {}
      if (at.includes('mailto:') || (before && aboutIt.test(flat.slice(0, found.index)))) continue
      const words = at.replace(/[.,;:]+$/, '')
      const from = found.index + found[0].lastIndexOf(at) + (words.startsWith('<') ? 1 : 0)
      const page = /^<?https?:/.test(words) && !before ? beforeAddress(words) : undefined
      const word = before && /^to$/i.test(before) ? 'in' : before?.toLowerCase()
      return {before: page ?? fixed ?? `${word} `, at: clipped(start + from, words.replace(/^<|>$/g, ''))}
    }
  return undefined
}

/** Whether it cuts no amount and no date. */
function isWhole({quantities}: Proposal, {span}: Clipping): boolean {
  return quantities.every(
    (one) => one.span.end <= span.start || span.end <= one.span.start || contains(span, one.span)
  )
}

function asItStands({text}: Proposal, {span: whole}: Passage, span: Passage['span']): Clipping {
  // A bold label's marks may stand outside the sentence: "**Discussion:** …".
  const source = text.slice(span.start, span.end)
  const open = (source.match(/\*\*/g)?.length ?? 0) % 2 === 1
  const start = open && text.slice(whole.start, span.start).endsWith('**') ? span.start - 2 : span.start
  const words = fold(text.slice(start, span.end).replace(/\*\*|__|<[^>]*>/g, ''))
  return {words, span: {start, end: span.end}, parts: [{start, end: span.end}]}
}

function clipped(start: number, words: string): Clipping {
  const span = {start, end: start + words.length}
  return {words: fold(words), span, parts: [span]}
}

const due =
  /^(?:(?:comments?|feedback|review|response|submission|rfc|comment period) )?(?:deadline|due(?: date| by)?|ends?)$|^(?:comments?|feedback|replies|responses|answers) (?:until|by|due)$|^(?:last call|closing date|respond by|reply by|answer by)$/
const dueSentence =
  /^(?:the )?(?:submission )?deadline(?: for (?:\w+ )?(?:proposals|applications|submissions|comments|feedback|responses|answers|replies|nominations))? is\b/i
/** A day of the week alone counts as no date elsewhere. */
const weekday =
  /\b(?:by|until|till|before)\s+((?:next\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!\W{1,3}\d)/
const before = /\b(?:by|until|till|before|no later than)\s+(?:the\s+|end of\s+)?$/i

/** Until when answers are wanted: a field such as "Deadline", the date of the channel, or of another bid to answer. */
export function answersBy(proposal: Proposal, channel: Channel | undefined): Clipping | undefined {
  const {text, quantities, passages, boilerplate} = proposal
  const dates = quantities.filter(({kind}) => kind === 'date').map(({span}) => span)
  const dateIn = (span: Span, behind: boolean) =>
    dates.find(
      (one) =>
        contains(span, one) &&
        (!behind || before.test(text.slice(span.start, one.start).replace(/[*_]/g, '')))
    )
  const own = channel && dateIn(channel.said.span, true)
  if (own) return clipped(own.start, text.slice(own.start, own.end))
  const said = channel?.said.span ?? {start: 0, end: 0}
  const day = weekday.exec(text.slice(said.start, said.end))
  if (day?.[1]) return clipped(said.start + day.index + day[0].lastIndexOf(day[1]), day[1])
  for (const {label, value} of headFields(proposal)) {
    const date = due.test(label) ? dateIn(value, false) : undefined
    if (date) return clipped(date.start, text.slice(date.start, date.end))
  }
  for (const [index, {sentences}] of passages.entries()) {
    if (boilerplate[index]) continue
    for (const {span, words} of sentences) {
      const told = dueSentence.test(words)
      if (!told && (!bids.test(words) || notNow.test(words))) continue
      const date = dateIn(span, !told)
      if (date) return clipped(date.start, text.slice(date.start, date.end))
    }
  }
  return undefined
}
