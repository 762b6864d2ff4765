import {inWords, numberOf} from '../analysis/number-words.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {endOfBlock} from './chunk-ask.ts'
import {type Content, content, type Edit, type Fix} from './fix.ts'
import {endOfAsk} from './insert-element.ts'
import {moneyOf, sumIn} from './money.ts'
import {pricedParts} from './priced-parts.ts'
import {styleOf} from './style.ts'
import {weeksOf} from './weeks.ts'

/** The four changes that make an ask easier to accept, each from the ask's own words; none once it is answered. */
export function sweetenAsk(proposal: Proposal, ask: Ask): Fix[] {
  if (ask.answer.state !== 'open') return []
  const less = smaller(proposal, ask)
  const sweeteners: [string, string, Content][] = [
    ...(less ? [['smaller', 'Offer a smaller commitment', less] satisfies [string, string, Content]] : []),
    ['reward', 'Offer a larger reward', reward(proposal, ask)],
    ['shorter', 'Offer a shorter time frame', shorter(ask)],
    ['optOut', 'Offer a way to opt out', optOut(ask)]
  ]
  return sweeteners.map(([name, title, words]) => ({
    title,
    kind: `refactor.rewrite.buyIn.sweeten.${name}`,
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

// Half of a salary hires nobody, and a price is a price.
const indivisible =
  /\b(?:salar(?:y|ies)|wages?|payroll|stipend|hir(?:e|ing)|prices?|pricing|fees?|per (?:year|annum)|a year)\b|\/\s?year/i

function smaller(proposal: Proposal, ask: Ask): Content | undefined {
  const {effort, items, work, resources} = ask
  const row = proposal.passages[ask.passage]?.kind === 'row'
  if (resources) {
    if (row || proposal.profile.name === 'sponsorship' || indivisible.test(ask.words)) return undefined
    return content(
      `If that is too much, ${cheaper(proposal, ask) ?? '⟨a smaller part, with its price⟩'} alone would already help.`
    )
  }
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

/** The first part that the document itself prices, where its parts add up to what is asked for. */
function cheaper(proposal: Proposal, {resources}: Ask): string | undefined {
  const total = resources && moneyOf(resources.words)
  for (const {parts} of pricedParts(proposal)) {
    const sum = parts.reduce((all, {price}) => all + price.value, 0)
    const [first] = parts
    if (total && first && Math.abs(sum - total.value) <= total.value / 200)
      return `the first part (${first.title}, ${sumIn(first.price.value, first.price)})`
  }
  return undefined
}

function reward({elements}: Proposal, {whom}: Ask): Content {
  const receiver = whom && !/^(?:everyone|anyone|you)$/i.test(whom.words) ? whom.words : 'you'
  const besides = elements.reward.level === 'present' ? ' besides what everybody gains' : ''
  return content(
    `In return, there is for ${receiver}: ⟨something of use${besides}⟩, and ⟨public thanks, a say, a name on it⟩.`
  )
}

function shorter({timeframe}: Ask): Content {
  const weeks = (timeframe && weeksOf(timeframe.words)) ?? 0
  if (weeks < 2)
    return content('Let us try it until ⟨an earlier date⟩ first; then we decide together whether to go on.')
  const trial = Math.min(4, Math.max(1, Math.floor(weeks / 2)))
  return content(
    `Let us try it for ${trial === 1 ? 'one week' : `${inWords(trial)} weeks`} first; then we decide together whether to go on.`
  )
}

function optOut({whom}: Ask): Content {
  const who = whom && !/^you$/i.test(whom.words) ? ` (${whom.words})` : ''
  return content(`You${who} can stop at any time, without giving a reason: a word to ⟨whom⟩ is enough.`)
}

/** "6 hours a week" → "3 hours a week"; undefined where half of it would mean little. */
function halved(effort: string): string | undefined {
  const match = /^(\S+?)(?:\s?(?:-|–|to|or)\s?(\S+))?(\s+(?:hours?|hrs?|days?)\b.*)$/i.exec(effort)
  const amount = match && numberOf(match[1] ?? '')
  // Of a range, the lower end is the smaller commitment.
  if (match?.[2] && amount) return `${match[1]}${match[3]}`
  if (!match || !amount || amount < 2) return undefined
  const half = amount / 2
  const rest = match[3] ?? ''
  return `${Number.isInteger(half) ? half : half.toFixed(1)}${half === 1 ? rest.replace(/s\b/, '') : rest}`
}
