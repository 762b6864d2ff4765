import {whenOf} from '../analysis/asks/commitment.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {type AskLine, askLinesOf} from './ask-lines.ts'
import {extract} from './extract.ts'
import type {Source} from './statements.ts'

/** One thing asked, as the pane shows it. */
export interface AskCard {
  readonly span: Span
  readonly whom: string | undefined
  readonly what: string
  readonly timeframe: string | undefined
  /** The time frame with its preposition: "by 12 May". */
  readonly when: string | undefined
  readonly effort: string | undefined
  readonly resources: string | undefined
  /** A way out that is told in the same breath. */
  readonly optout: string | undefined
  readonly state: 'open' | 'agreed' | 'declined'
  readonly by: string | undefined
}

/** A card for each thing that the artifacts ask for in a line. */
export function cardsOf(source: Source): AskCard[] {
  return askLinesOf(source, mostAskWords).map((line) => cardOf(source.proposal, line))
}

const mostAskWords = 36

function cardOf(proposal: Proposal, {ask, span, whom, what, state, by}: AskLine): AskCard {
  const way =
    ask &&
    proposal.elements.optout.evidence.find(
      ({level, passage, best}) => level === 'present' && passage === ask.passage && !overlaps(best, ask.span)
    )
  const {when, effort} = ask ? amountsOf(proposal, ask) : {when: undefined, effort: undefined}
  return {
    span,
    whom: whom?.words,
    // Its page is a click away: the card leads to the passage.
    what: what.words.replace(/\[([^\][]+)\]\([^()\s]+\)/g, '$1'),
    timeframe: ask?.timeframe?.words,
    when,
    effort,
    resources: ask?.resources?.words,
    optout: way && extract(proposal, way.best).words,
    state,
    by: by?.words
  }
}

/** By when and how much: of several dates the one that is a limit, and hours where no rate is given. */
function amountsOf(
  {text, quantities}: Proposal,
  ask: Ask
): {when: string | undefined; effort: string | undefined} {
  const own = quantities
    .filter(({span}) => contains(ask.span, span))
    .map(({kind, span}) => ({kind, span, words: text.slice(span.start, span.end).replace(/\s+/g, ' ')}))
  const limit = own.find(
    (one) => one.kind === 'date' && /^(?:by|until|till|before)\b/i.test(whenOf(text, one))
  )
  const timeframe = limit ?? ask.timeframe
  const hours = own.find(
    ({kind, span, words}) =>
      kind === 'duration' &&
      span.start !== timeframe?.span.start &&
      /\d.*\b(?:hours?|hrs?|days?)$/i.test(words)
  )
  return {when: timeframe && whenOf(text, timeframe), effort: (ask.effort ?? hours)?.words}
}
