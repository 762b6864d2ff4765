import {callsForProposals} from '../analysis/calls.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {commitmentHome} from './home.ts'
import {requireElement} from './require-element.ts'
import {asksForThings, asksForViews} from './what-is-asked.ts'

export const requireWork = requireElement({
  id: 'require-work',
  element: 'work',
  title: 'what work is to be done, and by whom',
  missing: 'who is to do what',
  enough: 'list the steps, each with somebody who does it.',
  why: 'The reader wants to see that somebody has thought it through, and which part would be theirs.',
  good: 'Noor writes the migration, the data team checks the reports, I train the support desk.',
  warns: ['memo', 'grant', 'goal'],
  quiet: (proposal) =>
    callsForProposals(proposal) || asksForThings(proposal) || asksForViews(proposal) || isDone(proposal),
  home: commitmentHome
})

/** What is handed in with its work done has nothing left to plan; nor does its author say who works, where it is they. */
function isDone({profile, elements}: Proposal): boolean {
  const {level, evidence} = elements.work
  return (
    profile.handedIn === true &&
    (elements.progress.level === 'present' || (level === 'weak' && evidence.length === 0))
  )
}
