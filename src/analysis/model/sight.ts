import {isBoilerplate} from '../boilerplate.ts'
import {type Memory, newMemory} from '../memory.ts'
import type {Outline} from '../passages.ts'
import type {Span} from '../span.ts'
import {trustElements} from '../trust-elements.ts'
import {
  type FeatureGroup,
  isProse,
  openingGroup,
  placeOf,
  read,
  type Shape,
  shapeNames,
  shapeOf,
  type UnitFeatures
} from './features.ts'
import {summaryOf} from './judge.ts'
import {addTo, type Model, type Scores, shapeSums, weigh} from './model.ts'
import {early} from './phrasing.ts'
import {type SeenUnit, seeSections, seeUnits} from './seen.ts'
import {type Unit, unitsOf} from './units.ts'

/** A document as the model sees it; what everything below works on. */
export interface Sight {
  readonly outline: Outline
  readonly units: readonly Unit[]
  readonly seen: readonly SeenUnit[]
  readonly features: (unit: number) => UnitFeatures
  readonly scores: Scores
  /** Unit by unit, for each element: see `phrasingOf`. */
  readonly phrasing: Uint8Array
  /** Whether any unit of the author's has a word of time. */
  readonly timed: boolean
  readonly blocks: readonly Block[]
  /** Sections with a heading over nothing: no words, only a form's or "TBD", not even a section of their own. */
  readonly hollow: readonly number[]
}

/** Units that belong together: the sentences of a passage, or one unit that is no passage. */
export interface Block {
  readonly units: readonly number[]
  readonly span: Span
  readonly section: number
  readonly passage: number | undefined
}

const width = trustElements.length
const scratch = new Float32Array(width)

/**
 * Looks at a document with a model.
 * @param memory of the version before
 */
export function see(model: Model, outline: Outline, text: string, memory: Memory = newMemory()): Sight {
  const units = unitsOf(outline, text, memory)
  const sections = seeSections(model, outline.sections, memory)
  const seen = seeUnits(model, outline, sections, units, memory)
  const scores = new Float32Array(units.length * width)
  const own = new Float32Array(units.length * width)
  const phrasing = new Uint8Array(units.length * width)
  const titles = new Float32Array(sections.length * width)
  for (const [at, section] of sections.entries()) titles.set(section.scores, at * width)
  const prose = units.filter(isProse).length
  const late = Math.max(1500, (units.at(-1)?.span.end ?? 0) / 4)
  const shapes: Shape[] = []
  const openings: (FeatureGroup | undefined)[] = []
  let before = 0
  let timed = false
  seen.forEach((each, at) => {
    const unit = units[at]
    if (!unit) return
    const passage = unit.passage === undefined ? undefined : outline.passages[unit.passage]
    const shape = shapeOf(unit, each.reading, passage, placeOf(before, prose))
    shapes.push(shape)
    const opening = isProse(unit)
      ? openingGroup(each.reading, before++, outline.sections[unit.section])
      : undefined
    if (opening) openings[at] = opening
    const from = at * width
    if (each.silent) {
      scores.fill(-8, from, from + width)
      own.fill(-8, from, from + width)
      return
    }
    timed ||= each.timed
    const sums = shapeSums(model, shape)
    for (let element = 0; element < width; element++) {
      scores[from + element] = (each.scores[element] as number) + (sums[element] as number)
      own[from + element] = (each.own[element] as number) + (sums[element] as number)
    }
    if (opening) {
      const said = weigh(model, opening, scratch)
      addTo(scores, said, from)
      addTo(own, said, from)
    }
    phrasing.set(each.points, from)
    if (unit.span.start > late) phrasing[from + early] = 0
  })
  return {
    outline,
    units,
    seen,
    features: (at) => {
      const {reading, groups} = seen[at] ?? {reading: read(''), groups: []}
      const opening = openings[at]
      const placed: FeatureGroup[] = [...groups, {group: 'shape', names: shapeNames(shapes[at] ?? 0)}]
      return {reading, groups: opening ? [...placed, opening] : placed}
    },
    scores: {units: scores, own, titles},
    phrasing,
    timed,
    blocks: blocksOf(units),
    hollow: hollowSections(outline, units, seen)
  }
}

/** The numbers by which the judge of an element decides; see `summaryOf`. */
export function summariesOf({units, scores, phrasing, hollow}: Sight): number[][] {
  const count = units.length
  return trustElements.map((_, element) => {
    let promise = 0
    for (const section of hollow) promise = Math.max(promise, scores.titles[section * width + element] ?? 0)
    return summaryOf(
      columnOf(scores.units, element, new Float32Array(count)),
      columnOf(scores.own, element, new Float32Array(count)),
      columnOf(phrasing, element, new Uint8Array(count)),
      promise
    )
  })
}

/** What a table with a row for each unit holds for one element, written into `column`. */
function columnOf<T extends Float32Array | Uint8Array>(table: T, element: number, column: T): T {
  for (let at = 0; at < column.length; at++) column[at] = table[at * width + element] ?? 0
  return column
}

/** Whether a unit is a form's text or still to be filled in. */
export function provesNothing({passages}: Outline, {words, kind, passage}: Unit): boolean {
  const italic = passage !== undefined && passages[passage]?.italic === true
  return isBoilerplate(words, kind === 'sentence' ? 'paragraph' : kind, italic)
}

function hollowSections(outline: Outline, units: readonly Unit[], seen: readonly SeenUnit[]): number[] {
  const filled = new Set<number>()
  units.forEach(({kind, section}, at) => {
    if (kind !== 'heading' && !seen[at]?.silent && !seen[at]?.hollow) filled.add(section)
  })
  return outline.sections.flatMap((section, index) => {
    const next = outline.sections[index + 1]
    return !section.heading || filled.has(index) || (next && next.depth > section.depth) ? [] : [index]
  })
}

function blocksOf(units: readonly Unit[]): Block[] {
  const blocks: {
    units: number[]
    span: {start: number; end: number}
    section: number
    passage: number | undefined
  }[] = []
  units.forEach(({span, section, passage}, at) => {
    const last = blocks.at(-1)
    if (last && passage !== undefined && last.passage === passage) {
      last.units.push(at)
      last.span.end = Math.max(last.span.end, span.end)
    } else blocks.push({units: [at], span: {...span}, section, passage})
  })
  return blocks
}
