import {overlaps, type Span} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {type Clipping, wordCount} from './clip.ts'
import {plainness} from './plainness.ts'
import {isPremise, tellsHarm} from './plainness-of-motive.ts'
import {floorOf, isQuoted, proofOf} from './proof.ts'
import type {Source, Statement} from './statements.ts'
import {isUnder} from './under-headings.ts'

export interface Choice {
  /** How many at the most, and how many words they may have together. */
  readonly most: number
  readonly words: number
  /** What is said elsewhere already. */
  readonly used?: readonly Span[]
  /** What else speaks for a statement, in log-odds. */
  readonly prefer?: (statement: Statement, words: string) => number
  /** How far below the best another may be, in log-odds. */
  readonly spread?: number
  /** Whether a statement may stand beside one that is better. */
  readonly besides?: (statement: Statement, plain: number) => boolean
  /** Whether weak evidence will do. */
  readonly weak?: boolean
}

/** How plain a risk under a heading of risks has to be at the least to count more than one told elsewhere, and how much more. */
const leastUnder = -1
const elsewhere = 1.5

/** The statements that prove an element best and read well by themselves, clipped, in the order of the text. */
export function choose(source: Source, element: TrustElement, choice: Choice): Clipping[] {
  return chosen(source, element, choice)
    .map((statement) => statement.clip(choice.words))
    .sort((a, b) => a.span.start - b.span.start)
}

/** The statements that prove an element best and read well by themselves, the best first. */
export function chosen(source: Source, element: TrustElement, choice: Choice): Statement[] {
  const {proposal, statements} = source
  const {level, evidence} = proposal.elements[element]
  if (level === 'missing' || (level === 'weak' && !choice.weak)) return []
  const ownSection =
    element === 'downside' &&
    statements.some(
      (one) =>
        !one.leans &&
        isUnder(proposal, one, element) &&
        plainness(one.clip(choice.words).words, element, source.subject) > leastUnder
    )
  const scored = statements
    .filter(({span}) => !(choice.used ?? []).some((other) => overlaps(other, span)))
    .map((statement) => {
      const clip = statement.clip(choice.words)
      const length = wordCount(clip.words)
      const plain = plainness(clip.words, element, source.subject)
      const score =
        proofOf(source, statement, element, clip.words, plain) -
        0.12 * Math.max(0, length - choice.words) -
        0.015 * length +
        (clip.words.endsWith(' …') && statement.kind !== 'list' ? -5 : 0) +
        (choice.prefer?.(statement, clip.words) ?? 0) -
        (ownSection && !isUnder(proposal, statement, element) ? elsewhere : 0)
      return {statement, clip, length, score, plain}
    })
    // A question tells nothing but that it is open.
    .filter(({length, clip}) => length > 0 && (element === 'dialog' || !asks(clip.words, element)))
    .sort((a, b) => b.score - a.score)
  const well = scored.filter(({score}) => score > floorOf(element))
  const ranked =
    well.length > 0 || isQuoted(element)
      ? well
      : // What was read as told is told, even where no sentence of it reads well.
        scored
          .filter(
            ({statement, clip, plain}) =>
              (choice.prefer?.(statement, clip.words) ?? 0) > -3 &&
              evidence[0] &&
              overlaps(evidence[0].span, statement.span) &&
              statement.penalty < 2 &&
              plain > -1
          )
          .slice(0, 1)
  const taken: typeof ranked = []
  let room = choice.words
  for (const candidate of ranked) {
    const one = element === 'motive' ? (reasonAfter(candidate, ranked) ?? candidate) : candidate
    const [first] = taken
    if (first && one.score < first.score - (choice.spread ?? (isQuoted(element) ? 2 : 2.5))) break
    if (taken.length > 0 && one.length > room) continue
    if (taken.length > 0 && choice.besides?.(one.statement, one.plain) === false) continue
    if (taken.some(({statement}) => overlaps(statement.span, one.statement.span))) continue
    if (taken.some(({clip}) => alike(clip.words, one.clip.words))) continue
    taken.push(one)
    room -= one.length
    if (taken.length >= choice.most) break
  }
  return taken.map(({statement}) => statement)
}

/** How far below how the world is the sentence right after it may be, in log-odds. */
const reasonBelow = 3

/** The sentence right after one that only tells how the world is, where it stands alone and tells what is wrong with that. */
function reasonAfter<One extends {statement: Statement; clip: Clipping; score: number}>(
  {statement, clip, score}: One,
  ranked: readonly One[]
): One | undefined {
  if (statement.kind !== 'sentence' || !isPremise(clip.words)) return undefined
  const [{passage} = {passage: -1}] = statement.tellings
  const after = ranked
    .filter(
      (one) =>
        one.statement.kind === 'sentence' &&
        one.statement.tellings[0]?.passage === passage &&
        one.statement.span.start >= statement.span.end
    )
    .sort((a, b) => a.statement.span.start - b.statement.span.start)[0]
  const follows = after && after.statement.span.start - statement.span.end < nextWithin
  const tells = follows && wordCount(after.clip.words) > fewest && tellsHarm(after.clip.words)
  return tells && after.score > score - reasonBelow ? after : undefined
}

/** In words: a sentence so short only hints at it. */
const fewest = 9
/** In UTF-16 units: what may part a sentence from the next. */
const nextWithin = 4

/** Whether words end as a question; in a list one may stand among what is to be done, not among what is or may be. */
function asks(words: string, element: TrustElement): boolean {
  return (element !== 'work' && isQuoted(element) ? /\?["”')]*(?:$|; )/ : /\?["”')]*$/).test(words)
}

/** Whether two statements say much the same, by their words. */
export function alike(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
  const [left, right] = [words(a), words(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared > 0.7 * Math.min(left.size, right.size)
}
