import type {Feedback, Proposal} from '../analysis/proposal.ts'
import {answersBy} from './answers-by.ts'
import {gap, type Quoting} from './artifact.ts'
import {authorIn} from './author.ts'
import {channelOf} from './channel.ts'

/**
 * How to answer without pressure: where the text or else the settings say, also in private, and that a no is fine.
 * @param brief whether there is hardly room
 */
export function howToAnswer(proposal: Proposal, feedback: Feedback, {quote}: Quoting, brief = false): string {
  const channel = channelOf(proposal)
  const address = feedback.channel ? undefined : channel?.address
  const where = address
    ? `by e-mail to ${quote(address)}`
    : channel && channel.places.length > 0
      ? channel.places
          .map(({before, at}) => `${brief && at && isPage(at.words) ? 'at ' : before}${at ? quote(at) : ''}`)
          .join(' or ')
      : feedback.channel
        ? `${/^https?:/.test(feedback.channel) ? 'at' : 'in'} ${feedback.channel}`
        : `in ${gap('channel')}`
  const date = feedback.until ? undefined : answersBy(proposal, channel)
  const until = feedback.until ?? (date ? quote(date) : gap('date'))
  const author = feedback.private || address ? undefined : authorIn(proposal)
  const whom = feedback.private ?? (author ? quote(author) : gap('author'))
  // What goes to an address is private already.
  const privately = address && !feedback.private ? '' : `, or privately to ${whom}`
  return `${where} until ${until}${privately}; “not yet” is a fine answer.`
}

function isPage(words: string): boolean {
  return /^https?:/.test(words)
}
