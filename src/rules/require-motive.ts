import {requireElement} from './require-element.ts'

export const requireMotive = requireElement({
  id: 'require-motive',
  element: 'motive',
  title: 'why its authors pursue it',
  missing: 'why you pursue this',
  enough: 'name what drives you, or what it costs somebody today.',
  why: 'People help when they trust your reasons. A reader who has to guess at your motive guesses low.',
  good: 'We lose about four hours a week to failed deploys, and I am the one who is paged.',
  warns: ['memo', 'rfc', 'grant', 'goal', 'sponsorship', 'letter'],
  quiet: ({profile}) => profile.offer === true
})
