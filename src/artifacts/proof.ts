import {saysOutright} from '../analysis/lexicon.ts'
import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains, overlaps} from '../analysis/span.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import type {Source, Statement} from './statements.ts'
import {isOfOthers, isUnder, placed} from './under-headings.ts'

/** What speaks for a statement as the proof of an element, in log-odds. */
interface Weights {
  /** How much likelier it tells the element than anything else. */
  readonly margin: number
  /** How badly it reads by itself. */
  readonly penalty: number
  readonly plain: number
  /** Words that say outright what they tell. */
  readonly outright: number
  /** The passage that the reading of the element rests on first; on the next two; on any; on none of them. */
  readonly first: number
  readonly next: number
  readonly any: number
  readonly none: number
  /** The very sentence that it rests on first. */
  readonly best: number
}

/** What is quoted under a heading of its own has to tell that element rather than another; by the weights that chose best for documents that the model did not see. */
const quoted: Weights = {
  margin: 0.5,
  penalty: 1.1,
  plain: 0.8,
  outright: 0.4,
  first: 1.5,
  next: 0.8,
  any: 0.3,
  none: -0.3,
  best: 0
}
/** What is told among other things. */
const besides: Weights = {
  margin: 0,
  penalty: 1,
  plain: 1,
  outright: 0.8,
  first: 1,
  next: 0.4,
  any: 0.4,
  none: -1.8,
  best: 0.4
}

/**
 * How much a statement has to score to be quoted under a heading of its own: whoever reads "What could go wrong" over a
 * passage expects it to be about that. Set where, of the passages that readers had graded, more wrong ones would go than
 * good ones: see `npm run bench:quotes`.
 */
const quotedFloors: Partial<Record<TrustElement, number>> = {
  motive: 0.72,
  progress: 1.3,
  downside: 0.8,
  reward: 0.3,
  optout: 0,
  work: 1,
  timeframe: 0.2,
  effort: -1,
  resources: 0.5
}
/** The same for what is told besides: less, but where a wrong passage is worse than an honest gap. */
const floors: Partial<Record<TrustElement, number>> = {ask: 0}
const floor = -2

/** How far a statement has to prove an element at the least to be taken for it. */
export function floorOf(element: TrustElement): number {
  return quotedFloors[element] ?? floors[element] ?? floor
}

/** Whether an element is quoted under a heading of its own. */
export function isQuoted(element: TrustElement): boolean {
  return quotedFloors[element] !== undefined
}

const refused = -20
/** What is plainly something else is no proof, however much is known of where it stands. */
const leastPlain: Partial<Record<TrustElement, number>> = {motive: -2.8, progress: -0.2, downside: -0.7}

/**
 * How far a statement proves an element to somebody who sees nothing else, in log-odds.
 * @param words of the statement, as they would be quoted
 * @param plain how plainly these tell it; see `plainness`
 */
export function proofOf(
  {proposal}: Source,
  statement: Statement,
  element: TrustElement,
  words: string,
  plain: number
): number {
  const {evidence} = proposal.elements[element]
  const own = isQuoted(element)
  const weights = own ? quoted : besides
  const score = statement.score(element)
  const headed = isUnder(proposal, statement, element)
  if (own && statement.leans) return refused
  if (element === 'motive' && statement.points) return refused
  // Under "Drawbacks" "this approach" is the proposal; elsewhere it is whatever was told of before.
  if (element === 'downside' && !headed && (statement.points || isGloss(proposal, statement))) return refused
  if (own && plain < (leastPlain[element] ?? Number.NEGATIVE_INFINITY) - (headed ? 2.1 : 0)) return refused
  // The state of the proposal stands at its top; see `stateIn`. Elsewhere it is that of a row or a part.
  if (element === 'progress' && !headed && ofState.test(words)) return refused
  if (element === 'progress' && isOfOthers(proposal, statement) && !ongoing.test(words)) return refused
  const others = Math.max(...rivals.map((other) => (other === element ? -8 : statement.score(other))))
  const at = evidence.findIndex(({span}) => overlaps(span, statement.span))
  const [first] = evidence
  return (
    score -
    (element === 'motive' ? unreasoned(proposal, statement, words) : 0) +
    weights.margin * (score - others) -
    weights.penalty * statement.penalty +
    weights.plain * (own ? plainUnder(headed, plain) : plainBesides(score, plain)) +
    (at < 0 ? weights.none : at === 0 ? weights.first : at < 3 ? weights.next : weights.any) +
    (at >= 0 && first && contains(statement.span, first.best) ? weights.best : 0) +
    (saysOutright(words, element) ? weights.outright : 0) +
    placed(proposal, statement, element)
  )
}

/** "Experimental – things may break": an item that says what a word stands for. */
const gloss = /^\p{Lu}\p{Ll}+ [–—] /u

function isGloss({passages}: Proposal, {tellings}: Statement): boolean {
  return tellings.some(
    ({passage}) => passages[passage]?.kind !== 'row' && gloss.test(fold(passages[passage]?.plain ?? ''))
  )
}

const ofState = /(?:^|[:;] )(?:current )?(?:status|stage|state):/i

/** What somebody has at hand now, and not only did once: "we have already built". */
const ongoing = /\b(?:we|I|team)(?:['’]ve| have| has)\b/i

/** Called what it is: "the goal is", "the problem is". */
const named =
  /\b(?:goals?|purposes?|aims?|reasons?|motivations?|problems?|needs?) (?:\w+ ){0,3}(?:is|are|was)\b/i

/**
 * What speaks against a statement as a reason: what is granted is none, nor is a rule of the design; what may as well be a
 * risk or news of the work is seldom one, and what an item says after its first sentence goes on from that.
 */
function unreasoned(
  {passages, sections}: Proposal,
  {granted, score, tellings, kind}: Statement,
  words: string
): number {
  const [first] = tellings
  const passage = passages[first?.passage ?? -1]
  const goesOn =
    kind === 'sentence' && passage?.kind === 'item' && passage.sentences[0]?.span.start !== first?.span.start
  const other =
    !(kind === 'sentence' && named.test(words)) && (score('downside') > -1 || score('progress') > -1)
  const title = sections[passage?.section ?? 0]?.title ?? ''
  const rule = ruling.test(words) && ofDesign.test(title)
  return (granted ? 1.6 : 0) + (other ? 0.6 : 0) + (goesOn ? 0.6 : 0) + (rule ? 1.5 : 0)
}

/** "A plugin cannot change another", "releases must be signed": a rule. */
const ruling =
  /^[^,;]{1,70}? (?:must|shall|should|cannot|never|may not|may only|can only)\b|^(?:never|always|do not|don['’]t)\b/i
/** Where what is proposed is laid down. */
const ofDesign = /\b(?:design|requirements?|principles?|specification|guarantees?)\b/i

/** Under a heading that promises it, also what is told without the usual words is told. */
function plainUnder(headed: boolean, plain: number): number {
  return headed && plain > -2.05 ? Math.max(plain, -1.2) : plain
}

/** Where a statement is sure to prove it, it matters less that words say it plainly. */
function plainBesides(score: number, plain: number): number {
  return plain < 0 && plain > -2 && score > 0 ? plain * Math.max(0.3, 1 - 0.3 * score) : plain
}

/** What a statement may tell instead. */
const rivals = trustElements.filter((element) => element !== 'stakeholder' && element !== 'chunked')
