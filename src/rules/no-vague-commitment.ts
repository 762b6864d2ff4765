import {type OwnWords, ownWordingsIn, ownWordsOf} from '../analysis/own-words.ts'
import type {Ask, Proposal, Slot} from '../analysis/proposal.ts'
import {contains, overlaps, type Span, shifted} from '../analysis/span.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

type SlotName = 'timeframe' | 'effort' | 'work' | 'resources'

export const noVagueCommitment: Rule = {
  id: 'no-vague-commitment',
  title: 'an ask that leaves open how much: “some time”, “as needed”, “ASAP”',
  why: 'A reader asked for “some time” cannot tell what a yes would cost, and guards against the worst. A number, even a rough one, can be agreed to.',
  good: 'About two hours a week, from 4 May until the end of June.',
  severity: severityIn({informs: ['memo', 'rfc', 'grant', 'goal', 'sponsorship', 'letter']}),
  check: (proposal) => {
    const own = ownWordsOf(proposal)
    return proposal.asks.flatMap((ask, index) =>
      ask.answer.state === 'open' ? vagueIn(proposal, ask, index, own) : []
    )
  }
}

const lists = [
  ['timeframe', 'vagueTimeframe'],
  ['effort', 'vagueEffort'],
  ['work', 'vagueWork'],
  ['resources', 'vagueResources'],
  ['effort', 'bareNumber']
] as const

/** What a vague word leaves open, and what would close it. */
const enough: Readonly<Record<SlotName, string>> = {
  timeframe: 'by when? Give a date, or for how long.',
  effort: 'how much? Give a number: hours a week, or hours in all.',
  work: 'with what? Name the work that you have in mind.',
  resources: 'how much, and for what? Give an amount.'
}

/** "We will answer as soon as possible": the author's own promise. */
const promised =
  /\b(?:we|I)(?:['’]ll| will| shall| can| try to)\b(?! (?:also |still )?need\b)[^.;?!]{0,200}$/i

/** One finding for each slot of an ask that is told vaguely and nowhere in the same ask exactly. */
/** The passages that overlap a span, of passages in the order of the text: asks and passages can both be thousands. */
function overlapping(own: readonly OwnWords[], span: Span): OwnWords[] {
  let [from, to] = [0, own.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((own[middle]?.passage.span.end ?? 0) <= span.start) from = middle + 1
    else to = middle
  }
  const found: OwnWords[] = []
  for (let at = from; at < own.length; at++) {
    const one = own[at]
    if (!one || one.passage.span.start >= span.end) break
    if (overlaps(one.passage.span, span)) found.push(one)
  }
  return found
}

function vagueIn(proposal: Proposal, ask: Ask, index: number, own: readonly OwnWords[]): Observation[] {
  const parts = [ask.span, ...ask.items.map(({span}) => span)]
  const found = new Map<SlotName, Slot>()
  for (const [slot, list] of lists) {
    const exact =
      slot === 'work' ? ask.items.length > 0 : parts.some((part) => quantified(proposal, slot, part))
    if (exact || found.has(slot)) continue
    const [first] = parts.flatMap((part) =>
      overlapping(own, part).flatMap(({passage, voice}) =>
        ownWordingsIn(list, voice)
          .filter(({span}) => !promised.test(voice.plain.slice(0, span.start)))
          .map(({span, words}) => ({span: shifted(span, passage.span.start), words}))
          .filter(({span}) => contains(part, span))
      )
    )
    if (first) found.set(slot, first)
  }
  return Array.from(found, ([element, {span, words}]) => ({
    span,
    message: `“${words}” leaves open ${enough[element]}`,
    nearly: [],
    ask: index,
    element
  }))
}

function quantified({text, quantities}: Proposal, slot: SlotName, part: Slot['span']): boolean {
  const kinds = {
    timeframe: ['date', 'duration'],
    effort: ['effort'],
    work: [],
    resources: ['money']
  } as const
  const wanted: readonly string[] = kinds[slot]
  // A budget in a currency that nobody knows is a budget all the same.
  if (slot === 'resources' && /\d{2}/.test(text.slice(part.start, part.end))) return true
  return quantities.some(
    ({kind, span}) =>
      wanted.includes(kind) && contains(part, span) && !/^a few\b/i.test(text.slice(span.start, span.end))
  )
}
