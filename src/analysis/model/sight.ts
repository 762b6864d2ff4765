import {isBoilerplate} from '../boilerplate.ts'
import {type Memory, newMemory, remember} from '../memory.ts'
import type {Outline, Section} from '../passages.ts'
import type {Span} from '../span.ts'
import {trustElements} from '../trust-elements.ts'
import {
  type FeatureGroup,
  isProse,
  opening,
  openingGroup,
  placeOf,
  read,
  type Shape,
  shapeNames,
  type UnitFeatures
} from './features.ts'
import {summaryOf} from './judge.ts'
import {addTo, type Model, type Scores, shapeWeights, weigh} from './model.ts'
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
  /** Whether any unit of the author's has a word of time. */
  readonly timed: boolean
  readonly blocks: readonly Block[]
  /** Sections with a heading over nothing: no words, only a form's or "TBD", not even a section of their own. */
  readonly hollow: readonly number[]
}

/** Units that belong together: the sentences of a passage, or one unit that is no passage. */
export interface Block {
  /** Of the first unit, and of the one after the last. */
  readonly from: number
  readonly to: number
  readonly span: Span
  readonly section: number
  readonly passage: number | undefined
}

const width = trustElements.length
/** Log-odds of what proves nothing. */
const unlikely = -8
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
  const odds = new Float64Array(width)
  const ownOdds = new Float64Array(width)
  const titles = new Float32Array(sections.length * width)
  sections.forEach((section, at) => {
    titles.set(section.scores, at * width)
  })
  let prose = 0
  for (const unit of units) if (isProse(unit)) prose++
  let blocks: readonly Block[] | undefined
  const late = Math.max(1500, (units.at(-1)?.end ?? 0) / 4)
  const weightOf = shapeWeights(model)
  const shapes: Shape[] = []
  const openings: (FeatureGroup | undefined)[] = []
  let before = 0
  let timed = false
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit
    const each = seen[at] as SeenUnit
    const shape = each.shape + placeOf(before, prose)
    shapes.push(shape)
    const opens = isProse(unit) ? openingOf(each, before++, outline.sections[unit.section]) : undefined
    if (opens) openings[at] = opens
    const from = at * width
    if (each.silent) {
      scores.fill(unlikely, from, from + width)
      own.fill(unlikely, from, from + width)
      for (let element = 0; element < width; element++) {
        odds[element] = (odds[element] as number) + Math.exp(unlikely)
        ownOdds[element] = (ownOdds[element] as number) + Math.exp(unlikely)
      }
      continue
    }
    timed ||= each.timed
    const {sums, factors} = weightOf(shape)
    const said = opens && weigh(model, opens, scratch)
    for (let element = 0; element < width; element++) {
      scores[from + element] = (each.scores[element] as number) + (sums[element] as number)
      own[from + element] = (each.own[element] as number) + (sums[element] as number)
      const factor = (factors[element] as number) * (said ? Math.exp(said[element] as number) : 1)
      odds[element] = (odds[element] as number) + (each.odds[element] as number) * factor
      ownOdds[element] = (ownOdds[element] as number) + (each.ownOdds[element] as number) * factor
    }
    if (said) {
      addTo(scores, said, from)
      addTo(own, said, from)
    }
    phrasing.set(each.points, from)
    if (unit.start > late) phrasing[from + early] = 0
  }
  return {
    outline,
    units,
    seen,
    features: (at) => {
      const {reading, groups} = seen[at]?.features() ?? {reading: read(''), groups: []}
      const opens = openings[at]
      const placed: FeatureGroup[] = [...groups, {group: 'shape', names: shapeNames(shapes[at] ?? 0)}]
      return {reading, groups: opens ? [...placed, opens] : placed}
    },
    scores: {units: scores, own, phrasing, odds, ownOdds, titles},
    timed,
    get blocks() {
      blocks ??= blocksOf(units)
      return blocks
    },
    hollow: hollowSections(outline, units, seen)
  }
}

/** See `openingGroup`. */
function openingOf(unit: SeenUnit, before: number, section: Section | undefined): FeatureGroup | undefined {
  return before < opening ? openingGroup(readingOf(unit), before, section) : undefined
}

const readingOf = remember((unit: SeenUnit) => unit.features().reading)

/** The numbers by which the judge of an element decides; see `summaryOf`. */
export function summariesOf({scores, hollow}: Sight): number[][] {
  return trustElements.map((_, element) => {
    let promise = 0
    for (const section of hollow) promise = Math.max(promise, scores.titles[section * width + element] ?? 0)
    return summaryOf(scores, element, promise)
  })
}

/** Whether a unit is a form's text or still to be filled in. */
export function provesNothing({passages}: Outline, {words, kind, passage}: Unit): boolean {
  const italic = passage !== undefined && passages[passage]?.italic === true
  return isBoilerplate(words, kind === 'sentence' ? 'paragraph' : kind, italic)
}

function hollowSections(outline: Outline, units: readonly Unit[], seen: readonly SeenUnit[]): number[] {
  const filled = new Uint8Array(outline.sections.length)
  for (let at = 0; at < units.length; at++) {
    const {kind, section} = units[at] as Unit
    if (kind !== 'heading' && !seen[at]?.silent && !seen[at]?.hollow) filled[section] = 1
  }
  const hollow: number[] = []
  outline.sections.forEach(({heading, depth}, index) => {
    const next = outline.sections[index + 1]
    if (heading && !filled[index] && !(next && next.depth > depth)) hollow.push(index)
  })
  return hollow
}

function blocksOf(units: readonly Unit[]): Block[] {
  const blocks: {
    from: number
    to: number
    span: {start: number; end: number}
    section: number
    passage: number | undefined
  }[] = []
  units.forEach(({start, end, section, passage}, at) => {
    const last = blocks.at(-1)
    if (last && passage !== undefined && last.passage === passage) {
      last.to = at + 1
      last.span.end = Math.max(last.span.end, end)
    } else blocks.push({from: at, to: at + 1, span: {start, end}, section, passage})
  })
  return blocks
}
