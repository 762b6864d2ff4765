import type {StoredModel} from '../../src/analysis/model/model.ts'
import {alphabet} from '../../src/analysis/model/model.ts'
import {trustElements} from '../../src/analysis/trust-elements.ts'
import type {Example, Vocabulary} from './examples.ts'

export interface Settings {
  /** The orders of documents, each learned from by itself; the weights that come out are averaged. */
  readonly seeds: readonly number[]
  readonly epochs: number
  /** Of how many of the last epochs the weights are averaged. */
  readonly averaged: number
  readonly rate: number
  readonly decay: number
  /** What a unit in a proving range counts, against one outside in a document without the element. */
  readonly positive: number
  /** What a unit outside the ranges counts in a document that has the element. */
  readonly outside: number
  /** What a proving range counts as a whole: its best units should prove. */
  readonly range: number
  /** What a document counts as a whole: its proving units together, or all where there are none. */
  readonly whole: number
  /** What the units outside all ranges count as a whole: together they should not prove. */
  readonly rest: number
  /** A feature is kept when so many owners have it. */
  readonly owners: number
  /** The most features that are stored. */
  readonly most: number
}

export const settings: Settings = {
  seeds: [42, 7, 99],
  epochs: 10,
  averaged: 4,
  rate: 0.1,
  decay: 5e-3,
  positive: 1,
  outside: 0.5,
  range: 0.2,
  whole: 0.3,
  rest: 0.3,
  owners: 2,
  most: 11500
}

export type Learned = Omit<StoredModel, 'judges'>

const width = trustElements.length
const perUnit = 0.05

const logistic = (value: number) => 1 / (1 + Math.exp(-value))

/**
 * Fits a logistic regression for each element over the features of units, by stochastic gradient descent with
 * a rate for each weight (AdaGrad), in a few orders that are always the same. The result is rounded as it is stored.
 */
export function learnUnits(
  examples: readonly Example[],
  {names}: Vocabulary,
  chosen: Settings = settings
): Learned {
  const known = keptFeatures(examples, names.length, chosen.owners)
  const one = {...chosen, seeds: chosen.seeds.slice(0, 1)}
  const often = only(examples, known)
  const worth = worthOf(learnFrom(often, names.length, one).weights, often)
  // Learned afresh, the features that are stored also say what the others said.
  return store(names, learnFrom(only(often, theMost(worth, chosen.most)), names.length, chosen))
}

interface Means {
  /** Feature by feature, for each element. */
  readonly weights: Float32Array
  readonly biases: Float32Array
}

/** The weights of the features, averaged over the orders. */
function learnFrom(examples: readonly Example[], features: number, chosen: Settings): Means {
  const means = {weights: new Float32Array(features * width), biases: new Float32Array(width)}
  for (const seed of chosen.seeds) descend(examples, chosen, seed, means)
  return means
}

/** Examples without the features that are not kept. */
function only(examples: readonly Example[], kept: Uint8Array): Example[] {
  return examples.map((example) => {
    const {units, offsets, features, values} = example
    const stays = (_: number, at: number) => kept[features[at] ?? 0] === 1
    const starts = new Int32Array(units + 1)
    for (let unit = 0; unit < units; unit++) {
      let count = 0
      for (let at = offsets[unit] ?? 0; at < (offsets[unit + 1] ?? 0); at++)
        count += kept[features[at] ?? 0] ?? 0
      starts[unit + 1] = (starts[unit] ?? 0) + count
    }
    return {...example, offsets: starts, features: features.filter(stays), values: values.filter(stays)}
  })
}

/** Learns from the documents in one order, and adds its share to the means. */
function descend(examples: readonly Example[], chosen: Settings, seed: number, means: Means): void {
  const weights = new Float32Array(means.weights.length)
  const squares = new Float32Array(means.weights.length).fill(0.01)
  const biases = new Float32Array(width).fill(-3)
  const biasSquares = new Float32Array(width).fill(1)
  const share = 1 / (chosen.averaged * chosen.seeds.length)
  const random = generator(seed)
  const order = examples.map((_, index) => index)
  for (let epoch = 0; epoch < chosen.epochs; epoch++) {
    shuffle(order, random)
    for (const index of order) {
      const example = examples[index]
      if (!example) continue
      const slopes = slopesOf(example, scoresOf(example, weights, biases), chosen)
      for (let unit = 0; unit < example.units; unit++) {
        const from = unit * width
        for (let element = 0; element < width; element++) {
          const slope = slopes[from + element] ?? 0
          if (slope === 0) continue
          const square = (biasSquares[element] ?? 1) + slope * slope
          biasSquares[element] = square
          biases[element] = (biases[element] ?? 0) - (chosen.rate * slope) / Math.sqrt(square)
        }
        for (let at = example.offsets[unit] ?? 0; at < (example.offsets[unit + 1] ?? 0); at++) {
          const feature = example.features[at] ?? 0
          const value = example.values[at] ?? 0
          const row = feature * width
          for (let element = 0; element < width; element++) {
            const slope = slopes[from + element] ?? 0
            if (slope === 0) continue
            const step = slope * value + chosen.decay * (weights[row + element] ?? 0)
            const square = (squares[row + element] ?? 1) + step * step
            squares[row + element] = square
            weights[row + element] = (weights[row + element] ?? 0) - (chosen.rate * step) / Math.sqrt(square)
          }
        }
      }
    }
    if (epoch < chosen.epochs - chosen.averaged) continue
    for (let at = 0; at < weights.length; at++)
      means.weights[at] = (means.weights[at] ?? 0) + (weights[at] ?? 0) * share
    for (let at = 0; at < width; at++) means.biases[at] = (means.biases[at] ?? 0) + (biases[at] ?? 0) * share
  }
}

