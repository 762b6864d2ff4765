import {isBoilerplate} from '../boilerplate.ts'
import {isHollow} from '../lexicon.ts'
import type {Outline} from '../passages.ts'
import type {Span} from '../span.ts'
import {trustElements} from '../trust-elements.ts'
import {type DocumentFeatures, featuresOf} from './features.ts'
import {summaryOf} from './judge.ts'
import {type Model, type Scores, scoresOf} from './model.ts'
import {phrasingOf} from './phrasing.ts'
import {type Unit, unitsOf} from './units.ts'

/** A document as the model sees it; what everything below works on. */
export interface Sight {
  readonly outline: Outline
  readonly units: readonly Unit[]
  readonly features: DocumentFeatures
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

/** Without a word of time there is no time frame, however much a sentence sounds like one that has it. */
const timeWords: ReadonlySet<string> = new Set(
  `§dur §date §week §year §hours deadline deadlines schedule scheduled timeline until day days week weeks weekly month
  months monthly year years yearly annual quarter quarters sprint sprints spring summer autumn fall winter christmas
  easter today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december immediately soon`.split(/\s+/)
)

/** Looks at a document with a model. */
export function see(model: Model, outline: Outline, text: string): Sight {
  const units = unitsOf(outline, text)
  const features = featuresOf(outline, units)
  const scores = scoresOf(model, features)
  const phrasing = phrasingOf(outline, units, features.units)
  let timed = false
  const silent = units.map((unit) => provesNothing(outline, unit))
  units.forEach((_, at) => {
    if (!silent[at]) {
      timed ||= features.units[at]?.reading.tokens.some(({key}) => timeWords.has(key)) === true
      return
    }
    scores.units.fill(-8, at * width, (at + 1) * width)
    scores.own.fill(-8, at * width, (at + 1) * width)
    phrasing.fill(0, at * width, (at + 1) * width)
  })
  return {
    outline,
    units,
    features,
    scores,
    phrasing,
    timed,
    blocks: blocksOf(units),
    hollow: hollowSections(outline, units, silent)
  }
}

/** The numbers by which the judge of an element decides; see `summaryOf`. */
export function summariesOf(sight: Sight): number[][] {
  return trustElements.map((_, element) =>
    summaryOf(
      sight.units.map((_, at) => sight.scores.units[at * width + element] ?? 0),
      sight.units.map((_, at) => sight.scores.own[at * width + element] ?? 0),
      sight.units.map((_, at) => sight.phrasing[at * width + element] ?? 0),
      sight.hollow.reduce(
        (most, section) => Math.max(most, sight.scores.titles[section * width + element] ?? 0),
        0
      )
    )
  )
}

/** Whether a unit is a form's text or still to be filled in. */
export function provesNothing({passages}: Outline, {words, kind, passage}: Unit): boolean {
  const italic = passage !== undefined && passages[passage]?.italic === true
  return isBoilerplate(words, kind === 'sentence' ? 'paragraph' : kind, italic)
}

function hollowSections(outline: Outline, units: readonly Unit[], silent: readonly boolean[]): number[] {
  const filled = new Set<number>()
  units.forEach(({kind, words, section}, at) => {
    if (kind !== 'heading' && !silent[at] && !filled.has(section) && !isHollow(words)) filled.add(section)
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
