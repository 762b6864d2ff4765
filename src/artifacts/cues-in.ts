import {type CueClass, cueAt, cueClasses} from '../analysis/model/cue-phrases.ts'
import {idOf, stem} from '../analysis/model/tokens.ts'

/** The stems of words, in order. */
export function stemsOf(words: string): string[] {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem)
}

/** What words speak of, by the cue phrases that they hold. */
export function cuesIn(words: string): CueClass[] {
  const tokens = stemsOf(words).map((one) => ({id: idOf(one)}))
  return tokens.flatMap((_, at) => (cueAt(tokens, at) ?? []).flatMap((one) => cueClasses[one] ?? []))
}
