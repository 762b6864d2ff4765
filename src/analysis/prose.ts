/**
 * The longest stretch that is read as one passage, in UTF-16 units: expressions look from each place of a passage to
 * its end, so that their time grows with the square of this, and not of the text.
 */
export const longestPassage = 10_000

/** No word and no number is as long; a dump of data is. */
const longestRun = 256
/** No address, and no padding of a table. */
const longestGap = 2048
const run = new RegExp(
  [
    String.raw`[\p{L}\d_'’&-]{${longestRun}}`,
    String.raw`[\d.,:/+-]{${longestRun}}`,
    String.raw`[^\p{L}\d\s]{${longestRun}}`,
    String.raw`[^\p{L}\d]{${longestGap}}`,
    String.raw`\S{${longestGap}}`
  ].join('|'),
  'u'
)

/**
 * Whether words can be prose: nothing in them goes on for hundreds of characters without a blank, or for thousands
 * with nothing but blanks and marks.
 */
export function isProse(words: string): boolean {
  return words.length < longestRun || !run.test(words)
}
