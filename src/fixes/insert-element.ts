import {isHollow, type Promised, promises} from '../analysis/lexicon.ts'
import type {Ask, Evidence, Proposal} from '../analysis/proposal.ts'
import {type Span, trim} from '../analysis/span.ts'
import {isAskForWork} from '../rules/what-is-asked.ts'
import {closingStart} from './closing.ts'
import {type Content, content, type Edit, type Fix} from './fix.ts'
import {withKnown} from './known-places.ts'
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
    kind: `quickfix.buyIn.${element}`,
    edits: [sectionEdit(proposal, [partOf(element)])],
    ...(preferred ? {preferred: true as const} : {})
  }
}

/**
 * All that is missing at once: each scaffold in its place, and the slots of an ask at its end.
 * @returns undefined where nothing is to be inserted
 */
export function insertMissing(
  proposal: Proposal,
  elements: readonly Promised[],
  slotsOf: readonly {readonly ask: Ask; readonly element: Promised}[] = []
): Fix | undefined {
  const sections = new Map<number, Promised[]>()
  const endings = new Map<number, Promised[]>()
  const add = (to: Map<number, Promised[]>, at: number, element: Promised) =>
    to.set(at, [...(to.get(at) ?? []), element])
  for (const element of order) {
    const own = slotsOf.find((one) => one.element === element)
    const at = own && slotEnd(proposal, own.ask, element)
    if (at !== undefined) add(endings, at, element)
    else if (own || elements.includes(element)) add(sections, placeOf(proposal, element).start, element)
  }
  const edits = [
    ...Array.from(sections.values(), (some) => sectionEdit(proposal, some.map(partOf))),
    ...Array.from(endings, ([at, some]) => ({
      span: {start: at, end: at},
      content: content(slotOrder.flatMap((one) => (some.includes(one) ? (slots[one] ?? []) : [])).join(''))
    }))
  ]
  if (edits.length === 0) return undefined
  return {title: 'Insert all that is missing', kind: 'quickfix.buyIn.missing', edits}
}

/** The slot of an ask that an element fills, as words that go on the ask's own sentence. */
const slots: Partial<Record<Promised, string>> = {
  timeframe: ', by ⟨date⟩',
  effort: ', about ⟨hours a week⟩',
  resources: ', with ⟨what it needs⟩'
}

/** In the order in which an ask names them. */
const slotOrder: readonly Promised[] = ['effort', 'resources', 'timeframe']

/** Where a slot is added to an ask; undefined where there is no room for it. */
function slotEnd(proposal: Proposal, ask: Ask, element: Promised): number | undefined {
  const row = proposal.passages[ask.passage]?.kind === 'row'
  // Nobody gives land, or a yes, by the hour.
  if (element === 'effort' && !isAskForWork(ask)) return undefined
  if (!slots[element] || row || ask.items.length > 0 || ask.answer.state !== 'open') return undefined
  return endOfAsk(proposal, ask)
}

/**
 * Adds a slot to an ask, at the end of its sentence. Undefined where the element is no slot, and where the ask
 * is spelt out in items or in a table, or answered already.
 */
