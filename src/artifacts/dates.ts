import {strict as chrono} from 'chrono-node/en'
import {whenOf} from '../analysis/asks/commitment.ts'
import {decisionOf} from '../analysis/decisions.ts'
import type {Passage, Sentence} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains, type Span} from '../analysis/span.ts'
import type {AskCard} from './ask-cards.ts'
import {type Extract, extract} from './extract.ts'
import {bareDate, capital, isNobody} from './wording.ts'

/** When something is decided or closes, as the proposal says it: "Decision by 12 May". */
export interface Decision {
  readonly what: 'Decision' | 'Answers'
  /** With its preposition: "by 12 May". */
  readonly when: string
  /** The sentence that says so. */
  readonly span: Span
}

/** A dated line of a proposal. */
export interface Milestone extends Extract {
  /** "12 May" */
  readonly date: string
}

const deciding = /\b(?:decid(?:e|es|ed|ing)|decision|vote|final comment period|fcp)\b/i
const answering =
  /\b(?:comments?|feedback|respon(?:d|se)|repl(?:y|ies)|answers?|objections?|let (?:us|me) know|write to)\b/i

/** What is told of the past is no plan. */
const over =
  /\b(?:was|were|had|came|emerged|published|happened|started|began|since|(?:has|have) (?:been|run|\w+ed))\b/i

/**
 * The date by which the proposal is decided: of a sentence that speaks of the decision, else of an ask to approve
 * that is still open; else until when answers are welcome.
 */
export function decisionDateOf(proposal: Proposal): Decision | undefined {
  const {text, asks} = proposal
  const {when} = decisionOf(proposal)
  const settled = ({span}: Sentence) =>
    asks.some(({answer, span: asked}) => answer.state !== 'open' && touches(asked, span))
  const dated = sentencesOf(proposal).flatMap((sentence) => {
    const [date] = datesIn(proposal, sentence.span)
    return date && !over.test(sentence.words) && !settled(sentence) ? [{...sentence, date}] : []
  })
  const decided =
    dated.find(({words}) => deciding.test(words)) ??
    dated.find(({date}) => date.span.start === when?.span.start)
  const found = decided ?? dated.find(({words}) => answering.test(words))
  return found && {what: decided ? 'Decision' : 'Answers', when: whenOf(text, found.date), span: found.span}
}

const mostMilestones = 8

/**
 * What a proposal says will be when, in the order of time: its asks, its decision, and the dated sentences and rows of
 * its plan. Empty unless there are two dates that can be put in order.
 */
export function milestonesOf(
  proposal: Proposal,
  decision: Decision | undefined,
  asks: readonly AskCard[]
): Milestone[] {
  const told = [...dated(proposal, decision, asks)].sort((a, b) => a.span.start - b.span.start)
  let year = yearIn(proposal.text)
  let last = 0
  const placed = told.flatMap((one) => {
    const day = dayOf(one.date)
    if (!day) return []
    // "November" and then "February": the year has turned.
    if (day.year === undefined && last - day.month > 6) year++
    else if (day.year !== undefined) year = day.year
    last = day.month
    return [{...one, at: (year * 13 + day.month) * 32 + day.day}]
  })
  const ordered = placed
    .filter(({date}, index) => placed.findIndex((other) => other.date === date) === index)
    .sort((a, b) => a.at - b.at)
    .slice(0, mostMilestones)
  return ordered.length < 2 ? [] : ordered.map(({words, span, date}) => ({words, span, date}))
}

