import {franc} from 'franc-min'
import type {Passage} from './passages.ts'

/**
 * The language that a document's prose is in.
 * @returns "en", another ISO 639-3 code, or "und" where there is too little prose to tell
 */
export function languageOf(passages: readonly Passage[]): string {
  let prose = ''
  for (const {kind, sentences} of passages) {
    if (kind === 'row') continue
    for (const {words} of sentences) if (words.length > 20) prose += `${words} `
    if (prose.length > 1200) break
  }
  const code = franc(prose, {minLength: 200})
  // Scots is what English with many names in it is most often taken for.
  return code === 'eng' || code === 'sco' ? 'en' : code
}
