import {requireElement} from './require-element.ts'

export const requireAsk = requireElement({
  id: 'require-ask',
  element: 'ask',
  title: 'an explicit request to somebody',
  missing: 'what you ask of whom',
  enough: 'say who should do what, and by when.',
  why: 'A reader who agrees but is asked for nothing does nothing. A direct ask is a kindness: it can be answered.',
  good: 'We ask the platform team to review the design by 12 May, about two hours in all.',
  warns: ['memo', 'goal', 'sponsorship', 'letter'],
  settledByHandingIn: true
})
