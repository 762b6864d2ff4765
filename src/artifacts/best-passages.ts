import type {Span} from '../analysis/span.ts'
import {alike, chosen} from './choose.ts'
import {begun, type Clipping, unbroken, wordCount} from './clip.ts'
import {overtaken} from './log-entries.ts'
import {speaksTo} from './moves.ts'
import {proposedIn, proposing} from './proposed.ts'
import type {Stakeholder} from './stakeholders.ts'
import {digestIn} from './stated.ts'
import type {Source, Statement} from './statements.ts'
import {isUnder} from './under-headings.ts'

/** What a proposal is quoted for under a heading of its own, wherever it is quoted. */
export type Quoted = 'motive' | 'progress' | 'downside' | 'reward' | 'optout'

export interface BestPassages {
  /** What is proposed, in two sentences at the most. */
  readonly proposed: (mostWords: number) => Clipping[]
  /** The passages that tell an element best, as many as there is room for, in the order of the text. */
  readonly of: (element: Quoted, mostWords: number, most?: number) => Clipping[]
  /** The one of them that counts most. */
  readonly first: (element: Quoted, mostWords: number) => Clipping | undefined
  /** Whether an element is told by what is quoted for what is proposed, so that it is no gap. */
  readonly toldBesides: (element: Quoted) => boolean
}

/**
 * The order of choice: what is rarest is chosen first, for a sentence that names a risk is seldom the only one that
 * names a reason. With the words that the choice is made for, whatever room there is in the end.
 */
const usual = {downside: 44, progress: 40, motive: 44, reward: 40, optout: 28} as const satisfies Record<
  Quoted,
  number
>
const usualProposed = 52
/** Of some the first tells it, and a second one is wrong too often. */
const most = {downside: 2, progress: 1, motive: 1, reward: 2, optout: 2} as const satisfies Record<
  Quoted,
  number
>
/** How plainly a second risk has to be told: under a heading of risks it names some harm, elsewhere it is called a risk. */
const leastHarm = -1
const leastNamed = 0.9
/** Against an entry of a log that is not the last one, in log-odds. */
const outdated = 8
/** In words; what is shorter is like many a sentence. */
const leastAlike = 12

/**
 * Chooses the passages of a proposal: once, so that pane, recap, update, script and guide say the same.
 * @param reader sentences that speak of them, or of what they care about, come first
 */
export function bestPassages(source: Source, reader: Stakeholder | undefined): BestPassages {
  const statements = proposing(source)
  const digest = statements.length === 0 ? digestIn(source.proposal) : undefined
  const proposed = (mostWords: number) => (digest ? [digest] : proposedIn(statements, mostWords))
  const what = proposed(usualProposed)
  const said = new Set(what.map(({words}) => words.toLowerCase()))
  const used: Span[] = [
    ...what.flatMap(({parts}) => parts),
    // A text may say it in the same words again.
    ...source.statements
      .filter(({clip}) => said.has(clip(usualProposed).words.toLowerCase()))
      .map(({span}) => span)
  ]
  const past = overtaken(source)
  const prefer = (statement: Statement, words: string) =>
    2.5 * speaksTo(reader, words) - (past.has(statement) ? outdated : 0)
  const besides = new Set<Quoted>()
  const beside = (element: Quoted) =>
    element === 'downside'
      ? {
          besides: (statement: Statement, plain: number) =>
            plain >= (isUnder(source.proposal, statement, element) ? leastHarm : leastNamed)
        }
      : {}
  const take = (element: Quoted): readonly Statement[] => {
    const words = usual[element]
    const found = chosen(source, element, {most: most[element], words, used, prefer, ...beside(element)})
    // What says the same in other words says it twice.
    const distinct = found.filter(
      (one) =>
        !what.some(
          (other) => wordCount(other.words) >= leastAlike && alike(other.words, one.clip(words).words)
        )
    )
    const own = distinct.length > 0 ? distinct : found
    // Better what was said under another heading than nothing, but not what is proposed, word for word.
    const again = own.length > 0 ? [] : chosen(source, element, {most: 1, words, prefer})
    const taken =
      own.length > 0
        ? own
        : again.filter((one) => !what.some((other) => alike(other.words, one.clip(words).words)))
    if (again.length > taken.length) besides.add(element)
    used.push(...taken.flatMap((one) => one.clip(words).parts))
    return taken
  }
  const taken: Readonly<Record<Quoted, readonly Statement[]>> = {
    downside: take('downside'),
    progress: take('progress'),
    motive: take('motive'),
    reward: take('reward'),
    optout: take('optout')
  }
  return {
    proposed,
    of: (element, mostWords, atMost = 2) =>
      fitting(taken[element], mostWords, atMost).sort((a, b) => a.span.start - b.span.start),
    first: (element, mostWords) => fitting(taken[element], mostWords, 1)[0],
    toldBesides: (element) => besides.has(element)
  }
}

/** As many statements as there is room for, the best first; one that would have to be broken off gives way. */
function fitting(statements: readonly Statement[], mostWords: number, most: number): Clipping[] {
  // Of a list there may be no room for a single item.
  const clips = statements
    .map((one) => ({clip: unbroken(one.clip, mostWords), kind: one.kind}))
    .filter(({clip}) => clip.words !== '')
  const whole = clips.filter(({clip, kind}) => kind === 'list' || !clip.words.endsWith(' …'))
  const found: Clipping[] = []
  let room = mostWords
  for (const {clip} of whole.length > 0 ? whole : clips.slice(0, 1)) {
    const length = wordCount(clip.words)
    if (found.length > 0 && length > room) continue
    found.push(begun(clip))
    room -= length
    if (found.length >= most) break
  }
  return found
}
