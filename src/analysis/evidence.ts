import {cuesOf} from './model/cues.ts'
import {hasWitness, isPlain, isSilent, judge} from './model/judge.ts'
import {type Model, openModel} from './model/model.ts'
import type {SeenUnit} from './model/seen.ts'
import {type Block, type Sight, summariesOf} from './model/sight.ts'
import stored from './model/weights.json' with {type: 'json'}
import type {ElementReading, Evidence} from './proposal.ts'
import type {Span} from './span.ts'
import {eachElement, type TrustElement, trustElements} from './trust-elements.ts'

const width = trustElements.length
/** Passages of a section are taken together when at most this many stand between them. */
const reach = 2
/** And when none is further than this below the best of the document, in log-odds. */
const depth = 4
const longest = 40
const most = 8
/** Below these log-odds a passage that is not the best one only hints at an element. */
const doubtful = -1.5
/** From these log-odds on a hollow section's title alone is weak evidence. */
const promised = 1

/** By so much, in log-odds, a judge may doubt an element that some passage tells plainly. */
const benefit = 0.6

/** Below these log-odds a passage is not shown as one that nearly counts. */
const convincing = 0

let opened: Model | undefined

/** The model that ships, unpacked once. */
export function shippedModel(): Model {
  opened ??= openModel(stored)
  return opened
}

/** The log-odds that the sentence or row that begins at an offset asks for something. */
export function askLikelihood({units, scores}: Sight): (offset: number) => number {
  const ask = trustElements.indexOf('ask')
  /** The last unit that was asked for: sentences are asked for one after the other. */
  let last = 0
  const startOf = (at: number) => units[at]?.start ?? Number.POSITIVE_INFINITY
  return (offset) => {
    if (startOf(last) > offset) last = 0
    for (let step = 0; startOf(last + 1) <= offset; step++) {
      if (step === near) {
        last = lastUpTo(units, offset)
        break
      }
      last++
    }
    return startOf(last) === offset ? (scores.units[last * width + ask] ?? 0) : Number.NEGATIVE_INFINITY
  }
}

/** So many units are passed before the one that is asked for is searched among all. */
const near = 8

/** Index of the last unit that begins at an offset or before it. */
function lastUpTo(units: Sight['units'], offset: number): number {
  let from = 0
  let to = units.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((units[middle]?.start ?? 0) <= offset) from = middle + 1
    else to = middle
  }
  return Math.max(0, from - 1)
}

/** Decides on each element and gives what it rests on. */
export function readElements(model: Model, sight: Sight, text: string): Record<TrustElement, ElementReading> {
  const summaries = summariesOf(sight)
  return eachElement((name, element): ElementReading => {
    const judgeOf = model.judges[element]
    const summary = summaries[element] ?? []
    if (!judgeOf || (name === 'timeframe' && !sight.timed)) return {level: 'missing', evidence: []}
    const value = judge(judgeOf, summary)
    const plain = isPlain(summary)
    const told = plain ? value >= judgeOf.present - benefit : value >= judgeOf.present && hasWitness(summary)
    if (told) return readingOf('present', () => clustersOf(model, sight, element, text))
    const hollow = promisingTitles(sight, element)
    // Where no passage comes near, no judgement about documents of this kind makes up for it.
    const nothing = !plain && (value < judgeOf.weak || isSilent(name, summary))
    if (nothing && hollow.length === 0) return {level: 'missing', evidence: []}
    return readingOf('weak', () => [
      ...titlesOf(model, sight, element, text),
      ...(nothing ? [] : clustersOf(model, sight, element, text, 'weak', convincing).slice(0, 1))
    ])
  })
}

/** A reading whose evidence is gathered when it is first asked for: most keystrokes leave nobody who asks. */
export function readingOf(level: ElementReading['level'], gather: () => Evidence[]): ElementReading {
  let evidence: Evidence[] | undefined
  return {
    level,
    get evidence() {
      evidence ??= gather()
      return evidence
    }
  }
}

/** The sections that hold nothing and whose titles promise an element. */
function promisingTitles({hollow, scores}: Sight, element: number): number[] {
  return hollow.filter((index) => (scores.titles[index * width + element] ?? 0) >= promised)
}

function titlesOf(model: Model, sight: Sight, element: number, text: string): Evidence[] {
  return promisingTitles(sight, element)
    .slice(0, most)
    .flatMap((index) => {
      const span = sight.outline.sections[index]?.heading
      const at = sight.units.findIndex(({kind, section}) => kind === 'heading' && section === index)
      return span
        ? [evidence('weak', span, span, undefined, () => cuesOf(model, sight, at, element, text))]
        : []
    })
}

