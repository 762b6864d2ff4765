import type {Profile, Proposal} from '../analysis/proposal.ts'
import type {Rule, Severity} from './rule.ts'

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

/** How loudly a rule speaks of a document, where nobody has set it otherwise. */
export function severityFor({severity, settledByHandingIn, quiet}: Rule, proposal: Proposal): Severity {
  const {profile} = proposal
  if (profile.handedIn && settledByHandingIn) return 'off'
  const usual = severity(profile.name)
  return usual !== 'off' && quiet?.(proposal) ? 'off' : usual
}
