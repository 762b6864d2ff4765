import {requireElement} from './require-element.ts'

export const requireReward = requireElement({
  id: 'require-reward',
  element: 'reward',
  title: 'what readers, users or stakeholders gain',
  missing: 'what your reader gains',
  enough: 'say who gains what.',
  why: 'The problem alone is yours; the gain is what the reader takes home.',
  good: 'Support gets one screen instead of five, and answers in a minute what takes ten today.',
  warns: ['talk', 'sponsorship'],
  informs: ['goal']
})
