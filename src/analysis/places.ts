import type {Passage} from './passages.ts'
import type {Slot} from './proposal.ts'

/** Buy-In's own form of a place to fill in; also in the grammar, in snippets and in artifacts. */
export const placePattern = /⟨[^⟨⟩\n]*⟩/g

const foreign = [
  /\[(?:your|insert|enter|add|name|date|amount|company|organi[sz]ation|project|title|placeholder|tbd|todo)\b[^\]\n]*\](?!\()/gi,
  /<(?:your|insert|name|date|amount|company|organi[sz]ation|project)\b[^>\n]*>/gi,
  /(?<![\w-])(?:TBD|TBA|T\.B\.D\.)(?![\w-])/g,
  /(?<![\w$-])X{2,}(?![\w-])/g
]

/** The places of a passage that the author has yet to fill in, in order; what stands in code is left alone. */
export function placesOf(text: string, passage: Passage): Slot[] {
  const source = text.slice(passage.span.start, passage.span.end)
  const places: Slot[] = []
  for (const pattern of [placePattern, ...foreign]) {
    for (const {index, 0: words} of source.matchAll(pattern)) {
      const span = {start: passage.span.start + index, end: passage.span.start + index + words.length}
      if (
        insideCode(source, index) ||
        places.some((other) => span.start < other.span.end && other.span.start < span.end)
      )
        continue
      places.push({span, words})
    }
  }
  return places.sort((a, b) => a.span.start - b.span.start)
}

function insideCode(source: string, index: number): boolean {
  return (source.slice(0, index).match(/`/g)?.length ?? 0) % 2 === 1
}
