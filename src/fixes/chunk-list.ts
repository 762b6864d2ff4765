import {whenOf} from '../analysis/asks/commitment.ts'
import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Ask, Proposal, Slot} from '../analysis/proposal.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import {balanced, type Chunk, type Chunks, declined, shortened} from './chunks.ts'
import {type Content, content} from './fix.ts'
import {evenRuns} from './grouping.ts'
import {weeksOf} from './weeks.ts'

/** Splits an ask that is spelt out in a list: neighbours that belong together stay together. */
export function chunkList(proposal: Proposal, ask: Ask): Chunks {
  const items = ask.items.map(({span}) => proposal.text.slice(span.start, span.end))
  if (items.length < 3) return declined('Its items can each be answered as they stand.')
  // "We ask you to:" makes every item something to do; else most of them say so themselves.
  const introduced = /\b(?:to|that)\s*:\s*$/i.test(ask.words)
  const spoken = items.filter((item) => startsWithVerb(bare(item)) || request.test(item))
  if (!introduced && spoken.length * 3 < items.length * 2)
    return declined('Its items are details of one thing, not things to decide on.')
  const count = items.length <= 4 ? 2 : items.length <= 6 ? 3 : 4
  const runs = evenRuns(
    items.map(() => 1),
    count,
    (at) => kinship(items[at - 1] ?? '', items[at] ?? '')
  )
  const chunks = runs.map((run): Chunk => {
    const parts = run.flatMap((index) => ask.items[index] ?? [])
    return {
      whom: nameOf(ask),
      unnamed: 'whom',
      what: [
        parts.map(({span}) => shortened(proposal.text.slice(span.start, span.end), proposal.text)).join('; '),
        ...commitmentOf(
          proposal,
          ask,
          parts.map(({span}) => span)
        )
      ]
    }
  })
  return {chunks}
}

const request = /\b(?:review|approv|decision|support|access|grant|fund)/i

/** Splits an ask whose sentence names several things to do: each clause that opens with a verb. */
export function chunkClauses(proposal: Proposal, ask: Ask): Chunks | undefined {
  if (!ask.work) return undefined
  const clauses = clausesOf(proposal.text, ask.work)
  if (clauses.length < 2) return undefined
  const runs = evenRuns(
    clauses.map(({start, end}) => end - start),
    Math.min(4, clauses.length)
  )
  const chunks = runs.map((run): Chunk => {
    const parts = run.flatMap((index) => clauses[index] ?? [])
    return {
      whom: nameOf(ask),
      unnamed: 'whom',
      what: [parts.map((part) => sourceOf(proposal, part)).join('; '), ...commitmentOf(proposal, ask, parts)]
    }
  })
  return {chunks}
}

export function nameOf({whom}: Ask): string | undefined {
  return whom && !/^you(?:r|rs)?$/i.test(whom.words) ? whom.words.replace(/^(?:the|our) /i, '') : undefined
}

/** "review the design, test the draft and write the page" → its three clauses, each opening with a verb. */
function clausesOf(text: string, {span}: Slot): Span[] {
  const source = text.slice(span.start, span.end)
  const first = startsWithVerb(bare(source))
  const clauses: Span[] = []
  let from = 0
  for (const match of source.matchAll(/\s*;\s*(?:and\s+)?|,\s+(?:and\s+(?:to\s+)?)?|\s+and\s+(?:to\s+)?/gi)) {
    const next = source.slice(match.index + match[0].length)
    const clause = source.slice(from, match.index)
    if (
      !first ||
      !/^[a-z]+(?:\s|$)/i.test(next) ||
      !startsWithVerb(next) ||
      next.split(/\s+/).length < 3 ||
      clause.trim().split(/\s+/).length < 3 ||
      /^\w+ (?:them|it|this|that|these)\b/i.test(next) ||
      // "(fund and host) the site", "to plan and build": the clause before goes on after the verb.
      subordinate.test(clause) ||
      depthOf(clause) > 0
    )
      continue
    clauses.push({start: span.start + from, end: span.start + match.index})
    from = match.index + match[0].length
  }
  clauses.push({start: span.start + from, end: span.end})
  return clauses
}

const subordinate =
  /\b(?:that|which|who|where|because|if|so that|in order to|so as to|how|to)\s(?!the\b|a\b|an\b|our\b|your\b|us\b)[^,;]*$/i
const depthOf = (words: string) => (words.match(/[([]/g)?.length ?? 0) - (words.match(/[)\]]/g)?.length ?? 0)
const bare = (words: string) => words.replace(/^[\s*_[\]`~]+/, '')

/** How much two neighbouring items belong together: the share of longer words that they have in common. */
function kinship(one: string, other: string): number {
  const stems = (words: string) =>
    new Set((words.toLowerCase().match(/[\p{L}]{5,}/gu) ?? []).map((word) => word.slice(0, 6)))
  const [a, b] = [stems(one), stems(other)]
  const shared = [...a].filter((stem) => b.has(stem)).length
  return shared === 0 ? 0 : shared / Math.min(a.size, b.size) / 2
}

function sourceOf({text}: Proposal, {start, end}: Span): string {
  const words = text
    .slice(start, end)
    .replace(/\s*\r?\n[ \t>]*/g, ' ')
    .replace(/[\s.,;:]+$/, '')
    .replace(/^[*_]{1,2}(?=[^*_]+$)/, '')
  // A clause may begin or end within what is emphasised.
  return balanced(words) ? words : words.replace(/\*+/g, '')
}

/** "3 months" → "for 3 months", "12 May" → "by 12 May"; what has its preposition keeps it. */
function spoken(when: string): string {
  if (/^(?:by|until|till|before|within|for|from|on|over|in|at)\b/i.test(when)) return when
  return weeksOf(when) === undefined ? `by ${when}` : `for ${when}`
}

const lasting =
  /\b(?:review|help|support|maintain|mentor|volunteer|moderate|host|join|work|advise|monitor|test|attend|participate)/i

/** What of the commitment is not already said in the parts themselves: known words, else places to fill in. */
function commitmentOf({text, quantities}: Proposal, ask: Ask, parts: readonly Span[]): Content {
  const said = (kinds: readonly string[]) =>
    quantities.some(({kind, span}) => kinds.includes(kind) && parts.some((part) => overlaps(part, span)))
  const work = parts.map(({start, end}) => text.slice(start, end)).join(' ')
  const effort = said(['effort'])
    ? []
    : ask.effort
      ? content(`, ⟨how much of ${ask.effort.words}⟩`)
      : lasting.test(work.slice(0, 40))
        ? content(', ⟨hours a week⟩')
        : []
  const until = said(['date', 'duration'])
    ? []
    : ask.timeframe && holdsFor(text, ask.timeframe, parts)
      ? [`, ${spoken(whenOf(text, ask.timeframe))}`]
      : content(', by ⟨date⟩')
  return [...effort, ...until]
}

/** A date holds for all parts of an ask, a duration only for the clause that it ends: "paint it and run it for a year". */
function holdsFor(text: string, {span, words}: Slot, parts: readonly Span[]): boolean {
  if (weeksOf(words) === undefined) return true
  const end = parts.at(-1)?.end ?? 0
  return end > span.start || /^[\s,]*(?:for|over|within|in)?\s*$/i.test(text.slice(end, span.start))
}
