import {whenOf} from '../analysis/asks/commitment.ts'
import {headerWhom} from '../analysis/asks/header.ts'
import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Passage} from '../analysis/passages.ts'
import {fold} from '../analysis/plain-text.ts'
import type {Ask, Proposal, Slot} from '../analysis/proposal.ts'
import {contains, hull, overlaps, type Span} from '../analysis/span.ts'
import {gap, type Quoting} from './artifact.ts'
import {asksTold, isForViews, isGuideline, isOfUsers, ofForm} from './asks-told.ts'
import {callsForProposals, closingOf, insteadOf} from './calls.ts'
import {bidIn, channelIn} from './channel.ts'
import {type Clipping, clipSentence, joined, unbroken, unreferenced, wordCount} from './clip.ts'
import {distinctOf, isNamedBeforehand} from './distinct-asks.ts'
import {addressee, speaksTo} from './moves.ts'
import {type Stakeholder, sameParty} from './stakeholders.ts'
import {names, type Source} from './statements.ts'

/** One line of what is asked: of whom, what, and what it commits to. */
export interface AskLine {
  readonly ask: Ask | undefined
  readonly span: Span
  readonly whom: Clipping | undefined
  readonly what: Clipping
  /** Amounts and times that `what` does not name. */
  readonly facts: readonly Clipping[]
  readonly timed: boolean
  readonly state: 'open' | 'agreed' | 'declined'
  readonly by: Clipping | undefined
  /** Whether all it names is a sum, such as "Total costs: $500", in an application for money. */
  readonly sum?: boolean
}

/**
 * What a proposal asks, line by line, in the order of the text; what its asks do not hold is taken from where it
 * says that it asks.
 * @param mostWords of what one line asks
 */
export function askLinesOf(source: Source, mostWords: number): AskLine[] {
  const {profile} = source.proposal
  const lines = linesOf(source, mostWords).flatMap((line) => withPages(source.proposal, line))
  const forMoney = profile.name === 'grant' && !callsForProposals(source.proposal)
  return forMoney ? lines.map((line) => ({...line, sum: isSum(line)})) : lines
}

const pointed =
  /(?<!!)\[([^\][\n]{0,60}\b(?:here|this (?:[\w-]+ )?(?:form|link|page|sheet|survey|poll|thread|document))\b[^\][\n]{0,30})\]\(([^()\s]{1,300})\)/gi

/** "Fill in this form": with the address of the form; a line whose page has none that leads anywhere is left out. */
function withPages({text}: Proposal, line: AskLine): AskLine[] {
  if (line.ask?.notation) return [line]
  let {words} = line.what
  for (const {start, end} of line.what.parts)
    for (const [, name = '', page = ''] of text.slice(start, end).matchAll(pointed)) {
      if (!/^https?:/.test(page)) return []
      words = words.replace(fold(name), `[${fold(name)}](${page})`)
    }
  return [{...line, what: {...line.what, words}}]
}

/** "Total costs: $500", "Total budget requested, 20,000 USD": a label and an amount, and no verb that asks for it. */
const labelledSum =
  /^(?:(?:grand|project|estimated|overall) )?(?:total|requested|budget|costs?|funding|amount)\b(?!.*\b(?:is|are|was|will|would|to|for)\b)[^.;!?]{0,60}\d[^;!?]*$/i
const mostOfSum = 12

function isSum({ask, what, facts}: AskLine): boolean {
  const words = [what, ...facts].map((one) => one.words).join(', ')
  return !ask?.notation && labelledSum.test(words) && wordCount(words) <= mostOfSum
}

/** What is asked, as a sentence may go on to say it after whom: a sum on its own is asked for. */
export function askedIn({what, facts, sum}: AskLine, {quote}: Pick<Quoting, 'quote'>): string {
  const bare = quote(what).replace(/[\s.,:;!]+$/, '')
  return [sum ? `fund this – ${bare}` : bare, ...facts.map(quote)].join(', ')
}

