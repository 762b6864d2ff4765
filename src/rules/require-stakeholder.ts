import {requireElement} from './require-element.ts'

export const requireStakeholder = requireElement({
  id: 'require-stakeholder',
  element: 'stakeholder',
  title: 'who is affected, asked or deciding',
  missing: 'who is affected or decides',
  enough: 'name the teams, roles or people, and their part.',
  why: 'Readers look for themselves: am I asked, affected, or only informed?',
  good: 'The billing team is affected; the platform lead decides.',
  warns: ['letter'],
  informs: ['memo', 'rfc'],
  settledByHandingIn: true
})
