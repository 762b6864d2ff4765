import {looseEnds} from '../rules/ready-to-send.ts'
import {rangeOf} from './convert.ts'
import type {Read} from './documents.ts'
import type {ReadyResult} from './protocol.ts'

/** What is left to settle before a document is sent. */
export function readyOf({document, proposal, findings}: Read): ReadyResult {
  const {words, places, closed} = proposal
  return {
    version: document.version,
    empty: words === 0 && places.length === 0,
    looseEnds: looseEnds(proposal, findings).map(({kind, span, message}) => ({
      kind,
      message,
      range: rangeOf(document, span)
    })),
    ...(closed === undefined ? {} : {closed})
  }
}
