import {overlaps, type Span} from '../analysis/span.ts'
import {wantedBy} from '../rules/wanted.ts'
import {alike} from './choose.ts'
import {type Clipping, wordCount} from './clip.ts'
import {headed, isFirst, type Measured, measured, whole} from './measures.ts'
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
  const totals = totalsOf(proposal)
  const room = words + (words < scarce ? leastRoomForSteps : roomForSteps)
  const plan = phasesOf(proposal, room) ?? scheduleOf(proposal, room, 'timed')
  for (const element of Object.keys(questions) as ('work' | Measured)[]) {
    const best =
      element === 'work'
        ? (plan ?? workIn(source, room))
        : total(totals, element, measured(source, element, words))
    const heading = element === 'timeframe' ? headed(source) : undefined
    const said = heading && isFirst(proposal, heading) ? heading : (best ?? heading)
    if (!said) {
      if (wanted.has(element) && proposal.elements[element].level !== 'present') open.push(questions[element])
    } else if (
      ![...told, ...found.flatMap(({parts}) => parts)].some((other) =>
        said.parts.some((part) => overlaps(part, other))
      ) &&
      !found.some((other) => wordCount(said.words) > 12 && alike(other.words, said.words))
    )
      found.push(said)
  }
  // "The next 6 months", and nothing of what is done in them, is a heading.
  const [only] = found
  if (
    found.length === 1 &&
    only &&
    /^(?:over |in |within |during )?the (?:next|coming|first) \w+ \w+$/i.test(only.words)
  )
    found.pop()
  return {
    found: found.sort((a, b) => a.span.start - b.span.start),
    question: found.length > 0 ? '' : open.join(' ')
  }
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
