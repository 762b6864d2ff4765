import {openModel, type StoredModel} from '../../src/analysis/model/model.ts'
import {see, summariesOf} from '../../src/analysis/model/sight.ts'
import {outlineOf} from '../../src/analysis/outline.ts'
import {parseMarkdown} from '../../src/analysis/parse.ts'
import type {Outline} from '../../src/analysis/passages.ts'
import {type TrustElement, trustElements} from '../../src/analysis/trust-elements.ts'
import {ablate, foldsOf, type LabelledDocument, ownerOf} from './corpus.ts'
import {type Example, exampleOf, exemplarsOf, type Vocabulary} from './examples.ts'
import {type Case, learnJudge} from './learn-judges.ts'
import {type Learned, learnUnits} from './learn-units.ts'
import {madeUpExamples, pageExamples, untoldExamples} from './made-up.ts'

/** How much a made-up sentence counts. */
const exemplarWeight = 8
/** How much a made-up document counts. */
const pageWeight = 4

/** The documents, read once, with the folds of their owners. */
export interface Material {
  /** Those that are scored first, then those that are only learned from. */
  readonly documents: readonly LabelledDocument[]
  readonly examples: readonly Example[]
  /** How many are scored. */
  readonly scored: number
  readonly exemplars: readonly Example[]
  readonly vocabulary: Vocabulary
  readonly foldOf: (document: LabelledDocument) => number
  readonly folds: number
}

export function materialOf(
  scored: readonly LabelledDocument[],
  further: readonly LabelledDocument[],
  exemplarFile: string,
  pages: string,
  untold: string,
  madeUp: string,
  folds: number
): Material {
  const vocabulary: Vocabulary = {names: [], ids: new Map()}
  const documents = [...scored, ...further]
  // The scored documents are dealt as if there were no others.
  const owners = new Map([...foldsOf(further, folds), ...foldsOf(scored, folds)])
  return {
    documents,
    scored: scored.length,
    examples: documents.map((document) => exampleOf(document, vocabulary)),
    exemplars: [
      ...exemplarsOf(exemplarFile, exemplarWeight, vocabulary),
      ...pageExamples(pages, pageWeight, vocabulary),
      ...untoldExamples(untold, 2 * pageWeight, vocabulary),
      ...madeUpExamples(madeUp, vocabulary)
    ],
    vocabulary,
    foldOf: (document) => owners.get(ownerOf(document)) ?? 0,
    folds
  }
}

/**
 * Learns units from all folds but those left out.
 * @param further whether documents that are not scored are left out, too; else only those of owners who are
 */
export function learnWithout(material: Material, left: readonly number[], further = true): Learned {
  const {documents, examples, scored, exemplars, vocabulary, foldOf} = material
  const judged = new Set(documents.slice(0, scored).map(ownerOf))
  const own = examples.filter((_, index) => {
    const document = documents[index]
    if (!document || !left.includes(foldOf(document))) return document !== undefined
    return !further && !judged.has(ownerOf(document))
  })
  return learnUnits([...own, ...exemplars], vocabulary)
}

/** Documents as read for prediction: as they are, and with each element's passages blanked out. */
export interface Prepared {
  readonly document: LabelledDocument
  /** The element whose passages are blanked out. */
  readonly without: TrustElement | undefined
  readonly text: string
  readonly outline: Outline
}

export function prepare(documents: readonly LabelledDocument[]): Prepared[] {
  return documents.flatMap((document) => [
    prepared(document, undefined, document.text),
    ...trustElements.flatMap((element) => {
      const text = ablate(document, element)
      return text === undefined ? [] : [prepared(document, element, text)]
    })
  ])
}

function prepared(document: LabelledDocument, without: TrustElement | undefined, text: string): Prepared {
  return {document, without, text, outline: outlineOf(text, parseMarkdown(text))}
}

/** The cases of each element that documents make by a model that did not learn from them. */
export function casesOf(learned: Learned, documents: readonly Prepared[]): Case[][] {
  const model = openModel({...learned, judges: []})
  const cases: Case[][] = trustElements.map(() => [])
  for (const {document, without, text, outline} of documents) {
    const summaries = summariesOf(see(model, outline, text))
    trustElements.forEach((element, index) => {
      if (without !== undefined && without !== element) return
      cases[index]?.push({
        summary: summaries[index] ?? [],
        level: without ? -1 : document.labels[element].level
      })
    })
  }
  return cases
}

/** A whole model: units, and judges fitted on cases of documents that their units were not learned from. */
export function modelOf(learned: Learned, cases: readonly (readonly Case[])[]): StoredModel {
  return {...learned, judges: trustElements.map((_, index) => learnJudge(cases[index] ?? []))}
}
