import type {Outline, Passage, Section} from '../passages.ts'
import {type CueClass, cueAt} from './cue-phrases.ts'
import {patternsOf} from './patterns.ts'
import {type Token, tokensOf} from './tokens.ts'
import type {Unit} from './units.ts'

/** Groups of features, with how strongly each counts; within a group the names share that strength. */
export const strengths = {
  word: 3.2,
  pair: 3.2,
  cue: 2.4,
  cues: 1.6,
  pattern: 1,
  title: 3.2,
  titleCue: 2.4,
  titleAndCue: 1.6,
  above: 1.6,
  lead: 1.6,
  shape: 2.4
} as const

export type Group = keyof typeof strengths

/** Names of one group, each once. Units of one section, list or table share theirs: the same object. */
export type FeatureGroup = NamedGroup | WordGroup

interface NamedGroup {
  readonly group: Exclude<Group, 'word' | 'pair'>
  readonly names: readonly string[]
}

/** Of words and their pairs, which are many, the names are not made: see `namesOf`. */
interface WordGroup {
  readonly group: 'word' | 'pair'
  readonly names?: undefined
  readonly words: readonly Token[]
  /** For pairs: what stands before each; undefined at the start. */
  readonly before: readonly (Token | undefined)[]
}

/** What stands before the first word. */
export const start = '^'

/** The names of a group, by which its weights are learned and stored. */
export function namesOf(each: FeatureGroup): readonly string[] {
  if (each.names) return each.names
  const {group, words, before} = each
  return words.map(({stem}, at) =>
    group === 'word' ? `w ${stem}` : `b ${before[at]?.stem ?? start} ${stem}`
  )
}

/** How many names a group has. */
export function sizeOf(each: FeatureGroup): number {
  return (each.names ?? each.words).length
}

/** Words as the model reads them. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly stems: readonly string[]
  /** Cue classes with how often each. */
  readonly cues: ReadonlyMap<CueClass, number>
}

export interface UnitFeatures {
  readonly reading: Reading
  readonly groups: readonly FeatureGroup[]
}

export interface DocumentFeatures {
  readonly units: readonly UnitFeatures[]
  /** For each section what its title says, the same objects as in its units. */
  readonly titles: readonly (readonly FeatureGroup[])[]
}

const silent = new Set(['the', 'a', 'an', 'of', 'and', 'be', 'that', 'it', 'in', 'to'])

/** What a section's title, and those above it, say of all units under it. */
export interface SectionFeatures {
  readonly reading: Reading
  /** Of the title alone. */
  readonly title: readonly FeatureGroup[]
  readonly above: FeatureGroup | undefined
}

/** The features of every unit, from its own words and from where it stands. */
export function featuresOf(outline: Outline, units: readonly Unit[]): DocumentFeatures {
  const titleReadings = outline.sections.map(({title}) => read(title))
  const sections = outline.sections.map((section, index): SectionFeatures => {
    const reading = titleReadings[index] ?? read('')
    const above = titlesAbove(outline.sections, index).map((at) => titleReadings[at] ?? read(''))
    return {reading, title: titleGroups(section, reading), above: aboveGroup(above)}
  })
  const prose = units.filter(isProse).length
  const made = new Map<string, FeatureGroup>()
  let before = 0
  const all = units.map((unit): UnitFeatures => {
    const reading = read(unit.words)
    const passage = unit.passage === undefined ? undefined : outline.passages[unit.passage]
    const section = unit.kind === 'heading' ? undefined : sections[unit.section]
    const leads = passage ? leadGroups(passage, outline.passages, made) : []
    const groups = groupsOf(reading, section, leads)
    groups.push({group: 'shape', names: shapeNames(shapeOf(unit, reading, passage, placeOf(before, prose)))})
    if (isProse(unit)) before++
    return {reading, groups}
  })
  return {units: all, titles: sections.map(({title}) => title)}
}

/** Whether a unit counts where it is asked how far into the prose another one stands. */
export function isProse({kind}: Unit): boolean {
  return kind !== 'heading' && kind !== 'field'
}