function linesOf(source: Source, mostWords: number): AskLine[] {
  const {proposal} = source
  const sure = proposal.elements.ask.level === 'present'
  // Nobody can follow a call that is closed, but where it sends its readers instead.
  const closed = closingOf(proposal)
  const likely = (ask: Ask) => {
    const own = source.statements.find(
      ({kind, span}) => (kind === 'sentence' || kind === 'row') && overlaps(span, ask.span)
    )
    return own?.score('ask') ?? -9
  }
  const lines = proposal.asks
    .filter((ask) => ask.notation || ask.items.length > 0 || likely(ask) > (sure ? -1.5 : 0))
    // What a template or an example asks is asked of whoever uses it.
    .filter(({passage, notation}) => notation || !notAsking.test(titleAt(proposal, passage)))
    .filter((ask) => !isNamedBeforehand(proposal, ask) && !isForViews(ask.words))
    .filter(({words, notation, whom}) => notation || whom !== undefined || !isOfUsers(proposal, words))
    .filter(({words, notation, whom}) => !ofForm.test(words) && (notation || whom || !isGuideline(proposal)))
    .flatMap((ask) =>
      // A list of fields to hand in is one thing to do.
      ask.items.length > 0 &&
      !ask.items.every(({words}) => /^[`"']?[\w.-]+[`"']?(?: \([^)]*\))?$/.test(words))
        ? ask.items.map((item) => lineOf(proposal, ask, item, mostWords))
        : [lineOf(proposal, ask, undefined, mostWords)]
    )
    .flatMap((line) => line ?? [])
    .filter(
      ({ask, what}) =>
        ask?.notation ||
        // An address is nothing to do, and who would like to is nobody who is asked.
        !/^(?:please )?feel free\b|^https?:\S+$|^(?:interested in|(?:keen|willing|able|ready|happy) to)\b|^(?:please )?fill (?:out|in) (?:this|the) form\b[^.]*\bif\b|^(?:please )?(?:reach out|get in touch|contact us|e-?mail us|write to us)\b[^.]*\bif\b|^(?:please )?let (?:us|me) know if (?:there (?:is|are)|you (?:have|know|find|see))\b|^(?:please )?contact (?:us|me) for (?:access|more|further|details|questions|any)\b|\bwill be seeking additional\b/i.test(
          what.words
        )
    )
    .filter(({span}) => closed.length === 0 || closed.some((passage) => contains(passage.span, span)))
  const distinct = distinctOf(lines)
  // Where to answer has a line of its own in every artifact.
  const channels = [channelIn(proposal), bidIn(proposal)].filter((one) => one !== undefined)
  const others = distinct.filter(
    ({ask, span}) => ask?.notation || !channels.some((one) => overlaps(span, one.span))
  )
  if (others.length > 0) return others
  if (distinct.length > 0) return distinct
  if (closed.length > 0) {
    const instead = insteadOf(proposal)
    const span = instead?.passage.sentences[instead.at]?.span
    return instead && span
      ? [toldLine(proposal, clipSentence(proposal, instead.passage, span, mostWords + 8))]
      : []
  }
  return asksTold(source, mostWords + 8).map((told) => toldLine(proposal, told))
}

// "Teams should outline", "Implementations are expected to follow"
const duty =
  /^((?!(?:it|this|that|there|these|those|you|we|i|they|he|she|what|who|which|if|when)\b)[\p{L}\p{N}'’&-]+(?: (?!(?:to|for|that|and|who|which|about|in|on|with|be|is|are|of)\b)[\p{L}\p{N}'’&-]+){0,3}) (?:should|must|(?:is|are) (?:kindly )?(?:asked|expected|invited|requested|required|encouraged) to) (?=\p{Ll})(?!(?:be|have|not|never)\b)/iu

/** A line of what a sentence tells, of whom it names as the one to do it. */
function toldLine(proposal: Proposal, told: Clipping): AskLine {
  const reader = headerWhom(proposal.text, proposal.frontMatter, proposal.passages, proposal.title)
  const name = addressee(reader?.words)
  const header =
    reader && name && !told.words.startsWith(name)
      ? {words: name, span: reader.span, parts: [reader.span]}
      : undefined
  const line = (what: Clipping, whom: Clipping | undefined): AskLine => ({
    ask: undefined,
    span: told.span,
    whom: whom ?? header,
    what,
    facts: [],
    timed: names(proposal, told, ['date', 'duration']),
    state: 'open',
    by: undefined
  })
  const [part] = told.parts
  const passage = proposal.passages.find(({span}) => part && overlaps(span, part))
  const by = duty.exec(told.words)
  const opens = by && part && proposal.text.startsWith(by[0], part.start)
  if (!by?.[1] || !passage || !opens || told.parts.length > 1 || !addressee(by[1]))
    return line(told, undefined)
  const whom = {start: part.start, end: part.start + by[1].length}
  const what = {start: part.start + by[0].length, end: part.end}
  return line(clipSentence(proposal, passage, what), {words: by[1], span: whom, parts: [whom]})
}

const notAsking = /\b(?:appendix|templates?|examples?|glossary|sample)\b/i

function titleAt({sections, passages}: Proposal, passage: number): string {
  return sections[passages[passage]?.section ?? 0]?.title ?? ''
}

/** The first sentence of a list item that goes on to explain what it asks. */
function firstSentence({sentences}: Passage, span: Span): Span {
  const own = sentences.filter((one) => contains(span, one.span) && wordCount(one.words) > 3)
  return own.length > 1 && own[0] ? own[0].span : span
}

function lineOf(
  proposal: Proposal,
  ask: Ask,
  item: Slot | undefined,
  mostWords: number
): AskLine | undefined {
  const passage = proposal.passages.find(({span}) => overlaps(span, item?.span ?? ask.span))
  const own = proposal.passages[ask.passage]
  if (!passage || !own) return undefined
  const given =
    item && !ask.notation
      ? firstSentence(passage, item.span)
      : (item?.span ??
        (ask.work && withinSentence(passage, withVerb(proposal.text, ask.work.span))) ??
        ask.span)
  const span = withClosingBracket(
    proposal.text,
    withWholeAmounts(proposal, withoutHelper(proposal, ask, given)),
    passage.span
  )
  const size = own.kind === 'row' ? sizeOf(proposal, own, ask) : undefined
  const sentence = passage.sentences.find((one) => contains(one.span, span))
  const bit = proposal.text.slice(span.start, span.end)
  // "We urge the board to reconsider" asks the board to: reconsider.
  const asked =
    ask.whom !== undefined &&
    ask.whom.span.end < span.start &&
    /^[\s*_]*to\s+$/.test(proposal.text.slice(ask.whom.span.end, span.start))
  const whole = sentence && !item && !asked && cutShort.test(bit) ? sentence.span : span
  // With its colon, for what only leads to a list is left off with that.
  const toColon = proposal.text.charAt(whole.end) === ':' ? {start: whole.start, end: whole.end + 1} : whole
  const clip =
    size && !ask.work ? size : unbroken((words) => clipSentence(proposal, passage, toColon, words), mostWords)
  const choices =
    proposal.text.charAt(toColon.end - 1) === ':' ? choicesOf(proposal, passage, clip) : undefined
  if (choices && wordCount(choices.words) > mostChoices) return undefined
  const what = choices ?? named(proposal, passage, clip)
  if (!/\p{L}{2}|\d/u.test(what.words)) return undefined
  const fact = (slot: Slot | undefined, withPreposition = false): Clipping[] => {
    if (!slot || overlaps(slot.span, what.span) || what.words.includes(slot.words)) return []
    const words = withPreposition ? whenOf(proposal.text, slot) : slot.words
    const start = withPreposition ? slot.span.start - (words.length - slot.words.length) : slot.span.start
    return [{words, span: {start, end: slot.span.end}, parts: [{start, end: slot.span.end}]}]
  }
  const name = addressee(ask.whom && unreferenced(ask.whom.words))
  return {
    ask,
    span: item?.span ?? ask.span,
    whom: name && ask.whom ? {words: name, span: ask.whom.span, parts: [ask.whom.span]} : undefined,
    what,
    facts: item
      ? []
      : [
          ...noteOf(proposal, own, ask),
          ...(size ? (ask.work ? [size] : []) : fact(ask.effort)),
          ...(isRate(proposal, ask) ? [] : fact(ask.resources)),
          ...fact(dueOf(proposal, ask), true)
        ],
    timed: dueOf(proposal, ask) !== undefined,
    state: ask.answer.state,
    by: ask.answer.by && {words: ask.answer.by.words, span: ask.answer.by.span, parts: [ask.answer.by.span]}
  }
}

/** "Help from Kim to paint the shed" asks Kim to: paint the shed. */
function withoutHelper({text}: Proposal, {whom}: Ask, span: Span): Span {
  if (!whom || !contains(span, whom.span)) return span
  const helper = /^(?:help|support|assistance)\s+(?:from|of)\s+(?:the\s+)?$/i
  const to = /^[\s*_]*to\s+/.exec(text.slice(whom.span.end, span.end))
  return to && helper.test(text.slice(span.start, whom.span.start))
    ? {start: whom.span.end + to[0].length, end: span.end}
    : span
}

const mostChoices = 44
/** "Do one of two things:", with the things that are listed below it. */
function choicesOf(proposal: Proposal, passage: Passage, lead: Clipping): Clipping | undefined {
  const index = proposal.passages.indexOf(passage)
  const items = proposal.passages.filter(({kind, lead: own}) => kind === 'item' && own === index)
  if (passage.kind !== 'item' || items.length < 2) return undefined
  const list = items.map((item) => clipSentence(proposal, item, item.sentences[0]?.span ?? item.span, 20))
  return joined([{...lead, words: lead.words.replace(/:?$/, ':')}, joined(list, '; ')], ' ')
}

// "I be allowed" is what is left of "I would ask that I be allowed", "reconsider" of what should be reconsidered.
const cutShort = /^I (?:be|am)\b|^(?!(?:apply|donate|join|register|sign|volunteer|vote)$)\p{Ll}+$/u

/** How much of its help a table asks a team for, by the title of its column: "support level: Small". */
function sizeOf({text}: Proposal, {block, cells, columns}: Passage, {effort}: Ask): Clipping | undefined {
  const title = effort && columns[cells.findIndex((cell) => contains(cell, effort.span))]
  const start = title ? text.indexOf(title, block.start) : -1
  if (!effort || !title || start < 0 || start > effort.span.start || /\d/.test(effort.words)) return undefined
  const words = `${title.charAt(0).toLowerCase()}${title.slice(1)}: ${effort.words}`
  return {words, span: effort.span, parts: [{start, end: start + title.length}, effort.span]}
}

/** What a note in a table says is to be done of a task: "Decision" in one column, "approve the team" in another. */
function noteOf(proposal: Proposal, passage: Passage, {work}: Ask): Clipping[] {
  const cell = passage.cells[passage.columns.findIndex((title) => /^notes?$/i.test(title))]
  if (!cell || cell.end <= cell.start || !work || contains(cell, work.span)) return []
  const note = clipSentence(proposal, passage, cell)
  return startsWithVerb(note.words) && wordCount(note.words) <= 12 ? [note] : []
}

/** "Start thinking about it" is asked, and not "thinking about it". */
function withVerb(text: string, span: Span): Span {
  if (!/^\p{Ll}+ing\b/u.test(text.slice(span.start, span.end))) return span
  const before = /\b(?:start|begin|keep|continue|consider|try|stop|avoid)\s+$/i.exec(
    text.slice(Math.max(0, span.start - 16), span.start)
  )?.[0]
  return before ? {start: span.start - before.length, end: span.end} : span
}

/** A span without the sentences that follow the one it begins in. */
function withinSentence({sentences, plain, span: whole}: Passage, span: Span): Span {
  const own = sentences.find((one) => one.span.start <= span.start && span.start < one.span.end)
  const end = own ? Math.min(own.span.end, span.end) : span.end
  // "for R. We plan to", "data structures. pandas is": neither was read as an end.
  const words = plain.slice(span.start - whole.start, end - whole.start)
  const stop =
    /;(?=\s(?:we|I)\s)|(?<=\s\p{Lu}|\p{Ll}{4}|\s\d{1,3})\.(?=\s+(?:(?:We|I|The|This|Our|It|They)\s|\p{Ll}[\w-]+\s(?:is|are|has)\s))/u.exec(
      words
    )
  return {start: span.start, end: stop ? span.start + stop.index : end}
}

/** A span with the bracket that closes it, where one was opened and its words end before it closes. */
function withClosingBracket(text: string, span: Span, within: Span): Span {
  const words = text.slice(span.start, span.end)
  const count = (mark: string) => words.split(mark).length
  const rest = /^[^()\n]{0,80}\)/.exec(text.slice(span.end, within.end))?.[0]
  if (count('(') <= count(')') || rest === undefined) return span
  return {start: span.start, end: span.end + rest.length}
}

