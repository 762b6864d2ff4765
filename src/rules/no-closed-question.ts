import {promises} from '../analysis/lexicon.ts'
import {remember} from '../analysis/memory.ts'
import {ownSentence, ownWordsOf, type Voice} from '../analysis/own-words.ts'
import type {Slot} from '../analysis/proposal.ts'
import {shifted} from '../analysis/span.ts'
import {wordingsIn} from '../analysis/wording.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

/** Questions that can be answered by more than yes or no. */
const open = /^(?:and |so |but )?(?:what|how|which|where|why|who|whom|whose|when|in what|to what|if not)\b/i

export const noClosedQuestion: Rule = {
  id: 'no-closed-question',
  title: 'a yes-or-no question where the reader’s view is wanted',
  why: 'A question that can be answered with a nod gets a nod. An open one gets what the reader really thinks, while it can still be heeded.',
  good: 'What problems do you see ahead for your team?',
  severity: severityIn({hints: ['memo', 'rfc', 'goal', 'letter', 'sponsorship']}),
  check: (proposal) =>
    ownWordsOf(proposal).flatMap(({passage, voice}): Observation[] => {
      const {closed} = closedIn(voice)
      if (!closed || promises(proposal.sections[passage.section]?.title ?? '', 'objection')) return none
      const message = `“${closed.words} …?” can be answered with a nod: ask what they see, how, or which part.`
      return [{span: shifted(closed.span, passage.span.start), message, nearly: [], element: 'dialog'}]
    })
}

const none: Observation[] = []

/** How the first closed question of a passage begins; nothing where an open one asks for more. */
const closedIn = remember((voice: Voice): {readonly closed: Slot | undefined} => {
  const {kind, italic, sentences} = voice.content
  const questions = sentences.filter(({words}) => words.endsWith('?'))
  // One open question beside it asks for all that a closed one leaves out.
  if (italic || kind === 'row' || questions.some(({words}) => open.test(words))) return {closed: undefined}
  // What follows an answered question is its answer.
  const last = sentences.at(-1)
  const [closed] = questions
    .filter((question) => question === last || questions.at(-1) === last)
    .filter(({words}) => !/\bor\b/i.test(words))
    .flatMap((question) =>
      wordingsIn('closedQuestion', ownSentence(voice, question), question.span.start).filter(
        ({span}) => span.start - question.span.start < 24
      )
    )
  return {closed}
})
