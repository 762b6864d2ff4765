import {profiles} from '../analysis/proposal.ts'
import {severityIn} from './profile-severity.ts'
import type {Rule} from './rule.ts'
import {wordingHints} from './wording-hints.ts'

export const noDismissiveLanguage: Rule = {
  id: 'no-dismissive-language',
  title: 'words that belittle the reader’s effort or another view',
  why: 'Whoever finds it hard, or sees it differently, hears that they are slow or silly, and stops listening.',
  good: 'It takes about an hour the first time; Noor will sit beside you.',
  severity: severityIn({hints: profiles}),
  check: (proposal) =>
    wordingHints(
      proposal,
      'dismissive',
      (words) => `“${words}” may belittle the effort or the view of somebody who reads this.`
    )
}
