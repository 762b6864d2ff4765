import {isBoilerplate} from '../boilerplate.ts'
import {isHollow} from '../lexicon.ts'
import {type Memory, recall, remember, type Shelf, shelf} from '../memory.ts'
import type {Outline, Passage, Section} from '../passages.ts'
import {trustElements} from '../trust-elements.ts'
import {
  aboveGroup,
  type FeatureGroup,
  groupsOf,
  leadGroups,
  leadWords,
  type Reading,
  read,
  type SectionFeatures,
  type Shape,
  shapeOf,
  sizeOf,
  titleGroups,
  titlesAbove,
  type UnitFeatures
} from './features.ts'
import {addTo, isShared, type Model, weigh} from './model.ts'
import {phrasingOf, promisedIn} from './phrasing.ts'
import type {Unit} from './units.ts'

const width = trustElements.length

/** A section as the model sees it. */
export interface SeenSection {
  /** No other has the same: what is seen of the sections that are part of it is known by it. */
  readonly id: number
  readonly features: SectionFeatures
  /** What the titles of the section, and of those that it is part of, promise: see `promisedIn`. */
  readonly promised: number
  /** For each element: how much the title promises it. */
  readonly scores: Float32Array
}

/** What the model makes of the words of a unit where they stand, but for how far into the document that is. */
export interface SeenUnit {
  /** Its features without its shape, made anew: they take more room than all else, and few are ever asked for. */
  readonly features: () => UnitFeatures
  /** For each element: the log-odds without what the shape adds. */
  readonly scores: Float32Array
  /** The same without what headings, lead-ins and table columns add. */
  readonly own: Float32Array
  /** The odds of both. */
  readonly odds: Float32Array
  readonly ownOdds: Float32Array
  /** Without its place. */
  readonly shape: Shape
  /** See `phrasingOf`. */
  readonly points: Uint8Array
  /** A form's text, or still to be filled in. */
  readonly silent: boolean
  /** "TBD". */
  readonly hollow: boolean
  /** Whether it has a word of time, and one of the time that work takes. */
  readonly timed: boolean
  readonly hours: boolean
}

/** Without a word of time there is no time frame, however much a sentence sounds like one that has it. */
const timeWords: ReadonlySet<string> = new Set(
  `§dur §date §week §year §hours deadline deadlines schedule scheduled timeline until day days week weeks weekly month
  months monthly year years yearly annual quarter quarters sprint sprints spring summer autumn fall winter christmas
  easter today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december immediately soon`.split(/\s+/)
)

const hours: ReadonlySet<string> = new Set(['§fte', '§perhour', '§hours'])

/** Looks at the titles of a document. */
export function seeSections(
  model: Model,
  sections: readonly Section[],
  memory: Memory
): readonly SeenSection[] {
  const readings = shelf<Reading>(memory, 'titles read')
  const known = shelf<SeenSection>(memory, 'sections seen')
  const seen: SeenSection[] = []
  for (let index = 0; index < sections.length; index++) {
    const {depth, title, parent} = sections[index] as Section
    const above = parent === undefined ? undefined : seen[parent]
    const words = `${above?.id ?? ''}\n${depth}\n${title}`
    seen.push(recall(known, words, () => seeSection(model, sections, index, above, readings)))
  }
  return seen
}

let count = 0

function seeSection(
  model: Model,
  sections: readonly Section[],
  index: number,
  above: SeenSection | undefined,
  readings: Shelf<Reading>
): SeenSection {
  const section = sections[index] as Section
  const reading = recall(readings, section.title, read)
  const groups = titleGroups(section, reading)
  const scores = new Float32Array(width)
  for (const group of groups) if (sizeOf(group) > 0) addTo(scores, weigh(model, group))
  const titles = titlesAbove(sections, index).map((at) => recall(readings, sections[at]?.title ?? '', read))
  return {
    id: count++,
    features: {reading, title: groups, above: aboveGroup(titles)},
    promised: promisedIn(section.title) | (above?.promised ?? 0),
    scores
  }
}

