import {type CueClass, cueAt} from '../analysis/model/cue-phrases.ts'
import {stem} from '../analysis/model/tokens.ts'

/** The stems of words, in order. */
export function stemsOf(words: string): string[] {
  return (words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stem)
}

/** What words speak of, by the cue phrases that they hold. */
export function cuesIn(words: string): CueClass[] {
  const stems = stemsOf(words)
  return stems.flatMap((_, at) => [...(cueAt(stems, at)?.classes ?? [])])
}
