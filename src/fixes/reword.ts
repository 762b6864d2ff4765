import type {Proposal} from '../analysis/proposal.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import type {Finding} from '../rules/rule.ts'
import {asRequest} from './ask-well/as-request.ts'
import {askImplied} from './ask-well/ask-implied.ts'
import {fillVague} from './ask-well/fill-vague.ts'
import {openQuestion} from './ask-well/open-question.ts'
import {askDirectly, askHowTheyFit} from './ask-well/own-ask.ts'
import {chunkAsk} from './chunk-ask.ts'
import type {Fix} from './fix.ts'

type Rewording = (proposal: Proposal, span: Span) => Fix | undefined

/** What mends the words that a rule points at. */
const rewordings: Readonly<Record<string, readonly Rewording[]>> = {
  'no-vague-commitment': [fillVague],
  'no-ownerless-ask': [askDirectly, askHowTheyFit],
  'no-implied-ask': [askImplied],
  'no-closed-question': [openQuestion],
  'no-demanding-language': [asRequest],
  'no-oversized-ask': [chunked]
}

/** The fixes that put a finding's words differently; none where its rule has none, or they do not apply. */
export function reworded(proposal: Proposal, {rule, span}: Finding): Fix[] {
  const fixes = (rewordings[rule.id] ?? []).flatMap((reword) => reword(proposal, span) ?? [])
  return fixes
    .filter(({disabled}) => disabled === undefined)
    .map((fix): Fix => ({...fix, kind: `quickfix.buyIn.${fix.kind.slice(fix.kind.lastIndexOf('.') + 1)}`}))
}

function chunked(proposal: Proposal, span: Span): Fix | undefined {
  const ask = proposal.asks.find((one) => overlaps(one.span, span))
  return ask && chunkAsk(proposal, ask)
}
