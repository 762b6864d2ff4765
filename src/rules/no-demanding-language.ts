import {profiles} from '../analysis/proposal.ts'
import {severityIn} from './profile-severity.ts'
import type {Rule} from './rule.ts'
import {wordingHints} from './wording-hints.ts'

export const noDemandingLanguage: Rule = {
  id: 'no-demanding-language',
  title: 'words that press the reader: “you must approve”, “non-negotiable”',
  why: 'People guard their freedom to say no, and use it when it is denied to them.',
  good: 'We ask you to approve it; if you cannot by 4 May, tell us what you would need.',
  severity: severityIn({hints: profiles}),
  check: (proposal) =>
    wordingHints(
      proposal,
      'demanding',
      (words) => `“${words}” leaves the reader no choice; an ask that can be declined is easier to grant.`
    )
}
