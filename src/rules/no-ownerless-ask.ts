import {remember} from '../analysis/memory.ts'
import {ownSentence, ownWordsOf, type Voice} from '../analysis/own-words.ts'
import type {Slot} from '../analysis/proposal.ts'
import {contains, overlaps, shifted} from '../analysis/span.ts'
import {hasWording, wordingsIn} from '../analysis/wording.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export const noOwnerlessAsk: Rule = {
  id: 'no-ownerless-ask',
  title: 'an ask that nobody is asked: “someone should”, “it would be great if”',
  why: 'What is asked of everybody is done by nobody: each reader takes somebody else for “someone”.',
  good: 'Sofia, could you keep the list until June?',
  severity: severityIn({informs: ['memo', 'goal', 'letter', 'sponsorship']}),
  // "We need someone to" is what it is for.
  quiet: ({profile}) => profile.call === true,
  check: (proposal) =>
    ownWordsOf(proposal).flatMap(({passage, index, voice}) => {
      const ownerless = ownerlessIn(voice)
      if (ownerless.length === 0) return none
      return ownerless.flatMap(({at, first}): Observation[] => {
        const sentence = passage.sentences[at]
        const named = proposal.asks.some(
          (ask) =>
            ask.passage === index &&
            ask.whom &&
            sentence &&
            overlaps(ask.span, sentence.span) &&
            contains(sentence.span, ask.whom.span)
        )
        if (named) return []
        const message = `“${first.words}” asks nobody in particular: name who should do it.`
        return [{span: shifted(first.span, passage.span.start), message, nearly: [], element: 'ask'}]
      })
    })
}

const none: Observation[] = []

interface Ownerless {
  /** Index into the sentences. */
  readonly at: number
  /** The words that ask nobody, from the beginning of the passage. */
  readonly first: Slot
}

/** The sentences of a passage that ask nobody in particular. */
const ownerlessIn = remember((voice: Voice): readonly Ownerless[] => {
  const {kind, sentences} = voice.content
  // Steps, tables and questions have owners or not for reasons of their own.
  if (kind === 'row') return []
  return sentences.flatMap((sentence, at) => {
    const words = ownSentence(voice, sentence)
    if (/\?\s*$/.test(words)) return []
    const {start} = sentence.span
    const first = wordingsIn('ownerless', words, start).find(
      ({span}) => !hasWording('ownerlessInnocent', words.slice(0, span.start - start))
    )
    return first ? [{at, first}] : []
  })
})
