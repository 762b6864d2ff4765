import type {Proposal} from '../analysis/proposal.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import {wantedBy} from '../rules/wanted.ts'
import {alike} from './choose.ts'
import {type Clipping, joined, wordCount} from './clip.ts'
import {isFirst, type Measured, measured, periodOf, whole} from './measures.ts'
import {phasesOf} from './phases.ts'
import {scheduleOf} from './schedule.ts'
import type {Source} from './statements.ts'
import {type Total, totalsOf} from './totals.ts'
import {workIn} from './work-told.ts'

/** Steps need more words than an amount; where there is little room, a few more. */
const roomForSteps = 28
const leastRoomForSteps = 14
const scarce = 16

const questions: Readonly<Record<'work' | Measured, string>> = {
  work: 'Who does what?',
  timeframe: 'By when?',
  effort: 'How much of whose time?',
  resources: 'What does it cost, or need?'
}

/** What a text says of work, time, effort and means beyond what its asks name, and what it would have to say. */
export interface Commitments {
  readonly found: readonly Clipping[]
  /** What nothing is told of, as one line of questions; empty where something is found. */
  readonly question: string
}

/**
 * Only what is work, time, effort or means beyond doubt: it names an amount of it, or the phases of the work. A
 * list of features or the agenda of a workshop would be worse than nothing.
 * @param words of each
 * @param told what the asks and other parts say already
 */
export function commitments(source: Source, words: number, told: readonly Span[]): Commitments {
  const {proposal} = source
  const wanted = wantedBy(proposal)
  const found: Clipping[] = []
  const open: string[] = []
  let work: Clipping | undefined
  const totals = totalsOf(proposal)
  const room = words + (words < scarce ? leastRoomForSteps : roomForSteps)
  const plan = phasesOf(proposal, room) ?? scheduleOf(proposal, room, 'timed')
  for (const element of Object.keys(questions) as ('work' | Measured)[]) {
    const best =
      element === 'work'
        ? (plan ?? workIn(source, room))
        : total(totals, element, measured(source, element, words))
    const heading = element === 'timeframe' ? periodOf(source) : undefined
    const said = heading && isFirst(proposal, heading) ? heading : (best ?? heading)
    if (!said) {
      if (wanted.has(element) && proposal.elements[element].level !== 'present') open.push(questions[element])
    } else if (
      ![...told, ...found.flatMap(({parts}) => parts)].some((other) =>
        said.parts.some((part) => overlaps(part, other))
      ) &&
      !found.some((other) => wordCount(said.words) > 12 && alike(other.words, said.words)) &&
      !(work && isOfPlan(proposal, work, said))
    ) {
      found.push(said)
      if (element === 'work') work = said
    }
  }
  const inOrder = headed(found.sort((a, b) => a.span.start - b.span.start))
  return {found: inOrder, question: inOrder.length > 0 ? '' : open.join(' ')}
}

/** "3 weeks", "Week 3" */
const times =
  /\b(?:\d+(?:[.,]\d)?|an?|one|two|three|four|five|six) (?:days?|weeks?|months?)\b|\b(?:weeks?|months?) \d/gi

/**
 * Whether the work that is told already holds what some of its parts take: they are rows or items beside each other,
 * or both tell of each part how long it takes.
 */
function isOfPlan({passages}: Proposal, plan: Clipping, said: Clipping): boolean {
  if (whole.test(said.words)) return false
  const blocks = ({parts}: Clipping) =>
    passages
      .filter(
        ({kind, span}) => (kind === 'item' || kind === 'row') && parts.some((one) => overlaps(one, span))
      )
      .map(({block}) => block.start)
  const own = blocks(said)
  const timed = ({words}: Clipping) => (words.match(times)?.length ?? 0) > 1
  return (
    own.length > 0 &&
    (blocks(plan).some((block) => own.includes(block)) || (own.length > 1 && timed(plan) && timed(said)))
  )
}

const period = /^(?:over |in |within |during )?the (?:next|coming|first) \w+(?: \w+)?$/i

/** "The next 6 months" says when what follows is done; without that it is but a heading. */
function headed([first, second, ...rest]: readonly Clipping[]): Clipping[] {
  if (!first || !period.test(first.words)) return [first, second, ...rest].flatMap((one) => one ?? [])
  return second ? [joined([first, second], ': '), ...rest] : []
}

/** What all of it takes, where the text says so: better than what a part of it takes. */
function total(
  totals: readonly Total[],
  element: Measured,
  best: Clipping | undefined
): Clipping | undefined {
  if (best && whole.test(best.words)) return best
  const found = totals.find(({kinds}) =>
    kinds.some((kind) => (totalKinds[element] as readonly string[]).includes(kind))
  )
  return found?.clip ?? best
}

const totalKinds = {timeframe: ['duration'], effort: ['effort'], resources: ['money']} as const
