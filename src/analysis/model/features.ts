import type {Outline, Section} from '../passages.ts'
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
      const names: string[] = []
      for (const name of titleReadings[unit.section]?.cues.keys() ?? []) {
        const opening = joined('hx', name)
        for (const cue of reading.cues.keys()) names.push(joined(opening, cue))
      }
      groups.push({group: 'titleAndCue', names})
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

function titleGroups(section: Section, reading: Reading | undefined): FeatureGroup[] {
  if (!reading || !section.title) return [{group: 'title', names: ['h none']}]
  const names = new Set(reading.stems.map((word) => `h ${word}`))
  names.add(`H ${reading.stems.join(' ').slice(0, 40)}`)
  names.add(`hd ${section.depth}`)
  if (section.title.includes('?')) names.add('h?')
  return [
    {group: 'title', names: [...names]},
    {group: 'titleCue', names: [...reading.cues.keys()].map((name) => `hc ${name}`)}
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
    for (const name of reading.cues.keys()) names.add(`ac ${name}`)
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

function shapeOf(unit: Unit, {stems}: Reading, before: number, prose: number): string[] {
  const share = before / Math.max(1, prose)
  const names = [
    `k ${unit.kind}`,
    `n ${bucket(stems.length, [4, 8, 16, 30])}`,
    `p ${bucket(before, [1, 3, 6, 12])}`,
    `q ${bucket(share, [0.1, 0.25, 0.5, 0.75, 0.9])}`
  ]
  if (unit.words.endsWith('?')) names.push('ends ?')
  if (unit.words.endsWith(':')) names.push('ends :')
  return names
}

function bucket(value: number, bounds: readonly number[]): number {
  return bounds.filter((bound) => value >= bound).length
}
