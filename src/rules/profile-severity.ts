import type {Profile} from '../analysis/proposal.ts'
import type {Severity} from './rule.ts'

/** Which profiles a rule warns in, and which it informs in; in all others it is off. */
export interface Loudness {
  readonly warns?: readonly Profile[]
  readonly informs?: readonly Profile[]
}

/** The default severity of a rule in each profile. */
export function severityIn({warns = [], informs = []}: Loudness): (profile: Profile) => Severity {
  return (profile) =>
    warns.includes(profile) ? 'warning' : informs.includes(profile) ? 'information' : 'off'
}
