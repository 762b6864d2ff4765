import {headingWords, hollow, lexicon, matches} from './lexicon.ts'
import type {Outline, Passage, Section, Sentence} from './passages.ts'
import {placePattern} from './places.ts'
import {type Ask, type Evidence, type Reading, type TrustElement, trustElements} from './proposal.ts'
import type {Quantity, QuantityKind} from './quantities.ts'
import {contains, overlaps, type Span} from './span.ts'

/** What evidence is read from: the outline, and what else was understood of it. */
export interface Reader {
  readonly text: string
  readonly outline: Outline
  readonly boilerplate: readonly boolean[]
  /** Of each passage, by its index. */
  readonly quantities: readonly (readonly Quantity[])[]
  readonly asks: readonly Ask[]
}

/** The quantities that are an element's own matter. */
const matter: Partial<Record<TrustElement, QuantityKind>> = {
  timeframe: 'duration',
  effort: 'effort',
  resources: 'money'
}

const enough = 2

/** How far a document tells its reader each trust element, and by which passages. */
export function readingsOf(reader: Reader): Record<TrustElement, Reading> {
  const entries = trustElements.map((element): [TrustElement, Reading] => {
    const evidence = [...bySentence(reader, element), ...hollowSections(reader, element)]
    const level = evidence.some((one) => one.level === 'present')
      ? 'present'
      : evidence.length > 0
        ? 'weak'
        : 'missing'
    return [element, {level, evidence: evidence.slice(0, 8)}]
  })
  return Object.fromEntries(entries) as Record<TrustElement, Reading>
}

interface Scored extends Evidence {
  readonly score: number
}

function bySentence(reader: Reader, element: TrustElement): Evidence[] {
  const {outline, boilerplate, text} = reader
  const scored: Scored[] = []
  for (const [index, passage] of outline.passages.entries()) {
    if (boilerplate[index]) continue
    const heading = promise(outline, passage, element)
    let best: Scored | undefined
    for (const sentence of passage.sentences) {
      const {score, cues} = judge(reader, element, index, sentence, heading)
      if (score > 0 && score > (best?.score ?? 0)) {
        const level = score >= enough ? 'present' : 'weak'
        best = {level, span: sentence.span, passage: index, cues, score}
      }
    }
    if (best) scored.push(best)
  }
  const ranked = scored.sort((a, b) => b.score - a.score || a.span.start - b.span.start)
  const limit = text.length / 4
  const eligible =
    element === 'summary' ? ranked.filter(({span}) => span.start < Math.max(limit, 1500)) : ranked
  return eligible.map(({score, ...evidence}) => evidence)
}

function judge(
  {quantities, asks}: Reader,
  element: TrustElement,
  index: number,
  {span, words}: Sentence,
  heading: string | undefined
): {score: number; cues: string[]} {
  const count = words.split(' ').length
  if (hollow.test(words.replace(/[.!]+$/, '')) || unfilled(words)) return {score: 0, cues: []}
  if (element === 'ask') return byAsk(asks, span)
  const entry = lexicon[element]
  const strong = matches(entry.strong, words)
  const cues = matches(entry.cues, words)
  const kind = matter[element]
  const amounts = (quantities[index] ?? []).filter(
    (quantity) =>
      contains(span, quantity.span) &&
      (quantity.kind === kind || (element === 'timeframe' && quantity.kind === 'date'))
  )
  const named = amounts.map((quantity) => words.slice(0, 0) + quantityWords(quantity.span, span, words))
  if (kind) {
    if (amounts.length === 0 && element !== 'resources')
      return {score: heading && count > 3 ? 1 : 0, cues: heading ? [heading] : []}
    const past =
      element === 'timeframe' &&
      /\b(?:was|were|had|ago|since|has been|have been|last)\b/i.test(words) &&
      !heading
    const score = past ? 0 : amounts.length + (heading ? 2 : 0) + Math.min(1, cues.length) + strong.length
    return {
      score: amounts.length > 0 || strong.length > 0 ? score : heading ? 1 : 0,
      cues: [...named, ...strong, ...cues]
    }
  }
  const long = element === 'stakeholder' || element === 'chunked' ? 2 : 6
  const score = strong.length * 2 + Math.min(cues.length, 2) * 0.5 + (heading && count >= long ? 2 : 0)
  const all = [...strong, ...cues]
  return {score: score >= 1 ? score : 0, cues: all.length > 0 ? all : heading ? [heading] : []}
}

function byAsk(asks: readonly Ask[], span: Span): {score: number; cues: string[]} {
  const ask = asks.find((one) => overlaps(one.span, span))
  if (!ask) return {score: 0, cues: []}
  const slots = [ask.whom, ask.timeframe, ask.effort, ask.resources].flatMap((slot) =>
    slot ? [slot.words] : []
  )
  return {score: ask.work || slots.length > 0 ? 2 + slots.length : 1, cues: slots}
}

function quantityWords(quantity: Span, sentence: Span, words: string): string {
  // White space is folded in `words`, so its offsets only bound those of the text from above.
  const length = quantity.end - quantity.start
  const from = Math.max(0, quantity.start - sentence.start - (sentence.end - sentence.start - words.length))
  return words.slice(from, from + length).trim()
}

/** The nearest heading above a passage that promises an element, as it stands. */
function promise({sections}: Outline, passage: Passage, element: TrustElement): string | undefined {
  for (let at: number | undefined = passage.section; at !== undefined; at = sections[at]?.parent) {
    const title: string = sections[at]?.title ?? ''
    if (promises(title, element)) return title
  }
  return undefined
}

/** Whether a heading leads its reader to expect an element. */
export function promises(title: string, element: TrustElement): boolean {
  return title !== '' && lexicon[element].headings.test(headingWords(title))
}

/** Headings that promise the element over nothing: no prose at all, or only "TBD", a template's text, places to fill in. */
function hollowSections({outline, boilerplate}: Reader, element: TrustElement): Evidence[] {
  return outline.sections.flatMap((section, index) => {
    if (
      !section.heading ||
      !promises(section.title, element) ||
      !isHollow(outline, boilerplate, section, index)
    )
      return []
    return [{level: 'weak' as const, span: section.heading, passage: undefined, cues: [section.title]}]
  })
}

function isHollow(
  {sections, passages}: Outline,
  boilerplate: readonly boolean[],
  section: Section,
  index: number
): boolean {
  if (sections.some((other) => other.parent === index)) return false
  return (
    passages.every(
      (passage, at) =>
        passage.section !== index ||
        boilerplate[at] === true ||
        passage.sentences.every(({words}) => hollow.test(words.replace(/[.!]+$/, '')) || unfilled(words))
    ) && section.title !== ''
  )
}

function unfilled(words: string): boolean {
  return words.search(placePattern) >= 0
}
