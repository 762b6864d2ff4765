import {isHollow} from './lexicon.ts'
import type {Outline} from './passages.ts'
import {hasPlace} from './places.ts'
import type {Cues, ElementReading, Evidence} from './proposal.ts'
import {eachElement, type TrustElement} from './trust-elements.ts'

/** So many words make a sentence; fewer are a label. */
const fewest = 4

/**
 * The readings, with what a project's own cue words prove: a sentence that holds one, or the first sentence under
 * a heading that holds one. A label alone proves nothing, nor does what waits to be filled in.
 * @param boilerplate for each passage, whether it is somebody else's text
 */
export function withOwnCues(
  readings: Record<TrustElement, ElementReading>,
  cues: Cues | undefined,
  outline: Outline,
  boilerplate: readonly boolean[]
): Record<TrustElement, ElementReading> {
  if (!cues || Object.keys(cues).length === 0) return readings
  return eachElement((element) => {
    const reading = readings[element]
    const words = cues[element] ?? []
    if (reading.level === 'present' || words.length === 0) return reading
    const own = evidenceFor(wholeWords(words), outline, boilerplate)
    return own.length > 0 ? {level: 'present', evidence: [...own, ...reading.evidence]} : reading
  })
}

function wholeWords(words: readonly string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
}

function evidenceFor(
  cue: RegExp,
  {passages, sections}: Outline,
  boilerplate: readonly boolean[]
): Evidence[] {
  const headed = new Set<number>()
  return passages.flatMap(({sentences, section, span}, passage): Evidence[] => {
    if (boilerplate[passage]) return []
    const told = sentences.filter(
      ({words}) => words.split(' ').length >= fewest && !isHollow(words) && !hasPlace(words)
    )
    const said = told.find(({words}) => cue.test(words))
    const title = headed.has(section) ? undefined : cue.exec(sections[section]?.title ?? '')?.[0]
    const best = said ?? (title === undefined ? undefined : told[0])
    if (!best) return []
    if (!said) headed.add(section)
    const found = cue.exec(best.words)?.[0] ?? title ?? ''
    return [{level: 'present', span, best: best.span, passage, cues: [found]}]
  })
}
