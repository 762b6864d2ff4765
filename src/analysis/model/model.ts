import {trustElements} from '../trust-elements.ts'
import {
  cueCount,
  cueName,
  type FeatureGroup,
  type Group,
  type Shape,
  shapeNames,
  sizeOf,
  start,
  strengths
} from './features.ts'
import {idOf, mostIds} from './tokens.ts'

/** The learned model as it is stored. Lists that hold a number for each trust element follow `trustElements`. */
export interface StoredModel {
  /** A line for each feature: its name, a tab, and one letter of `alphabet` for each trust element. */
  readonly features: string
  /** What the letter furthest from the middle is worth, for each trust element. */
  readonly scales: readonly number[]
  readonly biases: readonly number[]
  readonly judges: readonly Judge[]
}

/** Turns what a document's units score for one element into one number, and that into a level. */
export interface Judge {
  readonly means: readonly number[]
  readonly deviations: readonly number[]
  readonly coefficients: readonly number[]
  readonly bias: number
  /** From this value on the element is present. */
  readonly present: number
  /** From this value on it is at least weak. */
  readonly weak: number
}

export interface Model {
  readonly rows: ReadonlyMap<string, number>
  /** The rows of all that is neither word nor pair, again: a small table is found sooner. */
  readonly others: ReadonlyMap<string, number>
  /** The rows of cues and their pairs by their numbers; -1 for none. */
  readonly cues: Int32Array
  /** The rows of words by their ids; -1 for none. */
  readonly words: Int32Array
  /** Numbers for the words of pairs, by their ids; -1 for those of none. */
  readonly paired: Int16Array
  /** The rows of pairs: see `pairKey`. */
  readonly pairs: ReadonlyMap<number, number>
  /** Row by row, for each element. */
  readonly weights: Float32Array
  readonly biases: readonly number[]
  readonly judges: readonly Judge[]
}

export interface Scores {
  /** Unit by unit, for each trust element: the log-odds that the unit proves it. */
  readonly units: Float32Array
  /** The same without what headings, lead-ins and table columns add: what a unit says by itself. */
  readonly own: Float32Array
  /** Unit by unit, for each element: see `phrasingOf`. */
  readonly phrasing: Uint8Array
  /** For each trust element: the odds of all units together. */
  readonly odds: Float64Array
  /** The same of what they say by themselves. */
  readonly ownOdds: Float64Array
  /** Section by section, for each trust element: how much its title promises it. */
  readonly titles: Float32Array
}

/** Weights are stored by their square roots, so that small ones keep their precision. */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-'
const middle = (alphabet.length - 1) / 2
const width = trustElements.length
const shared: ReadonlySet<Group> = new Set<Group>(['title', 'titleCue', 'above', 'lead'])
const values = new Map([...alphabet].map((letter, index) => [letter, index]))
/** Of rows: one machine line each. */
const stride = 16

function decodeIndex(index: number): number {
  const root = (index - middle) / middle
  return Math.sign(root) * root * root
}

/** Unpacks a stored model; once for a run. */
export function openModel(stored: StoredModel): Model {
  const lines = stored.features.split('\n')
  const rows = new Map<string, number>()
  const others = new Map<string, number>()
  const words = new Int32Array(mostIds).fill(-1)
  const paired = new Int16Array(mostIds).fill(-1)
  const pairs = new Map<number, number>()
  let numbers = 0
  const number = (stem: string): number => {
    const id = idOf(stem)
    if (paired[id] === -1) paired[id] = numbers++
    return paired[id] ?? -1
  }
  const weights = new Float32Array(lines.length * stride)
  const worth = Float32Array.from({length: alphabet.length * stride}, (_, at) => {
    const [letter, element] = [Math.floor(at / stride), at % stride]
    return decodeIndex(letter) * (stored.scales[element] ?? 0)
  })
  lines.forEach((line, row) => {
    const tab = line.indexOf('\t')
    const name = line.slice(0, tab)
    rows.set(name, row)
    const [kind, first = '', second = ''] = name.split(' ')
    if (kind === 'w') words[idOf(first)] = row
    else if (kind !== 'b') others.set(name, row)
    else pairs.set(pairKey(number(first), number(second)), row)
    for (let element = 0; element < width; element++)
      weights[row * stride + element] =
        worth[(values.get(line.charAt(tab + 1 + element)) ?? middle) * stride + element] ?? 0
  })
  const cues = Int32Array.from({length: cueCount}, (_, number) => rows.get(cueName(number)) ?? -1)
  return {
    rows,
    others,
    cues,
    words,
    paired,
    pairs,
    weights,
    biases: stored.biases,
    judges: stored.judges
  }
}

