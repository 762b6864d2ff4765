import {memoryOf} from '../analysis/memory.ts'
import {ownWordsOf} from '../analysis/own-words.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {wordingsIn} from '../analysis/wording.ts'
import type {Observation} from './rule.ts'

/** More would be a lecture. */
const most = 2

/** Hints at words of one kind in the author's own voice, at most two in a document. */
export function wordingHints(
  proposal: Proposal,
  wording: Parameters<typeof wordingsIn>[0],
  message: (words: string) => string
): Observation[] {
  const memory = memoryOf(proposal)
  return ownWordsOf(proposal)
    .flatMap(({passage, plain}) => wordingsIn(wording, plain, passage.span.start, memory))
    .slice(0, most)
    .map(({span, words}) => ({span, message: message(words), nearly: []}))
}
