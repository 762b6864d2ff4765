import {promises} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'

/** Where a part of the commitment is said: at the first ask, else at the heading of the plan. */
export function commitmentHome({asks, sections}: Proposal): {span: Span; ask?: number} | undefined {
  const ask = asks.findIndex(({answer}) => answer.state === 'open')
  const first = asks[ask]
  if (first) return {span: first.span, ask}
  const plan = sections.find(
    ({heading, title}) => heading && (promises(title, 'work') || promises(title, 'chunked'))
  )
  return plan?.heading && {span: plan.heading}
}
