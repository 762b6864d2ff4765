import type {Promised} from '../analysis/lexicon.ts'
import {peopleIn} from '../analysis/people.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import type {QuantityKind} from '../analysis/quantities.ts'
import type {Span} from '../analysis/span.ts'
import {trustElements} from '../analysis/trust-elements.ts'
import {type Content, content} from './fix.ts'
import {sectionContent} from './insert-element.ts'
import {scaffolds} from './scaffolds.ts'

/** Something to go on with where the cursor stands. */
export interface Completion {
  readonly label: string
  readonly detail: string
  readonly kind: 'person' | 'slot' | 'own' | 'section'
  /** What is replaced: what was typed of it already. */
  readonly span: Span
  readonly content: Content
}

/** What each element is called where a name is typed: `buyin-downside`. */
const sectionPrefix = 'buyin-'

/**
 * What a writer may go on with: the slots of an ask in an ask line, else, where a line begins, the sections that a
 * reader looks for.
 * @param offset of the cursor
 */
export function completionsAt(proposal: Proposal, offset: number): Completion[] {
  const {text} = proposal
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1
  const before = text.slice(start, offset)
  if (insideCode(text.slice(0, start))) return []
  const rest = /^[^\r\n]*/.exec(text.slice(offset))?.[0] ?? ''
  const line = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[ ?\]\s+\*\*Ask\b\s*(\d*)/.exec(before)
  if (line) return inAsk(proposal, offset, before, rest, Number(line[1] || 1))
  const typed = /^ {0,3}((?:b[\w-]*)?)$/i.exec(before)?.[1]
  if (typed === undefined || rest.trim() !== '' || !sectionPrefix.startsWith(typed.toLowerCase().slice(0, 6)))
    return []
  return sections(proposal, {start: offset - typed.length, end: offset})
}

/** A fence that is open. */
function insideCode(before: string): boolean {
  return (before.match(/^ {0,3}(?:```|~~~)/gm)?.length ?? 0) % 2 === 1
}

function inAsk(
  proposal: Proposal,
  offset: number,
  before: string,
  rest: string,
  number: number
): Completion[] {
  const naming = /^.*?\*\*Ask(?:\s+\d+)?\s*,(\s*)([^:*]*)$/.exec(before)
  if (naming) {
    const typed = naming[2] ?? ''
    const closing = rest.startsWith(':') ? '' : rest.startsWith('**') ? ':' : ':** '
    const known = proposal.project.stakeholders
    return [...new Set([...peopleIn(proposal), ...known.map(({name}) => name)])].slice(0, 8).map(
      (name): Completion => ({
        label: name,
        detail: known.find((one) => one.name === name)?.role ?? 'has a part in this',
        kind: 'person',
        span: {start: offset - typed.length, end: offset},
        content: [naming[1] === '' ? ' ' : '', name, closing]
      })
    )
  }
  if (!/:\*\*/.test(before) || /^[\p{L}\d]/u.test(rest)) return []
  const ask = proposal.asks.find(
    ({notation, span}) => notation && span.start <= offset && offset <= span.end + 1
  )
  if (ask && ask.answer.state !== 'open') return []
  const typed = /,\s*([^,]*)$/.exec(before)
  // Words that no slot begins with are the ask's own: what comes next goes after them.
  const partial = typed && /^(?:[a-z]+(?: [a-z]*)?|\d*)$/i.test(typed[1] ?? '') ? (typed[1] ?? '') : undefined
  const fresh = /:\*\*\s*$/.test(before)
  const trailing = /\s*$/.exec(before)?.[0].length ?? 0
  const span = {start: offset - (fresh ? 0 : (partial?.length ?? trailing)), end: offset}
  const spaced = /\s$/.test(before) || partial ? '' : ' '
  const lead = fresh || partial !== undefined ? spaced : ', '
  return slots(proposal, ask, before + rest, number, fresh).map(
    ([label, detail, words, kind]): Completion => ({
      label,
      detail,
      kind: kind ?? 'slot',
      span,
      content: [...(lead ? [lead] : []), ...content(words)]
    })
  )
}

type SlotItem = readonly [label: string, detail: string, words: string, kind?: 'own']

function slots(
  proposal: Proposal,
  ask: Ask | undefined,
  line: string,
  number: number,
  fresh: boolean
): SlotItem[] {
  if (fresh) return [['do what', 'what you ask for', '⟨do what⟩, about ⟨hours a week⟩, by ⟨date⟩']]
  const own = (kind: QuantityKind, most: number, frame: (words: string) => string): SlotItem[] =>
    said(proposal, kind)
      .filter((words) => !line.includes(words))
      .slice(0, most)
      .map((words) => [frame(words), 'from this document', frame(words), 'own'])
  const items: SlotItem[] = []
  if (!ask?.effort)
    items.push(
      ['about … hours a week', 'how much time it takes', 'about ⟨hours a week⟩'],
      ...own('effort', 2, (words) => words)
    )
  if (!ask?.timeframe)
    items.push(
      ['by …', 'the day it is needed', 'by ⟨date⟩'],
      ['from … until …', 'when it begins and ends', 'from ⟨date⟩ until ⟨date⟩'],
      ...own('date', 3, (words) => `by ${words}`)
    )
  if (!ask?.resources)
    items.push(
      ['with …', 'what it needs besides time', 'with ⟨what it needs⟩'],
      ...own('money', 2, (words) => words)
    )
  if (number > 1 && !/decided after/i.test(line))
    items.push([
      'decided after …',
      'what the ask before has to show first',
      `decided after ⟨what ask ${number - 1} shows⟩`
    ])
  if (!/\bstop\b|\bopt(?:ing)? out\b|\bway out\b/i.test(line))
    items.push(['to stop at any time', 'a way to opt out', 'to stop at any time by a word to ⟨whom⟩'])
  return items
}

/** Amounts as the document says them, each once. */
function said({text, quantities}: Proposal, kind: QuantityKind): string[] {
  const words = quantities
    .filter((quantity) => quantity.kind === kind)
    .map(({span}) => text.slice(span.start, span.end).replace(/^(?:by|until|from|on|in|before|at) /i, ''))
  return [...new Set(words)].filter((one) => !/[\r\n]/.test(one))
}

function sections(proposal: Proposal, span: Span): Completion[] {
  const numbers = proposal.asks.map(({words}) => Number(/^Ask (\d+)/i.exec(words)?.[1] ?? 0))
  const next = numbers.reduce((most, number) => Math.max(most, number), 0) + 1
  return promised.map((element) => ({
    label: `${sectionPrefix}${names[element]}`,
    detail: `Insert ${scaffolds[element].name}`,
    kind: 'section',
    span,
    content:
      element === 'ask'
        ? content(scaffolds.ask.lines.join('').replace('Ask 1', `Ask ${next}`))
        : sectionContent(proposal, element)
  }))
}

const promised: readonly Promised[] = [...trustElements, 'decision']

/** What a writer would type for it. */
const names: Readonly<Record<Promised, string>> = {
  decision: 'decision',
  motive: 'why',
  progress: 'progress',
  downside: 'downside',
  timeframe: 'time',
  effort: 'effort',
  work: 'work',
  resources: 'resources',
  ask: 'ask',
  dialog: 'questions',
  reward: 'gain',
  optout: 'way-out',
  objection: 'objection',
  summary: 'summary',
  stakeholder: 'people',
  chunked: 'steps'
}