/** A span that cuts no amount and no date in two. */
function withWholeAmounts({quantities}: Proposal, span: Span): Span {
  const cut = quantities.filter((one) => overlaps(one.span, span)).map((one) => one.span)
  return hull([span, ...cut])
}

/** A bare amount is named by its heading: "Total Budget Requested: $5,000". */
function named(proposal: Proposal, passage: Passage, what: Clipping): Clipping {
  const section = proposal.sections[passage.section]
  if (wordCount(what.words.replace(/[\d.,$€£]+(?:\s?\p{Lu}{2,4})?/gu, '')) > 0 && !what.words.startsWith('('))
    return what
  // A short line names its amount itself: "Requested amount: $5,000".
  const own = passage.sentences.find((sentence) => overlaps(sentence.span, what.span))
  const line = own && passage.kind !== 'row' ? clipSentence(proposal, passage, own.span) : undefined
  if (line && wordCount(line.words) > wordCount(what.words) && wordCount(line.words) <= 12) return line
  if (!section?.heading) return what
  const parts = [section.heading, ...what.parts]
  return {words: `${section.title.replace(/[\s:]+$/, '')}: ${what.words}`, span: what.span, parts}
}

/** Lines that a stakeholder is asked for come first, then those that name nobody. */
export function forStakeholder(lines: readonly AskLine[], stakeholder: Stakeholder | undefined): AskLine[] {
  if (!stakeholder) return [...lines]
  return lines.filter(
    ({whom, what}) =>
      !whom ||
      sameParty(whom.words, stakeholder.name) ||
      speaksTo(stakeholder, `${whom.words} ${what.words}`) >= 1.5
  )
}

