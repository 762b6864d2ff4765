import type {Outline, Passage, Section} from '../passages.ts'
import {cueAt, cueClasses} from './cue-phrases.ts'
import {patternsOf} from './patterns.ts'
import {mostIds, type Token, tokensOf} from './tokens.ts'
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
  shape: 2.4,
  opening: 2.4
} as const

export type Group = keyof typeof strengths

/** Names of one group, each once. Units of one section, list or table share theirs: the same object. */
export type FeatureGroup = NamedGroup | WordGroup | CueGroup

interface NamedGroup {
  readonly group: Exclude<Group, 'word' | 'pair' | 'cue' | 'cues' | 'titleAndCue'>
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

/** Nor of cues and their pairs, of which there are few: each is known by a number, see `cueName`. */
interface CueGroup {
  readonly group: 'cue' | 'cues' | 'titleAndCue'
  readonly names?: undefined
  readonly words?: undefined
  readonly cues: readonly number[]
}

const classes = cueClasses.length
/** The numbers of cues that stand alone, that stand twice, that stand together, and that stand below one of a title. */
const cueKinds = ['c', 'c2', 'cc', 'hx'] as const
/** How many numbers there are. */
export const cueCount = 2 * classes + 2 * classes ** 2
const together = (first: number, second: number) => 2 * classes + first * classes + second
const below = (title: number, own: number) => together(title, own) + classes ** 2

/** The name by which the weights of a cue, or of a pair, are learned and stored. */
export function cueName(number: number): string {
  const pair = number - 2 * classes
  if (pair < 0) return `${cueKinds[Math.floor(number / classes)]} ${cueClasses[number % classes]}`
  const kind = cueKinds[2 + Math.floor(pair / classes ** 2)]
  return `${kind} ${cueClasses[Math.floor(pair / classes) % classes]} ${cueClasses[pair % classes]}`
}

/** What stands before the first word. */
export const start = '^'

/** The names of a group, by which its weights are learned and stored. */
export function namesOf(each: FeatureGroup): readonly string[] {
  if (each.names) return each.names
  if (!each.words) return each.cues.map(cueName)
  const {group, words, before} = each
  return words.map(({stem}, at) =>
    group === 'word' ? `w ${stem}` : `b ${before[at]?.stem ?? start} ${stem}`
  )
}

/** How many names a group has. */
export function sizeOf(each: FeatureGroup): number {
  return (each.names ?? each.words ?? each.cues).length
}

/** Words as the model reads them. */
export interface Reading {
  readonly tokens: readonly Token[]
  readonly stems: readonly string[]
  /** The cue classes that it has, each once, by their places in `cueClasses`; as they are met. */
  readonly cues: readonly number[]
  /** How often each. */
  readonly counts: readonly number[]
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
    if (isProse(unit)) {
      const opening = openingGroup(reading, before, outline.sections[unit.section])
      if (opening) groups.push(opening)
      before++
    }
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
    const cues: number[] = []
    for (const title of section.reading.cues) for (const own of reading.cues) cues.push(below(title, own))
    groups.push({group: 'titleAndCue', cues})
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
  const cues: number[] = []
  const counts: number[] = []
  for (let at = 0; at < tokens.length; at++) {
    const found = cueAt(tokens, at)
    if (!found) continue
    for (const one of found) {
      const known = cues.indexOf(one)
      if (known < 0) counts[cues.push(one) - 1] = 1
      else counts[known] = (counts[known] ?? 0) + 1
    }
  }
  return {tokens, stems: tokens.map(({stem}) => stem), cues, counts}
}

function ownGroups({tokens, cues, counts}: Reading): FeatureGroup[] {
  const alone: number[] = []
  cues.forEach((one, at) => {
    alone.push(one)
    if ((counts[at] ?? 0) > 1) alone.push(classes + one)
  })
  const sorted = cues.toSorted((a, b) => a - b)
  const both: number[] = []
  sorted.forEach((first, index) => {
    for (let second = index + 1; second < sorted.length; second++)
      both.push(together(first, sorted[second] ?? 0))
  })
  return [
    ...wordGroups(tokens),
    {group: 'cue', cues: alone},
    {group: 'cues', cues: both},
    {group: 'pattern', names: patternNames(tokens)}
  ]
}

function patternNames(tokens: readonly Token[]): string[] {
  const names: string[] = []
  for (const pattern of patternsOf(tokens)) {
    const name = `m ${pattern}`
    if (!names.includes(name)) names.push(name)
  }
  return names
}

/** In which turn a word of an id was last met: to clear a set for each sentence, or to make one, takes longer. */
const turns = new Int32Array(mostIds)
const lastTurn = 2 ** 31 - 1
let turn = 0

function firstTurn(): number {
  turns.fill(0)
  return 1
}

/** Each word and each word with the one before it. */
function wordGroups(tokens: readonly Token[]): WordGroup[] {
  const words: Token[] = []
  const before: (Token | undefined)[] = []
  const after: Token[] = []
  turn = turn < lastTurn ? turn + 1 : firstTurn()
  const isNewPair = newcomers(tokens.length)
  let previous: Token | undefined
  for (const token of tokens) {
    if (token.stem.length > 40) continue
    if (token.id >= mostIds) {
      if (!words.some(({id}) => id === token.id)) words.push(token)
    } else if (turns[token.id] !== turn) {
      turns[token.id] = turn
      words.push(token)
    }
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
    {group: 'titleCue', names: reading.cues.map((one) => `hc ${cueClasses[one]}`)}
  ]
}

/** What the headings above a section say. */
export function aboveGroup(readings: readonly Reading[]): FeatureGroup | undefined {
  const names = new Set<string>()
  for (const {stems, cues} of readings) {
    for (const word of stems) names.add(`a ${word}`)
    for (const one of cues) names.add(`ac ${cueClasses[one]}`)
  }
  return names.size > 0 ? {group: 'above', names: [...names]} : undefined
}

function leadGroup(words: string): FeatureGroup {
  const {stems, cues} = read(words)
  const names = new Set(stems.filter((word) => !silent.has(word)).map((word) => `l ${word}`))
  for (const one of cues) names.add(`lc ${cueClasses[one]}`)
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
  shape = shape * 5 + bucket(stems.length, lengths)
  shape = shape * 3 + (words.endsWith('?') ? 1 : words.endsWith(':') ? 2 : 0)
  shape = shape * 2 + Number(passage?.italic === true)
  shape = shape * 2 + Number(passage?.struck === true)
  shape = shape * 3 + (checked === undefined ? 0 : checked ? 1 : 2)
  shape = shape * 2 + Number((passage?.depth ?? 0) > 0)
  return shape * places + place
}

/** So many sentences open a document. */
export const opening = 6

/**
 * What the first sentences of a document say: a digest stands there, and is told by the same words that elsewhere
 * tell of other things. Undefined for all later ones.
 * @param before how many sentences, items, rows and quotes stand before
 */
export function openingGroup(
  {cues, stems}: Reading,
  before: number,
  section: Pick<Section, 'depth'> | undefined
): FeatureGroup | undefined {
  if (before >= opening) return undefined
  const names = cues.map((one) => `o ${cueClasses[one]}`)
  for (const stem of new Set(stems)) names.push(`ow ${stem}`)
  // Under the title alone, before any other heading.
  if ((section?.depth ?? 0) < 2) names.push(before === 0 ? 'o^ first' : 'o^ top')
  return {group: 'opening', names}
}

const places = 30
const lengths = [4, 8, 16, 30]
const positions = [1, 3, 6, 12]
const shares = [0.1, 0.25, 0.5, 0.75, 0.9]

/** How far into the prose a unit stands, as one of few numbers; `before` of all `prose` units come before it. */
export function placeOf(before: number, prose: number): number {
  return bucket(before, positions) * 6 + bucket(before / Math.max(1, prose), shares)
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

/** How many of the bounds, the least first, a value reaches. */
function bucket(value: number, bounds: readonly number[]): number {
  let count = 0
  while (count < bounds.length && value >= (bounds[count] as number)) count++
  return count
}
