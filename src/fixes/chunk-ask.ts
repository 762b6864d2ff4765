import {whenOf} from '../analysis/asks/commitment.ts'
import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Ask, Proposal, Slot} from '../analysis/proposal.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import {type Content, content, type Fix} from './fix.ts'
import {styleOf} from './style.ts'

const most = 4

/**
 * Splits an ask into two to four asks that can each get a yes, from its own list items or clauses, below the
 * ask as it stands. Undefined where the ask has only one part, or is a chunk already.
 */
export function chunkAsk(proposal: Proposal, ask: Ask): Fix | undefined {
  const kind = proposal.passages[ask.passage]?.kind
  if (ask.notation || kind === 'row' || ask.answer.state !== 'open') return undefined
  const parts = partsOf(proposal, ask)
  if (parts.length < 2) return undefined
  const style = styleOf(proposal)
  const whom =
    ask.whom && !/^you$/i.test(ask.whom.words) ? ask.whom.words.replace(/^(?:the|our) /i, '') : undefined
  const lines = grouped(parts).map((group, index): Content => {
    const what = group.map((part) => sourceOf(proposal, part)).join('; ')
    const opening = index === 0 ? '' : `, decided after ⟨what ask ${index} shows⟩`
    return [
      `${style.bullet} [ ] **Ask ${index + 1}, `,
      ...(whom ? [whom] : content('⟨whom⟩')),
      ':** ',
      what,
      ...amounts(proposal, ask, group),
      ...content(opening)
    ]
  })
  const at = endOfBlock(proposal, ask)
  const glued = lines.flatMap((line, index): Content => [...(index > 0 ? [style.eol] : []), ...line])
  const gap = style.eol + style.eol
  return {
    title: `Split into ${lines.length} asks that can each get a yes`,
    kind: 'refactor.rewrite',
    // The line before keeps the asks from running on with a list that stands above.
    edits: [{span: {start: at, end: at}, content: [gap, 'In parts that can each get a yes:', gap, ...glued]}]
  }
}

/** The parts of an ask: the items that spell it out, else the clauses of what it asks for. */
function partsOf(proposal: Proposal, ask: Ask): readonly Span[] {
  if (ask.items.length > 0) return ask.items.map(({span}) => span)
  return ask.work ? clausesOf(proposal.text, ask.work) : []
}

/** "review the design, test the draft and write the page" → its three clauses, each opening with a verb. */
function clausesOf(text: string, {span}: Slot): Span[] {
  const source = text.slice(span.start, span.end)
  const clauses: Span[] = []
  let from = 0
  for (const match of source.matchAll(/\s*;\s*(?:and\s+)?|,\s+(?:and\s+)?(?:to\s+)?|\s+and\s+(?:to\s+)?/gi)) {
    const next = source.slice(match.index + match[0].length)
    if (
      !/^[a-z]+(?:\s|$)/i.test(next) ||
      !startsWithVerb(next) ||
      source.slice(from, match.index).trim().split(/\s+/).length < 2
    )
      continue
    clauses.push({start: span.start + from, end: span.start + match.index})
    from = match.index + match[0].length
  }
  clauses.push({start: span.start + from, end: span.end})
  return clauses
}

/** At most four groups, the parts in their order. */
function grouped(parts: readonly Span[]): Span[][] {
  const size = Math.ceil(parts.length / Math.min(parts.length, most))
  const groups: Span[][] = []
  for (let at = 0; at < parts.length; at += size) groups.push(parts.slice(at, at + size))
  return groups
}

function sourceOf({text}: Proposal, {start, end}: Span): string {
  return text
    .slice(start, end)
    .replace(/\s*\r?\n[ \t>]*/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .replace(/^[*_]{1,2}(?=[^*_]+$)/, '')
}

/** What of the commitment is not already said in the parts themselves: known words, else places to fill in. */
function amounts({text, quantities}: Proposal, ask: Ask, group: readonly Span[]): Content {
  const said = (kinds: readonly string[]) =>
    quantities.some(({kind, span}) => kinds.includes(kind) && group.some((part) => overlaps(part, span)))
  const whole = ask.effort && ask.items.length === 0 ? ` of ${ask.effort.words}` : ''
  const effort = said(['effort']) ? [] : content(whole ? `, ⟨how much${whole}⟩` : ', ⟨hours a week⟩')
  const until = said(['date', 'duration'])
    ? []
    : ask.timeframe && ask.items.length === 0
      ? [`, ${whenOf(text, ask.timeframe)}`]
      : content(', until ⟨date⟩')
  return [...effort, ...until]
}

/** The end of the outermost block that an ask stands in, its items with it: what is put there stands outside. */
export function endOfBlock({passages}: Proposal, ask: Ask): number {
  const items = passages.filter(({span}) => ask.items.some((item) => item.span.start === span.start))
  const blocks = [passages[ask.passage], ...items].flatMap((passage) => passage?.block.end ?? [])
  return Math.max(ask.span.end, ...blocks)
}
