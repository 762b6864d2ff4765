import {isHollow, type Promised, promises} from '../analysis/lexicon.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {type Span, trim} from '../analysis/span.ts'
import {type Content, content, type Edit, type Fix} from './fix.ts'
import {scaffolds} from './scaffolds.ts'
import {headingLine, type Style, styleOf} from './style.ts'

/** The order in which a reader wants to be told. */
const order: readonly Promised[] = [
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
  'decision',
  'ask',
  'dialog'
]

/** Puts an element's scaffold where its reader will look for it. */
export function insertElement(proposal: Proposal, element: Promised, preferred: boolean): Fix {
  const {name} = scaffolds[element]
  return {
    title: `Insert ${name}`,
    kind: 'quickfix',
    edits: [scaffoldEdit(proposal, [element])],
    ...(preferred ? {preferred: true as const} : {})
  }
}

/** All scaffolds at once, each in its place. */
export function insertMissing(proposal: Proposal, elements: readonly Promised[]): Fix {
  const ordered = order.filter((element) => elements.includes(element))
  const edits = new Map<number, {span: Span; elements: Promised[]}>()
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
const slots: Partial<Record<Promised, string>> = {
  timeframe: ', by ⟨date⟩',
  effort: ', about ⟨hours a week⟩',
  resources: ', with ⟨what it needs⟩'
}

/**
 * Adds a slot to an ask, at the end of its sentence. Undefined where the element is no slot, and where the ask
 * is spelt out in items or in a table, or answered already.
 */
export function insertSlot(proposal: Proposal, ask: Ask, element: Promised): Fix | undefined {
  const slot = slots[element]
  const row = proposal.passages[ask.passage]?.kind === 'row'
  if (!slot || row || ask.items.length > 0 || ask.answer.state !== 'open') return undefined
  const at = endOfAsk(proposal, ask)
  return {
    title: `Add ${scaffolds[element].name} to this ask`,
    kind: 'quickfix',
    edits: [{span: {start: at, end: at}, content: content(slot)}]
  }
}

/** Where the words of an ask end: before the full stop and the marks that close it, and before the answer to it. */
export function endOfAsk({text}: Proposal, {span, answer}: Ask): number {
  const end = answer.by ? text.lastIndexOf('(', answer.by.span.start) : span.end
  const closing = /[\s.!?;:*_~)]+$/.exec(text.slice(span.start, end))?.[0] ?? ''
  // A bracket or a mark that closes what the sentence itself opened belongs to the sentence.
  const own = /^[*_~)]+/.exec(closing)?.[0].length ?? 0
  return end - closing.length + own
}

function scaffoldEdit(proposal: Proposal, elements: readonly Promised[]): Edit {
  const style = styleOf(proposal)
  const [first] = elements
  if (!first) throw new RangeError('no element to insert')
  const {text} = proposal
  const hollow = hollowSection(proposal, first)
  if (hollow && elements.length === 1) {
    const body = bodyOf(style, first)
    if (hollow.end > hollow.start) return {span: hollow, content: body}
    const gap = `${style.eol}${style.eol}`
    return {span: hollow, content: [gap, ...body, ...gapAfter(text, hollow.start, style)]}
  }
  const span = placeOf(proposal, first)
  const titled = style.depth !== undefined || proposal.profile.name !== 'letter'
  const untitled = proposal.sections.every(({heading}) => !heading) && proposal.passages.length === 0
  const parts = elements.flatMap((element, index): Content => {
    const opening = titled
      ? [`${headingLine(style, style.depth ?? 2, scaffolds[element].heading)}${style.eol}${style.eol}`]
      : []
    const gap = index < elements.length - 1 ? [`${style.eol}${style.eol}`] : []
    return [...opening, ...bodyOf(style, element), ...gap]
  })
  const title = untitled ? ['# ', {place: 'title'}, `${style.eol}${style.eol}`] : []
  return {
    span,
    content: [...gapBefore(text, span.start, style), ...title, ...parts, ...gapAfter(text, span.start, style)]
  }
}

function bodyOf({bullet, eol}: Style, element: Promised): Content {
  return content(scaffolds[element].lines.map((line) => line.replace(/^- /, `${bullet} `)).join(eol))
}

/** A summary goes right below the title, all else before the first section that a reader wants later, or to the end. */
function placeOf(proposal: Proposal, element: Promised): Span {
  const {sections, title, frontMatter, proseEnd} = proposal
  const hollow = hollowSection(proposal, element)
  if (hollow) return hollow
  const heading = sections.find(
    (section) => section.heading && section.heading.start === title?.span.start
  )?.heading
  if (element === 'summary') {
    const at = heading?.end ?? frontMatter.span.end
    return {start: at, end: at}
  }
  const {depth} = styleOf(proposal)
  const rank = order.indexOf(element)
  const next = sections.find(
    (section) =>
      section.heading &&
      section.depth === depth &&
      section.heading !== heading &&
      order.slice(rank + 1).some((other) => promises(section.title, other)) &&
      !order.slice(0, rank).some((other) => promises(section.title, other))
  )
  const at = Math.max(next?.heading?.start ?? proseEnd, frontMatter.span.end)
  return {start: at, end: at}
}

/**
 * Where a section that promises the element, but says nothing, is to be filled: in place of its "TBD" where that
 * is all that stands there, else right below its heading.
 */
export function hollowSection(proposal: Proposal, element: Promised): Span | undefined {
  const found = known.get(proposal) ?? new Map<Promised, Span | undefined>()
  known.set(proposal, found)
  if (!found.has(element)) found.set(element, findHollow(proposal, element))
  return found.get(element)
}

/** Each fix of a document asks for the same. */
const known = new WeakMap<Proposal, Map<Promised, Span | undefined>>()

function findHollow({text, sections, passages, boilerplate}: Proposal, element: Promised): Span | undefined {
  const parents = new Set(sections.map(({parent}) => parent))
  for (const [index, section] of sections.entries()) {
    if (!section.heading || !promises(section.title, element) || parents.has(index)) continue
    const own = passages.filter((passage, at) => passage.section === index && !boilerplate[at])
    if (own.some(({sentences}) => sentences.some(({words}) => !isHollow(words)))) continue
    const below = trim(text, {start: section.heading.end, end: section.span.end})
    const [only] = own
    const alone =
      only &&
      own.length === 1 &&
      only.sentences.length > 0 &&
      only.span.start === below.start &&
      only.span.end === below.end
    return alone ? only.span : {start: section.heading.end, end: section.heading.end}
  }
  return undefined
}

/** What must stand before an insertion so that it is a block of its own. */
function gapBefore(text: string, at: number, {eol}: Style): Content {
  const before = text.slice(0, at)
  if (before.trim() === '') return []
  const lines = /(?:\r?\n[ \t]*){0,2}$/.exec(before.slice(-8))?.[0].match(/\n/g)?.length ?? 0
  return lines < 2 ? [eol.repeat(2 - lines)] : []
}

/** What must follow an insertion so that the next block stands apart. */
function gapAfter(text: string, at: number, {eol}: Style): Content {
  const after = text.slice(at, at + 200)
  if (after.trim() === '' && at + 200 >= text.length) return text.length === at ? [eol] : []
  const lines = /^(?:[ \t]*\r?\n){0,2}/.exec(after)?.[0].match(/\n/g)?.length ?? 0
  return lines < 2 ? [eol.repeat(2 - lines)] : []
}
