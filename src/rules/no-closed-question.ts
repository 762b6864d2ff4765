import {promises} from '../analysis/lexicon.ts'
import {ownSentence, ownWordsOf} from '../analysis/own-words.ts'
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
    ownWordsOf(proposal).flatMap((own): Observation[] => {
      const {passage} = own
      const {sections} = proposal
      const title = sections[passage.section]?.title ?? ''
      if (passage.italic || passage.kind === 'row' || promises(title, 'objection')) return []
      const questions = passage.sentences.filter(({words}) => words.endsWith('?'))
      // One open question beside it asks for all that a closed one leaves out.
      if (questions.length === 0 || questions.some(({words}) => open.test(words))) return []
      // What follows an answered question is its answer.
      const last = passage.sentences.at(-1)
      const [closed] = questions
        .filter((question) => question === last || questions.at(-1) === last)
        .filter(({words}) => !/\bor\b/i.test(words))
        .flatMap((question) =>
          wordingsIn('closedQuestion', ownSentence(own, question), question.span.start).filter(
            ({span}) => span.start - question.span.start < 24
          )
        )
      if (!closed) return []
      const message = `“${closed.words} …?” can be answered with a nod: ask what they see, how, or which part.`
      return [{span: closed.span, message, nearly: [], element: 'dialog'}]
    })
}
