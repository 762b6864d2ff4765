import {commitmentHome} from './home.ts'
import {requireElement} from './require-element.ts'

export const requireWork = requireElement({
  id: 'require-work',
  element: 'work',
  title: 'what work is to be done, and by whom',
  missing: 'who is to do what',
  enough: 'list the steps, each with somebody who does it.',
  why: 'The reader wants to see that somebody has thought it through, and which part would be theirs.',
  good: 'Noor writes the migration, the data team checks the reports, I train the support desk.',
  warns: ['memo', 'grant', 'goal'],
  home: commitmentHome
})
