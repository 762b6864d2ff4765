import type {Change} from './change.ts'
import type {Span} from './span.ts'

// Most keystrokes are letters typed or deleted in a word. All that Markdown tells markup by are marks, white space and
// what kind of character stands beside them: where a word becomes another word, every mark keeps its meaning, but for
// the few that compare letters. Those are named here; where none of them can be meant, nothing needs to be parsed.

/** Words, with one blank between two of them. */
const words = /^[A-Za-z]+(?: [A-Za-z]+)*$/
/** What makes an address of the characters around it, wherever it stands among them. */
const address = /www\.|:\/\/|@/i
/** A name of a character, and a tag or the scheme of an address in angle brackets. */
const named = /&[#A-Za-z0-9]*$|<[^<>]*$/
/** A label by which something is referred to holds no brackets, but for those that a backslash escapes. */
const labelled = /\[[^[\]]*$/
const labelEnd = /^[^[\]]*\]/

/**
 * The words that a change of a passage replaces by other words, such that all markup in and around it stays what it is.
 * @param source of the passage
 * @param plain the same with markup blanked
 * @param change from the beginning of the passage
 * @param inserted what stands at the change afterwards
 * @returns undefined where the change may be any other
 */
export function rewordingOf(
  source: string,
  plain: string,
  change: Change,
  inserted: string
): Span | undefined {
  let [{start}, {end}] = [change, change]
  while (isLetter(source.charCodeAt(start - 1))) start--
  while (isLetter(source.charCodeAt(end))) end++
  const was = source.slice(start, end)
  const is = source.slice(start, change.start) + inserted + source.slice(change.end, end)
  if (!words.test(was) || !words.test(is) || plain.slice(start, end) !== was) return undefined
  let [from, to] = [start, end]
  while (from > 0 && !isSpace(source.charCodeAt(from - 1))) from--
  while (to < source.length && !isSpace(source.charCodeAt(to))) to++
  const [left, right] = [source.slice(from, start), source.slice(end, to)]
  if (named.test(left) || address.test(left + was + right) || address.test(left + is + right))
    return undefined
  if (labelled.test(source.slice(0, start)) && labelEnd.test(source.slice(end))) return undefined
  if (/\\[[\]]|\t/.test(source)) return undefined
  // A blank more or less matters inside the target of a link, too, and inside a tag.
  if ((was + is).includes(' ') && /\][(:]|</.test(source)) return undefined
  return {start, end}
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13)
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
}
