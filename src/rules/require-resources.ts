import type {Proposal} from '../analysis/proposal.ts'
import {hasWording} from '../analysis/wording.ts'
import {commitmentHome} from './home.ts'
import {requireElement} from './require-element.ts'

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
  unless: asksForThings,
  home: commitmentHome,
  settledByHandingIn: true
})

/** An ask for a room, land or equipment tells what is needed, also where no price stands beside it. */
function asksForThings({asks, passages}: Proposal): boolean {
  return asks.some(
    ({answer, passage, words}) =>
      answer.state === 'open' && passages[passage]?.kind !== 'row' && hasWording('things', words)
  )
}