/** The sections above one whose titles say something of it, from below; the document's own title says what kind of document it is. */
export function titlesAbove(sections: readonly Section[], index: number): number[] {
  const found: number[] = []
  for (let at = sections[index]?.parent; at !== undefined; at = sections[at]?.parent)
    if (sections[at]?.depth !== 1) found.push(at)
  return found
}

/** The features of a unit, but for its shape. */
export function groupsOf(
  reading: Reading,
  section: SectionFeatures | undefined,
  leads: readonly FeatureGroup[]
): FeatureGroup[] {
  const groups = ownGroups(reading)
  if (section) {
    groups.push(...section.title)
    if (section.above) groups.push(section.above)
    const names: string[] = []
    for (const name of section.reading.cues.keys()) {
      const opening = joined('hx', name)
      for (const cue of reading.cues.keys()) names.push(joined(opening, cue))
    }
    groups.push({group: 'titleAndCue', names})
  }
  groups.push(...leads)
  return groups
}

/**
 * What a row's columns say of it, and what introduces its list or table.
 * @param made of the same columns and words before
 */
export function leadGroups(
  {columns, lead}: Pick<Passage, 'columns' | 'lead'>,
  passages: readonly Passage[],
  made = new Map<string, FeatureGroup>()
): FeatureGroup[] {
  const groups: FeatureGroup[] = []
  const take = (key: string, make: () => FeatureGroup) => {
    const group = made.get(key) ?? make()
    made.set(key, group)
    groups.push(group)
  }
  if (columns.length > 0) take(`|${columns.join('\t')}`, () => columnGroup(columns))
  if (lead !== undefined) {
    const words = leadWords(passages[lead])
    take(`:${words}`, () => leadGroup(words))
  }
  return groups
}

/** The words that introduce a list or table: the last sentence of what does. */
export function leadWords(passage: Passage | undefined): string {
  return passage?.sentences.at(-1)?.words ?? ''
}

/** Reads words for the model. */
export function read(words: string): Reading {
  const tokens = tokensOf(words)
  const stems = tokens.map(({stem}) => stem)
  const cues = new Map<CueClass, number>()
  for (let at = 0; at < stems.length; at++) {
    for (const name of cueAt(stems, at)?.classes ?? []) cues.set(name, (cues.get(name) ?? 0) + 1)
  }
  return {tokens, stems, cues}
}

function ownGroups({tokens, cues}: Reading): FeatureGroup[] {
  const cue: string[] = []
  for (const [name, count] of cues) {
    cue.push(joined('c', name))
    if (count > 1) cue.push(joined('c2', name))
  }
  const sorted = [...cues.keys()].sort()
  const both: string[] = []
  sorted.forEach((first, index) => {
    const opening = joined('cc', first)
    for (let second = index + 1; second < sorted.length; second++)
      both.push(joined(opening, sorted[second] ?? ''))
  })
  return [
    ...wordGroups(tokens),
    {group: 'cue', names: cue},
    {group: 'cues', names: both},
    {group: 'pattern', names: [...new Set(patternsOf(tokens).map((name) => joined('m', name)))]}
  ]
}

/** Each word and each word with the one before it. */
function wordGroups(tokens: readonly Token[]): WordGroup[] {
  const words: Token[] = []
  const before: (Token | undefined)[] = []
  const after: Token[] = []
  const isNewWord = newcomers(tokens.length)
  const isNewPair = newcomers(tokens.length)
  let previous: Token | undefined
  for (const token of tokens) {
    if (token.stem.length > 40) continue
    if (isNewWord(token.id)) words.push(token)
    if (isNewPair((previous ? previous.id + 1 : 0) * 2 ** 24 + token.id)) {
      before.push(previous)
      after.push(token)
    }
    previous = token
  }
  return [
    {group: 'word', words, before: []},
    {group: 'pair', words: after, before}
  ]
}

/** Says of each of `count` numbers whether it is the first of its kind; of a few it is faster to look through all. */
function newcomers(count: number): (value: number) => boolean {
  if (count > 64) {
    const met = new Set<number>()
    return (value) => met.size < met.add(value).size
  }
  const met: number[] = []
  return (value) => !met.includes(value) && met.push(value) > 0
}

const joins = new Map<string, Map<string, string>>()

