import type {Outline, Section} from '../passages.ts'
import {cueAt, cueClasses} from './cue-phrases.ts'
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

/** The features of every unit, from its own words and from where it stands. */
export function featuresOf(outline: Outline, units: readonly Unit[]): DocumentFeatures {
  const readings = units.map(({words}) => read(words))
  const titleReadings = outline.sections.map(({title}) => read(title))
  const titles = outline.sections.map((section, index) => titleGroups(section, titleReadings[index]))
  const above = outline.sections.map((_, index) => aboveGroup(outline.sections, titleReadings, index))
  const leads = new Map<number, FeatureGroup>()
  const columns = new Map<readonly string[], FeatureGroup>()
  const isProse = units.map(({kind}) => kind !== 'heading' && kind !== 'field')
  const prose = isProse.filter(Boolean).length
  let before = 0
  const made = units.map((unit, at): UnitFeatures => {
    const reading = readings[at] ?? read('')
    const groups = ownGroups(reading)
    const shape = shapeOf(unit, reading, before, prose)
    if (isProse[at]) before++
    if (unit.kind !== 'heading') {
      groups.push(...(titles[unit.section] ?? []))
      const parents = above[unit.section]
      if (parents) groups.push(parents)
      const cues: number[] = []
      for (const title of titleReadings[unit.section]?.cues ?? [])
        for (const own of reading.cues) cues.push(below(title, own))
      groups.push({group: 'titleAndCue', cues})
    }
    const passage = unit.passage === undefined ? undefined : outline.passages[unit.passage]
    if (passage) {
      if (passage.italic) shape.push('italic')
      if (passage.struck) shape.push('struck')
      if (passage.checked !== undefined) shape.push(passage.checked ? 'ticked' : 'unticked')
      if (passage.depth > 0) shape.push('nested')
      if (passage.columns.length > 0)
        groups.push(memo(columns, passage.columns, () => columnGroup(passage.columns)))
      const lead = passage.lead
      if (lead !== undefined) {
        groups.push(memo(leads, lead, () => leadGroup(outline.passages[lead]?.sentences.at(-1)?.words ?? '')))
      }
    }
    groups.push({group: 'shape', names: shape})
    return {reading, groups}
  })
  return {units: made, titles}
}

function memo<K, V>(made: Map<K, V>, key: K, make: () => V): V {
  const known = made.get(key)
  if (known !== undefined) return known
  const value = make()
  made.set(key, value)
  return value
}

function read(words: string): Reading {
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

function titleGroups(section: Section, reading: Reading | undefined): FeatureGroup[] {
  if (!reading || !section.title) return [{group: 'title', names: ['h none']}]
  const names = new Set(reading.stems.map((word) => `h ${word}`))
  names.add(`H ${reading.stems.join(' ').slice(0, 40)}`)
  names.add(`hd ${section.depth}`)
  if (section.title.includes('?')) names.add('h?')
  return [
    {group: 'title', names: [...names]},
    {group: 'titleCue', names: reading.cues.map((one) => `hc ${cueClasses[one]}`)}
  ]
}

/** What the headings above a section say; the document's title is left out, it says what kind of document it is. */
function aboveGroup(
  sections: readonly Section[],
  readings: readonly Reading[],
  index: number
): FeatureGroup | undefined {
  const names = new Set<string>()
  for (let at = sections[index]?.parent; at !== undefined; at = sections[at]?.parent) {
    const reading = readings[at]
    if (!reading || sections[at]?.depth === 1) continue
    for (const word of reading.stems) names.add(`a ${word}`)
    for (const one of reading.cues) names.add(`ac ${cueClasses[one]}`)
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

function shapeOf({kind, words}: Unit, {tokens}: Reading, before: number, prose: number): string[] {
  const names = [
    kinds[kind],
    lengths[bucket(tokens.length, [4, 8, 16, 30])] ?? '',
    places[bucket(before, [1, 3, 6, 12])] ?? '',
    shares[bucket(before / Math.max(1, prose), [0.1, 0.25, 0.5, 0.75, 0.9])] ?? ''
  ]
  if (words.endsWith('?')) names.push('ends ?')
  if (words.endsWith(':')) names.push('ends :')
  return names
}

// Names that are looked up for every unit: those that stand here are found sooner than those made there.
const kinds: Readonly<Record<Unit['kind'], string>> = {
  sentence: 'k sentence',
  item: 'k item',
  row: 'k row',
  quote: 'k quote',
  heading: 'k heading',
  field: 'k field',
  code: 'k code'
}
const lengths = ['n 0', 'n 1', 'n 2', 'n 3', 'n 4']
const places = ['p 0', 'p 1', 'p 2', 'p 3', 'p 4']
const shares = ['q 0', 'q 1', 'q 2', 'q 3', 'q 4', 'q 5']

function bucket(value: number, bounds: readonly number[]): number {
  let count = 0
  for (const bound of bounds) if (value >= bound) count++
  return count
}