export function insertSlot(proposal: Proposal, ask: Ask, element: Promised): Fix | undefined {
  const at = slotEnd(proposal, ask, element)
  if (at === undefined) return undefined
  return {
    title: `Add ${scaffolds[element].name} to this ask`,
    kind: `quickfix.buyIn.${element}`,
    edits: [{span: {start: at, end: at}, content: content(slots[element] ?? '')}]
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

/** A section to insert: its heading, and what stands under it. */
export interface Part {
  /** The element that it tells: the section stands where a reader looks for that. */
  readonly element: Promised
  readonly heading: string
  /** Lines; one that opens with "- " takes the document's list marker. */
  readonly lines: readonly string[]
}

function partOf(element: Promised): Part {
  const {heading, lines} = scaffolds[element]
  return {element, heading, lines}
}

/** Inserts sections that belong to one place, together; a hollow section that promises its element is filled instead. */
export function sectionEdit(proposal: Proposal, parts: readonly Part[]): Edit {
  const style = styleOf(proposal)
  const [first] = parts
  if (!first) throw new RangeError('no section to insert')
  const {text} = proposal
  const hollow = promises(first.heading, first.element) ? hollowSection(proposal, first.element) : undefined
  if (hollow && parts.length === 1) {
    const body = bodyOf(proposal, style, first)
    if (hollow.end > hollow.start) return {span: hollow, content: body}
    const gap = `${style.eol}${style.eol}`
    return {span: hollow, content: [gap, ...body, ...gapAfter(text, hollow.start, style)]}
  }
  const span = hollow ?? sectionPlace(proposal, first.element)
  const untitled = proposal.sections.every(({heading}) => !heading) && proposal.passages.length === 0
  const all = parts.flatMap((part, index): Content => {
    const gap = index < parts.length - 1 ? [`${style.eol}${style.eol}`] : []
    return [...headed(proposal, style, part), ...gap]
  })
  const title = untitled ? ['# ', {place: 'title'}, `${style.eol}${style.eol}`] : []
  return {
    span,
    content: [...gapBefore(text, span.start, style), ...title, ...all, ...gapAfter(text, span.start, style)]
  }
}

/** An element's scaffold with its heading, in the style of the document, to stand as a block of its own. */
export function sectionContent(proposal: Proposal, element: Promised): Content {
  return headed(proposal, styleOf(proposal), partOf(element))
}

/** The lines of a part below its heading; without one in a letter that has none. */
function headed(proposal: Proposal, style: Style, part: Part): Content {
  const {depth, eol} = style
  const body = bodyOf(proposal, style, part)
  if (depth === undefined && proposal.profile.name === 'letter') return body
  return [`${headingLine(style, depth ?? 2, part.heading)}${eol}${eol}`, ...body]
}

/**
 * Adds the lines of a part to the end of the section that has them already, else inserts that section.
 * @param own whether a heading is that of the section
 * @param beside where the element is told, under whatever heading
 */
export function addTo(
  proposal: Proposal,
  part: Part,
  own: (title: string) => boolean,
  beside?: Evidence
): Edit {
  const {text, sections, passages, proseEnd} = proposal
  const titled = sections.findIndex(({heading, title}) => heading && own(title))
  const there = passages[beside?.passage ?? -1]?.section ?? -1
  const index = titled < 0 && sections[there]?.heading?.start !== proposal.title?.span.start ? there : titled
  const section = sections[index]
  const hollow = promises(part.heading, part.element) && hollowSection(proposal, part.element)
  if (!section?.heading || hollow) return sectionEdit(proposal, [part])
  const style = styleOf(proposal)
  const body = {
    start: section.heading.end,
    end: Math.max(section.heading.end, Math.min(section.span.end, proseEnd))
  }
  const at = trim(text, body).end
  const last = passages.findLast((passage) => passage.section === index)
  const joins = last?.kind === 'item' && last.block.end === at && part.lines[0]?.startsWith('- ')
  return {
    span: {start: at, end: at},
    content: [
      joins ? style.eol : style.eol.repeat(2),
      ...bodyOf(proposal, style, part),
      ...gapAfter(text, at, style)
    ]
  }
}

function bodyOf({project}: Proposal, {bullet, eol}: Style, {lines}: Part): Content {
  return withKnown(project, content(lines.map((line) => line.replace(/^- /, `${bullet} `)).join(eol)))
}

function placeOf(proposal: Proposal, element: Promised): Span {
  return hollowSection(proposal, element) ?? sectionPlace(proposal, element)
}

/** A summary goes to the top, below the title and what opens the document; all else before the first section that a reader wants later, or to the end, before what closes the document. */
function sectionPlace(proposal: Proposal, element: Promised): Span {
  const {sections, passages, title, frontMatter} = proposal
  const heading = sections.find(
    (section) => section.heading && section.heading.start === title?.span.start
  )?.heading
  if (element === 'summary') {
    // Not above an opening without a heading: that would become a part of the summary.
    const opens = passages.some(
      ({section}) => !sections[section]?.heading || sections[section]?.heading === heading
    )
    const next = sections.find((section) => section.heading && section.heading !== heading)
    const at = (opens && next?.heading?.start) || (heading?.end ?? frontMatter.span.end)
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
  const at = Math.max(next?.heading?.start ?? closingStart(proposal), frontMatter.span.end)
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
