import type {Ask, Evidence, Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'

/** Longer words are no quotation, but a retelling; of a longer sentence, the first clause is taken. */
const longest = 160

/** The author's words at a span, without markup and closing mark; undefined where they are too long to be quoted. */
export function quotable({text, passages}: Proposal, span: Span): string | undefined {
  const sentence = passages
    .flatMap(({sentences}) => sentences)
    .find((one) => one.span.start <= span.start && span.start < one.span.end)
  const whole = (sentence?.words ?? text.slice(span.start, span.end).replace(/\s+/g, ' ').trim())
    .replace(/^[“"]|[”"]$/g, '')
    .replace(/[.:;,]+$/, '')
  const [clause = ''] = whole.split(/; /)
  const words = clause.split(' ').length < 4 ? whole : clause
  return words.length > 0 && words.length <= longest && !/[⟨⟩]/.test(words) ? words : undefined
}

/** Passages that tell an element outright, in the order of the text. */
export function told({elements}: Proposal, element: TrustElement): Evidence[] {
  const {level, evidence} = elements[element]
  if (level !== 'present') return []
  return evidence
    .filter((one) => one.level === 'present' && one.passage !== undefined)
    .sort((a, b) => a.best.start - b.best.start)
}

/** What could go wrong by the author's own account, as far as nothing answers it yet. */
export function unanswered(proposal: Proposal): Evidence[] {
  const {asks, passages, text} = proposal
  const answers = told(proposal, 'objection')
  return told(proposal, 'downside').filter(({best}) => {
    if (answers.some(({span}) => overlaps(span, best)) || asks.some(({span}) => contains(span, best)))
      return false
    const words = quotable(proposal, best)
    const passage = passages.find(({span}) => contains(span, best))
    return words !== undefined && passage?.kind !== 'row' && !text.includes(`“${words}`)
  })
}

/** Who is asked, as the text names them: each once, without "the"; nobody who is only "you" or "everyone". */
export function askedOf({asks}: Proposal): {readonly whom: string; readonly ask: Ask}[] {
  const found = asks.flatMap((ask) => {
    const whom = ask.whom?.words.replace(/^(?:the|our) /i, '')
    return whom && !/^(?:you|everyone|everybody|anyone|all)$/i.test(whom) ? [{whom, ask}] : []
  })
  return found.filter(
    ({whom}, index) => found.findIndex((other) => other.whom.toLowerCase() === whom.toLowerCase()) === index
  )
}