/** Two parts of a name, of which there are few, with a blank between them; made once. */
function joined(first: string, second: string): string {
  const all = joins.get(first) ?? new Map<string, string>()
  if (all.size === 0) joins.set(first, all)
  const before = all.get(second)
  if (before !== undefined) return before
  const name = `${first} ${second}`
  all.set(second, name)
  return name
}

export function titleGroups(
  {title, depth}: Pick<Section, 'title' | 'depth'>,
  reading: Reading
): FeatureGroup[] {
  if (!title) return [{group: 'title', names: ['h none']}]
  const names = new Set(reading.stems.map((word) => `h ${word}`))
  names.add(`H ${reading.stems.join(' ').slice(0, 40)}`)
  names.add(`hd ${depth}`)
  if (title.includes('?')) names.add('h?')
  return [
    {group: 'title', names: [...names]},
    {group: 'titleCue', names: [...reading.cues.keys()].map((name) => `hc ${name}`)}
  ]
}

/** What the headings above a section say. */
export function aboveGroup(readings: readonly Reading[]): FeatureGroup | undefined {
  const names = new Set<string>()
  for (const {stems, cues} of readings) {
    for (const word of stems) names.add(`a ${word}`)
    for (const name of cues.keys()) names.add(`ac ${name}`)
  }
  return names.size > 0 ? {group: 'above', names: [...names]} : undefined
}

function leadGroup(words: string): FeatureGroup {
  const {stems, cues} = read(words)
  const names = new Set(stems.filter((word) => !silent.has(word)).map((word) => `l ${word}`))
  for (const name of cues.keys()) names.add(`lc ${name}`)
  return {group: 'lead', names: [...names]}
}

function columnGroup(columns: readonly string[]): FeatureGroup {
  return {
    group: 'lead',
    names: [...new Set(columns.flatMap((column) => read(column).stems.map((word) => `col ${word}`)))]
  }
}

/** How a unit looks and where it stands, as one number. */
export type Shape = number

const kinds = ['sentence', 'item', 'row', 'quote', 'heading', 'field', 'code'] as const

/**
 * @param place see `placeOf`
 */
export function shapeOf(
  {kind, words}: Pick<Unit, 'kind' | 'words'>,
  {stems}: Reading,
  passage: Pick<Passage, 'italic' | 'struck' | 'checked' | 'depth'> | undefined,
  place: number
): Shape {
  const checked = passage?.checked
  let shape = kinds.indexOf(kind)
  shape = shape * 5 + bucket(stems.length, [4, 8, 16, 30])
  shape = shape * 3 + (words.endsWith('?') ? 1 : words.endsWith(':') ? 2 : 0)
  shape = shape * 2 + Number(passage?.italic === true)
  shape = shape * 2 + Number(passage?.struck === true)
  shape = shape * 3 + (checked === undefined ? 0 : checked ? 1 : 2)
  shape = shape * 2 + Number((passage?.depth ?? 0) > 0)
  return shape * places + place
}

const places = 30

/** How far into the prose a unit stands, as one of few numbers; `before` of all `prose` units come before it. */
export function placeOf(before: number, prose: number): number {
  return bucket(before, [1, 3, 6, 12]) * 6 + bucket(before / Math.max(1, prose), [0.1, 0.25, 0.5, 0.75, 0.9])
}

/** The names of the features that a shape stands for. */
export function shapeNames(shape: Shape): string[] {
  let rest = shape
  const next = (count: number) => {
    const value = rest % count
    rest = Math.floor(rest / count)
    return value
  }
  const share = next(6)
  const position = next(5)
  const nested = next(2)
  const checked = next(3)
  const struck = next(2)
  const italic = next(2)
  const end = next(3)
  const length = next(5)
  return [
    `k ${kinds[rest]}`,
    `n ${length}`,
    `p ${position}`,
    `q ${share}`,
    ...(end > 0 ? [end === 1 ? 'ends ?' : 'ends :'] : []),
    ...(italic ? ['italic'] : []),
    ...(struck ? ['struck'] : []),
    ...(checked > 0 ? [checked === 1 ? 'ticked' : 'unticked'] : []),
    ...(nested ? ['nested'] : [])
  ]
}

function bucket(value: number, bounds: readonly number[]): number {
  let count = 0
  for (const bound of bounds) if (value >= bound) count++
  return count
}
