import {promises} from '../analysis/evidence.ts'
import {hollow} from '../analysis/lexicon.ts'
import type {Ask, Proposal, TrustElement} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {type Content, content, type Edit, type Fix} from './fix.ts'
import {scaffolds} from './scaffolds.ts'
import {headingLine, type Style, styleOf} from './style.ts'

/** The order in which a reader wants to be told. */
const order: readonly TrustElement[] = [
  'summary',
  'motive',
  'reward',
  'progress',
  'work',
  'chunked',
  'timeframe',
  'effort',
  'resources',
  'stakeholder',
  'downside',
  'objection',
  'optout',
  'ask',
  'dialog'
]

/** Puts an element's scaffold where its reader will look for it. */
export function insertElement(proposal: Proposal, element: TrustElement, preferred: boolean): Fix {
  const {name} = scaffolds[element]
  return {
    title: `Insert ${name}`,
    kind: 'quickfix',
    edits: [scaffoldEdit(proposal, [element])],
    ...(preferred ? {preferred: true as const} : {})
  }
}

/** All scaffolds at once, each in its place. */
export function insertMissing(proposal: Proposal, elements: readonly TrustElement[]): Fix {
  const ordered = order.filter((element) => elements.includes(element))
  const edits = new Map<number, {span: Span; elements: TrustElement[]}>()
  for (const element of ordered) {
    const span = placeOf(proposal, element)
    const there = edits.get(span.start)
    if (there) there.elements.push(element)
    else edits.set(span.start, {span, elements: [element]})
  }
  return {
    title: 'Insert all that is missing',
    kind: 'quickfix',
    edits: Array.from(edits.values(), ({elements}) => scaffoldEdit(proposal, elements))
  }
}

/** The slot of an ask that an element fills, as words that go on the ask's own sentence. */
const slots: Partial<Record<TrustElement, string>> = {
  timeframe: ', by ⟨date⟩',
  effort: ', about ⟨hours a week⟩',
  resources: ', with ⟨what it needs⟩'
}

/** Adds a slot to an ask, at the end of its sentence; undefined where the element is no slot. */
export function insertSlot({text}: Proposal, ask: Ask, element: TrustElement): Fix | undefined {
  const slot = slots[element]
  if (!slot || ask.items.length > 0) return undefined
  const at = endOfClause(text, ask.span)
  return {
    title: `Add ${scaffolds[element].name} to this ask`,
    kind: 'quickfix',
    edits: [{span: {start: at, end: at}, content: content(slot)}],
    preferred: true
  }
}

/** Where a clause ends: before the punctuation, and the closing marks around it. */
export function endOfClause(text: string, {start, end}: Span): number {
  const closing = /[\s.!?;:|*_)]+$/.exec(text.slice(start, end))
  const balanced = closing?.[0].replace(/^[*_)]+/, '') ?? ''
  return end - balanced.length
}

function scaffoldEdit(proposal: Proposal, elements: readonly TrustElement[]): Edit {
  const style = styleOf(proposal)
  const [first] = elements
  if (!first) throw new RangeError('no element to insert')
  const existing = hollowSection(proposal, first)
  const {text} = proposal
  if (existing && elements.length === 1) {
    const body = bodyOf(style, first)
    const {span} = existing
    if (span.end > span.start) return {span, content: body}
    return {span, content: [`${style.eol}${style.eol}`, ...body, ...blankBefore(text, span.start, style)]}
  }
  const span = placeOf(proposal, first)
  const parts = elements.flatMap((element, index): Content => {
    const {heading} = scaffolds[element]
    const opening =
      style.depth === undefined ? [] : [`${headingLine(style, style.depth, heading)}${style.eol}${style.eol}`]
    const gap = index < elements.length - 1 ? [`${style.eol}${style.eol}`] : []
    return [...opening, ...bodyOf(style, element), ...gap]
  })
  return {span, content: surrounded(text, span.start, parts, style)}
}

function bodyOf({bullet, eol}: Style, element: TrustElement): Content {
  const lines = scaffolds[element].lines.map((line) => line.replace(/^- /, `${bullet} `))
  return content(lines.join(eol))
}

/** Before the first section that a reader wants later, else at the end of the text. */
function placeOf(proposal: Proposal, element: TrustElement): Span {
  const {text, sections, frontMatter} = proposal
  const hollow = hollowSection(proposal, element)
  if (hollow) return hollow.span
  const {depth} = styleOf(proposal)
  const later = order.slice(order.indexOf(element) + 1)
  const next = sections.find(
    (section, index) =>
      section.heading &&
      section.depth === depth &&
      index > 1 &&
      later.some((other) => promises(section.title, other)) &&
      !order.slice(0, order.indexOf(element)).some((other) => promises(section.title, other))
  )
  const offset = next?.heading?.start ?? endOfText(text)
  const at = Math.max(offset, frontMatter.span.end)
  return {start: at, end: at}
}

/** The end of the prose: before link definitions, footnotes and comments that close the document. */
function endOfText(text: string): number {
  const closing = /(?:\s*(?:\[[^\]\n]+\]:[^\n]*|<!--(?:(?!-->)[\s\S])*-->))*\s*$/.exec(text)
  return closing?.index ?? text.length
}

/** A section that promises the element but says nothing: what stands under its heading is to be replaced. */
function hollowSection(
  {sections, passages, boilerplate}: Proposal,
  element: TrustElement
): {span: Span} | undefined {
  for (const [index, section] of sections.entries()) {
    if (!section.heading || !promises(section.title, element)) continue
    if (sections.some(({parent}) => parent === index)) continue
    const own = passages.filter((passage, at) => passage.section === index && !boilerplate[at])
    if (own.some(({sentences}) => sentences.some(({words}) => !hollow.test(words.replace(/[.!]+$/, '')))))
      continue
    const [first] = own
    const last = own.at(-1)
    return {
      span:
        first && last
          ? {start: first.span.start, end: last.span.end}
          : {start: section.heading.end, end: section.heading.end}
    }
  }
  return undefined
}

function surrounded(text: string, at: number, parts: Content, style: Style): Content {
  const before = text.slice(0, at)
  const gap = before.trim() === '' ? '' : style.eol.repeat(2 - trailingLines(before))
  return [...(gap ? [gap] : []), ...parts, ...blankBefore(text, at, style)]
}

/** What must follow an insertion so that the next block stands apart. */
function blankBefore(text: string, at: number, {eol}: Style): Content {
  const after = text.slice(at)
  if (after.trim() === '') return after === '' ? [eol] : []
  return [eol.repeat(2 - Math.min(2, /^(?:[ \t]*\r?\n)*/.exec(after)?.[0].match(/\n/g)?.length ?? 0))]
}

function trailingLines(text: string): number {
  return Math.min(2, /(?:\r?\n[ \t]*)*$/.exec(text)?.[0].match(/\n/g)?.length ?? 0)
}
