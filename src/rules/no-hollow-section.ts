import {type HollowSection, hollowSectionsOf} from '../analysis/hollow-sections.ts'
import {profiles} from '../analysis/proposal.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export const noHollowSection: Rule = {
  id: 'no-hollow-section',
  title: 'a heading that promises something over nothing, “TBD” or “none”',
  why: 'A reader who opens “Risks” and finds “none” does not conclude that there are none, but that nobody has looked.',
  good: 'Name the one thing that worries you most, or leave the heading out.',
  severity: severityIn({informs: profiles}),
  check: (proposal) =>
    hollowSectionsOf(proposal).map(
      (hollow): Observation => ({
        span: hollow.heading,
        message: messages[hollow.how](hollow.title.replace(/[\s:]+$/, '')),
        nearly: [],
        ...(hollow.element ? {element: hollow.element} : {})
      })
    )
}

const messages: Readonly<Record<HollowSection['how'], (title: string) => string>> = {
  empty: (title) => `Nothing of yours stands under “${title}” yet: fill it, or leave the heading out.`,
  'put off': (title) => `“${title}” is put off: say who will know it and when, or leave the heading out.`,
  denied: (title) => `“${title}” says that there are none; a reader who knows of one will doubt the rest.`
}
