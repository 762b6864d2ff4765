import {ownWordingsIn, ownWordsOf} from '../analysis/own-words.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {contains} from '../analysis/span.ts'
import {hasWording} from '../analysis/wording.ts'

/** An ask for a room, land or equipment tells what is needed, also where no price stands beside it. */
export function asksForThings(proposal: Proposal): boolean {
  return openAsks(proposal).some(
    ({passage, words}) => proposal.passages[passage]?.kind !== 'row' && hasWording('things', words)
  )
}

/** Whether somebody is asked to work: to help, build or review, rather than to approve, to give or to comment. */
export function asksForWork(proposal: Proposal): boolean {
  return openAsks(proposal).some(isAskForWork)
}

/** The same of one ask. */
export function isAskForWork({words, work, items}: Ask): boolean {
  if (hasWording('things', words)) return false
  return [work?.words ?? words, ...items.map((item) => item.words)].some((asked) =>
    hasWording('labour', asked)
  )
}

/** Whether somebody is asked to approve or to decide. */
export function asksToApprove(proposal: Proposal): boolean {
  return openAsks(proposal).some(
    ({words, work}) => !hasWording('things', words) && hasWording('approving', work?.words ?? words)
  )
}

const people =
  /(?<![\d.$€£-])\b(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|a dozen) (?:[a-z]+ ){0,4}?(?:people|persons|peeps|folks|volunteers|developers|engineers|reviewers|students|members|mentors|researchers|designers|helpers|colleagues|friends)\b/i

/** Whether an ask says how many people it looks for. */
export function countsPeople(proposal: Proposal): boolean {
  return openAsks(proposal).some(({words}) => people.test(words))
}

/** Whether all that is asked for is what readers think of it. */
export function asksForViews(proposal: Proposal): boolean {
  const asks = openAsks(proposal)
  return asks.length > 0 && asks.every(({words, work}) => hasWording('views', work?.words ?? words))
}

/** Whether the author speaks of money or of what it buys, in words of their own, and more than in passing. */
export function speaksOfMeans(proposal: Proposal): boolean {
  return ownWordsOf(proposal).filter(({voice}) => ownWordingsIn('means', voice).length > 0).length > 1
}

/** Whether the author says, beside an amount of money, that it pays for people's work, rather than for a result. */
export function paysForWork(proposal: Proposal): boolean {
  const {quantities, passages} = proposal
  const isPriced = (at: number) => {
    const span = passages[at]?.span
    return span !== undefined && quantities.some((one) => one.kind === 'money' && contains(span, one.span))
  }
  return ownWordsOf(proposal).some(
    ({voice, index}) =>
      ownWordingsIn('paidWork', voice).length > 0 && [index - 1, index, index + 1].some(isPriced)
  )
}

function openAsks({asks}: Proposal): readonly Ask[] {
  return asks.filter(({answer}) => answer.state === 'open')
}
