import {startsWithVerb} from '../../analysis/lexicon.ts'
import type {Proposal} from '../../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../../analysis/span.ts'
import {type Content, content, type Fix} from '../fix.ts'
import {styleOf} from '../style.ts'
import {type SentenceAt, sentenceAt, source} from './sentence-at.ts'

/** Makes an ask of a duty that is told as a fact: a line of its own below it, for what is left open with places to fill in. */
export function askImplied(proposal: Proposal, span: Span): Fix | undefined {
  const implied = proposal.impliedAsks.find((one) => one.whom && overlaps(one.span, span))
  const sentence = implied && sentenceAt(proposal, implied.span)
  const block = implied && proposal.passages[implied.passage]?.block
  if (!implied?.whom || !sentence || !block) return undefined
  const what = dutyOf(proposal, sentence, implied.whom.span)
  if (what === undefined) return undefined
  const has = (...kinds: string[]) =>
    proposal.quantities.some((one) => kinds.includes(one.kind) && contains(sentence.span, one.span))
  const {bullet, eol} = styleOf(proposal)
  const number = proposal.asks.filter(({notation}) => notation).length + 1
  const whom = implied.whom.words.replace(/^(?:the|our|your) /i, '')
  const line: Content = [
    `${eol}${eol}${bullet} [ ] **Ask ${number}, ${whom}:** `,
    what,
    ...content(has('effort', 'money') ? '' : ', ⟨hours a week⟩'),
    ...content(has('date', 'duration') ? '' : ', until ⟨date⟩')
  ]
  return {
    title: 'Make it an ask',
    kind: 'refactor.rewrite.buyIn.ask.implied',
    edits: [{span: {start: block.end, end: block.end}, content: line}]
  }
}

const ahead =
  /^\s+(?:(?:will|must|would)(?:\s+(?:also|then|therefore|only|initially))?(?:\s+need\s+to)?|needs?\s+to|to)\s+/
const done = /^(.{2,60}?)\s+(?:will|must|shall|is\s+to|are\s+to)\s+be\s+(?:\w+ly\s+)?(\w+)\s+by\s+$/s

/** "The desk will answer questions" → "answer questions"; "The pond will be cleaned by the crew" → "clean the pond". */
function dutyOf(proposal: Proposal, sentence: SentenceAt, whom: Span): string | undefined {
  const {plain, span} = sentence
  const from = whom.start - span.start
  const after = whom.end - span.start
  const modal = ahead.exec(plain.slice(after))
  const start = after + (modal?.[0].length ?? 0)
  // "Provided by Pond Labs to follow" asks for nothing.
  const opens = modal && (!/^\s+to\b/.test(modal[0]) || !/\w/.test(plain.slice(0, from)))
  if (opens && startsWithVerb(plain.slice(start))) {
    const duty = source(proposal, sentence, start, plain.length)
    return /\w\s+\w/.test(duty) && !plain.trimEnd().endsWith(':') ? duty : undefined
  }
  const passive = done.exec(plain.slice(0, from))
  const verb = passive?.[2] && plainForm(passive[2])
  if (!passive?.[1] || !verb || /[,;:]/.test(passive[1])) return undefined
  const thing = source(proposal, sentence, passive.index, passive[1].length)
  const rest = source(proposal, sentence, after, after + plain.slice(after).search(/[,;:(]|$/))
  const named = /^(?:The|A|An|All|Each|Every|These|This|Those|Its?|Our|Their)\b/.test(thing)
  return `${verb} ${named ? thing.charAt(0).toLowerCase() + thing.slice(1) : thing}${rest ? ` ${rest}` : ''}`
}

/** "maintained" → "maintain", "provided" → "provide"; undefined where it is no verb that is known. */
function plainForm(participle: string): string | undefined {
  const words = participle.toLowerCase()
  if (words === 'run') return words
  const stem = words.replace(/ed$/, '')
  if (stem === words) return undefined
  return [stem, `${stem}e`, stem.replace(/i$/, 'y'), stem.replace(/(.)\1$/, '$1')].find((form) =>
    startsWithVerb(form)
  )
}
