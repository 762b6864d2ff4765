import type {Evidence} from '../analysis/proposal.ts'
import {hasWording} from '../analysis/wording.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export const noPracticalOnlyAppeal: Rule = {
  id: 'no-practical-only-appeal',
  title: 'an appeal to nothing but time and money',
  why: 'People also help for reasons that no sum shows: a purpose they share, being thanked by name, giving back what they were given.',
  good: 'Your name stands on the first page, and next year’s beginners will learn from it as you once did.',
  severity: severityIn({hints: ['memo', 'letter', 'sponsorship']}),
  check: (proposal) => {
    const {text, elements, asks} = proposal
    const [gain] = elements.reward.evidence
    if (elements.reward.level !== 'present' || !gain || !asks.some(({whom}) => whom)) return []
    const said = ({level, span}: Evidence) => (level === 'present' ? [text.slice(span.start, span.end)] : [])
    const appeal = [...elements.reward.evidence, ...elements.motive.evidence].flatMap(said).join('\n')
    const asked = asks.map(({words}) => words).join('\n')
    const practical = hasWording('practical', elements.reward.evidence.flatMap(said).join('\n'))
    if (!practical || hasWording('purpose', appeal) || hasWording('purpose', asked)) return []
    const message =
      'What you offer here is practical only: is there a purpose, a thank-you or a giving back that your reader would share?'
    return [{span: gain.best, message, nearly: []} satisfies Observation]
  }
}
