import {remember} from '../analysis/memory.ts'
import type {Passage} from '../analysis/passages.ts'
import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains} from '../analysis/span.ts'
import {closingOf, insteadOf} from './calls.ts'
import {type Clipping, wordCount, wordsAtOffset} from './clip.ts'
import {type HeadField, headFields} from './head-fields.ts'
import {beforeAddress, flatten, type Place, placesAt} from './places-told.ts'

/** Where the author says to answer. */
export interface Channel {
  /** The sentence or field that says so, as it stands: links keep their addresses. */
  readonly said: Clipping
  /** Where, in the text's own few words behind a word of the frame: "in " and "the thread". None where it is not told. */
  readonly places: readonly Place[]
  /** An address to write to, where that is all that is told. */
  readonly address: Clipping | undefined
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
const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,6}\.[a-z]{2,24}\b(?!-?\d)/i
const byMail = /\b(?:e-?mail (?:me|us)|(?:drop|send|write) (?:me|us) an? e-?mail|(?:by|via) e-?mail)\b/i

/** Whether words bid the reader to answer. */
export function isBid(words: string): boolean {
  return bids.test(words) && !notNow.test(words)
}

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
  const closed = closingOf(proposal)
  const told = headFields(proposal).flatMap((one) => ofField(proposal, one))
  const said = inSentences(proposal).filter(
    ({channel}) => closed.length === 0 || closed.some(({span}) => contains(span, channel.said.span))
  )
  const instead = insteadOf(proposal)
  if (instead) {
    const channel = channelAt(proposal, instead.passage, instead.at)
    return {channel, bid: undefined}
  }
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
  const at = wordsAtOffset(value.start + found.index, words)
  const before = room
    ? `in the ${chat === 'zulip' ? 'Zulip' : chat === 'slack' ? 'Slack' : 'Discord'} channel `
    : ticket
      ? 'in the pull request '
      : beforeAddress(words)
  const said = {words: fold(text.slice(line.start, line.end)), span: line, parts: [line]}
  return [{rank, channel: {said, places: [{before, at}], address: undefined}}]
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
    address: found && places.length === 0 ? wordsAtOffset(span.start + found.index, found[0]) : undefined
  }
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
