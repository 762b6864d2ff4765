import {requireElement} from './require-element.ts'

export const requireSummary = requireElement({
  id: 'require-summary',
  element: 'summary',
  title: 'a short digest at the top',
  missing: 'the whole in two sentences at the top',
  enough: 'say in two or three sentences what is proposed.',
  why: 'A busy reader decides in the first minute whether to go on.',
  good: 'We propose to move the nightly reports to the new database by June, in three steps that can each be undone.',
  warns: ['rfc', 'talk'],
  informs: ['memo']
})
