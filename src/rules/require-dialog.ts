import {callsForProposals} from '../analysis/calls.ts'
import {isInProcess} from '../analysis/decisions.ts'
import {requireElement} from './require-element.ts'

export const requireDialog = requireElement({
  id: 'require-dialog',
  element: 'dialog',
  title: 'an invitation to the reader’s view',
  missing: 'how your reader can have a say',
  enough: 'ask what you would like to hear, as an open question.',
  why: 'People support what they helped to shape. An open question tells them that it is not settled over their heads.',
  good: 'What problems do you see ahead for your team? Comments here or by mail, until 12 May.',
  informs: ['memo', 'rfc', 'sponsorship'],
  // A community's process says how to comment, and who applies asks what they want to know.
  quiet: (proposal) =>
    callsForProposals(proposal) || (proposal.profile.name === 'rfc' && isInProcess(proposal)),
  settledByHandingIn: true
})
