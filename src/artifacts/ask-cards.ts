import {whenOf} from '../analysis/asks/commitment.ts'
import {promises} from '../analysis/lexicon.ts'
import type {Ask, Proposal, Slot} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {withVerb} from './ask-lines.ts'
import {asksTold} from './asks-told.ts'
import {bidsToAnswer} from './channel.ts'
import {extract} from './extract.ts'
import type {Source} from './statements.ts'
import {isNobody} from './wording.ts'

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

/** A card for each thing asked, once: a digest that names an ask beforehand does not make it two. */
export function cardsOf(source: Source): AskCard[] {
  const {proposal} = source
  const {asks, passages, elements} = proposal
  const digest = new Set(elements.summary.evidence.map(({passage}) => passage))
  const repeated = (ask: Ask) =>
    ask.resources !== undefined &&
    (digest.has(ask.passage) ||
      promises(proposal.sections[passages[ask.passage]?.section ?? -1]?.title ?? '', 'summary')) &&
    asks.some(
      (other) =>
        other !== ask && other.span.start > ask.span.start && other.words.includes(ask.resources?.words ?? '')
    )
  const found = asks
    .filter((ask) => !repeated(ask) && !isQuestion(ask.words) && !isInvitation(ask))
    .flatMap((ask) =>
      ask.items.length > 0
        ? ask.items.map((item) => card(proposal, ask, item))
        : [card(proposal, ask, ask.work)]
    )
  return found.length > 0 ? found : asPassages(source)
}

/** Where an ask is told, but not in words that could be taken apart, its sentences stand for it. */
function asPassages(source: Source): AskCard[] {
  return asksTold(source, mostAskWords).map(({words, span}) => ({
    span,
    whom: undefined,
    what: words,
    timeframe: undefined,
    when: undefined,
    effort: undefined,
    resources: undefined,
    optout: undefined,
    state: 'open',
    by: undefined
  }))
}

const mostAskWords = 36

/** "What would you want to see?" asks for a view, not for a deed. */
function isQuestion(words: string): boolean {
  return (
    words.endsWith('?') &&
    /^(?:and |but |so )?(?:what|which|how|why|who|whom|where|when|do|does|is|are)\b/i.test(words)
  )
}

/** "Please answer on this page": how to answer, and no thing to do of its own. */
function isInvitation({words, whom, notation}: Ask): boolean {
  return (
    !notation &&
    isNobody(whom?.words) &&
    (bidsToAnswer(words) || /^(?:please )?(?:e-?mail|contact|call|message|write to) (?:us|me)\b/i.test(words))
  )
}

function card(proposal: Proposal, ask: Ask, what: Slot | undefined): AskCard {
  const span = what && ask.items.includes(what) ? what.span : ask.span
  const way = proposal.elements.optout.evidence.find(
    ({level, passage, best}) => level === 'present' && passage === ask.passage && !overlaps(best, ask.span)
  )
  const {when, effort} = amountsOf(proposal, ask)
  return {
    span,
    whom: ask.whom?.words,
    what: extract(proposal, what ? withVerb(proposal.text, what.span) : ask.span).words,
    timeframe: ask.timeframe?.words,
    when,
    effort,
    resources: ask.resources?.words,
    optout: way && extract(proposal, way.best).words,
    state: ask.answer.state,
    by: ask.answer.by?.words
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
