import type {Outline} from './passages.ts'
import type {Slot} from './proposal.ts'
import {overlaps, type Span} from './span.ts'

/** Buy-In's own form of a place to fill in; also in the grammar, in snippets and in artifacts. */
export const placePattern = /⟨[^⟨⟩\n]*⟩/g

const foreign = [
  /\[(?:your|insert|enter|add|name|date|amount|company|organi[sz]ation|project|title|placeholder|tbd|todo)\b[^\]\n]*\](?!\()/gi,
  /<(?:your|insert|name|date|amount|company|organi[sz]ation|project)\b[^>\n]*>/gi,
  /(?<![\w-])(?:TBD|TBA|T\.B\.D\.)(?![\w-])/g,
  /(?<![\w$-])X{2,}(?![\w-])/g
]

/** The places of the prose and the headings that the author has yet to fill in, in order; code is left alone. */
export function placesOf(text: string, {sections, passages}: Outline): Slot[] {
  const headings = sections.flatMap(({heading}) => heading ?? [])
  return [...headings, ...passages.map(({span}) => span)]
    .flatMap((span) => placesIn(text, span))
    .sort((a, b) => a.span.start - b.span.start)
}

function placesIn(text: string, {start, end}: Span): Slot[] {
  const source = text.slice(start, end)
  const places: Slot[] = []
  for (const pattern of [placePattern, ...foreign]) {
    for (const {index, 0: words} of source.matchAll(pattern)) {
      const span = {start: start + index, end: start + index + words.length}
      if (!insideCode(source, index) && !places.some((other) => overlaps(other.span, span)))
        places.push({span, words})
    }
  }
  return places
}

function insideCode(source: string, index: number): boolean {
  return (source.slice(0, index).match(/`/g)?.length ?? 0) % 2 === 1
}
