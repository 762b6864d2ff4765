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
  return words.length < longestRun || !mayRun(words) || !run.test(words)
}

/** Whether anything can go on for too long: every run, and every gap, that is so long holds one of a few places. */
function mayRun(words: string): boolean {
  return holdsStretch(words, longestRun, isNoBlank) || holdsStretch(words, longestGap, isNoLetter)
}

/** Whether so many characters of a kind stand in a row; looks at no more of them than it must. */
function holdsStretch(words: string, length: number, isKind: (code: number) => boolean): boolean {
  for (let at = length - 1; at < words.length; ) {
    let start = at
    while (start >= 0 && isKind(words.charCodeAt(start)) && at - start < length) start--
    if (at - start >= length) return true
    at = start + length
  }
  return false
}

/** Of the blanks only those that are written with spaces, tabs and line ends; the others are rare in prose. */
function isNoBlank(code: number): boolean {
  return code > 32 || (code < 32 && (code < 9 || code > 13))
}

function isNoLetter(code: number): boolean {
  return !((code >= 97 && code <= 122) || (code >= 65 && code <= 90))
}
