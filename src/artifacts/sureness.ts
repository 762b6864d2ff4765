import {promises, saysOutright, startsWithVerb} from '../analysis/lexicon.ts'
import {overlaps} from '../analysis/span.ts'
import {wordCount} from './clip.ts'
import {stemsOf} from './cues-in.ts'
import type {Source, Statement} from './statements.ts'

// How sure it is that a reader takes a sentence for what is proposed. The words of a sentence say much of it, and what
// else the document has to offer says the rest: where nothing stands out, none of it may be meant.

/** One of the few sentences that may say what is proposed. */
export interface Shortlisted {
  readonly statement: Statement
  readonly words: string
  /** How well it says it by itself; see `proposing`. */
  readonly score: number
}

/**
 * What speaks for or against a sentence of a shortlist.
 * @param at its place there, the best first
 */
export function signsOf({proposal, subject}: Source, shortlist: readonly Shortlisted[], at: number) {
  const {sections, passages, boilerplate, elements} = proposal
  const {statement, words, score} = shortlist[at] as Shortlisted
  const next = shortlist[at + 1]
  const [telling] = statement.tellings
  const passage = passages[telling?.passage ?? 0]
  const heading = sections[passage?.section ?? 0]?.title ?? ''
  const opening = passages.find((one) => one.section === passage?.section && one.sentences.length > 0)
  const stems = stemsOf(words)
  const [digest] = elements.summary.evidence
  return {
    score,
    rank: at,
    lead: at === 0 && next ? score - next.score : 0,
    asSummary: Math.max(-8, statement.score('summary')),
    asMotive: Math.max(-8, statement.score('motive')),
    asReward: Math.max(-8, statement.score('reward')),
    asWork: Math.max(-8, statement.score('work')),
    inDigest: Number(digest !== undefined && overlaps(digest.span, statement.span)),
    underSummary: Number(promises(heading, 'summary')),
    underMotive: Number(promises(heading, 'motive')),
    opensSection: Number(opening?.sentences[0]?.span.start === statement.span.start),
    opensText: Number(telling?.passage === boilerplate.indexOf(false)),
    ofSubject: stems.filter((stem) => subject.has(stem)).length / Math.max(1, stems.length),
    length: Math.log(wordCount(words) + 1),
    we: Number(/\b(?:we|I|our|my)\b/i.test(words)),
    bids: Number(startsWithVerb(words)),
    outright: Number(saysOutright(words, 'summary')),
    obliges: Number(/\b(?:should|must|recommend|ought)\b/i.test(words)),
    code: Number(words.includes('`'))
  }
}

export type Signs = ReturnType<typeof signsOf>

/** Of the logistic regression of `npm run bench:quotes -- --learn`. */
const weights: Readonly<Record<keyof Signs, number>> & {readonly bias: number} = {
  bias: -1.17,
  score: 0.117,
  rank: -0.221,
  lead: 0.252,
  asSummary: 0.234,
  asMotive: -0.272,
  asReward: 0.255,
  asWork: 0.219,
  inDigest: -0.481,
  underSummary: -0.952,
  underMotive: 0.71,
  opensSection: 0.37,
  opensText: -0.414,
  ofSubject: 2.3,
  length: 0.399,
  we: 0.539,
  bids: 0.772,
  outright: 0.49,
  obliges: 0.363,
  code: 0.575
}

/**
 * The probability that a reader takes a sentence of a shortlist for what is proposed.
 * @param at its place there, the best first
 */
export function surenessOf(source: Source, shortlist: readonly Shortlisted[], at: number): number {
  const signs = signsOf(source, shortlist, at)
  let sum = weights.bias
  for (const [name, value] of Object.entries(signs)) sum += weights[name as keyof Signs] * value
  return 1 / (1 + Math.exp(-sum))
}