/** What was seen last in the words of a unit, and what stood around them then. */
interface LastSeen {
  model?: Model
  under?: SeenSection | undefined
  lead?: string
  seen?: SeenUnit
}

const lastSeen = remember((_origin: NonNullable<Unit['origin']> | SeenSection): LastSeen => ({}))

/** Looks at each unit of a document; those whose words stood there in the version before are known. */
export function seeUnits(
  model: Model,
  {passages}: Outline,
  sections: readonly SeenSection[],
  units: readonly Unit[],
  memory: Memory
): readonly SeenUnit[] {
  const fields = shelf<SeenUnit>(memory, 'fields seen')
  // Units under the same headings, or in the same list or table, share what those add.
  const made = new Map<string, FeatureGroup>()
  const shared = new Map<FeatureGroup, Float32Array>()
  const look = (unit: Unit, under: SeenSection | undefined, passage?: Passage) => {
    const leads = passage ? leadGroups(passage, passages, made) : []
    const above = under?.features.above
    for (const group of [...(under?.features.title ?? []), ...(above ? [above] : []), ...leads])
      if (!shared.has(group)) shared.set(group, weigh(model, group))
    return seeUnit(model, unit, passage, under, leads, shared)
  }
  return units.map((unit) => {
    const {kind, section, passage: index} = unit
    const heading = kind === 'heading'
    const under = heading ? undefined : sections[section]
    const origin = heading ? sections[section] : unit.origin
    if (!origin) return seeField(fields, unit, under, look)
    const last = lastSeen(origin)
    const passage = index === undefined ? undefined : passages[index]
    const lead = passage?.lead === undefined ? '' : leadWords(passages[passage.lead])
    if (last.seen && last.model === model && last.under === under && last.lead === lead) return last.seen
    return Object.assign(last, {model, under, lead, seen: look(unit, under, passage)}).seen
  })
}

function seeField(
  fields: Shelf<SeenUnit>,
  field: Unit,
  under: SeenSection | undefined,
  look: (field: Unit, under: SeenSection | undefined) => SeenUnit
): SeenUnit {
  return recall(fields, field.words, () => look(field, under))
}

const scratch = new Float32Array(width)

function seeUnit(
  model: Model,
  unit: Unit,
  passage: Passage | undefined,
  section: SeenSection | undefined,
  leads: readonly FeatureGroup[],
  shared: ReadonlyMap<FeatureGroup, Float32Array>
): SeenUnit {
  const {kind, words} = unit
  const reading = read(words)
  const groups = groupsOf(reading, section?.features, leads)
  const scores = new Float32Array(width)
  for (let element = 0; element < width; element++) scores[element] = model.biases[element] ?? 0
  const own = scores.slice()
  for (const group of groups) {
    if (sizeOf(group) === 0) continue
    const sums = shared.get(group) ?? weigh(model, group, scratch)
    addTo(scores, sums)
    if (!isShared(group)) addTo(own, sums)
  }
  const prose = kind !== 'heading' && kind !== 'code'
  return {
    features: () => {
      const again = read(words)
      return {reading: again, groups: groupsOf(again, section?.features, leads)}
    },
    scores,
    own,
    odds: oddsOf(scores),
    ownOdds: oddsOf(own),
    shape: shapeOf(unit, reading, passage, 0),
    points: prose ? phrasingOf(words, reading.tokens, section?.promised ?? 0) : nothing,
    silent: isBoilerplate(words, kind === 'sentence' ? 'paragraph' : kind, passage?.italic === true),
    hollow: isHollow(words),
    timed: reading.tokens.some(({key}) => timeWords.has(key)),
    hours: reading.tokens.some(({key}) => hours.has(key))
  }
}

/** A loop: `map` of typed arrays takes several times as long. */
function oddsOf(logOdds: Float32Array): Float32Array {
  const odds = new Float32Array(width)
  for (let element = 0; element < width; element++) odds[element] = Math.exp(logOdds[element] as number)
  return odds
}

const nothing = new Uint8Array(width)
