import {callsForProposals} from '../analysis/calls.ts'
import {commitmentHome} from './home.ts'
import {requireElement} from './require-element.ts'
import {asksForThings, asksForViews, asksToApprove, speaksOfMeans} from './what-is-asked.ts'

export const requireResources = requireElement({
  id: 'require-resources',
  element: 'resources',
  title: 'the money, equipment, access or staff it needs',
  missing: 'what it needs besides time',
  enough: 'put a number or a name to it, or say that nothing is needed.',
  why: 'Costs that turn up later cost trust. Said early, even “nothing” is good news.',
  good: '$3,000 for hosting until December, and read access to the billing database.',
  warns: ['grant', 'goal', 'sponsorship'],
  informs: ['memo'],
  unless: (proposal) => callsForProposals(proposal) || asksForThings(proposal),
  // Where nobody speaks of money, and nobody is to approve of it, nobody wonders how much.
  quiet: (proposal) =>
    proposal.profile.name === 'memo' &&
    !asksToApprove(proposal) &&
    (asksForViews(proposal) || !speaksOfMeans(proposal)),
  home: commitmentHome,
  settledByHandingIn: true
})
