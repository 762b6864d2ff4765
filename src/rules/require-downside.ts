import {requireElement} from './require-element.ts'

export const requireDownside = requireElement({
  id: 'require-downside',
  element: 'downside',
  title: 'what could go wrong, and what it costs the reader',
  missing: 'what could go wrong',
  enough: 'say what may happen, and to whom.',
  why: 'A reader looks for the catch. Whoever names it first is trusted with the rest, above all when it touches the reader.',
  good: 'For about two weeks your builds will be slower; if the cache fails, you are back to today’s times.',
  warns: ['memo', 'rfc', 'grant', 'goal']
})
