import {readFileSync} from 'node:fs'
import {type FeatureGroup, featuresOf, namesOf, sizeOf} from '../../src/analysis/model/features.ts'
import {shareOf} from '../../src/analysis/model/model.ts'
import {provesNothing} from '../../src/analysis/model/sight.ts'
import {type Unit, unitsOf} from '../../src/analysis/model/units.ts'
import {outlineOf} from '../../src/analysis/outline.ts'
import {parseMarkdown} from '../../src/analysis/parse.ts'
import {trustElements} from '../../src/analysis/trust-elements.ts'
import {type LabelledDocument, type Lines, lineNumbers, ownerOf} from './corpus.ts'

/** A document as numbers: what the trainer learns from. */
export interface Example {
  readonly owner: string
  /** How often it counts. */
  readonly weight: number
  readonly units: number
  /** Unit by unit, for each element: 1 proves it, 0 does not, -1 is not told. */
  readonly truth: Int8Array
  /** For each element the units of each proving range; none when its level is not 2. */
  readonly ranges: readonly (readonly (readonly number[])[])[]
  /** For each element 0, 1 or 2; -1 when not told. */
  readonly levels: Int8Array
  /** Unit `i` has the features from `offsets[i]` up to `offsets[i + 1]`. */
  readonly offsets: Int32Array
  readonly features: Int32Array
  readonly values: Float32Array
}

/** Numbers the names of features in the order in which they are met. */
export interface Vocabulary {
  readonly names: string[]
  readonly ids: Map<string, number>
}

const width = trustElements.length

/** A labelled document, as an example. */
export function exampleOf(document: LabelledDocument, vocabulary: Vocabulary): Example {
  const {text, labels} = document
  const outline = outlineOf(text, parseMarkdown(text))
  const units = unitsOf(outline, text)
  const kept = units.map((unit) => !provesNothing(outline, unit))
  const line = lineNumbers(text)
  const at = units.map(({start, end}): Lines => [line(start), line(Math.max(start, end - 1))])
  const truth = new Int8Array(units.length * width)
  const ranges = trustElements.map((element, index) => {
    const {level, lines} = labels[element]
    const members = lines.map(([first, last]) =>
      units.flatMap((_, unit) => {
        const [from, to] = at[unit] ?? [0, 0]
        return kept[unit] && from <= last && first <= to ? [unit] : []
      })
    )
    for (const unit of members.flat()) truth[unit * width + index] = level === 2 ? 1 : -1
    return level === 2 ? members.filter((each) => each.length > 0) : []
  })
  return {
    owner: ownerOf(document),
    weight: 1,
    units: units.length,
    truth,
    ranges,
    levels: Int8Array.from(trustElements, (element) => labels[element].level),
    ...rowsOf(
      featuresOf(outline, units).units.map(({groups}, unit) => (kept[unit] ? groups : [])),
      vocabulary
    )
  }
}

/**
 * Reads made-up sentences: lines of `labels: heading | kind | words`; see the head of `exemplars.txt`.
 * Each becomes an example of one unit that tells nothing of where it stands.
 */
export function exemplarsOf(file: string, weight: number, vocabulary: Vocabulary): Example[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((row) => {
      const match = /^([-a-z,]+):([^|]*)\|([^|]*)\|(.*)$/.exec(row)
      const [, labels = '', second = '', third = '', fourth = ''] = match ?? []
      const words = fourth.trim()
      if (!match || !words) return []
      const kind = (third.trim() || 'sentence') as Unit['kind']
      const text = markdownOf(second.trim(), kind, words)
      const outline = outlineOf(text, parseMarkdown(text))
      const units = unitsOf(outline, text)
      const groups = featuresOf(outline, units).units.flatMap(({groups}, at) =>
        units[at]?.kind === kind ? [groups.map(placeless)] : []
      )
      const truth = new Int8Array(groups.length * width).fill(labels === 'none' ? 0 : -1)
      for (const label of labels === 'none' ? [] : labels.split(',')) {
        const element = trustElements.findIndex((each) => label.endsWith(each))
        for (let unit = 0; unit < groups.length; unit++)
          truth[unit * width + element] = label.startsWith('-') ? 0 : 1
      }
      const levels = new Int8Array(width).fill(-1)
      return [
        {
          owner: `${labels} ${words}`,
          weight,
          units: groups.length,
          truth,
          ranges: trustElements.map(() => []),
          levels,
          ...rowsOf(groups, vocabulary)
        }
      ]
    })
}

function placeless(group: FeatureGroup): FeatureGroup {
  if (!group.names) return group
  if (group.group === 'opening') return {...group, names: []}
  return {...group, names: group.names.filter((name) => !/^[pqn] |^h none|^H /.test(name))}
}

function markdownOf(heading: string, kind: Unit['kind'], words: string): string {
  const head = heading && kind !== 'heading' ? `# Title\n\n## ${heading}\n\n` : ''
  switch (kind) {
    case 'field':
      return `---\n${words}\n---\n`
    case 'heading':
      return `## ${words}\n`
    case 'item':
      return `${head}- ${words}\n`
    case 'quote':
      return `${head}> ${words}\n`
    case 'row':
      return `${head}| | |\n|-|-|\n| ${words} | |\n`
    default:
      return `${head}${words}\n`
  }
}

function rowsOf(
  units: readonly (readonly FeatureGroup[])[],
  {names, ids}: Vocabulary
): Pick<Example, 'offsets' | 'features' | 'values'> {
  const offsets = [0]
  const features: number[] = []
  const values: number[] = []
  for (const groups of units) {
    for (const group of groups) {
      const share = shareOf(group.group, sizeOf(group))
      for (const name of namesOf(group)) {
        let id = ids.get(name)
        if (id === undefined) {
          id = names.length
          ids.set(name, id)
          names.push(name)
        }
        features.push(id)
        values.push(share)
      }
    }
    offsets.push(features.length)
  }
  return {
    offsets: Int32Array.from(offsets),
    features: Int32Array.from(features),
    values: Float32Array.from(values)
  }
}
