import {profiles} from '../analysis/proposal.ts'
import {severityIn} from './profile-severity.ts'
import type {Rule} from './rule.ts'

export const noUnfilledPlaceholder: Rule = {
  id: 'no-unfilled-placeholder',
  title: 'places that are still to be filled in',
  why: 'A reader who meets “TBD” or “[Your Name]” stops reading for the content and starts looking for what else was left undone.',
  good: 'Put the missing word in, or say who will know it and when.',
  severity: severityIn({warns: profiles}),
  check: ({places}) =>
    places.map(({span, words}) => ({span, message: `Still to be filled in: ${words}`, nearly: []}))
}
