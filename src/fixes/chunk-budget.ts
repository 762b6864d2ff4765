import type {Ask, Proposal} from '../analysis/proposal.ts'
import {type Chunk, type Chunks, declined, shortened} from './chunks.ts'
import {content} from './fix.ts'
import {evenRuns} from './grouping.ts'
import {type Money, moneyOf, sumIn} from './money.ts'
import {type PricedPart, pricedParts} from './priced-parts.ts'

/** Splits a sum that is asked for at the milestones, or by the kinds of cost, that the document prices. */
export function chunkBudget(proposal: Proposal, ask: Ask): Chunks {
  const {text} = proposal
  const total = ask.resources && moneyOf(ask.resources.words)
  const all = pricedParts(proposal)
  if (all.length === 0) return declined('The document does not say what parts of this sum would pay for.')
  const sums = all.map(({parts}) => parts.reduce((sum, {price}) => sum + price.value, 0))
  const at = total
    ? sums.findIndex((sum) => Math.abs(sum - total.value) <= total.value / 200)
    : all.findIndex(({span}) =>
        ask.items.some((item) => item.span.start >= span.start && item.span.end <= span.end)
      )
  const chosen = all[at]
  if (!chosen) {
    const near = sums.findIndex((sum) => total && sum > total.value / 2 && sum < total.value * 2)
    const sum = sums[near]
    const like = all[near]?.parts[0]?.price
    return declined(
      total && like && sum !== undefined
        ? `The priced parts add up to ${sumIn(sum, like)}, not to the ${ask.resources?.words} that is asked for.`
        : 'The document does not say what parts of this sum would pay for.'
    )
  }
  const {parts, ordered} = chosen
  const count = parts.length <= 4 ? parts.length : parts.length > 12 ? 4 : 3
  const runs = evenRuns(
    parts.map(({price}) => price.value),
    count
  ).map((run) => run.flatMap((index) => parts[index] ?? []))
  const dates = datesOf(proposal, chosen.span)
  const period = /\b(?:Q[1-4](?: ?(?:&|and|-|–|to) ?Q[1-4])?|H[12]) 20\d\d\b/.exec(ask.words)?.[0]
  const like = total ?? parts[0]?.price
  if (!like) return declined('The document does not say what parts of this sum would pay for.')
  const chunks = runs.map((run, index): Chunk => {
    const sum = run.reduce((all, {price}) => all + price.value, 0)
    const previous = runs[index - 1]?.at(-1)
    const facts = [
      ...hoursOf(run),
      sumIn(sum, run[0]?.price ?? like),
      ...peopleOf(run),
      ...durationOf(run),
      ...(run.every(isDated)
        ? [`by ${(run.at(-1)?.title ?? '').replace(/^(?:End|Mid|Early|Late)/, (word) => word.toLowerCase())}`]
        : []),
      ...(index === 0 && dates.from ? [`from ${dates.from}`] : []),
      ...(index === runs.length - 1 && dates.until ? [`by ${dates.until}`] : [])
    ]
    const timed =
      run.every(isDated) ||
      period !== undefined ||
      run.every(({duration}) => duration !== undefined) ||
      (dates.until && index === runs.length - 1) ||
      (dates.from && index === 0)
    const closing =
      index === runs.length - 1
        ? ` (sum: ${[
            ...hoursOf(parts),
            sumIn(
              parts.reduce((all, {price}) => all + price.value, 0),
              currencyOf(parts[0]?.price ?? like) === currencyOf(like) ? like : (parts[0]?.price ?? like)
            )
          ].join(', ')}${requestedAs(parts[0]?.price ?? like, like)})`
        : ''
    return {
      whom: ask.whom?.words,
      unnamed: 'funder',
      what: [
        `${run.map((part) => titleOf(part, parts, text)).join('; ')}: ${facts.join(', ')}`,
        ...(period !== undefined && durationOf(run).length === 0 ? [`, for ${period}`] : []),
        ...(timed ? [] : content(', by ⟨date⟩')),
        ...(ordered && previous && !isDated(previous)
          ? [`; decided after ${reference(previous, index, text)}`]
          : []),
        closing
      ]
    }
  })
  return {chunks}
}

