import {requireElement} from './require-element.ts'

export const requireDialog = requireElement({
  id: 'require-dialog',
  element: 'dialog',
  title: 'an invitation to the reader’s view',
  missing: 'how your reader can have a say',
  enough: 'ask what you would like to hear, as an open question.',
  why: 'People support what they helped to shape. An open question tells them that it is not settled over their heads.',
  good: 'What problems do you see ahead for your team? Comments here or by mail, until 12 May.',
  informs: ['memo', 'rfc', 'sponsorship'],
  settledByHandingIn: true
})
