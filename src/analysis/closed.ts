import {closedStatus} from './lexicon.ts'
import type {Passage} from './passages.ts'

/**
 * The words by which a document says that it is decided: a status in its front matter ("stage: accepted"), or
 * in a field or table row among its first passages ("Status: Accepted"). Undefined while it is open.
 */
export function closedBy(
  fields: Readonly<Record<string, unknown>>,
  passages: readonly Passage[]
): string | undefined {
  for (const [key, value] of Object.entries(fields)) {
    if (
      /^(?:status|stage|state)$/i.test(key) &&
      typeof value === 'string' &&
      closedStatus.test(value.trim())
    ) {
      return `${key}: ${value}`
    }
  }
  for (const {sentences, columns} of passages.slice(0, 15)) {
    for (const line of [sentences.map(({words}) => words).join(' '), columns.join(' ')]) {
      const match = /^(?:current )?(?:status|stage|state)\s*:?\s+(\S+)\s*[.(]?/i.exec(line)
      if (match?.[1] && line.length < 80 && closedStatus.test(match[1].replace(/[.,;:]$/, ''))) return line
    }
  }
  for (const {sentences} of passages.slice(0, 3))
    for (const {words} of sentences) if (announced.test(words)) return words
  return undefined
}

/** "NOTE: This request has now been closed." */
const announced =
  /^(?:\W*(?:note|update|important)\b[^:]{0,20}:\s*)?(?:this|the following|the below) (?:[\w-]+ ){0,3}(?:has|have|is|was) (?:now |since |already )?(?:been )?(?:closed|withdrawn|rejected|accepted|implemented|superseded|abandoned)\b/i
