import {remember} from '../memory.ts'
import type {Content, Outline, Passage} from '../passages.ts'
import {fold} from '../plain-text.ts'
import type {Ask, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import type {Span} from '../span.ts'
import {answerOf} from './answer.ts'
import {commitment} from './commitment.ts'
import {filled, plainAt, slot} from './slot.ts'

const who =
  /\b(?:teams?|who|owners?(?:\(s\))?|from|whom|groups?|asked of|addressee|responsible|assignees?)(?![\w-])/i
const what = /\b(?:notes?|tasks?|what|work|asks?|requests?|subgoals?|descriptions?|comments?)(?![\w-])/i
const size = /\b(?:support level|effort|hours|time needed|size)(?![\w-])/i

/** Words of a task that somebody other than its owner does. */
const asksOfOthers =
  /\b(?:review|reviewer|decision|approv\w+|design meeting|moral support|mentoring|guidance|sign-?off|experiment|org decision)/i
const ownWork = /\b(?:implement(?:ation|ing|s)?|maintain the goal|author(?:s|ing)?)\b/i

/** "Champion: @kim." before what is asked. */
const named = /^\s*(?:[\w -]{3,24}:\s?)?@[\w-]+[.,;]?\s*/
/** "Most of it is in the parser": no work that anybody is asked for. */
const remark = /^(?:this|it|that|there|most|no)\b[^.]*\b(?:is|are|was|has|have|needed)\b/i

const done = /^(?:done|completed?|finished|n\/a)[.!]?$/i

/** Asks are read from the rows of tables that have a column for whom and one for what. */
export function isAskTable({content}: Passage): boolean {
  return asks(content)
}

const asks = remember(
  ({kind, columns}: Content) =>
    kind === 'row' && columns.length > 1 && columns.some((title) => who.test(title))
)

/** Who does the work: persons and groups that the document's tables name with an `@`, in lower case. */
export function ownersOf({passages}: Outline): ReadonlySet<string> {
  const owners = new Set<string>()
  for (const {kind, content} of passages)
    if (kind === 'row') for (const name of ownersIn(content)) owners.add(name)
  return owners
}

const ownersIn = remember(({plain}: Content) =>
  Array.from(plain.matchAll(/@([\w-]+)/g), ([, name = '']) => name.toLowerCase())
)

/**
 * The ask of a table's row; undefined where the row is no ask: work of the authors', done already, asked of nobody.
 * @param headed whether the section says that all rows ask, or that some do and others tell the authors' own work
 */
export function inRow(
  text: string,
  passage: Passage,
  index: number,
  quantities: readonly Quantity[],
  owners: ReadonlySet<string>,
  headed: 'all' | 'some' | undefined
): Ask | undefined {
  const at = (pattern: RegExp) => passage.columns.findIndex((title) => pattern.test(title))
  const cell = (column: number): Slot | undefined => {
    const span = passage.cells[column]
    if (!span || span.end <= span.start) return undefined
    // "![Team][] [lang]": the picture is no name, and a reference without a definition keeps its brackets.
    const picture =
      /^(?:!\[[^\]]*\](?:\[[^\]]*\]|\([^)]*\))?\s*)+/.exec(plainAt(passage, span))?.[0].length ?? 0
    return bare({start: span.start + picture, end: span.end})
  }
  // "[lang] [cargo]" are two.
  const bare = (span: Span): Slot | undefined => {
    const {words, ...rest} = slot(passage, span)
    return filled({...rest, words: fold(words.replace(/\]\s+\[/g, '], [').replace(/[[\]]/g, ''))})
  }
  const whomAt = at(who)
  const whom = cell(whomAt)
  const source = whomAt < 0 ? '' : text.slice(passage.cells[whomAt]?.start, passage.cells[whomAt]?.end)
  const workAt = passage.columns.findIndex((title, column) => column !== whomAt && what.test(title))
  const told = cell(workAt)
  const row = text.slice(passage.span.start, passage.span.end)
  const wanted = /help wanted/i.test(source)
  const team = /!\[Team\]/i.test(source)
  const sized = at(size) >= 0
  // Where the table says how much of each is asked, its notes may only name who helps, or remark on it.
  const champion = sized && told ? (named.exec(plainAt(passage, told.span))?.[0].length ?? 0) : 0
  const rest = champion > 0 && told ? {start: told.span.start + champion, end: told.span.end} : undefined
  const noted = rest ? (rest.end > rest.start ? bare(rest) : undefined) : told
  const work = sized && noted && remark.test(noted.words) ? undefined : noted
  const asks = asksOfOthers.test(work?.words ?? '')
  if (!headed && !team && !wanted && !sized) return undefined
  if (/!\[Complete\]/i.test(row) || passage.cells.some((_, column) => done.test(cell(column)?.words ?? '')))
    return undefined
  const names = (whom?.words ?? '').toLowerCase()
  const byOwner = owners.has(names.replace(/^@/, ''))
  const byPerson = /^@[\w-]+$/.test(names) || /^(?:goal )?(?:owner|author|authors|us|we|me)$/.test(names)
  if (!team && !wanted && !sized && !asks && headed !== 'all') return undefined
  if (!team && !wanted && (byPerson ? !asks || byOwner : byOwner)) return undefined
  if (!team && !wanted && !sized && ownWork.test(work?.words ?? '')) return undefined
  if (!whom && !wanted) return undefined
  const amounts = commitment(passage, passage.span, quantities)
  return {
    span: passage.span,
    words: fold(passage.plain),
    passage: index,
    notation: false,
    whom,
    timeframe: amounts.timeframe ?? cell(at(/when|deadline|until|due|\btime(?:frame)?$/i)),
    effort: amounts.effort ?? cell(at(size)),
    work,
    resources: amounts.resources ?? cell(at(/cost|budget|amount|price/i)),
    items: [],
    answer: answerOf(text, passage)
  }
}
