import {whenOf} from '../analysis/asks/commitment.ts'
import type {Passage} from '../analysis/passages.ts'
import {fold} from '../analysis/plain-text.ts'
import type {Ask, Proposal, Slot} from '../analysis/proposal.ts'
import {contains, hull, overlaps, type Span} from '../analysis/span.ts'
import {gap, type Quoting} from './artifact.ts'
import {bidIn, channelIn} from './channel.ts'
import {alike, choose} from './choose.ts'
import {type Clipping, clipSentence, unbroken, unreferenced, wordCount} from './clip.ts'
import {addressee, speaksTo} from './moves.ts'
import {isUnderPhase} from './phases.ts'
import {plainness} from './plainness.ts'
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
}

/**
 * What a proposal asks, line by line, in the order of the text; what its asks do not hold is taken from where it
 * says that it asks.
 * @param mostWords of what one line asks
 */
export function askLinesOf(source: Source, mostWords: number): AskLine[] {
  const {proposal} = source
  const sure = proposal.elements.ask.level === 'present'
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
    .filter(
      ({words}) =>
        !/^\(|^if your? |^please (?:tell|describe|explain|list|include) (?:us|me|your?|a|any|how|what|the)\b|^(?:please )?(?:respond with|answer (?:yes|with))\b|^(?:feel free|thank)/i.test(
          words
        )
    )
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
        !/^(?:please )?feel free\b|^https?:\S+$|^(?:interested in|(?:keen|willing|able|ready|happy) to)\b|^(?:please )?fill (?:out|in) (?:this|the) form\b[^.]*\bif\b|^(?:please )?(?:reach out|get in touch|contact us|e-?mail us|write to us)\b[^.]*\bif\b|\bwill be seeking additional\b/i.test(
          what.words
        )
    )
  // What is written as an ask is one, however much it is like another.
  const distinct = lines.filter(
    (line, index) =>
      line.ask?.notation === true ||
      !lines
        .slice(0, index)
        .some(({what}) => overlaps(what.span, line.what.span) || alike(what.words, line.what.words))
  )
  // Where to answer has a line of its own in every artifact.
  const channels = [channelIn(proposal), bidIn(proposal)].filter((one) => one !== undefined)
  const others = distinct.filter(
    ({ask, span}) => ask?.notation || !channels.some((one) => overlaps(span, one.span))
  )
  if (others.length > 0) return others
  if (distinct.length > 0) return distinct
  return asksTold(source, mostWords + 8).map((what) => ({
    ask: undefined,
    span: what.span,
    whom: undefined,
    what,
    facts: [],
    timed: names(proposal, what, ['date', 'duration']),
    state: 'open',
    by: undefined
  }))
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

/**
 * Where an ask is told, but not in words that could be taken apart: the sentences that ask. None of those that only
 * praise or invite; in an application for money, the sum.
 */
export function asksTold(source: Source, mostWords: number): Clipping[] {
  const told =
    source.proposal.elements.ask.level === 'present'
      ? choose(source, 'ask', {
          most: 2,
          words: mostWords,
          prefer: (_, words) => (plainness(words, 'ask') < -2 ? -6 : 0)
        })
      : []
  return told.length > 0 ? told : sumAsked(source)
}

const sum = /\b(?:total|requested|budget requested|funding (?:amount|requested)|grant amount)\b/i
const price = /^(?:costs?|price|budget|amount)\s*:/i

/** A bare amount right below a heading that says what it is: "Total budget requested". */
function sumBelow({passages, sections, boilerplate}: Proposal): Clipping | undefined {
  for (const [index, {section, plain, span}] of passages.entries()) {
    const {heading, title} = sections[section] ?? {heading: undefined, title: ''}
    const words = fold(plain)
    if (boilerplate[index] || !heading || !sum.test(title) || !bare.test(words)) continue
    return {words: `${title.replace(/[\s:]+$/, '')}: ${words}`, span, parts: [heading, span]}
  }
  return undefined
}
const bare = /^(?:[$€£]\s?|[A-Z]{3,4}\s?)?\d[\d.,]*k?(?:\s?[A-Z]{3,4})?$/

/** In an application for money, what it is to cost is the ask: the sum, where one is told. */
function sumAsked(source: Source): Clipping[] {
  const {proposal, statements} = source
  if (!['grant', 'sponsorship'].includes(proposal.profile.name)) return []
  const headed = sumBelow(proposal)
  if (headed) return [headed]
  const [best] = statements
    .filter(
      (statement) =>
        statement.kind !== 'list' && statement.kind !== 'pair' && !isUnderPhase(proposal, statement)
    )
    .map((statement) => ({clip: statement.clip(20), statement}))
    .filter(
      ({clip}) =>
        (sum.test(clip.words) || price.test(clip.words)) &&
        /\d/.test(clip.words) &&
        !/estimated duration|\b(?:fte|weeks?|months?)\b/i.test(clip.words) &&
        wordCount(clip.words) <= 24
    )
    .sort((a, b) => b.statement.score('resources') - a.statement.score('resources'))
  return best ? [best.clip] : []
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
  const span = withClosingBracket(
    proposal.text,
    withWholeAmounts(
      proposal,
      item && !ask.notation
        ? firstSentence(passage, item.span)
        : (item?.span ??
            (ask.work && withinSentence(passage, withVerb(proposal.text, ask.work.span))) ??
            ask.span)
    ),
    passage.span
  )
  const clip = unbroken((words) => clipSentence(proposal, passage, span, words), mostWords)
  const what = named(proposal, passage, clip)
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
    facts: item ? [] : [...fact(ask.effort), ...fact(ask.resources), ...fact(dueOf(proposal, ask), true)],
    timed: dueOf(proposal, ask) !== undefined,
    state: ask.answer.state,
    by: ask.answer.by && {words: ask.answer.by.words, span: ask.answer.by.span, parts: [ask.answer.by.span]}
  }
}