interface Cluster {
  start: number
  end: number
  score: number
  /** The unit that scores best, and its score. */
  best: number
  bestScore: number
  section: number
  /** The index of its last block. */
  last: number
}

/** The passages that speak for an element, neighbours of one section taken together, the best first. */
function clustersOf(
  model: Model,
  sight: Sight,
  element: number,
  text: string,
  level: Evidence['level'] = 'present',
  least = Number.NEGATIVE_INFINITY
): Evidence[] {
  const {blocks, scores} = sight
  const scoreAt = (unit: number) => scores.units[unit * width + element] as number
  const blockScores = new Float64Array(blocks.length)
  // Loops, not callbacks: what these write down for each block would be an object each.
  let best = Number.NEGATIVE_INFINITY
  for (let index = 0; index < blocks.length; index++) {
    const {from, to} = blocks[index] as Block
    let most = scoreAt(from)
    for (let unit = from + 1; unit < to; unit++) most = Math.max(most, scoreAt(unit))
    blockScores[index] = most
    best = Math.max(best, most)
  }
  let top = Number.NEGATIVE_INFINITY
  for (let index = 0; index < blocks.length; index++) {
    const {from, to} = blocks[index] as Block
    let score = blockScores[index] as number
    // Each unit adds less than this; what stays that far below the best is never looked at.
    if (to - from > 1 && score + 0.35 * (to - from - 1) >= best - depth) {
      score = scoreAt(from)
      for (let unit = from + 1; unit < to; unit++) score = add(score, scoreAt(unit))
      blockScores[index] = score
    }
    top = Math.max(top, score)
  }
  const enough = Math.max(least, top - depth)
  const clusters: Cluster[] = []
  for (let index = 0; index < blocks.length; index++) {
    const score = blockScores[index] as number
    if (score < enough) continue
    const {from, to, span, section} = blocks[index] as Block
    // What stands under a heading says it better than the heading, and a time frame is best told by what has a time.
    const weight = (unit: number) =>
      scoreAt(unit) -
      (sight.units[unit]?.kind === 'heading' ? depth : 0) +
      (measured(sight.seen[unit], element) ? depth : 0)
    let best = from
    let bestScore = weight(from)
    for (let unit = from + 1; unit < to; unit++) {
      const own = weight(unit)
      if (own > bestScore) [best, bestScore] = [unit, own]
    }
    const last = clusters.at(-1)
    if (
      last &&
      last.section === section &&
      index - last.last <= reach &&
      linesBetween(text, last.start, span.end) <= longest
    ) {
      last.end = span.end
      last.last = index
      last.score = add(last.score, score)
      if (bestScore > last.bestScore) Object.assign(last, {best, bestScore})
    } else clusters.push({...span, score, best, bestScore, section, last: index})
  }
  return clusters
    .sort((a, b) => b.score - a.score || a.start - b.start)
    .slice(0, most)
    .map(({start, end, score, best}, rank) => {
      const unit = sight.units[best]
      const shown = unit ? {start: unit.start, end: unit.end} : {start, end}
      const own = rank === 0 || score >= Math.max(top - depth / 2, doubtful) ? level : 'weak'
      return evidence(own, {start, end}, shown, unit?.passage, () =>
        cuesOf(model, sight, best, element, text)
      )
    })
}

const [timeframe, effort] = [trustElements.indexOf('timeframe'), trustElements.indexOf('effort')]

/** Whether a unit tells an element by an amount or a time. */
function measured(seen: SeenUnit | undefined, element: number): boolean {
  if (element === timeframe) return seen?.timed === true
  return element === effort && seen?.hours === true
}

/** Cues are found when they are first asked for: most evidence is never hovered over. */
function evidence(
  level: Evidence['level'],
  span: Span,
  best: Span,
  passage: number | undefined,
  cues: () => string[]
): Evidence {
  let found: string[] | undefined
  return {
    level,
    span,
    best,
    passage,
    get cues() {
      found ??= cues()
      return found
    }
  }
}

/** Half-way between the greater of two scores and their noisy or. */
function add(a: number, b: number): number {
  const top = Math.max(a, b)
  return top + 0.5 * Math.log(Math.exp(a - top) + Math.exp(b - top))
}

let ends: {readonly text: string; readonly offsets: readonly number[]} = {text: '', offsets: []}

/** On how many lines a stretch of a text stands. */
function linesBetween(text: string, start: number, end: number): number {
  if (text !== ends.text) ends = {text, offsets: lineEndsOf(text)}
  return endsBefore(ends.offsets, end) - endsBefore(ends.offsets, start) + 1
}

function lineEndsOf(text: string): number[] {
  const offsets: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) offsets.push(at)
  return offsets
}

function endsBefore(offsets: readonly number[], offset: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}
