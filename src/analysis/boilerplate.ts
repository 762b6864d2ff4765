import {instruction} from './lexicon.ts'
import type {Outline, Passage} from './passages.ts'

/**
 * For each passage, whether it is a template's or a form's text and not the author's: an instruction in
 * italics, or a question of the form that nobody answers in the same passage.
 */
export function boilerplateOf({passages}: Outline): boolean[] {
  return passages.map((passage) => isInstruction(passage))
}

function isInstruction({italic, kind, plain, sentences}: Passage): boolean {
  const words = plain.replace(/^[\s_*([]+/, '')
  if (italic || kind === 'quote' || /^\s*\[[^\]]*\]\s*$/.test(plain)) {
    return instruction.test(words) && (sentences.length > 1 || words.split(/\s+/).length > 4)
  }
  return false
}
