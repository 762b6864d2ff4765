import type {Ask, Proposal} from '../analysis/proposal.ts'
import {type Chunk, type Chunks, declined, uncapitalized} from './chunks.ts'
import {content} from './fix.ts'

/** The points at which a team decides anew, in the order in which they come; the rest is by its own words. */
const stages: readonly (readonly [string, RegExp])[] = [
  [
    'talk',
    /\b(?:discussion|moral support|design meeting|meetings?|guidance|mentoring|feedback|experiment|general support)\b/i
  ],
  ['review', /\b(?:reviews?|reviewer|reviewing)\b/i],
  ['decide', /\b(?:decision|approv\w+|stabilizations?|sign-?off|fcp|rfc)\b/i]
]

/**
 * Splits a table of asks: by whom it asks where that makes two to four, else by the points at which they decide. The
 * table stays; the asks go below it.
 */
export function chunkRows(proposal: Proposal, ask: Ask): Chunks {
  const block = proposal.passages[ask.passage]?.block
  const rows = proposal.asks.filter(
    (one) =>
      !one.notation &&
      one.items.length === 0 &&
      proposal.passages[one.passage]?.kind === 'row' &&
      proposal.passages[one.passage]?.block.start === block?.start
  )
  if (rows.length < 2) return declined('It is one ask to one team: there is nothing to split.')
  if (rows.some((row) => taskOf(row) === ''))
    return declined('Some rows of this table do not say what they ask for.')
  if (rows.some(({work}) => (work?.words.split(' ').length ?? 0) > 30))
    return declined('The rows tell more than what they ask for: say first what each team is to do.')
  const groups = decisionsApart(byWhom(rows)) ?? byStage(rows)
  if (!groups) return declined('Its rows do not fall into two to four asks: ask each team by itself.')
  const chunks = groups.map(({name, asks}): Chunk => {
    const efforts = shared(asks.map(({effort}) => effort?.words))
    const times = shared(asks.map(({timeframe}) => timeframe?.words))
    const size = efforts !== undefined && /^(?:small|medium|large)$/i.test(efforts)
    // What differs from row to row stays with its row.
    const what = unique(
      asks.map((ask) => {
        const own = [efforts ? undefined : ask.effort?.words, times ? undefined : ask.timeframe?.words]
        const note = noteOf(proposal, ask)
        const facts = [
          ...(note ? [uncapitalized(note, proposal.text)] : []),
          ...own.flatMap((words) => words ?? [])
        ]
        return `${uncapitalized(taskOf(ask), proposal.text)}${facts.length > 0 ? ` (${facts.join(', ')})` : ''}`
      })
    ).join('; ')
    const told = asks.some(({timeframe}) => timeframe)
    const time = times ? [`, ${times}`] : told ? [] : undefined
    return {
      whom: size ? `${name} (${efforts})` : name,
      unnamed: 'who?',
      what: size
        ? [what, '; ', ...content('⟨reviews or hours a week⟩'), ...(time ?? content(' until ⟨month⟩'))]
        : [what, ...(efforts ? [`, ${efforts}`] : []), ...(time ?? content(', by ⟨month⟩'))]
    }
  })
  return {chunks}
}

const most = 4

interface Group {
  readonly name: string | undefined
  readonly asks: readonly Ask[]
}

function byWhom(rows: readonly Ask[]): readonly Group[] | undefined {
  const groups: {name: string | undefined; work: string; asks: Ask[]}[] = []
  for (const row of rows) {
    const [name, work] = [row.whom && listed(trimmed(row.whom.words)), row.work?.words ?? '']
    const same = groups.find((group) => group.name === name)
    if (same) same.asks.push(row)
    else groups.push({name, work, asks: [row]})
  }
  // Teams that are asked for the same are asked together.
  const merged: typeof groups = []
  for (const group of groups) {
    const same = merged.find(
      (one) =>
        one.asks.length === 1 &&
        group.asks.length === 1 &&
        one.work === group.work &&
        one.asks[0]?.effort?.words === group.asks[0]?.effort?.words
    )
    if (same)
      Object.assign(same, {name: [same.name, group.name].filter((name) => name !== undefined).join(' and ')})
    else merged.push(group)
  }
  return merged.length > 1 && merged.length <= most && (merged.length < rows.length || rows.length <= most)
    ? merged
    : undefined
}