/** One small number for the numbers of a word and of the one before it. */
function pairKey(before: number, word: number): number {
  return before * 2 ** 15 + word
}

const startId = idOf(start)

/** The weight of the feature with a row for one element. */
export function weightOf({weights}: Model, row: number, element: number): number {
  return weights[row * stride + element] ?? 0
}

/** How far a group of a feature list moves the log-odds of each element; written into `sums`. */
export function weigh(
  model: Model,
  group: FeatureGroup,
  sums: Float32Array = new Float32Array(width)
): Float32Array {
  const count = sizeOf(group)
  if (rows.length < count) rows = new Int32Array(2 * count)
  const found = rowsOf(model, group, rows)
  const {weights} = model
  const share = shareOf(group.group, count)
  // Row by row would be a store and a load more for each weight.
  for (let element = 0; element < width; element++) {
    let sum = 0
    for (let at = 0; at < found; at++)
      sum = Math.fround(sum + (weights[(rows[at] as number) * stride + element] as number))
    sums[element] = sum * share
  }
  return sums
}

let rows = new Int32Array(256)

/** Writes the rows of what a group names, as far as there are any, and gives their number. */
function rowsOf(model: Model, group: FeatureGroup, rows: Int32Array): number {
  let found = 0
  if (group.names) {
    for (const name of group.names) {
      const row = model.others.get(name)
      if (row !== undefined) rows[found++] = row
    }
  } else if (!group.words) {
    for (const cue of group.cues) {
      const row = model.cues[cue] ?? -1
      if (row >= 0) rows[found++] = row
    }
  } else if (group.group === 'word') {
    for (const {id} of group.words) {
      const row = model.words[id] ?? -1
      if (row >= 0) rows[found++] = row
    }
  } else {
    for (let at = 0; at < group.words.length; at++) {
      const before = model.paired[group.before[at]?.id ?? startId] ?? -1
      const word = model.paired[group.words[at]?.id ?? mostIds] ?? -1
      const row = before < 0 || word < 0 ? undefined : model.pairs.get(pairKey(before, word))
      if (row !== undefined) rows[found++] = row
    }
  }
  return found
}

/** The weight of one of `count` names of a group. */
export function shareOf(group: Group, count: number): number {
  return strengths[group] / Math.sqrt(count + 2)
}

/** Whether a group comes from headings, lead-ins and table columns: what others say of a unit. */
export function isShared({group}: FeatureGroup): boolean {
  return shared.has(group)
}

/** Adds to scores of the elements, one by one. */
export function addTo(scores: Float32Array, sums: Float32Array, from = 0): void {
  for (let element = 0; element < width; element++)
    scores[from + element] = (scores[from + element] as number) + (sums[element] as number)
}

/** How far something moves the log-odds of each element, and by which factor the odds. */
export interface Weight {
  readonly sums: Float32Array
  readonly factors: Float32Array
}

const shapes = new WeakMap<Model, Map<Shape, Weight>>()

/** What shapes weigh: there are few, and most units of a document share theirs. */
export function shapeWeights(model: Model): (shape: Shape) => Weight {
  const known = shapes.get(model) ?? new Map<Shape, Weight>()
  shapes.set(model, known)
  return (shape) => {
    const before = known.get(shape)
    if (before) return before
    const sums = weigh(model, {group: 'shape', names: shapeNames(shape)})
    const weight = {sums, factors: sums.map(Math.exp)}
    known.set(shape, weight)
    return weight
  }
}
