import type {Proposal} from '../../analysis/proposal.ts'
import type {Span} from '../../analysis/span.ts'
import type {Fix} from '../fix.ts'
import {sentenceAt, source} from './sentence-at.ts'

// Questions that a yes or a no answers, and the open ones that keep their subject, `$`.
const opened: readonly (readonly [RegExp, string])[] = [
  [/^(?:so,? )?do (?:you|we)(?: all)? agree (?:with|on|to) /i, 'How do you see $ playing out?'],
  [
    /^(?:so,? )?(?:are you|is everyone|is everybody) (?:ok|okay|fine|happy|comfortable|on board) with /i,
    'How do you feel about $?'
  ],
  [/^do you (?:like|approve of|support) /i, 'What do you think of $?'],
  [/^do you (?:have|see) (?:any )?/i, 'What $ do you see?'],
  [/^are there (?:any )?/i, 'What $ do you see?'],
  [
    /^(?:do you think|would you say) (?:that )?(?=(?:the|this|that|our|these|those|a|an) )/i,
    'How do you see it: $?'
  ],
  [/^should we /i, 'What would speak for and against it if we $?'],
  [/^(?:can|could) we /i, 'What would it take for us to $?'],
  [/^(?:would|will|are) you (?:be )?(?:willing|ready|prepared|able) to /i, 'What would you need to $?'],
  [/^is it (?:ok|okay|fine|acceptable|all right|alright) (?:if we|to) /i, 'What problems do you see if we $?']
]
// "Is the schedule realistic?", "Does this plan make sense to you?", "Will the format work?"
const judged =
  /^(?:is|are) ((?:the|this|that|our|these|those) [^,;?]+?) (?:ok|okay|fine|acceptable|realistic|feasible|clear|good(?: enough)?|enough|sufficient|reasonable|right|all right|useful|too [a-z]+)(?: (?:for|to) you)?\s*\?/i
const working =
  /^(?:does|do|will|would|can) ((?:the|this|that|our|these|those)(?: [^,;?]+?)??) (?:make sense|work|work out|hold|suit you|sound (?:ok|good|right|reasonable))(?: (?:for|to) you)?\s*\?/i

/** Turns a question that a yes or a no answers into an open one about the same thing. */
export function openQuestion(proposal: Proposal, span: Span): Fix | undefined {
  const sentence = sentenceAt(proposal, span)
  if (!sentence || !/\?\s*$/.test(sentence.plain)) return undefined
  const open = (from: number, to: number, frame: string): Fix => {
    const subject = source(proposal, sentence, from, to)
    // The subject is the author's own, put in as it is written.
    const [before = '', after = ''] = frame.split('$')
    return {
      title: 'Ask it as an open question',
      kind: 'refactor.rewrite.buyIn.ask.openQuestion',
      edits: [{span: sentence.span, content: [before, subject, after]}]
    }
  }
  const {plain} = sentence
  for (const [pattern, frame] of [
    [judged, 'What problems do you see with $?'],
    [working, 'How do you see $ working out?']
  ] as const) {
    const subject = pattern.exec(plain)?.[1]
    if (subject) return open(plain.indexOf(subject), plain.indexOf(subject) + subject.length, frame)
  }
  for (const [pattern, frame] of opened) {
    const match = pattern.exec(plain)
    if (match && plain.length > match[0].length + 3) return open(match[0].length, plain.length, frame)
  }
  return undefined
}
