import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Proposal} from '../../../src/analysis/proposal.ts'
import type {Artifact} from '../../../src/artifacts/artifact.ts'

const room = join(import.meta.dirname, '../../../src/artifacts')
/** The words of the frame: all that stand in the sources of the artifacts. */
const frame = new Set(
  readdirSync(room)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => wordsOf(readFileSync(join(room, file), 'utf8').replace(/\\n/g, ' ')))
    // A number is never the frame's.
    .filter((word) => !/\d/.test(word))
)

/**
 * What an artifact altered of its source: extracts that are not made of their spans, numbers that the source does
 * not have, and words that are neither its nor the frame's.
 */
export function alterations(
  {text: source, quantities}: Proposal,
  {markdown, extracts}: Artifact,
  given: readonly string[] = []
): string[] {
  const wrong = extracts
    .filter(({words, parts}) => {
      // Markup between the words, such as the address of a link, may be left out; nothing may be added or moved.
      const text = parts.map(({start, end}) => source.slice(start, end)).join(' ')
      return !isWithin(squeezed(words), squeezed(text))
    })
    .map(({words}) => `“${words}”`)
  // An amount or a date stands whole, or not at all.
  const cut = quantities
    .filter(({span}) =>
      extracts.some(({parts}) =>
        parts.some(
          ({start, end}) => (span.start < start && start < span.end) || (span.start < end && end < span.end)
        )
      )
    )
    .map(({span}) => `“${source.slice(span.start, span.end)}” was cut`)
  const own = markdown
    .replace(/⟨[^⟩]*⟩/g, ' ')
    // What the frame counts: scenes and their times, offers in their order.
    .replace(/^## \d+\. (.*) \(\d:\d\d–\d:\d\d, \d+ s\)$/gm, '$1')
    .replace(/\d:\d\d minutes at 140 words a minute_$/gm, ' ')
    .replace(/^\d\. /gm, '')
  const known = new Set([source, ...given].flatMap(wordsOf))
  const squeezedSource = squeezed(source)
  const foreign = wordsOf(own.replace(/^\d+ more in the proposal\.$/gm, '')).filter(
    (word) => !known.has(word) && !frame.has(word) && !squeezedSource.includes(word)
  )
  const numbers = [...new Set(own.match(/\d+(?:[.,:/]\d+)+/g) ?? [])].filter(
    (number) => ![source, ...given].some((text) => text.includes(number))
  )
  return [
    ...wrong,
    ...cut,
    ...foreign.map((word) => `the word ${word}`),
    ...numbers.map((one) => `the number ${one}`)
  ]
}

function squeezed(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether the letters of `words` occur in `text` in their order. */
function isWithin(words: string, text: string): boolean {
  let at = 0
  for (const letter of words) {
    at = text.indexOf(letter, at) + letter.length
    if (at < letter.length) return false
  }
  return true
}
