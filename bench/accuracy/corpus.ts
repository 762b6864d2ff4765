import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {TrustElement} from '../../src/analysis/trust-elements.ts'

export type Lines = readonly [first: number, last: number]

export interface Label {
  /** 0 absent, 1 gestured at, 2 present. */
  readonly level: 0 | 1 | 2
  readonly lines: readonly Lines[]
}

export interface LabelledDocument {
  readonly id: string
  readonly repository: string
  readonly genre: string
  readonly form: 'structured' | 'free'
  readonly labels: Readonly<Record<TrustElement, Label>>
  readonly text: string
}

/** A labelled document without its text: where it is published, and what its readers found in it. */
export type Listed = Omit<LabelledDocument, 'text'> & {readonly commit: string; readonly path: string}

/** `documents`: those that are learned from and judged by; `further`: those that are only learned from. */
export type List = 'documents' | 'further'

/** The labelled documents of a list, as its `.ndjson` file has them. */
export function listed(list: List = 'documents'): Listed[] {
  const lines = readFileSync(new URL(`${list}.ndjson`, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
  return lines.map((line) => JSON.parse(line) as Listed)
}

/** The folder of the documents' texts: beside the checkout, else as obtained; undefined where some are missing. */
export function textFolder(): string | undefined {
  return ['../../../shared/corpus/dev', '../../out/corpus/dev']
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((folder) => listed().every(({id}) => existsSync(join(folder, `${id}.md`))))
}

/** Reads the labelled documents from the folder of their texts. */
export function readCorpus(folder: string): LabelledDocument[] {
  return listed().map((document) => ({
    ...document,
    text: readFileSync(join(folder, `${document.id}.md`), 'utf8')
  }))
}

/** The text with all passages of one element blanked out, or undefined where that cannot be judged. */
export function ablate({text, labels}: LabelledDocument, element: TrustElement): string | undefined {
  const {level, lines: ranges} = labels[element]
  if (level !== 2 || ranges.length > 6) return undefined
  const lines = text.split('\n')
  const blanked = lines.map((line, index) =>
    ranges.some(([first, last]) => index + 1 >= first && index + 1 <= last) ? '' : line
  )
  return blanked.join('').length < 0.4 * lines.join('').length ? undefined : blanked.join('\n')
}

/** Where the texts of the further documents are put when they are obtained. */
export const furtherFolder = fileURLToPath(new URL('../../out/corpus/further', import.meta.url))

/** Reads the further documents whose texts are here. */
export function readFurther(): LabelledDocument[] {
  return listed('further').flatMap((document) => {
    const file = join(furtherFolder, `${document.id}.md`)
    return existsSync(file) ? [{...document, text: readFileSync(file, 'utf8')}] : []
  })
}

/** Who the document belongs to; nobody's documents are both learned from and judged by. */
export function ownerOf({repository}: Pick<LabelledDocument, 'repository'>): string {
  return repository.split('/')[0]?.toLowerCase() ?? repository
}

/** Deals owners to folds: the largest first, each to the fold that has the fewest documents so far. */
export function foldsOf(documents: readonly LabelledDocument[], count: number): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const document of documents) sizes.set(ownerOf(document), (sizes.get(ownerOf(document)) ?? 0) + 1)
  const owners = [...sizes].sort(([a, m], [b, n]) => n - m || hash(a) - hash(b))
  const totals = new Array<number>(count).fill(0)
  return new Map(
    owners.map(([owner, size]) => {
      const fold = totals.indexOf(Math.min(...totals))
      totals[fold] = (totals[fold] ?? 0) + size
      return [owner, fold]
    })
  )
}

function hash(words: string): number {
  let value = 2166136260
  for (const letter of words) value = Math.imul(value ^ letter.charCodeAt(0), 16777619)
  return value >>> 0
}

/** Turns offsets into line numbers from 1. */
export function lineNumbers(text: string): (offset: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return low + 1
  }
}

/** Things by what `key` says of them, in the order in which each key is first met. */
export function groupBy<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const group = groups.get(key(thing))
    if (group) group.push(thing)
    else groups.set(key(thing), [thing])
  }
  return groups
}