/** What a team is to decide is an ask of its own, where there is room for one. */
function decisionsApart(groups: readonly Group[] | undefined): readonly Group[] | undefined {
  if (!groups) return undefined
  const apart: Group[] = []
  const kept = groups.map((group) => {
    const decisions = group.asks.filter((ask) => stageOf(ask) === 'decide')
    const others = group.asks.filter((ask) => stageOf(ask) !== 'decide')
    if (decisions.length === 0 || others.length === 0 || groups.length + apart.length >= most) return group
    apart.push({name: group.name, asks: decisions})
    return {name: group.name, asks: others}
  })
  return [...kept, ...apart]
}

function stageOf(ask: Ask): string {
  return stages.find(([, words]) => words.test(taskOf(ask)))?.[0] ?? 'talk'
}

/** What a row asks for, without who leads it. */
function taskOf({work}: Ask): string {
  return trimmed((work?.words ?? '').replace(/^Champion: @[\w-]+[.,;]?\s*/i, ''))
}

const state = /^(?:done|completed?|in progress|ongoing|yes|no|none|n\/?a|tbd|unknown|todo|optional)\b/i
const longestNote = 7

/** A few words that a row adds to its task in a column of its own: "approve creation of new team". */
function noteOf({passages, text}: Proposal, ask: Ask): string | undefined {
  const row = passages[ask.passage]
  const at = row?.columns.findIndex((column) => /^\W*notes?\W*$/i.test(column)) ?? -1
  const cell = row?.cells[at]
  if (!row || !cell || !ask.work || (ask.work.span.start < cell.end && cell.start < ask.work.span.end))
    return undefined
  const [source = ''] = text
    .slice(cell.start, cell.end)
    .trim()
    .split(/[.;](?:\s|$)/)
  const words = source.trim()
  const many = words.split(/\s+/).length
  if (many < 2 || many > longestNote || state.test(words) || /[[\]@⟨|]|https?:|!$/.test(words))
    return undefined
  // What it says already, as its effort or its time, is not said twice.
  const told = [ask.effort?.words, ask.timeframe?.words].some((known) => known && words.includes(known))
  return told ? undefined : words
}

function byStage(rows: readonly Ask[]): readonly Group[] | undefined {
  const staged = new Map<string, Ask[]>()
  for (const row of rows) {
    const stage = stageOf(row)
    staged.set(stage, [...(staged.get(stage) ?? []), row])
  }
  const groups = stages.flatMap(([stage]): Group[] => {
    const asks = staged.get(stage)
    return asks ? [{name: listed(unique(asks.flatMap(nameIn)).join(', ')) || undefined, asks}] : []
  })
  // A stage that waits for four teams and more is no decision that one of them could take.
  const crowded = groups.some(({asks}) => unique(asks.flatMap(nameIn)).length > 3)
  return groups.length > 1 && !crowded ? groups : undefined
}

/** "lang, types" as a person says it: "lang and types". */
function listed(names: string): string {
  const all = unique(names.split(/,\s*(?:and\s+)?/))
  return all.every((name) => /^[\w@-]+$/.test(name))
    ? new Intl.ListFormat('en', {style: 'long', type: 'conjunction'}).format(all)
    : names
}

const nameIn = ({whom}: Ask) => (whom ? [trimmed(whom.words)] : [])
const trimmed = (words: string) => words.replace(/[\s.,;:]+$/, '').trim()
/** What all of them say, if they all say the same. */
function shared(words: readonly (string | undefined)[]): string | undefined {
  const [first, ...others] = unique(words.map((word) => word ?? ''))
  return others.length === 0 && first !== '' ? first : undefined
}

const unique = (words: readonly string[]) => [...new Set(words)]
