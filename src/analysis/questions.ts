import {promises} from './lexicon.ts'
import {remember} from './memory.ts'
import type {Content, Outline} from './passages.ts'
import type {Slot} from './proposal.ts'

/** The questions that the author leaves open or puts to the reader: under a heading that promises them, or addressed. */
export function questionsOf({sections, passages}: Outline, boilerplate: readonly boolean[]): Slot[] {
  const questions: Slot[] = []
  passages.forEach((passage, index) => {
    if (boilerplate[index] || !asks(passage.content)) return
    const promised = promises(sections[passage.section]?.title ?? '', 'dialog')
    for (const {span, words} of passage.sentences) {
      if (!words.endsWith('?') || words.split(' ').length < 3) continue
      if (promised || /\b(?:you|your|we)\b/i.test(words)) questions.push({span, words})
    }
  })
  return questions.filter(({words}) => !/^(?:why (?:are we|should we|is this)|what is)\b/i.test(words))
}

const asks = remember(({sentences}: Content) => sentences.some(({words}) => words.endsWith('?')))