// What a funder is asked for; contributors and a new home for the code are sought elsewhere.
const ofFunder =
  /\d|\b(?:fund\w*|grants?|budgets?|costs?|money|pay\w*|support|sponsor\w*|approv\w+|extension|extend|vote|allocat\w+|reimburs\w+|resources?|allow\w*)\b/i

/** The place to fill in where an ask names nobody. */
export function nobodyOf(proposal: Proposal, line?: AskLine): string {
  if (callsForProposals(proposal)) return gap('applicants')
  const funder = proposal.profile.name === 'grant' && (!line || ofFunder.test(line.what.words))
  return funder ? gap('funder') : gap('whom')
}

/** "A sponsor pays roughly $200 for each event", beside the ask: the sum alone would say something else. */
function isRate({text}: Proposal, {resources, span}: Ask): boolean {
  if (!resources || overlaps(resources.span, span)) return false
  return /^[\s*_]*(?:for each|per|each|every|an?)\b/i.test(
    text.slice(resources.span.end, resources.span.end + 16)
  )
}

/** By when an ask is to be met; "results as of 31 March", and how long the work takes that a table prices, are no date for it. */
export function dueOf({text, passages}: Proposal, {timeframe, passage}: Ask): Slot | undefined {
  if (!timeframe) return undefined
  if (passages[passage]?.kind === 'row' && /^\d+ (?:days?|weeks?|months?|years?)$/i.test(timeframe.words))
    return undefined
  const before = text.slice(Math.max(0, timeframe.span.start - 16), timeframe.span.start)
  return /\b(?:as of|since|dated?)\s+$/i.test(before) ? undefined : timeframe
}

/** An ask as a task item, with places to fill in for whom and by when. */
export function writeAsk(line: AskLine, {quote}: Quoting, nobody = gap('whom')): string {
  const {whom, timed, state, by} = line
  const when = timed || state !== 'open' ? [] : [`by ${gap('date')}`]
  const parts = [askedIn(line, {quote}), ...when].join(', ').replace(/\?, /, '? ')
  const name = whom ? quote(whom) : nobody
  const answer = state === 'open' ? 'to be confirmed' : `${state}${by ? `: ${quote(by)}` : ''}`
  return `- [${state === 'agreed' ? 'x' : ' '}] **${name}:** ${state === 'declined' ? `~~${parts}~~` : parts} (${answer})`
}
