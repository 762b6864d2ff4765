import type {Proposal} from '../analysis/proposal.ts'
import type {Extract} from './extract.ts'
import {type AskCard, type Summary, summaryOf} from './summary.ts'

/**
 * A recap to send after the proposal was talked over: what is asked of whom, what is open, how to answer.
 * All of it is the author's; what the proposal does not say is a ⟨place⟩ to fill in.
 * @returns Markdown that also reads well as plain text
 */
export function recapOf(proposal: Proposal): string {
  const summary = summaryOf(proposal, new Set())
  return `${[
    `# Recap: ${summary.title}`,
    paragraph('Proposed', summary.proposed, 'what is proposed, in two sentences'),
    paragraph('Why', summary.motive, 'why you pursue this'),
    paragraph('Where it stands', summary.progress, 'what is done, lined up or promised'),
    paragraph('What could go wrong', summary.downside, 'what may happen, and to whom'),
    asked(summary),
    ...(summary.questions.length > 0
      ? [
          `**Open questions:**\n\n${summary.questions
            .slice(0, 5)
            .map(({words}) => `- ${words}`)
            .join('\n')}`
        ]
      : ['**Open questions:** ⟨what you would like to hear about⟩']),
    answering(proposal, summary)
  ].join('\n\n')}\n`
}

function paragraph(label: string, extracts: readonly Extract[], gap: string): string {
  const words = extracts.map(({words}) => (/[.!?”"]$/.test(words) ? words : `${words}.`)).join(' ')
  return `**${label}:** ${words || `⟨${gap}⟩`}`
}

function asked({asks}: Summary): string {
  const frame = 'Asked; nothing counts as agreed until you say so'
  if (asks.length === 0) return `**${frame}:**\n\n- [ ] **⟨whom⟩:** ⟨do what⟩, by ⟨date⟩ (to be confirmed)`
  return `**${frame}:**\n\n${asks.slice(0, 8).map(line).join('\n')}`
}

function line({whom, what, timeframe, effort, resources, state, by}: AskCard): string {
  const said = (words: string | undefined) => (words && !what.includes(words) ? [words] : [])
  const when = timeframe ? said(timeframe) : ['by ⟨date⟩']
  const parts = [what.replace(/[.:;,]$/, ''), ...said(effort), ...said(resources), ...when].join(', ')
  const name = !whom || /^you$/i.test(whom) ? '⟨whom⟩' : whom
  const answer = state === 'open' ? 'to be confirmed' : `${state}${by ? `: ${by}` : ''}`
  return `- [${state === 'agreed' ? 'x' : ' '}] **${name}:** ${state === 'declined' ? `~~${parts}~~` : parts} (${answer})`
}

/** Where to answer, in the author's words with their links: an address is what the reader needs here. */
function answering({text, project}: Proposal, {answering}: Summary): string {
  const [channel] = answering
  const source = channel && text.slice(channel.span.start, channel.span.end).replace(/\s+/g, ' ')
  const words = source?.includes('](') ? source : channel?.words
  const where = words
    ? `“${words.replace(/[.;,]$/, '')}”`
    : `in ${project.feedback ?? '⟨channel⟩'} until ⟨date⟩`
  return `**How to answer:** ${where}, or privately to ⟨author⟩; “not yet” is a fine answer.`
}