/** "Start thinking about it" is asked, and not "thinking about it". */
export function withVerb(text: string, span: Span): Span {
  if (!/^\p{Ll}+ing\b/u.test(text.slice(span.start, span.end))) return span
  const before = /\b(?:start|begin|keep|continue|consider|try|stop|avoid)\s+$/i.exec(
    text.slice(Math.max(0, span.start - 16), span.start)
  )?.[0]
  return before ? {start: span.start - before.length, end: span.end} : span
}

/** A span without the sentences that follow the one it begins in. */
function withinSentence({sentences}: Passage, span: Span): Span {
  const own = sentences.find((one) => one.span.start <= span.start && span.start < one.span.end)
  return own && own.span.end < span.end ? {start: span.start, end: own.span.end} : span
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
  if (
    !section?.heading ||
    (wordCount(what.words.replace(/[\d.,$€£]+(?:\s?\p{Lu}{2,4})?/gu, '')) > 0 && !what.words.startsWith('('))
  )
    return what
  // A short line names its amount itself: "Requested amount: $5,000".
  const own = passage.sentences.find((sentence) => overlaps(sentence.span, what.span))
  const line = own && passage.kind !== 'row' ? clipSentence(proposal, passage, own.span) : undefined
  if (line && wordCount(line.words) > wordCount(what.words) && wordCount(line.words) <= 12) return line
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

/** The place to fill in where an ask names nobody. */
export function nobodyOf({profile}: Proposal): string {
  return profile.name === 'grant' ? gap('funder') : gap('whom')
}

/** By when an ask is to be met; "results as of 31 March" sets no date for it. */
export function dueOf({text}: Proposal, {timeframe}: Ask): Slot | undefined {
  if (!timeframe) return undefined
  const before = text.slice(Math.max(0, timeframe.span.start - 16), timeframe.span.start)
  return /\b(?:as of|since|dated?)\s+$/i.test(before) ? undefined : timeframe
}

/** An ask as a task item, with places to fill in for whom and by when. */
export function writeAsk(
  {whom, what, facts, timed, state, by}: AskLine,
  {quote}: Quoting,
  nobody = gap('whom')
): string {
  const words = [quote(what).replace(/[\s.,:;]+$/, ''), ...facts.map(quote)]
  const when = timed || state !== 'open' ? [] : [`by ${gap('date')}`]
  const parts = [...words, ...when].join(', ')
  const name = whom ? quote(whom) : nobody
  const answer = state === 'open' ? 'to be confirmed' : `${state}${by ? `: ${quote(by)}` : ''}`
  return `- [${state === 'agreed' ? 'x' : ' '}] **${name}:** ${state === 'declined' ? `~~${parts}~~` : parts} (${answer})`
}
