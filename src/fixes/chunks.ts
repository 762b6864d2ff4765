import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Content} from './fix.ts'

/** One of the asks that an ask is split into. */
export interface Chunk {
  readonly whom: string | undefined
  /** What stands for whom nobody is named: "funder". */
  readonly unnamed: string
  readonly what: Content
}

/** Two to four asks, or why the ask is better left as it is. */
export type Chunks = {readonly chunks: readonly Chunk[]} | {readonly declined: string}

export function declined(reason: string): Chunks {
  return {declined: reason}
}

const longest = 14

/**
 * The words of an item or a row as part of a sentence: its first clause where it is long, no capital, no full stop.
 * @param text of the document
 */
export function shortened(source: string, text: string): string {
  const words = source
    .replace(/\s*\r?\n[ \t>]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:]+$/, '')
    .replace(/^(?:\p{Extended_Pictographic}|\uFE0F|\s)+/u, '')
  const label = /^(\S+(?:\s\S+){1,8}?)\s[-–—]\s\S/.exec(words)?.[1]
  if (label && balanced(label)) return uncapitalized(label, text)
  const cut =
    /^(.{12,}?)(?:[,;:(]\s*|\s(?:which|so that|in order to|so as to|considering|ensuring|including)\s)/.exec(
      words
    ) ?? /^(\S+(?:\s\S+){4,12}?)\sto\s[a-z]/.exec(words)
  // "mechanisms by | which" leaves no preposition behind.
  const first = cut?.[1]
    ?.replace(/(?:\s(?:by|for|in|on|to|with|from|of|through|via|and|or))+$/i, '')
    .trimEnd()
  const short =
    first && words.split(' ').length > longest && first.split(' ').length > 2 && balanced(first)
      ? first
      : words
  return uncapitalized(short, text)
}

/** Brackets, quotation marks and Markdown's marks are closed. */
export function balanced(words: string): boolean {
  const count = (mark: RegExp) => words.match(mark)?.length ?? 0
  return (
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    [/\*+/g, /`/g, /"/g, /_/g].every((mark) => count(mark) % 2 === 0)
  )
}

/**
 * The words without the capital that began their line: that of a verb, or of any word that is no name of the
 * document's.
 */
export function uncapitalized(words: string, text: string): string {
  const first = /^[A-Z][a-z]+(?![\w’'])/.exec(words)?.[0]
  if (!first) return words
  if (/^[A-Z]\w+ [A-Z][a-z]/.test(words)) {
    // "Project Management" is no name where the text manages projects in small letters; "Revoke Ms Kim's" is a verb.
    const title = /^(?:[A-Z][a-z]+ )+[A-Z][a-z]+$/.test(words)
    if (title) return words.split(' ').every((word) => isWritten(word, text)) ? words.toLowerCase() : words
    const spoken = startsWithVerb(words) && /\s[a-z]{2,}\s/.test(words)
    return spoken ? first.toLowerCase() + words.slice(first.length) : words
  }
  // A name has its capital in the middle of a sentence, too.
  const name = new RegExp(`[a-z,] ${first}\\b|/${first}\\b|\\b${first}/`).test(text)
  return name && !startsWithVerb(words) ? words : first.toLowerCase() + words.slice(first.length)
}

/** Whether the text writes a word in small letters. */
function isWritten(word: string, text: string): boolean {
  return new RegExp(`(?<![\\w/@#-])${word.toLowerCase()}(?![\\w/-])`).test(text)
}
