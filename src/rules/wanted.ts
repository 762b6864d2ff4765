import type {Proposal} from '../analysis/proposal.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import type {Severities} from './findings.ts'
import {rules} from './rules.ts'

/** The elements that a document of its kind should have: those whose rule is not off. */
export function wantedBy({profile}: Proposal, severities: Severities = {}): ReadonlySet<TrustElement> {
  return new Set(
    rules.flatMap(({id, element, severity}) =>
      element && (severities[id] ?? severity(profile.name)) !== 'off' ? [element] : []
    )
  )
}
