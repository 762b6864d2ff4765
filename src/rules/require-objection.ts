import {requireElement} from './require-element.ts'

export const requireObjection = requireElement({
  id: 'require-objection',
  element: 'objection',
  title: 'a concern or an alternative, and the answer to it',
  missing: 'your answer to what speaks against it',
  enough: 'give the reason, or the change that you can offer.',
  why: 'Your reader has an objection already. Meeting it by its reason shows that you have listened.',
  good: 'Why not wait for the new vendor? Because the contract ends in June, and the move takes four months.',
  warns: ['rfc'],
  informs: ['grant', 'goal', 'letter'],
  quiet: ({profile}) => profile.call === true
})
