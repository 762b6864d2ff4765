import type {Ask, Proposal} from '../analysis/proposal.ts'
import {endOfBlock} from './chunk-ask.ts'
import {type Content, content, type Edit, type Fix} from './fix.ts'
import {endOfAsk} from './insert-element.ts'
import {styleOf} from './style.ts'

/** The four changes that make an ask easier to accept, each from the ask's own words; none once it is answered. */
export function sweetenAsk(proposal: Proposal, ask: Ask): Fix[] {
  if (ask.answer.state !== 'open') return []
  const sweeteners: [string, Content][] = [
    ['Offer a smaller commitment', smaller(ask)],
    ['Offer a larger reward', reward(proposal, ask)],
    ['Offer a shorter time frame', shorter(ask)],
    ['Offer a way to opt out', optOut(ask)]
  ]
  return sweeteners.map(([title, words]) => ({
    title,
    kind: 'refactor.rewrite',
    edits: [after(proposal, ask, words)]
  }))
}

/** Right after the ask's own sentence; below the block for one in a table or spelt out in items, with its name. */
function after(proposal: Proposal, ask: Ask, words: Content): Edit {
  const {text, passages} = proposal
  const row = passages[ask.passage]?.kind === 'row'
  if (row || ask.items.length > 0) {
    const {eol} = styleOf(proposal)
    const at = endOfBlock(proposal, ask)
    const whom = row && ask.whom ? [`For ${ask.whom.words}: `] : []
    return {span: {start: at, end: at}, content: [`${eol}${eol}`, ...whom, ...words]}
  }
  const end = endOfAsk(proposal, ask)
  const closed = text.slice(end, ask.span.end).trim() !== ''
  const at = closed ? ask.span.end : end
  return {span: {start: at, end: at}, content: [closed ? ' ' : '. ', ...words]}
}

function smaller({effort, items, work}: Ask): Content {
  const half = effort && halved(effort.words)
  if (half) return content(`If that is too much, ${half} to start with would already help.`)
  const [first] = items
  if (first) return content(`If that is too much, the first of these alone would already help.`)
  return content(
    work
      ? 'If that is too much, ⟨a smaller part of it⟩ alone would already help.'
      : 'If that is too much, ⟨a smaller part⟩ would already help.'
  )
}

function reward({elements}: Proposal, {whom}: Ask): Content {
  const receiver = whom && !/^(?:everyone|anyone)$/i.test(whom.words) ? whom.words : 'you'
  const besides = elements.reward.level === 'present' ? ' besides what everybody gains' : ''
  return content(
    `In return, there is for ${receiver}: ⟨something of use${besides}⟩, and ⟨public thanks, a say, a name on it⟩.`
  )
}

const unitWeeks: Readonly<Record<string, number>> = {week: 1, sprint: 2, month: 4, quarter: 13, year: 52}

function shorter({timeframe}: Ask): Content {
  const match = timeframe && period.exec(timeframe.words)
  const weeks = match ? (numberOf(match[1] ?? '') ?? 0) * (unitWeeks[match[2]?.toLowerCase() ?? ''] ?? 0) : 0
  if (weeks < 2)
    return content('Let us try it until ⟨an earlier date⟩ first; then we decide together whether to go on.')
  const trial = Math.min(4, Math.max(1, Math.floor(weeks / 2)))
  return content(
    `Let us try it for ${trial === 1 ? 'one week' : `${names[trial]} weeks`} first; then we decide together whether to go on.`
  )
}

function optOut({whom}: Ask): Content {
  const who = whom && !/^you$/i.test(whom.words) ? ` (${whom.words})` : ''
  return content(`You${who} can stop at any time, without giving a reason: a word to ⟨whom⟩ is enough.`)
}

const names = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve'
]

const period = new RegExp(
  `(\\d+|an?|${names.slice(1).join('|')})[\\s-]+(week|sprint|month|quarter|year)s?\\b`,
  'i'
)

function numberOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word)
  if (/^an?$/i.test(word)) return 1
  const index = names.indexOf(word.toLowerCase())
  return index > 0 ? index : undefined
}

/** "6 hours a week" → "3 hours a week"; undefined where half of it would mean little. */
function halved(effort: string): string | undefined {
  const match = /^(\S+)(\s+(?:hours?|hrs?|days?)\b.*)$/i.exec(effort)
  const amount = match && numberOf(match[1] ?? '')
  if (!match || !amount || amount < 2) return undefined
  const half = amount / 2
  const rest = match[2] ?? ''
  return `${Number.isInteger(half) ? half : half.toFixed(1)}${half === 1 ? rest.replace(/s\b/, '') : rest}`
}
