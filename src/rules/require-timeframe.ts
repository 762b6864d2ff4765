import type {Proposal} from '../analysis/proposal.ts'
import {overlaps} from '../analysis/span.ts'
import {commitmentHome} from './home.ts'
import {requireElement} from './require-element.ts'

export const requireTimeframe = requireElement({
  id: 'require-timeframe',
  element: 'timeframe',
  title: 'a time frame for the work or the commitment',
  missing: 'how long it takes or by when',
  enough: 'give a date, a duration or a deadline.',
  why: 'Without an end, an ask has no limit, and the safe answer to it is no.',
  good: 'We start on 4 May and need your answer by 20 April; the pilot ends after six weeks.',
  warns: ['memo', 'grant', 'goal'],
  informs: ['talk', 'sponsorship', 'letter'],
  unless: isTimed,
  home: commitmentHome,
  settledByHandingIn: true
})

/** A talk that says how many minutes it takes, and a passage that hints at a time and has one in it, tell enough. */
function isTimed({profile, quantities, elements}: Proposal): boolean {
  const [best] = elements.timeframe.evidence
  return quantities.some(
    ({kind, span}) =>
      (kind === 'duration' && profile.name === 'talk') ||
      ((kind === 'duration' || kind === 'date') && best !== undefined && overlaps(span, best.best))
  )
}
