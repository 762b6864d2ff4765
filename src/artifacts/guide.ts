import type {Feedback, Proposal} from '../analysis/proposal.ts'
import {type Artifact, blocks, gap, type Quoting, quoting} from './artifact.ts'
import {type AskLine, askLinesOf, dueOf, forStakeholder} from './ask-lines.ts'
import {type BestPassages, bestPassages} from './best-passages.ts'
import {type Clipping, closed} from './clip.ts'
import {type Objection, objectionsOf} from './objections.ts'
import {openQuestions} from './open-questions.ts'
import {type Stakeholder, stakeholdersOf} from './stakeholders.ts'
import {type Source, sourceOf} from './statements.ts'
import {nameOf} from './titling.ts'

export interface GuideOptions {
  /** Whom it is for; a page for each whom the proposal names, else the project, where undefined. */
  readonly stakeholder?: Stakeholder | undefined
  readonly feedback?: Feedback | undefined
}

const mostPages = 8

/**
 * A guide for the talk before the ask, one page for each stakeholder: what it is about, open questions, room for
 * what was heard, likely objections by their reason, and what to offer, in which order.
 */
export function guideOf(proposal: Proposal, options: GuideOptions = {}): Artifact {
  const source = sourceOf(proposal)
  const written = quoting()
  const known = stakeholdersOf(proposal)
  // Whoever only the project names may have nothing to do with this proposal.
  const named = known.filter((one) => one.named)
  const those = (named.length > 0 ? named : known).slice(0, mostPages)
  const stakeholders: readonly (Stakeholder | undefined)[] = options.stakeholder
    ? [options.stakeholder]
    : those.length > 0
      ? those
      : [undefined]
  const pages = stakeholders.flatMap((one) => page(source, one, written))
  const markdown = blocks([`# Conversation guide: ${nameOf(proposal)}`, ...pages])
  return {markdown, extracts: written.extracts}
}

function page(source: Source, stakeholder: Stakeholder | undefined, written: Quoting): string[] {
  const name = stakeholder?.name ?? gap('whom will you talk to?')
  const cares = stakeholder?.caresAbout ?? []
  const about = [
    ...(stakeholder?.role ? [stakeholder.role] : []),
    cares.length > 0 ? `cares about ${cares.join(', ')}` : `cares about ${gap('what?')}`
  ].join('; ')
  const best = bestPassages(source, stakeholder)
  const [purpose] = best.proposed(32)
  const objections = objectionsOf(source, stakeholder, 3)
  return [
    `## ${name}`,
    `_${about}_`,
    `**What this talk is for:** to hear them out before anything is asked. ${purpose ? closed(written.quote(purpose)) : gap('What do you want to accomplish, in a sentence?')}`,
    `**Ask, and listen:**\n\n${questions(source, stakeholder, written).join('\n')}`,
    `**What I heard:**\n\n- ${gap('what matters to them, in their words')}\n- ${gap('what they worry about')}\n- ${gap('what would make it easy for them')}\n- Said back to them, and they said: ${gap('yes, or what I got wrong')}`,
    `**They may object** (hear it out first):\n\n${objecting(objections, stakeholder, written).join('\n')}`,
    `**What to offer, in this order:**\n\n${offers(source, best, stakeholder, objections, written).join('\n')}`
  ]
}

function questions(source: Source, stakeholder: Stakeholder | undefined, {quote}: Quoting): string[] {
  const own = openQuestions(source, 2, 30).filter(({words}) => words.endsWith('?'))
  const cares = stakeholder?.caresAbout ?? []
  return [
    '- How do you see this playing out?',
    '- What problems do you see ahead?',
    ...cares.slice(0, 2).map((care) => `- What would this mean for ${care}?`),
    ...own.map((one) => `- ${quote(one)}`),
    '- How do you see yourself fitting in?'
  ]
}

function objecting(
  objections: readonly Objection[],
  stakeholder: Stakeholder | undefined,
  {quote}: Quoting
): string[] {
  const lines = objections.map(({kind, reason, concern, answer}) => {
    const met = answer ? `The text answers: ${closed(quote(answer))}` : gap('what can you change or offer?')
    return `- _${kind}, ${reason}:_ ${closed(quote(concern))} ${met}`
  })
  const lacks = (kind: Objection['kind']) => !objections.some((one) => one.kind === kind)
  const they = stakeholder?.name ?? 'them'
  return [
    ...lines,
    ...(lacks('practical') ? [`- _practical:_ ${gap(`What would it cost ${they} in time or money?`)}`] : []),
    ...(lacks('emotional')
      ? [
          `- _emotional:_ ${gap(`What could make it hard for ${they} to say yes: pride, habit, a bad experience?`)}`
        ]
      : [])
  ]
}

const leaving =
  /\b(?:stop(?:s|ped)?|opt(?:s|ing)?[- ]?(?:out|in)|roll(?:ed)?[- ]?back|revert\w*|withdr[ae]w\w*|cancel\w*|(?:switch|turn)(?:ed)? (?:it )?off|disabled?|no obligation|back out|go back|undone|undo|reversed?|at any time|terminat\w+|leave|optional\w*|may choose|choose not|pilot|decide (?:together|whether|anew))\b/i

/** Sweeteners: for a practical objection what costs less comes first, for an emotional one what gives more. */
function offers(
  source: Source,
  best: BestPassages,
  stakeholder: Stakeholder | undefined,
  objections: readonly Objection[],
  {quote}: Quoting
): string[] {
  const lines = forStakeholder(askLinesOf(source, 22), stakeholder).filter(({state}) => state === 'open')
  const [first] = lines
  const out = best.of('optout', 28, 2).find(({words}) => leaving.test(words))
  const gain = best.first('reward', 28)
  const told = (clipping: Clipping | undefined, otherwise: string) =>
    clipping ? closed(quote(clipping)) : gap(otherwise)
  const offer = {
    smaller: `A smaller commitment: ${smaller(first, lines.length, quote)}`,
    shorter: `A shorter time frame: ${shorter(source, first, quote)}`,
    out: `A way to opt out: ${told(out, 'when may they stop, without giving a reason?')}`,
    reward: `A larger reward: ${told(gain, 'what is in it for them: thanks, a say, a name on it?')}`
  }
  const [leading] = objections
  const order =
    leading?.kind === 'emotional'
      ? [offer.reward, offer.out, offer.smaller, offer.shorter]
      : leading?.reason === 'time'
        ? [offer.smaller, offer.shorter, offer.out, offer.reward]
        : [offer.out, offer.smaller, offer.shorter, offer.reward]
  return order.map((line, index) => `${index + 1}. ${line}`)
}

function smaller(line: AskLine | undefined, count: number, quote: Quoting['quote']): string {
  const effort = line?.ask?.effort ?? line?.ask?.resources
  if (effort) {
    const {words, span} = effort
    return `instead of ${quote({words, span, parts: [span]})}, ${gap('how little would still help?')}`
  }
  if (line && count > 1) return `only this: ${closed(quote(line.what))}`
  return gap('which part alone would already help?')
}

function shorter({proposal}: Source, line: AskLine | undefined, quote: Quoting['quote']): string {
  const time = line?.ask && dueOf(proposal, line.ask)
  if (!time) return `${gap('a trial of how long?')}, then decide together`
  const {words, span} = time
  return `instead of ${quote({words, span, parts: [span]})}, ${gap('a trial of how long?')}, then decide together`
}
