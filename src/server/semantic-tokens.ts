import {type SemanticTokens, SemanticTokensBuilder, type SemanticTokensLegend} from 'vscode-languageserver'
import {contains} from '../analysis/span.ts'
import type {Read} from './documents.ts'

/** Named in package.json, where each has its TextMate scope: VS Code colours them by the theme. */
export const legend: SemanticTokensLegend = {tokenTypes: ['buyInAmount', 'buyInDate'], tokenModifiers: []}

/** The amounts and dates that asks are made of; sound prose is left alone. */
export function tokensOf({document, isProposal, proposal}: Read): SemanticTokens {
  const builder = new SemanticTokensBuilder()
  if (!isProposal) return builder.build()
  const {asks, passages, quantities} = proposal
  const areas = asks.flatMap((ask) => [
    passages[ask.passage]?.span ?? ask.span,
    ...ask.items.map(({span}) => span)
  ])
  for (const {kind, span} of quantities) {
    if (!areas.some((area) => contains(area, span))) continue
    const start = document.positionAt(span.start)
    const end = document.positionAt(span.end)
    if (start.line !== end.line) continue
    const type = kind === 'date' || kind === 'duration' ? 1 : 0
    builder.push(start.line, start.character, end.character - start.character, type, 0)
  }
  return builder.build()
}
