import {startsWithVerb} from '../../analysis/lexicon.ts'
import type {Proposal} from '../../analysis/proposal.ts'
import {overlaps, type Span} from '../../analysis/span.ts'
import {content, type Fix} from '../fix.ts'
import {replace, sentenceAt, source} from './sentence-at.ts'

// Ways to ask nobody, each with what is to be done after it, in its plain form.
const ownerless: readonly RegExp[] = [
  /^(?:ideally,? |perhaps |maybe )?(?:someone|somebody|anyone|one) (?:should|could|must|has to|needs to|ought to|would have to|will have to|can) /i,
  /^(?:ideally,? |perhaps |maybe )?it (?:would|['’]d) be (?:great|good|nice|helpful|useful|wonderful|fantastic|ideal|awesome) if (?:someone|somebody|anyone|people|one|we) (?:could|would|can) /i,
  /^(?:ideally,? )?we (?:could use|need) (?:some |more |a few )?(?:someone|somebody|people|volunteers|helpers|hands) (?:to|who can) /i
]
const vague =
  /^(?:ideally,? |perhaps |maybe )?it (?:would|['’]d) be (?:great|good|nice|helpful|useful|wonderful|fantastic|ideal|awesome) (?:if|to)\b|^(?:someone|somebody|anyone)\b/i

/** Turns an ask of nobody ("someone should review it") into one of somebody, by a date. */
export function askDirectly(proposal: Proposal, span: Span): Fix | undefined {
  const sentence = sentenceAt(proposal, span)
  if (!sentence) return undefined
  for (const pattern of ownerless) {
    const match = pattern.exec(sentence.plain)
    const end = match?.[0].length ?? 0
    if (!match || !startsWithVerb(sentence.plain.slice(end))) continue
    const what = source(proposal, sentence, end, sentence.plain.length)
    const dated = proposal.quantities.some(
      ({kind, span: at}) => kind === 'date' && overlaps(at, sentence.span)
    )
    const closing = content(dated ? '?' : ' by ⟨date⟩?')
    const edit = replace(proposal, sentence, 0, sentence.plain.length, [
      ...content('⟨whom⟩, could you '),
      what,
      ...closing
    ])
    // The rest of the sentence is kept as it is written, so its markup is no loss.
    const whole = edit ?? {
      span: sentence.span,
      content: [...content('⟨whom⟩, could you '), what, ...closing]
    }
    return {title: 'Ask somebody directly', kind: 'refactor.rewrite.buyIn.ask.directly', edits: [whole]}
  }
  return undefined
}

/** Adds the question that lets the reader find their own part, after an ask of nobody. */
export function askHowTheyFit(proposal: Proposal, span: Span): Fix | undefined {
  const sentence = sentenceAt(proposal, span)
  if (!sentence || !vague.test(sentence.plain)) return undefined
  const at = sentence.span.end
  return {
    title: 'Ask how they see themselves fitting in',
    kind: 'refactor.rewrite.buyIn.ask.howTheyFit',
    edits: [{span: {start: at, end: at}, content: content(' How do you see yourself fitting in, ⟨whom⟩?')}]
  }
}
