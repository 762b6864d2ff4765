import {callsForProposals} from '../analysis/calls.ts'
import {isInProcess} from '../analysis/decisions.ts'
import {requireElement} from './require-element.ts'

export const requireProgress = requireElement({
  id: 'require-progress',
  element: 'progress',
  title: 'where the effort stands now',
  missing: 'where the work stands',
  missingIn: {talk: 'what you have done on the subject yourself'},
  enough: 'say what is done, lined up or promised already.',
  why: 'Progress shows that you are serious and that a yes will not be wasted: the reader joins something that moves.',
  good: 'A prototype runs on two of our nine services since March; the design team has promised a reviewer.',
  warns: ['memo', 'grant', 'goal'],
  informs: ['rfc', 'talk'],
  // A community tracks its numbered proposals, and its readers look there.
  quiet: (proposal) =>
    callsForProposals(proposal) || (proposal.profile.name === 'rfc' && isInProcess(proposal)),
  settledByHandingIn: true
})
