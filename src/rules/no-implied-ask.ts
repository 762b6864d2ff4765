import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

/** More would tell the same thing again. */
const most = 3

export const noImpliedAsk: Rule = {
  id: 'no-implied-ask',
  title: 'a duty of the reader that is told as a fact and asked of nobody',
  why: 'Whoever reads that they will maintain something, and was never asked, starts with a no. The same duty, asked for, can be agreed to.',
  good: 'We ask the platform team to keep it running from June on, about two hours a month; is that within your reach?',
  severity: severityIn({informs: ['memo', 'rfc', 'grant', 'goal', 'letter']}),
  check: ({impliedAsks, asks}) => {
    const heads = new Set<string>()
    return impliedAsks
      .flatMap(({span, whom, words}): Observation[] => {
        const who = whom?.words.replace(/^(?:the|our|your|an?) /i, '').toLowerCase() ?? words
        const asked = asks.some((ask) => ask.whom?.words.toLowerCase().includes(who))
        if (asked || heads.has(who)) return []
        heads.add(who)
        const counted = whom ? `This counts on “${whom.words}”` : 'This counts on somebody'
        const message = `${counted}, and nobody asks: make it an ask, with how much and for how long.`
        return [{span: whom?.span ?? span, message, nearly: [], element: 'ask'}]
      })
      .slice(0, most)
  }
}
