import {type Clipping, wordsAtOffset} from './clip.ts'

/** A place to answer, in the text's own few words behind a word of the frame: "in " and "the thread". */
export interface Place {
  readonly before: string
  readonly at: Clipping | undefined
}

const link = String.raw`(?:\[[^\][\n]{1,80}\]\([^()\s]{1,300}\)|<?https?://[^\s<>()]{3,300}>?)`
const spot =
  'channel|thread|issue tracker|issue|pull request|PR|page|document|forum|mailing list|discussion|repository|board|wiki|survey|form'
const prepositions = 'in|on|at|via|through|to'
const determiner = '(?:the|this|our|an?|my|its)'
/** What tells a place within a sentence, the plainest first; the named groups are what is kept, and the word before it. */
const wheres: readonly (readonly [pattern: RegExp, before: string | undefined])[] = [
  [
    new RegExp(
      String.raw`\bfollow\s+(?<at>(?:the|these)\s+(?:steps|instructions)\s+(?:to|at|in|on)\s+${link})`,
      'gi'
    ),
    'by following '
  ],
  [
    new RegExp(
      String.raw`\bfill\s+(?:out|in)\s+(?<at>(?:${determiner}\s+)?(?:[\w-]+\s+){0,2}?${link})`,
      'gi'
    ),
    'in '
  ],
  [
    /\b(?:open|create|file|raise)\s+(?<at>an?\s+(?:new\s+)?(?:[\w-]+\s+)?(?:issue|discussion|pull request)\b(?:\s+in\s+(?:this|the|our)\s+(?:repo|repository)\b)?)/gi,
    'in '
  ],
  [
    new RegExp(
      String.raw`\b(?<before>${prepositions})\s+(?<at>(?:${determiner}\s+)?(?:[\w'’#-]+\s+){0,3}?${link}(?:\s+(?:${spot})\b)?(?:\s+(?:via|in|on)\s+(?:the\s+)?${link})?)`,
      'gi'
    ),
    undefined
  ],
  [
    new RegExp(
      String.raw`\b(?<before>${prepositions})\s+(?<at>${determiner}\s+(?:[\w'’#-]+\s+){0,3}?(?:${spot})\b(?:\s+#[\w-]+)?(?:\s+(?:of|for)\s+(?:this|the)\s+[\w-]+)?)`,
      'gi'
    ),
    undefined
  ],
  [
    new RegExp(
      String.raw`\b(?:discuss(?:ion|ed)?|comments?|feedback|thread)\b[^.]{0,40}?(?<at>${link})`,
      'gi'
    ),
    'at '
  ]
]
/** "feedback on this page": what it is about, not where it goes. */
const aboutIt =
  /\b(?:feedback|comments|thoughts|opinions?|views|ideas|information|input|suggestions?|questions?)\s*$/i
/** With marks and tags blanked, so that offsets stay. */
export function flatten(source: string): string {
  return source.replace(/\*\*|__|<(?!https?:)[^<>]{0,400}>/g, (mark) => ' '.repeat(mark.length))
}

/** The places that a sentence tells, two at the most: "on this page, or in the garden channel". */
export function placesAt(flat: string, start: number): Place[] {
  const first = placeAt(flat, start)
  if (!first) return []
  const end = (first.at?.span.end ?? start) - start
  const rest = flat.slice(end)
  const or = /^,?\s+or\b/.exec(rest)
  const other = or && placeAt(rest, start + end)
  const near = other?.at && other.at.span.start - start - end < 28
  return near ? [first, other] : [first]
}

function placeAt(flat: string, start: number): Place | undefined {
  for (const [pattern, fixed] of wheres)
    for (const found of flat.matchAll(pattern)) {
      const {at = '', before} = found.groups ?? {}
      if (at.includes('mailto:') || (before && aboutIt.test(flat.slice(0, found.index)))) continue
      const words = at.replace(/[.,;:]+$/, '')
      const from = found.index + found[0].lastIndexOf(at) + (words.startsWith('<') ? 1 : 0)
      const page = /^<?https?:/.test(words) && !before ? beforeAddress(words) : undefined
      const word = before && /^to$/i.test(before) ? 'in' : before?.toLowerCase()
      return {
        before: page ?? fixed ?? `${word} `,
        at: wordsAtOffset(start + from, words.replace(/^<|>$/g, ''))
      }
    }
  return undefined
}

/** What kind of page an address leads to. */
export function beforeAddress(page: string): string {
  if (/\/(?:pull|pulls|merge_requests)\/\d/.test(page)) return 'in the pull request '
  if (/\/issues?\/\d/.test(page)) return 'in the issue '
  return /\/discussions\/\d|\/\/(?:forums?|discuss|discourse)\./.test(page) ? 'in the discussion ' : 'at '
}
