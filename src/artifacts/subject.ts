import type {Proposal} from '../analysis/proposal.ts'
import {stemsOf} from './cues-in.ts'

/** How often a word stands in a text that is about it: at least so many times, and once in so many words. */
const least = 6
const oneIn = 160

/**
 * What a document is about, by the stems of the words of its title and of those that it says over and over. In a
 * design of a vulnerability database the word is no warning.
 */
export function subjectOf({passages, boilerplate, title}: Proposal): ReadonlySet<string> {
  const counts = new Map<string, number>()
  let words = 0
  passages.forEach(({sentences}, index) => {
    if (boilerplate[index]) return
    for (const sentence of sentences)
      for (const stem of stemsOf(sentence.words)) {
        words++
        if (stem.length > 3) counts.set(stem, (counts.get(stem) ?? 0) + 1)
      }
  })
  const often = Math.max(least, words / oneIn)
  const frequent = Array.from(counts).flatMap(([stem, count]) => (count >= often ? [stem] : []))
  return new Set([...stemsOf(title?.words ?? '').filter((stem) => stem.length > 3), ...frequent])
}
