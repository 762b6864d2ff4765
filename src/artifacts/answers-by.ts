import type {Proposal} from '../analysis/proposal.ts'
import {contains, type Span} from '../analysis/span.ts'
import {type Channel, isBid} from './channel.ts'
import {type Clipping, wordsAtOffset} from './clip.ts'
import {headFields} from './head-fields.ts'

const due =
  /^(?:(?:comments?|feedback|review|response|submission|rfc|comment period) )?(?:deadline|due(?: date| by)?|ends?)$|^(?:comments?|feedback|replies|responses|answers) (?:until|by|due)$|^(?:last call|closing date|respond by|reply by|answer by)$/
const dueSentence =
  /^(?:the )?(?:submission )?deadline(?: for (?:\w+ )?(?:proposals|applications|submissions|comments|feedback|responses|answers|replies|nominations))? is\b/i
/** A day of the week alone counts as no date elsewhere. */
const weekday =
  /\b(?:by|until|till|before)\s+((?:next\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b(?!\W{1,3}\d)/
const before = /\b(?:by|until|till|before|no later than)\s+(?:the\s+|end of\s+)?$/i

/** Until when answers are wanted: a field such as "Deadline", the date of the channel, or of another bid to answer. */
export function answersBy(proposal: Proposal, channel: Channel | undefined): Clipping | undefined {
  const {text, quantities, passages, boilerplate} = proposal
  const dates = quantities.filter(({kind}) => kind === 'date').map(({span}) => span)
  const dateIn = (span: Span, behind: boolean) =>
    dates.find(
      (one) =>
        contains(span, one) &&
        (!behind || before.test(text.slice(span.start, one.start).replace(/[*_]/g, '')))
    )
  const own = channel && dateIn(channel.said.span, true)
  if (own) return wordsAtOffset(own.start, text.slice(own.start, own.end))
  const said = channel?.said.span ?? {start: 0, end: 0}
  const day = weekday.exec(text.slice(said.start, said.end))
  if (day?.[1]) return wordsAtOffset(said.start + day.index + day[0].lastIndexOf(day[1]), day[1])
  for (const {label, value} of headFields(proposal)) {
    const date = due.test(label) ? dateIn(value, false) : undefined
    if (date) return wordsAtOffset(date.start, text.slice(date.start, date.end))
  }
  for (const [index, {sentences}] of passages.entries()) {
    if (boilerplate[index]) continue
    for (const {span, words} of sentences) {
      const told = dueSentence.test(words)
      if (!told && !isBid(words)) continue
      const date = dateIn(span, !told)
      if (date) return wordsAtOffset(date.start, text.slice(date.start, date.end))
    }
  }
  return undefined
}
