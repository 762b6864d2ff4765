import {callsForProposals} from '../analysis/calls.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {requireElement} from './require-element.ts'
import type {Observation, Rule} from './rule.ts'

export const requireReward: Rule = {
  ...requireElement({
    id: 'require-reward',
    element: 'reward',
    title: 'what readers, users or stakeholders gain',
    missing: 'what your reader gains',
    enough: 'say who gains what.',
    why: 'The problem alone is yours; the gain is what the reader takes home.',
    good: 'Support gets one screen instead of five, and answers in a minute what takes ten today.',
    warns: ['talk', 'sponsorship'],
    informs: ['goal']
  }),
  asides: askedForNothing
}

/** Who is asked in a memo or a letter, and told neither what they gain nor what it may cost them. */
function askedForNothing(proposal: Proposal): Observation[] {
  const {asks, elements, profile, text} = proposal
  if (!['memo', 'letter'].includes(profile.name) || elements.reward.level === 'present') return []
  // Who applies has a reason of their own.
  if (callsForProposals(proposal)) return []
  const told = elements.downside.evidence.map(({span}) => text.slice(span.start, span.end).toLowerCase())
  const at = asks.findIndex(({whom, answer}) => {
    if (!whom || answer.state !== 'open' || /^you$/i.test(whom.words)) return false
    const who = /[\p{L}\d-]+$/u.exec(whom.words.toLowerCase())?.[0] ?? ''
    return !told.some((words) => words.includes(who) || /\byou(?:r|rs)?\b/.test(words))
  })
  const ask = asks[at]
  if (!ask?.whom) return []
  const message = `Asked: ${ask.whom.words}. Neither what they gain nor what it may cost them is told.`
  return [{span: ask.span, message, nearly: [], ask: at}]
}
