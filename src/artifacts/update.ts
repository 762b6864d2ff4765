import type {Feedback, Proposal} from '../analysis/proposal.ts'
import {howToAnswer} from './answering.ts'
import {type Artifact, blocks, gap, type Quoting, quoting} from './artifact.ts'
import {type AskLine, askLinesOf, nobodyOf, writeAsk} from './ask-lines.ts'
import {bestPassages} from './best-passages.ts'
import {type Clipping, closed} from './clip.ts'
import {progressSince} from './compare.ts'
import {speaksTo} from './moves.ts'
import {type Stakeholder, sameParty} from './stakeholders.ts'
import {type Source, sourceOf} from './statements.ts'
import {nameOf} from './titling.ts'

export interface UpdateOptions {
  readonly stakeholder?: Stakeholder | undefined
  readonly feedback?: Feedback | undefined
  /** The proposal as its readers last heard of it. */
  readonly before?: Proposal | undefined
}

/**
 * A post for a newsletter, a channel or a blog: what is proposed, what its readers gain, what happened since they
 * last heard of it, one ask, and how to respond.
 */
export function updateOf(proposal: Proposal, options: UpdateOptions = {}): Artifact {
  const source = sourceOf(proposal)
  const {stakeholder} = options
  const written = quoting()
  const best = bestPassages(source, stakeholder)
  const what = best.proposed(48)
  const gain = best.of('reward', 40)
  const value = gain.length > 0 ? gain : best.of('motive', 32, 1)
  const text = (clippings: readonly Clipping[]) =>
    clippings.map((one) => closed(written.quote(one))).join(' ')
  const part = (label: string, clippings: readonly Clipping[], question: string) =>
    `**${label}:** ${clippings.length > 0 ? text(clippings) : gap(question)}`
  const markdown = blocks([
    `# Update: ${nameOf(proposal)}`,
    stakeholder && `_For ${stakeholder.name}_`,
    part('What we propose', what, 'What do you propose, in two sentences?'),
    gain.length > 0 || value.length === 0
      ? part('What you gain', gain, `What does ${stakeholder?.name ?? 'this audience'} gain?`)
      : part('Why it matters', value, ''),
    options.before
      ? since(source, options.before, written)
      : part(
          'Where it stands',
          best.of('progress', 48),
          'What has happened since your readers last heard of it?'
        ),
    oneAsk(source, stakeholder, written),
    `**How to respond:** ${howToAnswer(proposal, options.feedback ?? {}, written)}`
  ])
  return {markdown, extracts: written.extracts}
}

function since(source: Source, before: Proposal, written: Quoting): string {
  const {answered, done, told, changed} = progressSince(source, before)
  const words = (clipping: Clipping) => closed(written.quote(clipping))
  const lines = [
    ...answered
      .slice(0, 3)
      .map((line) => `- ${line.state === 'agreed' ? 'Agreed' : 'Declined'}: ${answer(line, written)}`),
    ...done.slice(0, 4).map((one) => `- Done: ${words(one)}`),
    ...told.map((one) => `- ${words(one)}`)
  ]
  const news =
    lines.length > 0 ? lines : [`- ${gap('What has happened since your readers last heard of it?')}`]
  const also = changed.length > 0 ? `\n\n**Also new in the proposal:** ${changed.map(words).join(' ')}` : ''
  return `**New since the last update:**\n\n${news.join('\n')}${also}`
}

function answer({whom, what, by}: AskLine, {quote}: Quoting): string {
  const said = `${whom ? `${quote(whom)}: ` : ''}${quote(what).replace(/[.;,:]+$/, '')}`
  return by ? `${said} (${quote(by)}).` : `${said}.`
}

/** The ask that concerns these readers most: theirs before anybody's, one with a date before one without. */
function oneAsk(source: Source, stakeholder: Stakeholder | undefined, written: Quoting): string {
  const rank = ({whom, what, timed, facts}: AskLine) =>
    (stakeholder && whom && sameParty(whom.words, stakeholder.name) ? 4 : 0) +
    speaksTo(stakeholder, what.words) +
    (whom ? 1 : 0) +
    (timed ? 1 : 0) +
    (facts.length > 0 ? 0.5 : 0)
  const open = askLinesOf(source, 28).filter(({state}) => state === 'open')
  const [best] = open
    .filter(({whom}) => !stakeholder || !whom || sameParty(whom.words, stakeholder.name))
    .sort((a, b) => rank(b) - rank(a))
  const line = best
    ? writeAsk(best, written, nobodyOf(source.proposal, best))
    : `- [ ] **${stakeholder?.name ?? nobodyOf(source.proposal)}:** ${gap('what is the one thing you ask of them?')}, by ${gap('date')}`
  return `**One ask:**\n\n${line}`
}
