import {memoryOf} from '../analysis/memory.ts'
import {ownSentence, ownWordsOf} from '../analysis/own-words.ts'
import {contains, overlaps} from '../analysis/span.ts'
import {hasWording, wordingsIn} from '../analysis/wording.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export const noOwnerlessAsk: Rule = {
  id: 'no-ownerless-ask',
  title: 'an ask that nobody is asked: “someone should”, “it would be great if”',
  why: 'What is asked of everybody is done by nobody: each reader takes somebody else for “someone”.',
  good: 'Sofia, could you keep the list until June?',
  severity: severityIn({informs: ['memo', 'goal', 'letter', 'sponsorship']}),
  check: (proposal) =>
    ownWordsOf(proposal).flatMap((own) => {
      const {passage, index} = own
      // Steps, tables and questions have owners or not for reasons of their own.
      if (passage.kind === 'row') return []
      return passage.sentences.flatMap((sentence): Observation[] => {
        const words = ownSentence(own, sentence)
        if (/\?\s*$/.test(words)) return []
        const [first] = wordingsIn('ownerless', words, sentence.span.start, memoryOf(proposal)).filter(
          ({span}) => !hasWording('ownerlessInnocent', words.slice(0, span.start - sentence.span.start))
        )
        const named = proposal.asks.some(
          (ask) =>
            ask.passage === index &&
            ask.whom &&
            overlaps(ask.span, sentence.span) &&
            contains(sentence.span, ask.whom.span)
        )
        if (!first || named) return []
        const message = `“${first.words}” asks nobody in particular: name who should do it.`
        return [{span: first.span, message, nearly: [], element: 'ask'}]
      })
    })
}
