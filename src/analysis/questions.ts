import {promises} from './lexicon.ts'
import {remember} from './memory.ts'
import type {Content, Outline, Passage, Sentence} from './passages.ts'
import type {Slot} from './proposal.ts'

/** Put to win the reader over, not to hear their view: "Have you ever …?", "Looking for a new flat?" */
const hooking =
  /^(?:["“(*]*)(?:(?:and|so|but|then|well),? )?(?:have you (?:ever|always|been)|are you (?:looking|tired|interested|ready|sick|curious|someone|new to|passionate|struggling|an?\b)|did you (?:know|ever)|do you (?:ever|love|want to|like to|wish|remember|know (?:that|how (?:many|much)|what)|find yourself)|would(?:n['’]t)? you (?:like|love|rather)|wouldn['’]t (?:it|you)|isn['’]t it|ever (?:wondered|wanted|tried|thought|wished)|want(?:ed)? (?:to|a|an|more)|looking (?:for|to)|tired of|ready (?:to|for)|interested|curious|who (?:would ?n['’]t|does ?n['’]t|has ?n['’]t|is ?n['’]t|wants|does not|wouldn)|why (?:not|wait|bother)|what if|imagine|sounds? (?:good|familiar|interesting|like)|what are you waiting|remember (?:when|the)|(?:what|who) (?:better|says|else)|how (?:cool|great|nice|hard) (?:is|would|could|can))\b/i

/** What a text asks only to go on to say it. */
const leadIn =
  /^(?:so,? )?(?:why (?:are we|should we|is this|is it|does this|do we|now|us|me)|what is|what(?:['’]s| is) (?:in it|next|new|it)|what does (?:this|that|it) mean|(?:so|now) what)\b/i

const answering = /^(?:yes|no|nope|it|this|that|they|these|those|we|I|because|not|probably|maybe|sure)\b/i

/**
 * The questions that the author leaves open or puts to the reader: under a heading that promises them, or addressed.
 * None that only opens the text or that the next sentence answers.
 */
export function questionsOf({sections, passages}: Outline, boilerplate: readonly boolean[]): Slot[] {
  const questions: Slot[] = []
  const opening = passages.findIndex(({kind}, index) => kind === 'paragraph' && !boilerplate[index])
  for (let index = 0; index < passages.length; index++) {
    const passage = passages[index] as Passage
    if (boilerplate[index] || !asks(passage.content)) continue
    const title = sections[passage.section]?.title ?? ''
    if (/\bfaq\b|frequently asked/i.test(title)) continue
    const promised = promises(title, 'dialog')
    for (const [at, {span, words}] of passage.sentences.entries()) {
      if (!words.endsWith('?') || words.split(' ').length < 3 || leadIn.test(words)) continue
      if (!promised && (hooking.test(words) || (index === opening && at === 0))) continue
      if (isAnswered(words, passage.sentences[at + 1])) continue
      if (promised || /\b(?:you|your|we)\b/i.test(words)) questions.push({span, words})
    }
  }
  return questions
}

/** Whether the next sentence of its passage answers a question: it takes up a word of it, or says yes, no or why. */
function isAnswered(question: string, next: Sentence | undefined): boolean {
  if (!next || /[?:]$/.test(next.words) || next.words.split(' ').length < 2) return false
  if (
    /^(?:please|let (?:us|me))\b|\b(?:comments?|feedback|(?:your|an?) (?:answers?|views?|opinions?|thoughts))\b/i.test(
      next.words
    )
  )
    return false
  const asked = new Set(stems(question))
  return answering.test(next.words) || stems(next.words).some((stem) => asked.has(stem))
}

function stems(words: string): string[] {
  return (words.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map((word) => word.slice(0, 6))
}

const asks = remember(({sentences}: Content) => sentences.some(({words}) => words.endsWith('?')))
