import {readable} from '../analysis/plain-text.ts'
import type {Evidence, Proposal} from '../analysis/proposal.ts'
import {contains, type Span} from '../analysis/span.ts'

/** Words taken from a proposal, with the place that they were taken from. */
export interface Extract {
  readonly words: string
  readonly span: Span
}

/** The author's words at a span: markup left out but for code, white space folded. */
export function extract({text, passages}: Proposal, span: Span): Extract {
  const passage = passages.find((one) => contains(one.span, span))
  const source = text.slice(span.start, span.end)
  if (!passage)
    return {
      words: source
        .replace(/^#+\s*|[\r\n]+[-=]+\s*$/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
      span
    }
  const plain = passage.plain.slice(span.start - passage.span.start, span.end - passage.span.start)
  return {words: readable(source, plain, true), span}
}

/** Sentences that lean on the one before them do not stand on their own. */
const leaning =
  /^(?:it|its|this|that|these|those|they|their|he|she|however|but|and|or|so|also|thus|therefore|then|hence|instead|still|yet|moreover|furthermore|in addition|additionally|for example|for instance|similarly|otherwise|as such|such|both|here|there)\b/i

/**
 * The best passages of an element that stand on their own, in the order of the text.
 * @param most how many at the most
 */
export function extracts(proposal: Proposal, evidence: readonly Evidence[], most: number): Extract[] {
  const present = evidence.filter(({level, passage}) => level === 'present' && passage !== undefined)
  const taken = present
    .map(({best}) => extract(proposal, best))
    .filter(({words}) => words.length > 20 && words.length < 400 && !words.endsWith(':'))
  const standing = taken.filter(({words}) => !leaning.test(words))
  return (standing.length > 0 ? standing : taken)
    .filter(({words}, index, all) => all.findIndex((other) => other.words === words) === index)
    .slice(0, most)
    .sort((a, b) => a.span.start - b.span.start)
}
