import {profiles, type Slot} from '../analysis/proposal.ts'
import {contains} from '../analysis/span.ts'
import {severityIn} from './profile-severity.ts'
import type {Rule} from './rule.ts'

export const noUnfilledPlaceholder: Rule = {
  id: 'no-unfilled-placeholder',
  title: 'places that are still to be filled in',
  why: 'A reader who meets “TBD” or “[Your Name]” stops reading for the content and starts looking for what else was left undone.',
  good: 'Put the missing word in, or say who will know it and when.',
  severity: severityIn({warns: profiles}),
  check: ({places, sections}) =>
    // One finding a section, at its first place: a scaffold is one thing to do.
    sections.flatMap(({span}) => {
      const own = places.filter((place) => contains(span, place.span))
      const [first] = own
      return first ? [{span: first.span, message: `Still to be filled in: ${named(own)}.`, nearly: []}] : []
    })
}

function named(places: readonly Slot[]): string {
  const words = [...new Set(places.map((place) => place.words))]
  const shown = words.slice(0, 3)
  const rest = words.length - shown.length
  return [...shown, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
