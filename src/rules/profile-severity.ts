import type {Profile} from '../analysis/proposal.ts'
import type {Severity} from './rule.ts'

/** Which profiles a rule warns in, which it informs in, and which it hints in; in all others it is off. */
export interface Loudness {
  readonly warns?: readonly Profile[]
  readonly informs?: readonly Profile[]
  readonly hints?: readonly Profile[]
}

/** The default severity of a rule in each profile. */
export function severityIn({warns = [], informs = [], hints = []}: Loudness): (profile: Profile) => Severity {
  return (profile) =>
    warns.includes(profile)
      ? 'warning'
      : informs.includes(profile)
        ? 'information'
        : hints.includes(profile)
          ? 'hint'
          : 'off'
}
