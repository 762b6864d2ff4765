import {isBoilerplate} from '../boilerplate.ts'
import {isHollow} from '../lexicon.ts'
import {innerShelf, lastingShelf, type Memory, newShelf, recall, type Shelf, shelf} from '../memory.ts'
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
  sizeOf,
  titleGroups,
  titlesAbove
} from './features.ts'
import {addTo, isShared, type Model, weigh} from './model.ts'
import {phrasingOf, promisedIn} from './phrasing.ts'
import type {Unit} from './units.ts'

const width = trustElements.length

/** A section as the model sees it. */
export interface SeenSection {
  readonly features: SectionFeatures
  /** All that the features are made of. */
  readonly key: string
  /** What the titles of the section, and of those that it is part of, promise: see `promisedIn`. */
  readonly promised: number
  /** For each element: how much the title promises it. */
  readonly scores: Float32Array
}

/** What the model makes of the words of a unit where they stand, but for how far into the document that is. */
export interface SeenUnit {
  readonly reading: Reading
  /** Without its shape. */
  readonly groups: readonly FeatureGroup[]
  /** For each element: the log-odds without what the shape adds. */
  readonly scores: Float32Array
  /** The same without what headings, lead-ins and table columns add. */
  readonly own: Float32Array
  /** See `phrasingOf`. */
  readonly points: Uint8Array
  /** A form's text, or still to be filled in. */
  readonly silent: boolean
  /** "TBD". */
  readonly hollow: boolean
  readonly timed: boolean
}

/** Without a word of time there is no time frame, however much a sentence sounds like one that has it. */
export const timeWords: ReadonlySet<string> = new Set(
  `§dur §date §week §year §hours deadline deadlines schedule scheduled timeline until day days week weeks weekly month
  months monthly year years yearly annual quarter quarters sprint sprints spring summer autumn fall winter christmas
  easter today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december immediately soon`.split(/\s+/)
)

/** Looks at the titles of a document. */
export function seeSections(
  model: Model,
  sections: readonly Section[],
  memory: Memory
): readonly SeenSection[] {
  const readings = lastingShelf<string, Reading>(memory, 'titles read')
  const bits = shelf<string, number>(memory, 'titles promising')
  const known = shelf<string, Omit<SeenSection, 'promised'>>(memory, 'sections seen')
  const promised: number[] = []
  return sections.map((section, index) => {
    const {title, depth, parent} = section
    promised.push(recall(bits, title, promisedIn) | (parent === undefined ? 0 : (promised[parent] ?? 0)))
    const above = titlesAbove(sections, index).map((at) => sections[at]?.title ?? '')
    const seen = recall(known, [depth, title, ...above].join('\n'), (key) => {
      const reading = recall(readings, title, read)
      const groups = titleGroups(section, reading)
      const scores = new Float32Array(width)
      for (const group of groups) if (sizeOf(group) > 0) addTo(scores, weigh(model, group))
      return {
        key,
        features: {
          reading,
          title: groups,
          above: aboveGroup(above.map((one) => recall(readings, one, read)))
        },
        scores
      }
    })
    return {...seen, promised: promised[index] ?? 0}
  })
}

/** Units that stand under the same headings and in the same list or table, and are of the same kind. */
interface Company {
  readonly leads: readonly FeatureGroup[]
  /** What the groups weigh that its units share. */
  readonly shared: ReadonlyMap<FeatureGroup, Float32Array>
  readonly units: Shelf<string, SeenUnit>
}

/** Looks at each unit of a document; those whose words stood there in the version before are known. */
export function seeUnits(
  model: Model,
  {passages}: Outline,
  sections: readonly SeenSection[],
  units: readonly Unit[],
  memory: Memory
): readonly SeenUnit[] {
  const companies = lastingShelf<string, Company>(memory, 'units seen')
  const again = (company: Company): Company => ({...company, units: newShelf(company.units)})
  let last: {unit: Unit; passage: Passage | undefined; company: Company} | undefined
  const companyOf = (unit: Unit): Company => {
    const {kind, section, passage: index} = unit
    const passage = index === undefined ? undefined : passages[index]
    if (
      last &&
      last.unit.kind === kind &&
      last.unit.section === section &&
      last.passage?.lead === passage?.lead &&
      last.passage?.columns === passage?.columns &&
      last.passage?.italic === passage?.italic
    )
      return last.company
    const under = kind === 'heading' ? undefined : sections[section]
    const italic = passage?.italic === true
    const lead = passage?.lead === undefined ? '' : `:${leadWords(passages[passage.lead])}`
    const columns = passage?.columns.join('\t') ?? ''
    const key = `${kind}${italic ? '*' : ''}${under?.promised ?? ''}\n${columns}\n${lead}\n${under?.key ?? ''}`
    const make = (): Company => {
      const leads = passage ? leadGroups(passage, passages) : []
      const groups = [
        ...(under?.features.title ?? []),
        ...(under?.features.above ? [under.features.above] : []),
        ...leads
      ]
      return {
        leads,
        shared: new Map(groups.map((group) => [group, weigh(model, group)])),
        units: innerShelf(memory)
      }
    }
    const company = recall(companies, key, make, again)
    last = {unit, passage, company}
    return company
  }
  return units.map((unit) => {
    const company = companyOf(unit)
    return recall(company.units, unit.words, () => {
      const {passage, section, kind} = unit
      const italic = passage !== undefined && passages[passage]?.italic === true
      return seeUnit(model, unit, italic, kind === 'heading' ? undefined : sections[section], company)
    })
  })
}

const scratch = new Float32Array(width)

function seeUnit(
  model: Model,
  {kind, words}: Unit,
  italic: boolean,
  section: SeenSection | undefined,
  {leads, shared}: Company
): SeenUnit {
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
    reading,
    groups,
    scores,
    own,
    points: prose ? phrasingOf(words, reading.tokens, section?.promised ?? 0) : nothing,
    silent: isBoilerplate(words, kind === 'sentence' ? 'paragraph' : kind, italic),
    hollow: isHollow(words),
    timed: reading.tokens.some(({key}) => timeWords.has(key))
  }
}

const nothing = new Uint8Array(width)
