import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {QuantityKind} from '../analysis/quantities.ts'
import {contains} from '../analysis/span.ts'
import {type Clipping, cellsOf, clipRow, clipSentence, joined, wordCount} from './clip.ts'

/** What all of the work takes, by its own words. */
export interface Total {
  readonly clip: Clipping
  /** What it is an amount of. */
  readonly kinds: readonly QuantityKind[]
}

/** "Total: $9,654", "Total funding amount: 10,000 USD", "Overall development time – 2.5 months" */
const labelled =
  /^\W*(?:grand total|(?:total|overall|full|entire)(?: (?!cost of|number)[\w-]+){0,4}|estimated (?:completion|(?:total )?(?:duration|time|cost|budget))|(?:project|requested|required) (?:duration|budget|funding|amount|grant amount)[^:.]{0,12})\W{0,6}(?:[:–—=-]|\bis\b|\bof\b)\W*(?:up to |about |approx\w*\.? |US ?|USD ?|USDC ?)?[$€£¥~]?\d|^\W*total estimated duration\W{1,6}\p{Lu}[^.]{0,60}\d/iu
/** "We request a total of $10K" */
const told =
  /\b(?:(?:request|ask|apply|need|require|seek|approved)\w*\b[^.]{0,30}\b(?:a |the )?\W?total\W? (?:budget |amount |funding |sum )?of|for total\b|in total\b[^.]{0,30}(?:request|need|cost))/i
const overall =
  /^(?:total|overall|requested|approved|full)\b[^.]{0,24}\b(?:budget|costs?|funding|amount|grant|sum)\b/i
const part = /\b(?:milestone|phase|stage|sprint|additional|previous|last year|per|each|hours? of)\b/i
const amount = /[$€£¥]\s?\d|\d\s?(?:k\s?)?(?:USD[CT]?|EUR|GBP|DAI|BTC|ETH|FIL|DOT|€|£)\b/i
const time = /\d\+?\s*(?:hours?|days?|weeks?|months?|years?)\b/i
const mostWords = 24

/** The totals that a proposal names: of its money and of its time, the first of each kind. */
export function totalsOf(proposal: Proposal): Total[] {
  const {passages, sections, boilerplate} = proposal
  const found = new Map<string, Total>()
  for (const [index, passage] of passages.entries()) {
    if (boilerplate[index] || passage.struck || passage.kind === 'quote') continue
    const title = sections[passage.section]?.title ?? ''
    for (const clip of totalsIn(proposal, passage, title)) {
      const kinds = kindsOf(proposal, clip)
      if (kinds.length === 0 || wordCount(clip.words) > mostWords) continue
      // The first that names one is of all of it; a total of each part comes after.
      const key = kinds.join()
      if (!found.has(key)) found.set(key, {clip, kinds})
    }
  }
  const all = Array.from(found.values())
  return all.filter(
    (one) => !all.some((other) => other !== one && one.kinds.every((kind) => other.kinds.includes(kind)))
  )
}

function totalsIn(proposal: Proposal, passage: Passage, title: string): Clipping[] {
  if (passage.kind === 'row') {
    const cells = cellsOf(proposal, passage)
    const [first, ...rest] = cells
    if (
      first &&
      /^(?:grand |project )?total\b(?! spent)/i.test(first.words) &&
      rest.length > 0 &&
      rest.length <= 4
    )
      return [clipRow(proposal, passage)]
    const {columns} = passage
    return columns.length === 2 &&
      columns.some((column) => /\b(?:duration|time)/i.test(column)) &&
      columns.some((column) => /\btotal\b/i.test(column)) &&
      cells.length === 2
      ? [joined(cells, ', ')]
      : []
  }
  if (under.test(title)) return []
  const [first] = passage.sentences
  const alone = overall.test(title) && first && amount.test(first.words) && wordCount(first.words) <= 12
  return passage.sentences
    .filter(
      (sentence) =>
        (labelled.test(sentence.words) ||
          told.test(sentence.words) ||
          (alone && sentence === first && !part.test(sentence.words))) &&
        !/\?|:$|\bspent\b|\(max\b/i.test(sentence.words)
    )
    .map(({span}) => clipSentence(proposal, passage, span))
}

/** Where totals are those of a part, or of somebody else. */
const under =
  /\b(?:milestone|phase|stage|week|sprint|year) ?\d|\b(?:background|motivation|problem|related work|alternatives?|about|history|traction|minimum)\b/i

function kindsOf({quantities}: Proposal, {words, parts}: Clipping): QuantityKind[] {
  const named = quantities
    .filter(({span}) => parts.some((part) => contains(part, span)))
    .map(({kind}) => kind)
  if (amount.test(words)) named.push('money')
  if (time.test(words)) named.push('duration')
  return [...new Set(named.filter((kind) => kind !== 'date'))].sort()
}
