import {promisesAsk} from '../analysis/asks/phrases.ts'
import {promises, startsWithVerb} from '../analysis/lexicon.ts'
import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {callsForProposals} from './calls.ts'
import {choose} from './choose.ts'
import {type Clipping, wordCount} from './clip.ts'
import {isUnderPhase} from './phases.ts'
import {plainness} from './plainness.ts'
import type {Source, Statement} from './statements.ts'
import {titled} from './titling.ts'

/** What a form, a template or a contact line says to whoever reads it: nothing that is asked of the meeting. */
export const ofForm =
  /^\(|^if your? |(?:^|\bplease )(?:tell|describe|explain|list|include|summari[sz]e) (?:us|me|your?|a|any|how|what|why|the)\b|^(?:please )?(?:respond with|answer (?:yes|with))\b|^(?:feel free|thank)|\(max\b|\bplease rate\b|\bplease (?:share|talk|speak|chat) with (?:us|me)[.!]?$|\bis welcomed? to (?:reach out|weigh in|attend|participate|comment)\b/i

/**
 * Where an ask is told, but not in words that could be taken apart: in an application for money the sum, else the
 * sentences that ask. None of those that only praise, welcome or tell.
 */
export function asksTold(source: Source, mostWords: number): Clipping[] {
  const {proposal} = source
  const sums = () => (callsForProposals(proposal) ? [] : sumAsked(source))
  if (proposal.elements.ask.level !== 'present') return sums()
  const total = proposal.profile.name === 'grant' ? sums() : []
  if (total.length > 0) return total
  const told = choose(source, 'ask', {
    most: 2,
    words: mostWords,
    prefer: (statement, words) =>
      (plainness(words, 'ask') < -2 ? -6 : 0) + (isAsking(proposal, statement, words) ? 0 : -12)
  })
  if (told.length > 0) return told
  const sum = sums()
  return sum.length > 0 ? sum : calledFor(proposal)
}

/** "Join the pond survey" over a page for those who might: the title itself asks. */
function calledFor(proposal: Proposal): Clipping[] {
  const title = titled(proposal)
  const toReader = ['memo', 'letter', 'sponsorship'].includes(proposal.profile.name)
  return title && toReader && calling.test(title.words) ? [title] : []
}
const calling =
  /^(?:please )?(?:(?:join|donate|volunteer|register|vote for|sign (?:up|the|our|this)|become an?)\b|(?:help|support|sponsor|partner with|write for) (?:us|our)\b)/i

const asking =
  /\b(?:please|should|must|need|asks?|asking|(?:we|I|proposal|application|hereby|formally) requests?|(?:a|our|this) request for|requested|requesting|expected|required|requires|invite[ds]?|appreciate|call (?:on|for)|urge|recommend\w*|propose|total(?=.*\d)|help us|you can|you will|are welcome)\b/i
/** "Topics should be titled so": a rule for whoever writes next. */
const ruling =
  /\b(?:should|must) include\b|\b(?:should|must) (?:also |always )?be (?:\w+ly )?(?:made|\w+ed)\b/i

/** A document that tells how things are done: what it says to do is said to whoever follows it one day. */
export function isGuideline({title}: Proposal): boolean {
  return /\b(?:guidelines|runbook|playbook|handbook)\b/i.test(title?.words ?? '')
}

/** "What would you want to see?" asks for a view, not for a deed. */
export function isForViews(words: string): boolean {
  return (
    words.endsWith('?') &&
    /^(?:and |but |so )?(?:what|which|how|why|who|whom|where|when|do|does|is|are|am)\b/i.test(words)
  )
}

/** What an RFC tells the users of a program to do is not asked of those who decide on it. */
export function isOfUsers({profile}: Proposal, words: string): boolean {
  return profile.name === 'rfc' && ofUsers.test(words)
}
const ofUsers =
  /\b(?:update|upgrade|migrate|change) your (?:app|application|code|project|dependencies|package)s?\b/i

/** Whether words may ask for something: by their verb, by a word that asks, or under a heading that does. */
function isAsking(proposal: Proposal, {tellings}: Statement, words: string): boolean {
  const {sections, passages} = proposal
  if (
    isGuideline(proposal) ||
    isForViews(words) ||
    ofForm.test(words) ||
    isOfUsers(proposal, words) ||
    ruling.test(words) ||
    wordCount(words) < 4
  )
    return false
  const title = sections[passages[tellings[0]?.passage ?? -1]?.section ?? 0]?.title ?? ''
  return (
    asking.test(words) ||
    startsWithVerb(words.replace(/^\p{L}+ly /u, '')) ||
    promises(title, 'ask') ||
    promisesAsk(title)
  )
}

const sum = /\b(?:total|requested|budget requested|funding (?:amount|requested)|grant amount)\b/i
const total = /^total\b/i
const price = /^(?:costs?|price|budget|amount)\s*:/i

/** A bare amount right below a heading that says what it is: "Total budget requested". */
function sumBelow({passages, sections, boilerplate}: Proposal): Clipping | undefined {
  for (const [index, {section, plain, span}] of passages.entries()) {
    const {heading, title} = sections[section] ?? {heading: undefined, title: ''}
    const words = fold(plain)
    if (boilerplate[index] || !heading || !sum.test(title) || !bare.test(words)) continue
    return {words: `${title.replace(/[\s:]+$/, '')}: ${words}`, span, parts: [heading, span]}
  }
  return undefined
}
const bare = /^(?:[$€£]\s?|[A-Z]{3,4}\s?)?\d[\d.,]*k?(?:\s?[A-Z]{3,4})?$/

/** In an application for money, what it is to cost is the ask: the sum, where one is told. */
function sumAsked(source: Source): Clipping[] {
  const {proposal, statements} = source
  if (!['grant', 'sponsorship'].includes(proposal.profile.name)) return []
  const headed = sumBelow(proposal)
  if (headed) return [headed]
  const [best] = statements
    .filter(
      (statement) =>
        statement.kind !== 'list' && statement.kind !== 'pair' && !isUnderPhase(proposal, statement)
    )
    .map((statement) => ({clip: statement.clip(20), statement}))
    .filter(
      ({clip}) =>
        (sum.test(clip.words) || price.test(clip.words)) &&
        /\d/.test(clip.words) &&
        !/estimated duration|\b(?:fte|weeks?|months?)\b/i.test(clip.words) &&
        wordCount(clip.words) <= 24
    )
    .sort(
      (a, b) =>
        Number(total.test(b.clip.words)) - Number(total.test(a.clip.words)) ||
        b.statement.score('resources') - a.statement.score('resources')
    )
  return best ? [best.clip] : []
}
