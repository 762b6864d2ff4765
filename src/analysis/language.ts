import {franc} from 'franc-min'
import {type Memory, newMemory, recall, shelf} from './memory.ts'
import type {Passage} from './passages.ts'

/** Words that hold English together and hardly occur in any other language. */
const english: ReadonlySet<string> = new Set(
  `the and that with this these those are from will have has which would should could their they there been being
  because our your of to is it be by not`.split(/\s+/)
)
/** From this share of them on, of all words, prose is English; in other languages they are a few in a hundred. */
const plainly = 0.15
const least = 200

/**
 * The language that a document's prose is in.
 * @returns "en", another ISO 639-3 code, or "und" where there is too little prose to tell
 */
export function languageOf(passages: readonly Passage[], memory: Memory = newMemory()): string {
  let prose = ''
  for (const {content} of passages) {
    const {kind, sentences} = content
    if (kind === 'row') continue
    for (const {words} of sentences) if (words.length > 20) prose += `${words} `
    if (prose.length > 1200) break
  }
  return recall(shelf<string>(memory, 'language'), prose, languageIn)
}

function languageIn(prose: string): string {
  if (prose.length >= least && isPlainEnglish(prose)) return 'en'
  const code = franc(prose, {minLength: least})
  // Scots is what English with many names in it is most often taken for.
  return code === 'eng' || code === 'sco' ? 'en' : code
}

/** Decides most documents at a hundredth of what comparing them with eighty languages costs. */
function isPlainEnglish(prose: string): boolean {
  const words = prose.toLowerCase().split(' ')
  let count = 0
  for (const word of words) if (english.has(word)) count++
  return count >= words.length * plainly
}
