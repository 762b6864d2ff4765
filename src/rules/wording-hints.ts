import {ownWordingsIn, ownWordsOf} from '../analysis/own-words.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {shifted} from '../analysis/span.ts'
import type {Wording} from '../analysis/wording.ts'
import type {Observation} from './rule.ts'

/** More would be a lecture. */
const most = 2

/** Hints at words of one kind in the author's own voice, at most two in a document. */
export function wordingHints(
  proposal: Proposal,
  wording: Wording,
  message: (words: string) => string
): Observation[] {
  const hints: Observation[] = []
  for (const {passage, voice} of ownWordsOf(proposal)) {
    const found = ownWordingsIn(wording, voice)
    if (found.length === 0) continue
    for (const {span, words} of found) {
      hints.push({span: shifted(span, passage.span.start), message: message(words), nearly: []})
      if (hints.length === most) return hints
    }
  }
  return hints
}
