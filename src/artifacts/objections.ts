import type {Quantity} from '../analysis/quantities.ts'
import type {Span} from '../analysis/span.ts'
import {contains, overlaps} from '../analysis/span.ts'
import {alike, choose} from './choose.ts'
import {type Clipping, clipSentence} from './clip.ts'
import {speaksTo} from './moves.ts'
import {plainness} from './plainness.ts'
import type {Stakeholder} from './stakeholders.ts'
import type {Source, Statement} from './statements.ts'

/** What a reader may hold against a proposal, for which reason, and what the text answers. */
export interface Objection {
  readonly kind: 'practical' | 'emotional'
  /** "time", "the familiar" */
  readonly reason: string
  readonly concern: Clipping
  readonly answer: Clipping | undefined
}

const emotional: readonly (readonly [string, RegExp])[] = [
  [
    'the familiar',
    /\b(?:accustomed|used to|habits?|unfamiliar|familiar|change is|transition|resist\w*|relearn\w*|learning curve|churn)\b/i
  ],
  [
    'self-esteem',
    /\b(?:blam\w+|embarrass\w*|credit|recogni\w+|respect|expertise|replac(?:e|ed|ing) (?:us|them|people|staff)|ownership|losing|lose control|control over|autonomy|opinions?|taste|bikeshed\w*|subjective|judg\w+)\b/i
  ],
  [
    'trust',
    /\b(?:trust|afraid|fears?|worr(?:y|ied|ies)|scep\w*|skeptic\w*|doubts?|suspicio\w*|uncertain\w*|promises?)\b/i
  ],
  [
    'purpose',
    /\b(?:morale|burn ?out|burnt|tired|overwhelm\w*|stress\w*|meaning\w*|pointless|frustrat\w*|disappoint\w*|annoy\w*|confus\w+|unfair|alienat\w*|unwelcom\w*)\b/i
  ]
]
const practical: readonly (readonly [string, RegExp, readonly Quantity['kind'][]])[] = [
  ['money', /\b(?:cost\w*|financ\w*|budget\w*|expens\w*|price\w*|fund\w*|money|fees?)\b/i, ['money']],
  [
    'time',
    /\b(?:time|hours?|days?|weeks?|months?|deadline\w*|delay\w*|late|slow\w*|schedule\w*|capacity|workload|maint\w+|effort|burden)\b/i,
    ['effort', 'duration']
  ],
  [
    'breakage',
    /\b(?:break\w*|broken|incompatib\w*|migrat\w*|regress\w*|fail\w*|bugs?|outage\w*|downtime|secur\w*|vulnerab\w*|loss)\b/i,
    []
  ],
  [
    'complexity',
    /\b(?:complex\w*|complicat\w*|difficult\w*|hard(?:er)?|overhead|ambigu\w*|duplicat\w*)\b/i,
    []
  ]
]
const answering =
  /\b(?:mitigat\w*|to (?:address|avoid|reduce|limit|prevent|counter|help|make sure|ensure)|we (?:will|can|could|plan|expect|believe|intend|should|are)|can (?:still )?be|will be|instead|nevertheless|however|though|brief|temporary|only|unlikely|outweigh\w*|worth)\b/i

/** Objections that a stakeholder is likely to have, those that touch them first. */
export function objectionsOf(
  source: Source,
  stakeholder: Stakeholder | undefined,
  most: number
): Objection[] {
  // What is wrong today speaks for the proposal, not against it.
  const prefer = ({score}: Statement, words: string) =>
    1.2 * speaksTo(stakeholder, words) -
    (score('motive') > 1 + Math.max(score('downside'), score('objection')) ? 3 : 0)
  const raised = [
    ...choose(source, 'downside', {most: most + 1, words: 90, prefer, spread: 5}),
    // Of an objection and its answer, the objection.
    ...choose(source, 'objection', {
      most: 2,
      words: 60,
      prefer: (statement, words) =>
        prefer(statement, words) +
        (/^(?:yes|no|we will)\b/i.test(words) || plainness(words, 'downside', source.subject) < -1 ? -6 : 0)
    })
  ].filter(({words, span}, index, all) => {
    const before = all.slice(0, index)
    return !before.some((other) => overlaps(other.span, span) || alike(other.words, words))
  })
  return raised
    .map((concern) => ({...reasonOf(source, concern), concern, answer: answerTo(source, concern.span)}))
    .filter(({concern}, _, all) => !all.some(({answer}) => answer && overlaps(answer.span, concern.span)))
    .sort((a, b) => speaksTo(stakeholder, b.concern.words) - speaksTo(stakeholder, a.concern.words))
    .slice(0, most)
}

function reasonOf({proposal}: Source, {words, span}: Clipping): Pick<Objection, 'kind' | 'reason'> {
  const felt = emotional.find(([, pattern]) => pattern.test(words))
  const named = practical.find(([, , kinds]) =>
    proposal.quantities.some((one) => kinds.includes(one.kind) && contains(span, one.span))
  )
  if (felt && !named) return {kind: 'emotional', reason: felt[0]}
  const told = named ?? practical.find(([, pattern]) => pattern.test(words))
  return {kind: 'practical', reason: told?.[0] ?? 'how it would work'}
}

/** What the text goes on to answer: the next sentence of the passage, where it answers. */
function answerTo({proposal}: Source, span: Span): Clipping | undefined {
  const passage = proposal.passages.find((one) => contains(one.span, span))
  const next = passage?.sentences.find((sentence) => sentence.span.start >= span.end)
  if (
    !passage ||
    passage.kind === 'row' ||
    !next ||
    !(
      answering.test(next.words) ||
      passage.plain
        .slice(0, span.end - passage.span.start)
        .trimEnd()
        .endsWith('?')
    ) ||
    next.words.endsWith(':')
  )
    return undefined
  return clipSentence(proposal, passage, next.span, 30)
}