/** "as requested", and how much that is where the parts are priced in another currency. */
function requestedAs(part: Money, total: Money): string {
  if (currencyOf(part) === currencyOf(total)) return ', as requested'
  return `, for the ${sumIn(total.value, total)} requested`
}

function currencyOf({before, after}: Money): string {
  const words = `${before}${after}`
  return /\$|USD|dollar/i.test(words) ? '$' : /€|EUR/i.test(words) ? '€' : words.toUpperCase()
}

/** A payment is told by its date alone: "End August 2021". */
const isDated = ({title}: PricedPart) =>
  /^(?:end|begin\w*|mid|early|late|start)?\W*(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|q[1-4])[a-z]*\.?(?: \d{1,2},?)?(?: 20\d\d)?$/i.test(
    title
  )

function titleOf(part: PricedPart, all: readonly PricedPart[], text: string): string {
  return isDated(part) ? `payment ${all.indexOf(part) + 1}` : shortened(part.title, text)
}

/** What a later decision waits for: a short title of the last part before, else the number of the ask. */
function reference({title}: PricedPart, ask: number, text: string): string {
  const short = shortened(title, text)
  const numbered = /^((?:milestone|phase|stage|round|step)\s+\w+)\b/i.exec(title)?.[1]
  return numbered ? numbered.toLowerCase() : short.split(' ').length <= 4 ? short : `ask ${ask}`
}

function hoursOf(parts: readonly PricedPart[]): string[] {
  const hours = parts.map((part) => part.hours)
  return hours.every((one) => one !== undefined)
    ? [`${hours.reduce<number>((sum, one) => sum + (one ?? 0), 0)} h`]
    : []
}

function peopleOf(parts: readonly PricedPart[]): string[] {
  const [one] = parts
  return parts.length === 1 && one?.people ? [`${one.people} FTE`] : []
}

function durationOf(parts: readonly PricedPart[]): string[] {
  const durations = parts.flatMap(({duration}) => duration ?? [])
  if (durations.length < parts.length) return []
  const numbered = durations.map((duration) => /^(week|month)s? (\d+)(?:-(\d+))?$/i.exec(duration))
  const named = numbered[0]?.[1]?.toLowerCase()
  if (named && numbered.every((one) => one?.[1]?.toLowerCase() === named)) {
    const from = Math.min(...numbered.map((one) => Number(one?.[2])))
    const until = Math.max(...numbered.map((one) => Number(one?.[3] ?? one?.[2])))
    return [from === until ? `in ${named} ${from}` : `in ${named}s ${from}–${until}`]
  }
  const counts = durations.map((duration) => /^(\d+) (week|month|day)s?$/i.exec(duration))
  if (durations.length === 1 && !counts[0]) return durations.map((duration) => duration.toLowerCase())
  const unit = counts[0]?.[2]?.toLowerCase()
  if (!counts.every((count) => count && count[2]?.toLowerCase() === unit)) return []
  const sum = counts.reduce((all, count) => all + Number(count?.[1]), 0)
  return [`${sum} ${unit}${sum === 1 ? '' : 's'}`]
}

/** "04 Mar 2020: proposed date to start" beside the parts. */
function datesOf(
  {passages, quantities, text}: Proposal,
  {start}: {start: number}
): {from?: string; until?: string} {
  const here = passages.find(({block}) => block.start === start)?.section
  const near = passages.filter(({section, plain}) => section === here && plain.length < 80)
  const dated = (pattern: RegExp) => {
    const passage = near.find(({plain}) => pattern.test(plain))
    const date = quantities.find(
      ({kind, span}) =>
        kind === 'date' && passage && span.start >= passage.span.start && span.end <= passage.span.end
    )
    return date && text.slice(date.span.start, date.span.end).replace(/^(?:on|from|by)\s+/i, '')
  }
  const from = dated(/\bstart/i)
  const until = dated(/\b(?:finish|end|completion|complete)\b/i)
  return {...(from ? {from} : {}), ...(until ? {until} : {})}
}