function dated(proposal: Proposal, decision: Decision | undefined, asks: readonly AskCard[]): Milestone[] {
  const {passages, boilerplate, elements} = proposal
  const asked = asks.flatMap(({when, what, whom, span}): Milestone[] =>
    when
      ? [
          {
            date: bareDate(when),
            words: isNobody(whom) ? capital(what) : `${capital(whom ?? '')}: ${what}`,
            span
          }
        ]
      : []
  )
  const plan = [
    ...(decision ? [decision.span] : []),
    ...(['timeframe', 'work', 'chunked'] as const).flatMap((element) =>
      elements[element].evidence.flatMap(({level, span}) => (level === 'present' ? [span] : []))
    )
  ].filter((span) => !asked.some((ask) => contains(ask.span, span)))
  const planned = passages.flatMap((passage, index): Milestone[] => {
    if (boilerplate[index] || !plan.some((span) => touches(span, passage.span))) return []
    if (passage.kind === 'row') return inRow(proposal, passage)
    return passage.sentences.flatMap((sentence, at) => {
      const [date] = datesIn(proposal, sentence.span)
      const fits =
        plan.some((span) => touches(span, sentence.span)) &&
        !asked.some((ask) => touches(ask.span, sentence.span))
      if (!date || !fits || over.test(sentence.words)) return []
      const alone = withoutDate(sentence.words, date.words) === ''
      const next = passage.sentences[at + 1] ?? passages[index + 1]?.sentences[0]
      const {span} = alone && next ? next : sentence
      return [
        {span, words: withoutDate(extract(proposal, span).words, date.words), date: bareDate(date.words)}
      ]
    })
  })
  return [...asked, ...planned]
}

/** A row of a plan: its first cell says what, a cell with a date says when. */
function inRow(proposal: Proposal, {span, cells}: Passage): Milestone[] {
  const [date] = datesIn(proposal, span)
  const what = cells.find((cell) => cell.end > cell.start && !(date && contains(cell, date.span)))
  return date && what ? [{span: what, words: extract(proposal, what).words, date: bareDate(date.words)}] : []
}

/** "12 May: the doors open" says its date beside it already. */
function withoutDate(words: string, date: string): string {
  const label = words.slice(0, words.indexOf(date) + date.length).replace(date, '')
  const rest = words.slice(words.indexOf(date) + date.length)
  return words.includes(date) && /^\W*$/.test(label) && /^\s*(?:[):–—-]|$)/.test(rest)
    ? rest.replace(/^[\s):–—-]+/, '')
    : words
}

function touches(a: Span, b: Span): boolean {
  return contains(a, b) || contains(b, a)
}

function sentencesOf({passages, boilerplate}: Proposal): Sentence[] {
  return passages.flatMap(({sentences}, index) => (boilerplate[index] ? [] : sentences))
}

/** The dates of a proposal in the order of the text: each is looked for once for every ask and sentence. */
const known = new WeakMap<Proposal['quantities'], readonly Span[]>()

function datesIn({text, quantities}: Proposal, span: Span): {span: Span; words: string}[] {
  let dates = known.get(quantities)
  if (!dates) {
    dates = quantities
      .flatMap((one) => (one.kind === 'date' ? [one.span] : []))
      .sort((a, b) => a.start - b.start)
    known.set(quantities, dates)
  }
  let [from, to] = [0, dates.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((dates[middle]?.start ?? 0) < span.start) from = middle + 1
    else to = middle
  }
  const found: {span: Span; words: string}[] = []
  for (let at = from; at < dates.length; at++) {
    const date = dates[at]
    if (!date || date.start > span.end) break
    if (contains(span, date))
      found.push({span: date, words: text.slice(date.start, date.end).replace(/\s+/g, ' ')})
  }
  return found
}

/** The first year that a text names; dates without a year are taken to be of it. */
function yearIn(text: string): number {
  return Number(/\b(20\d\d)\b/.exec(text)?.[1] ?? 2000)
}

/** Month and day from 1; a month alone is its end. Undefined for what only has a place beside today, such as "Monday". */
function dayOf(words: string): {year: number | undefined; month: number; day: number} | undefined {
  const year = Number(/\b20\d\d\b/.exec(words)?.[0]) || undefined
  const quarter = /\bQ([1-4])\b/i.exec(words)
  if (quarter) return {year, month: Number(quarter[1]) * 3, day: 31}
  const start = chrono.parse(words, new Date(2000, 0, 1))[0]?.start
  if (start?.isCertain('month')) {
    const day = start.isCertain('day') ? (start.get('day') ?? 31) : 31
    return {year, month: start.get('month') ?? 12, day}
  }
  return year ? {year, month: 12, day: 31} : undefined
}
