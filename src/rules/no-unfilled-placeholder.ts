import {profiles, type Slot} from '../analysis/proposal.ts'
import {placesBySection} from './places-by-section.ts'
import {severityIn} from './profile-severity.ts'
import type {Rule} from './rule.ts'

export const noUnfilledPlaceholder: Rule = {
  id: 'no-unfilled-placeholder',
  title: 'places that are still to be filled in',
  why: 'A reader who meets “TBD” or “[Your Name]” stops reading for the content and starts looking for what else was left undone.',
  good: 'Put the missing word in, or say who will know it and when.',
  severity: severityIn({warns: profiles}),
  // One finding a section, at its first place: a scaffold is one thing to do.
  check: (proposal) =>
    Array.from(placesBySection(proposal).values(), (own) => {
      const message = `Still to be filled in: ${named(own)}.`
      return {span: own[0].span, message, nearly: []}
    })
}

function named(places: readonly Slot[]): string {
  const words = [...new Set(places.map((place) => place.words))]
  const shown = words.slice(0, 3)
  const rest = words.length - shown.length
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
