import {remember} from './memory.ts'
import type {Content, Outline} from './passages.ts'
import type {Slot} from './proposal.ts'
import {isProse, longestPassage} from './prose.ts'
import {overlaps, shifted} from './span.ts'

/** Buy-In's own form of a place to fill in; also in the grammar, in snippets and in artifacts. */
export const placePattern = /⟨[^⟨⟩\n]*⟩/g

/** Whether one of Buy-In's own places stands in a text. */
export function hasPlace(words: string): boolean {
  return words.includes('⟨') && words.search(placePattern) >= 0
}

const foreign = [
  // In brackets, but no link and no reference with a definition elsewhere.
  /\[(?:your|insert|enter|add your|placeholder|tbd|todo)\b[^\]\n]*\](?![([])/gi,
  /\[(?:name|date|amount|company|organi[sz]ation)\](?![([:])/gi,
  /<(?:your|insert|enter)\b[^>@\n]*>|<(?:name|date|amount|company)>/gi,
  // Not what "is still TBD?" by a template's question, and not what others will have done: "Accepted: TBD".
  /(?<![\w-])(?<!\b(?:Accepted|Approved|Decided|Merged|Implemented|Released|Stabili[sz]ed):\s)(?:TBD|TBA|T\.B\.D\.)(?![\w-])(?!\?\s*$)/gm,
  // "XX chairs", "$XX"; no Roman number, no size and no chromosome.
  /(?<![\w-])\$?X{2,3}(?=(?:[.,]?X)*\s+(?:hours?|days?|weeks?|months?|years?|people|euros?|dollars?|USD|EUR|%))/g,
  /\$X{2,}[kKmM]?\b/g
]

/** What every place holds; a glance spares most of the prose the longer look. */
const opening = /[⟨[<]|TB[DA]|T\.B\.D\.|XX/

/** The places of the prose and the headings that the author has yet to fill in, in order; code is left alone. */
export function placesOf(text: string, {sections, passages}: Outline): Slot[] {
  const places: Slot[] = []
  const add = (found: readonly Slot[], offset: number) => {
    for (const {span, words} of found) places.push({span: shifted(span, offset), words})
  }
  for (const {heading} of sections)
    if (heading) add(placesIn(text.slice(heading.start, heading.end)), heading.start)
  for (const {content, span} of passages) add(known(content), span.start)
  return places.sort((a, b) => a.span.start - b.span.start)
}

const known = remember(({source}: Content) => placesIn(source))

function placesIn(source: string): Slot[] {
  const places: Slot[] = []
  if (!opening.test(source) || source.length > longestPassage || !isProse(source)) return places
  for (const pattern of [placePattern, ...foreign]) {
    for (const {index, 0: words} of source.matchAll(pattern)) {
      const span = {start: index, end: index + words.length}
      if (!insideCode(source, index) && !places.some((other) => overlaps(other.span, span)))
        places.push({span, words})
    }
  }
  return places
}

function insideCode(source: string, index: number): boolean {
  return (source.slice(0, index).match(/`/g)?.length ?? 0) % 2 === 1
}
