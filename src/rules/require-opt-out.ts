import {requireElement} from './require-element.ts'

export const requireOptOut = requireElement({
  id: 'require-opt-out',
  element: 'optout',
  title: 'a way out, or a limit to the commitment',
  missing: 'how one can get out again',
  enough: 'name a trial, a stop condition or a way back.',
  why: 'A yes that can be taken back is much easier to give.',
  good: 'It ships behind a switch, off by default; if the error rate doubles, we turn it off the same day.',
  informs: ['rfc']
})
