import type {Passage} from '../passages.ts'
import type {Answer} from '../proposal.ts'

const signed = /\((\p{Lu}[^(),\d]*,\s*[^()]*\d[^()]*)\)[\s.]*$/u

/** What was said to an ask: ticked is agreed, struck out is declined; who said so stands in brackets at the end. */
export function answerOf(text: string, {plain, span, struck, checked}: Passage): Answer {
  const by = signed.exec(plain)
  const state = struck ? 'declined' : checked === true ? 'agreed' : 'open'
  const start = by?.[1] ? text.indexOf(by[1], span.start + by.index) : -1
  return {
    state,
    by: by?.[1] && start >= 0 ? {span: {start, end: start + by[1].length}, words: by[1]} : undefined
  }
}
