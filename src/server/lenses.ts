import type {CodeLens} from 'vscode-languageserver'
import type {Ask} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {rangeOf} from './convert.ts'
import type {Read} from './documents.ts'

/**
 * What an editor without a pane shows above the text: the kind of proposal and what it does not tell yet, above its
 * beginning, and how each ask stands, above the ask. They only tell; there is nothing to run.
 */
export function lensesOf({document, isProposal, proposal, shown}: Read): CodeLens[] {
  if (!isProposal || proposal.text.trim() === '') return []
  const lens = (span: Span, title: string): CodeLens => ({
    range: rangeOf(document, {start: span.start, end: span.start}),
    command: {title, command: ''}
  })
  const missing = new Set(
    shown.flatMap(({findings}) => findings.flatMap(({rule, weak}) => (weak ? [] : (rule.missing ?? []))))
  ).size
  const top = proposal.title?.span ?? {start: 0, end: 0}
  const told = missing === 0 ? 'nothing is missing' : `${missing} not told yet`
  return [
    lens(top, proposal.closed === undefined ? `${proposal.profile.name}: ${told}` : 'decided'),
    ...proposal.asks.map((ask) => lens(ask.span, standing(ask)))
  ]
}

function standing({whom, answer: {state, by}}: Ask): string {
  const asked = `asked of ${whom?.words ?? 'nobody by name'}`
  return `${asked}: ${state === 'open' ? 'open' : state}${by ? ` (${by.words})` : ''}`
}
