import {type DocumentSymbol, SymbolKind} from 'vscode-languageserver'
import {contains} from '../analysis/span.ts'
import {trustElements} from '../analysis/trust-elements.ts'
import {extract} from '../artifacts/extract.ts'
import {rangeOf} from './convert.ts'
import type {Read} from './documents.ts'

/** How many words of a passage stand in the outline, in UTF-16 units. */
const longest = 80

/** Where a proposal tells what its reader needs: the best passage of each element, and each ask, in the order of the text. */
export function symbolsOf({document, isProposal, proposal}: Read): DocumentSymbol[] {
  if (!isProposal) return []
  const symbol = (name: string, kind: SymbolKind, span: {start: number; end: number}, best = span) => {
    const {words} = extract(proposal, best)
    return {
      at: span.start,
      symbol: {
        name,
        kind,
        detail: words.length > longest ? `${words.slice(0, longest - 1)}…` : words,
        range: rangeOf(document, span),
        selectionRange: rangeOf(document, contains(span, best) ? best : span)
      }
    }
  }
  const elements = trustElements.flatMap((element) => {
    const [first] = element === 'ask' ? [] : proposal.elements[element].evidence
    if (!first) return []
    const name = first.level === 'weak' ? `${element} (only hinted at)` : element
    return [symbol(name, SymbolKind.Property, first.span, first.best)]
  })
  const asks = proposal.asks.map(({span, whom}) =>
    symbol(whom ? `ask: ${whom.words}` : 'ask', SymbolKind.Event, span)
  )
  return [...elements, ...asks].sort((a, b) => a.at - b.at).map(({symbol}) => symbol)
}
