import {callsForProposals} from '../analysis/calls.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {commitmentHome} from './home.ts'
import {requireElement} from './require-element.ts'
import {asksForWork, asksToApprove, countsPeople, paysForWork} from './what-is-asked.ts'

export const requireEffort = requireElement({
  id: 'require-effort',
  element: 'effort',
  title: 'how much of people’s time it takes',
  missing: 'how much of people’s time it takes',
  enough: 'give a number: hours a week, days, people.',
  why: '“Some help” may mean an hour or a quarter. A number lets the reader look into the calendar instead of guessing.',
  good: 'Two reviewers, about three hours a week each.',
  warns: ['grant'],
  informs: ['memo'],
  // Who answers a call tells how much of their time it takes.
  unless: (proposal) => callsForProposals(proposal) || isTold(proposal),
  quiet: (proposal) => !matters(proposal),
  home: commitmentHome,
  settledByHandingIn: true
})

/** Whether the reader would ask for hours: they are to work or to decide on work, or pay for work and not for a result. */
function matters(proposal: Proposal): boolean {
  const {profile, elements, quantities} = proposal
  if (profile.name !== 'grant') return asksForWork(proposal) || asksToApprove(proposal)
  // A price and a date for what is delivered leave the hours to whoever delivers it.
  const told = (element: 'resources' | 'timeframe', kinds: readonly string[]) =>
    elements[element].level === 'present' || quantities.some(({kind}) => kinds.includes(kind))
  return !told('resources', ['money']) || !told('timeframe', ['date', 'duration']) || paysForWork(proposal)
}

const headcount = /\b(?:people|persons|fte|hours|effort|staff|head-?count|person-days)\b/i
const number = /\d|\b(?:once|twice|one|two|three|four|five)\b/i

/** Whether people are counted where the model does not look: in an ask, a column of its own, a weak passage. */
function isTold(proposal: Proposal): boolean {
  if (countsPeople(proposal)) return true
  const {passages, elements, text} = proposal
  const counted = passages.some(({columns, cells}) =>
    columns.some((column, at) => {
      const cell = headcount.test(column) ? cells[at] : undefined
      return cell !== undefined && /\d/.test(text.slice(cell.start, cell.end))
    })
  )
  const [best] = elements.effort.evidence
  return counted || (best !== undefined && number.test(text.slice(best.best.start, best.best.end)))
}
