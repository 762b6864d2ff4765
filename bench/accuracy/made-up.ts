import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {readPage} from '../../docs/read-page.ts'
import {eachElement, type TrustElement, trustElements} from '../../src/analysis/trust-elements.ts'
import {rules} from '../../src/rules/rules.ts'
import type {Label, LabelledDocument, Lines} from './corpus.ts'
import {type Example, exampleOf, type Vocabulary} from './examples.ts'

const width = trustElements.length

/**
 * The made-up documents on the pages of the rules, as examples of one element each: the first lacks it, the
 * mended one has it in the lines that were added, those left alone have it somewhere.
 * @param weight how much a document counts
 */
export function pageExamples(folder: string, weight: number, vocabulary: Vocabulary): Example[] {
  return readdirSync(folder).flatMap((file) => {
    const element = rules.find(({id}) => `${id}.md` === file)?.element
    if (!element) return []
    const {sections} = readPage(readFileSync(join(folder, file), 'utf8'))
    const documents = (title: string) => sections.get(title)?.examples ?? []
    const [without = ''] = documents('Not yet')
    const known = new Set(without.split('\n'))
    return [
      ...documents('Not yet').map((text) =>
        only(text, [element], {level: 0, lines: []}, true, weight, vocabulary)
      ),
      ...documents('Better').map((text) =>
        only(text, [element], {level: 2, lines: added(text, known)}, true, weight, vocabulary)
      ),
      ...documents('Left alone').map((text) =>
        only(text, [element], {level: 2, lines: [[1, text.split('\n').length]]}, false, weight, vocabulary)
      )
    ]
  })
}

/** Made-up documents that are sound prose and tell neither why, nor where it stands, nor what could go wrong. */
export function untoldExamples(folder: string, weight: number, vocabulary: Vocabulary): Example[] {
  return readdirSync(folder).map((file) =>
    only(readFileSync(join(folder, file), 'utf8'), untold, {level: 0, lines: []}, true, weight, vocabulary)
  )
}

/**
 * Whole made-up documents of which all is told: a line that proves something ends with `⟦motive ~downside⟧`, with
 * `~` where it only gestures at it; an element that no line is marked with is absent.
 */
export function madeUpExamples(folder: string, vocabulary: Vocabulary): Example[] {
  return readdirSync(folder)
    .sort()
    .map((file) => exampleOf(readMarked(file, readFileSync(join(folder, file), 'utf8')), vocabulary))
}

/** A document whose lines end with marks, as a labelled one without the marks. */
function readMarked(file: string, marked: string): LabelledDocument {
  const proving = new Map<string, Lines[]>()
  const lines = marked.split('\n').map((line, index) => {
    const [mark = '', words = ''] = /\s*⟦([^⟧]*)⟧\s*$/.exec(line) ?? []
    for (const word of words.split(' ').filter(Boolean)) {
      if (!trustElements.some((element) => element === word.replace('~', '')))
        throw new Error(`${file}:${index + 1}: no trust element is called ${word}`)
      proving.set(word, [...(proving.get(word) ?? []), [index + 1, index + 1]])
    }
    return line.slice(0, line.length - mark.length)
  })
  const labelOf = (element: TrustElement): Label => {
    const present = proving.get(element)
    const weak = proving.get(`~${element}`)
    return present ? {level: 2, lines: present} : {level: weak ? 1 : 0, lines: weak ?? []}
  }
  return {
    id: file,
    repository: `made-up-${file}`,
    genre: '',
    form: 'free',
    labels: eachElement(labelOf),
    text: lines.join('\n')
  }
}

const untold: readonly TrustElement[] = ['motive', 'progress', 'downside']

/** A made-up document that tells the trainer of some elements only. */
function only(
  text: string,
  elements: readonly TrustElement[],
  label: Label,
  exact: boolean,
  weight: number,
  vocabulary: Vocabulary
): Example {
  const none: Label = {level: 0, lines: []}
  const labels = Object.fromEntries(
    trustElements.map((each) => [each, elements.includes(each) ? label : none])
  )
  const document: LabelledDocument = {
    id: '',
    repository: `made-up/${text.slice(0, 40)}`,
    genre: '',
    form: 'free',
    labels: labels as LabelledDocument['labels'],
    text
  }
  const example = exampleOf(document, vocabulary)
  const told = (index: number) => elements.includes(trustElements[index % width] ?? 'motive')
  return {
    ...example,
    owner: text.slice(0, 40),
    weight,
    truth: example.truth.map((value, index) => (exact && told(index) ? value : -1)),
    levels: example.levels.map((value, index) => (told(index) ? value : -1))
  }
}

/** The ranges of lines that the other document does not have. */
function added(text: string, known: ReadonlySet<string>): Lines[] {
  const ranges: [number, number][] = []
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '' || known.has(line)) return
    const last = ranges.at(-1)
    if (last && last[1] === index) last[1] = index + 1
    else ranges.push([index + 1, index + 1])
  })
  return ranges
}