/** The scores of an example's units by weights that are still being learned. */
function scoresOf(example: Example, weights: Float32Array, biases: Float32Array): Float32Array {
  const scores = new Float32Array(example.units * width)
  for (let unit = 0; unit < example.units; unit++) {
    const to = unit * width
    for (let element = 0; element < width; element++) scores[to + element] = biases[element] ?? 0
    for (let at = example.offsets[unit] ?? 0; at < (example.offsets[unit + 1] ?? 0); at++) {
      const feature = example.features[at] ?? 0
      const value = example.values[at] ?? 0
      const row = feature * width
      for (let element = 0; element < width; element++) {
        scores[to + element] = (scores[to + element] ?? 0) + value * (weights[row + element] ?? 0)
      }
    }
  }
  return scores
}

/** How the loss of an example changes with the score of each unit. */
function slopesOf(example: Example, scores: Float32Array, chosen: Settings): Float32Array {
  const {units, truth, levels, ranges, weight} = example
  const slopes = new Float32Array(units * width)
  for (let element = 0; element < width; element++) {
    const level = levels[element] ?? -1
    const members: number[] = []
    const others: number[] = []
    for (let unit = 0; unit < units; unit++) {
      const at = unit * width + element
      const told = truth[at] ?? -1
      if (told < 0) continue
      if (told === 1) members.push(unit)
      else others.push(unit)
      const chance = logistic(scores[at] ?? 0)
      slopes[at] =
        perUnit *
        weight *
        (told === 1 ? chosen.positive * (chance - 1) : (level === 2 ? chosen.outside : 1) * chance)
    }
    const pool = (pooled: readonly number[], target: 0 | 1, counts: number) => {
      if (pooled.length === 0 || counts === 0) return
      const own = pooled.map((unit) => scores[unit * width + element] ?? 0)
      const top = Math.max(...own)
      const sum = own.reduce((all, score) => all + Math.exp(score - top), 0)
      const slope = counts * (logistic(top + Math.log(sum) - 0.5) - target)
      pooled.forEach((unit, index) => {
        const at = unit * width + element
        slopes[at] = (slopes[at] ?? 0) + (slope * Math.exp((own[index] ?? 0) - top)) / sum
      })
    }
    for (const range of ranges[element] ?? []) pool(range, 1, chosen.range)
    if (level === 2) pool(members, 1, chosen.whole)
    if (level === 0) pool(others, 0, chosen.whole)
    if (level === 2 && (ranges[element]?.length ?? 0) <= 6) pool(others, 0, chosen.rest)
  }
  return slopes.map((slope) => (Math.abs(slope) < 1e-4 ? 0 : slope))
}

function keptFeatures(examples: readonly Example[], count: number, owners: number): Uint8Array {
  const seen = new Map<number, Set<string>>()
  for (const {features, owner} of examples) {
    for (const feature of new Set(features)) {
      const known = seen.get(feature) ?? new Set()
      if (known.size < owners) seen.set(feature, known.add(owner))
    }
  }
  const kept = new Uint8Array(count)
  for (const [feature, known] of seen) if (known.size >= owners) kept[feature] = 1
  return kept
}

/** How far each feature moves the scores of all units together. */
function worthOf(weights: Float32Array, examples: readonly Example[]): Float64Array {
  const count = weights.length / width
  const uses = new Float64Array(count)
  for (const {features, values} of examples) {
    features.forEach((feature, at) => {
      uses[feature] = (uses[feature] ?? 0) + (values[at] ?? 0) ** 2
    })
  }
  return uses.map(
    (sum, feature) => Math.sqrt(sum) * Math.hypot(...weights.subarray(feature * width, (feature + 1) * width))
  )
}

/** Keeps so many of what is worth most. */
function theMost(worth: Float64Array, count: number): Uint8Array {
  const kept = new Uint8Array(worth.length)
  const order = [...worth.keys()].filter((feature) => (worth[feature] ?? 0) > 0)
  order.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
  for (const feature of order.slice(0, count)) kept[feature] = 1
  return kept
}

/** Rounds the weights of the features that have any to the letters they are stored as. */
function store(names: readonly string[], {weights, biases}: Means): Learned {
  const rows = names
    .map((name, feature) => ({name, row: weights.subarray(feature * width, (feature + 1) * width)}))
    .filter(({row}) => row.some((weight) => weight !== 0))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const scales = trustElements.map((_, element) =>
    rows.reduce((top, {row}) => Math.max(top, Math.abs(row[element] ?? 0)), 1e-6)
  )
  const middle = (alphabet.length - 1) / 2
  const features = rows
    .map(({name, row}) => {
      const letters = scales.map((scale, element) => {
        const value = (row[element] ?? 0) / scale
        return alphabet.charAt(Math.round(middle + middle * Math.sign(value) * Math.sqrt(Math.abs(value))))
      })
      return `${name}\t${letters.join('')}`
    })
    .join('\n')
  return {features, scales: scales.map(short), biases: [...biases].map(short)}
}

const short = (value: number) => Number(value.toPrecision(6))

function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x80000000
  }
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const value = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = value
  }
}
