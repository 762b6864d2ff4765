import {callsForProposals} from '../analysis/calls.ts'
import {commitmentHome} from './home.ts'
import {requireElement} from './require-element.ts'

export const requireEffort = requireElement({
  id: 'require-effort',
  element: 'effort',
  title: 'how much of people’s time it takes',
  missing: 'how much of people’s time it takes',
  enough: 'give a number: hours a week, days, people.',
  why: '“Some help” may mean an hour or a quarter. A number lets the reader look into the calendar instead of guessing.',
  good: 'Two reviewers, about three hours a week each.',
  warns: ['grant'],
  informs: ['memo'],
  // Who answers a call tells how much of their time it takes.
  unless: callsForProposals,
  home: commitmentHome,
  settledByHandingIn: true
})
