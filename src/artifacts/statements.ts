import {isBoilerplate} from '../analysis/boilerplate.ts'
import {promises, saysOutright} from '../analysis/lexicon.ts'
import type {Outline, Passage} from '../analysis/passages.ts'
import type {Evidence, Proposal} from '../analysis/proposal.ts'
import type {Quantity} from '../analysis/quantities.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {type Telling, tellingsOf} from '../analysis/tellings.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import {type Clipping, clipRow, clipSentence, joined, wordCount} from './clip.ts'
import {plainness} from './plainness.ts'
import {subjectOf} from './subject.ts'

/** What can be quoted: a sentence, two of them, a row, or the items of a list. */
export interface Statement {
  readonly kind: 'sentence' | 'pair' | 'row' | 'list'
  /** All of it, as it stands in the text. */
  readonly span: Span
  /** The sentences, rows or items that it is made of. */
  readonly tellings: readonly Telling[]
  /** Why it would not read well by itself; 0 for a sentence that does. */
  readonly penalty: number
  /** Whether it goes on from what was said before it, and says little without that. */
  readonly leans: boolean
  /** At most so many words of it, where that can be done. */
  readonly clip: (mostWords: number) => Clipping
  readonly score: (element: TrustElement) => number
}

/** A proposal with all that can be quoted of it. */
export interface Source {
  readonly proposal: Proposal
  readonly statements: readonly Statement[]
  /** What it is about, by the stems of its words; see `subjectOf`. */
  readonly subject: ReadonlySet<string>
}

export function sourceOf(proposal: Proposal): Source {
  const tellings = tellingsOf(proposal).filter((telling) => isQuotable(proposal, telling))
  return {
    proposal,
    subject: subjectOf(proposal),
    statements: [
      ...tellings.map((telling) => single(proposal, telling)),
      ...pairsOf(proposal, tellings),
      ...listsOf(proposal, tellings)
    ]
  }
}

export interface Choice {
  /** How many at the most, and how many words they may have together. */
  readonly most: number
  readonly words: number
  /** What is said elsewhere already. */
  readonly used?: readonly Span[]
  /** What else speaks for a statement, in log-odds. */
  readonly prefer?: (statement: Statement, words: string) => number
  /** How far below the best another may be, in log-odds. */
  readonly spread?: number
  /** Whether weak evidence will do. */
  readonly weak?: boolean
}

/** The statements that prove an element best and read well by themselves, clipped, in the order of the text. */
export function choose(source: Source, element: TrustElement, choice: Choice): Clipping[] {
  return chosen(source, element, choice)
    .map((statement) => statement.clip(choice.words))
    .sort((a, b) => a.span.start - b.span.start)
}

/** The statements that prove an element best and read well by themselves, the best first. */
export function chosen(source: Source, element: TrustElement, choice: Choice): Statement[] {
  const {proposal, statements} = source
  const {level, evidence} = proposal.elements[element]
  if (level === 'missing' || (level === 'weak' && !choice.weak)) return []
  const scored = statements
    .filter(({span}) => !(choice.used ?? []).some((other) => overlaps(other, span)))
    .map((statement) => {
      const clip = statement.clip(choice.words)
      const length = wordCount(clip.words)
      const plain = plainness(clip.words, element, source.subject)
      const score =
        (quotedFloors[element] === undefined
          ? proof(source, statement, element, clip.words, plain)
          : telling(source, statement, element, clip.words, plain)) -
        0.12 * Math.max(0, length - choice.words) -
        0.015 * length +
        (clip.words.endsWith(' …') && statement.kind !== 'list' ? -5 : 0) +
        (choice.prefer?.(statement, clip.words) ?? 0)
      return {statement, clip, length, score, plain}
    })
    // A question tells nothing but that it is open.
    .filter(({length, clip}) => length > 0 && (element === 'dialog' || !/\?["”')]*$/.test(clip.words)))
    .sort((a, b) => b.score - a.score)
  const well = scored.filter(({score}) => score > (quotedFloors[element] ?? floors[element] ?? floor))
  const ranked =
    well.length > 0 || quotedFloors[element] !== undefined
      ? well
      : // What was read as told is told, even where no sentence of it reads well.
        scored
          .filter(
            ({statement, clip, plain}) =>
              (choice.prefer?.(statement, clip.words) ?? 0) > -3 &&
              evidence[0] &&
              overlaps(evidence[0].span, statement.span) &&
              statement.penalty < 2 &&
              plain > -1
          )
          .slice(0, 1)
  const taken: typeof ranked = []
  let room = choice.words
  for (const one of ranked) {
    const [first] = taken
    if (first && one.score < first.score - (choice.spread ?? (quotedFloors[element] === undefined ? 2.5 : 2)))
      break
    if (taken.length > 0 && one.length > room) continue
    if (taken.some(({statement}) => overlaps(statement.span, one.statement.span))) continue
    if (taken.some(({clip}) => alike(clip.words, one.clip.words))) continue
    taken.push(one)
    room -= one.length
    if (taken.length >= choice.most) break
  }
  return taken.map(({statement}) => statement)
}

const floor = -2
/** Where a wrong passage is worse than an honest gap, more is asked of it. */
const floors: Partial<Record<TrustElement, number>> = {ask: 0}
/**
 * The same for what is quoted under a heading of its own: whoever reads "What could go wrong" over a passage expects
 * it to be about that. Set where three in four passages of documents that the model did not see were proofs.
 */
const quotedFloors: Partial<Record<TrustElement, number>> = {
  motive: 0.4,
  progress: 0.5,
  downside: 0.5,
  reward: 0.3,
  optout: 0,
  work: 1,
  timeframe: 0.2,
  effort: -1,
  resources: 0.5
}

/** How far a statement proves an element and reads well, in log-odds. */
function proof(
  {proposal}: Source,
  statement: Statement,
  element: TrustElement,
  words: string,
  plain: number
): number {
  const {evidence} = proposal.elements[element]
  const score = statement.score(element)
  return (
    score -
    statement.penalty +
    standing(evidence, statement) +
    (saysOutright(words, element) ? 0.8 : 0) +
    placed(proposal, statement, element) +
    // Where they are sure to prove it, it matters less that words say it plainly.
    (plain < 0 && plain > -2 && score > 0 ? plain * Math.max(0.3, 1 - 0.3 * score) : plain)
  )
}

const refused = -20
const leastPlain: Partial<Record<TrustElement, number>> = {progress: -0.2, downside: -0.7}

/** How far it tells an element to somebody who sees nothing else, and nothing else rather: by the weights that chose best for documents that the model did not see. */
function telling(
  {proposal}: Source,
  statement: Statement,
  element: TrustElement,
  words: string,
  plain: number
): number {
  const {evidence} = proposal.elements[element]
  const score = statement.score(element)
  const others = Math.max(...rivals.map((other) => (other === element ? -8 : statement.score(other))))
  const at = evidence.findIndex(({span}) => overlaps(span, statement.span))
  const headed = isUnder(proposal, statement, element)
  if (statement.leans) return refused
  // What is plainly something else is no proof, however much is known of where it stands.
  if (plain < (leastPlain[element] ?? Number.NEGATIVE_INFINITY) - (headed ? 2.1 : 0)) return refused
  return (
    score +
    0.5 * (score - others) -
    1.1 * statement.penalty +
    // Under a heading that promises it, also what is told without the usual words is told.
    0.8 * (headed && plain > -2.05 ? Math.max(plain, -1.2) : plain) +
    (at === 0 ? 1.5 : at === 1 || at === 2 ? 0.8 : at > 2 ? 0.3 : -0.3) +
    (saysOutright(words, element) ? 0.4 : 0) +
    placed(proposal, statement, element)
  )
}

/** What a statement may tell instead. */
const rivals = trustElements.filter((element) => element !== 'stakeholder' && element !== 'chunked')

/** Passages that the reading rests on speak for their sentences. */
function standing(evidence: readonly Evidence[], {span}: Statement): number {
  const at = evidence.findIndex((one) => overlaps(one.span, span))
  if (at < 0) return -1.8
  const [first] = evidence
  return (at === 0 ? 1 : 0.4) + (first && contains(span, first.best) ? 0.4 : 0)
}

/** Sections that speak of something other than the proposal itself. */
const aside =
  /\b(?:alternatives?|prior art|related work|appendix|references|faq|rejected|history|glossary|terminology|links|further reading|future (?:work|possibilities)|(?:\w+ )?checklists?|template|examples?)\b/i

function placed(
  {sections, passages}: Outline,
  {tellings}: Pick<Statement, 'tellings'>,
  element: TrustElement
): number {
  const titles = tellings.flatMap(({passage}) => {
    const section = sections[passages[passage]?.section ?? 0]
    return section ? [section.title] : []
  })
  const own = isUnder({sections, passages}, {tellings}, element)
  const other = !own && apart.includes(element) && titles.some((title) => isOf(title, element))
  const besides = titles.some((title) => aside.test(title))
  return (
    (own ? 1.4 : 0) -
    (!own && titles.some((title) => design.test(title)) ? (designed[element] ?? 0) : 0) -
    (other ? 0.5 : 0) -
    (element === 'downside' && titles.some((title) => excluded.test(title)) ? 1.5 : 0) -
    (!besides || element === 'objection' ? 0 : element === 'progress' || element === 'dialog' ? 0.5 : 1.5)
  )
}

/** Sections that say how the thing works. */
export const design =
  /\b(?:design|specification|spec|api|reference|usage|how (?:it|this|the \w+) works?|syntax|semantics|architecture|details?|technical|definitions?|data model|schema|components?|features?|functionality|implementation details|how (?:we|to) (?:teach|use)|guide)\b/i
/** What is left out on purpose is no risk. */
const excluded = /\b(?:out[- ]of[- ]scope|non[- ]?goals?|exclu\w+|not included|assumptions)\b/i
/** What such a section seldom tells: an error that is thrown is no risk, and what a part does is no work. */
const designed: Partial<Record<TrustElement, number>> = {downside: 0.8, progress: 0.5, work: 0.8, motive: 0.3}

/** Whether a statement stands under a heading that promises an element. */
function isUnder(
  {sections, passages}: Outline,
  {tellings}: Pick<Statement, 'tellings'>,
  element: TrustElement
): boolean {
  return tellings.some(({passage}) =>
    promises(sections[passages[passage]?.section ?? 0]?.title ?? '', element)
  )
}

/** Whoever reads "What could go wrong" over a passage expects it to be about that, and about nothing else. */
const apart: readonly TrustElement[] = [
  'motive',
  'progress',
  'downside',
  'reward',
  'optout',
  'ask',
  'dialog',
  'objection'
]

/** Whether a heading promises something other than an element. */
function isOf(title: string, element: TrustElement): boolean {
  return apart.some((one) => one !== element && promises(title, one))
}

/** Whether two statements say much the same, by their words. */
export function alike(a: string, b: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])
  const [left, right] = [words(a), words(b)]
  const shared = [...left].filter((word) => right.has(word)).length
  return shared > 0.7 * Math.min(left.size, right.size)
}

const leaning =
  /^["“'(]*(?:if (?:it|so|one|they|this|that|not)\b|it|its|that|these|those|they|their|them|he|she|his|her|both|such|here|there(?= (?:is|are) (?:also|no such|another))|the former|the latter|another|others?|one of (?:these|them|those)|some of (?:these|them|those)|all of (?:these|this|them)|each of (?:these|them)|the same|this(?= (?:is|was|will|would|can|could|may|might|should|means|has|had|also|makes|allows|enables|leads|helps|gives|includes|way|one|kind|sort|would|in turn|then|requires|results|step|part|section|list|table|situation|problem|issue|list|latter)\b)|yes|no|otherwise|then|doing so|for that|to do (?:this|so|that)|in (?:this|that|these|those|such) (?:case|way|cases|situations?)|with (?:this|that|these)|because of (?:this|that)|by doing|if so|as such|like(?:wise)?|even (?:then|so)|after (?:that|this)|since then|from there|on the other hand|on the contrary|in contrast|conversely|alternatively|rather|yet|nor|or|and|but|so(?! far\b)|because|which|who|where|i\.e|e\.g)\b/i
/** "It is clear that", "It would be useful to": no word before it is meant. */
const expletive =
  /^it(?:['’]s| is| was| would be| may be| can be| could be| will be| takes| seems| is also)(?: \w+){0,3} (?:that|to|for|how)\b/i
const pointing =
  /\bhere[.)]*$|\b(?:above|below|as follows|the following|aforementioned|previous(?:ly)? (?:section|paragraph|mentioned|described)|this section|the next section|see (?:here|the|also)|listed here|(?:table|figure|fig\.) \d|former|latter|these (?:\w+ )?(?:issues|problems|changes|steps|points|options|cases|reasons)|the (?:first|second|third) (?:option|approach|case|one|problem|issue))\b/i

/** "We do need to handle it", "some people feel strongly about this", "in the other cases": of what was named before. */
const referring =
  /^\p{Lu}\p{Ll}{1,15}ing (?:this|that|these|those|them|it)\b|^(?:we|I|you|they|to that)\b(?:,| \p{Ll}{1,9}){0,5} (?:it|them|these|those)\b|^to that,|^not only (?:that|this|so)\b|^(?:in |for |with )?(?:the|an?|some|most|many|all) (?:other|others|second|third|next|same|above|referenced|former|latter|existing ones?)\b|\b(?:about|for|of|with|on|to|from|by|after|than|like|do|doing|does|did|see|around|in|mean|means|without|before|beyond|remedy|solve|address|fix|change|improve|avoid|achieve|support|handle|make|help|tackle|implement) (?:this|that|these|those|it|so)[.!]["”)]?$|\bthat (?:being|is to say)\b|\bof that \p{Ll}+/iu

/** "introduces such a concept", "have done so" */
const suchlike = /\bsuch an? [\w-]{1,30}[.!]?$|\b(?:done|did|does) so\b/i

/** "From this pool", "that trap": of something named before, which is no longer there. */
const demonstrative =
  /\b(?:(?:this|these|those) (?!(?:\w+ )?(?:proposals?|rf[cp]|kep|projects?|redesign|grants?|years?|months?|weeks?|documents?|goals?|talk|changes?|features?|teams?|efforts?|is|are|will|would|can)\b)\p{L}{3,}|that (?:trap|problem|issue|case|reason|risk|approach|point|way|content|kind|sort|level|number|stage|pool|time|moment|day|process|information|data|list|decision|work)\b)/u

/** Thanks, salutations, ways to ask more: kind, but not what a proposal tells. */
const courtesy =
  /^(?:(?:many |special |tremendous |a big )?thank|dear\b|hi\b|hello\b|to whom|sincerely|yours|best regards|kind regards|if you have (?:any )?(?:further )?questions|for more (?:information|details)|please (?:see|refer|find|note)|see\b|click|i hope (?:this|you)|looking forward)/i

/** "Our project has three key components.": it only announces what follows. */
const announcing =
  /\b(?:two|three|four|five|six|seven|several|multiple|various|a (?:few|couple of|number of)|some) (?:[\w-]+ ){0,2}(?:components?|parts?|goals?|aims|reasons?|steps?|ways?|things?|options?|areas?|phases?|stages?|questions?|points?|categories|types?|kinds?|pillars?|objectives?|use cases|examples?|approaches|changes|milestones|issues|problems|challenges|benefits|advantages|drawbacks|requirements|features)[.:]?$/i

/** Whether words go on from the sentence before them. */
function leansBack(words: string): boolean {
  return (
    subjectless.test(words) ||
    (leaning.test(words) && !expletive.test(words)) ||
    referring.test(words) ||
    suchlike.test(words) ||
    demonstrative.test(words)
  )
}

/** An example of what was said before it. */
const exemplifying = /^\s*(?:for (?:example|instance)|e\.g\.)/i

/** "Are usually recorded": its subject was lost. */
const subjectless = /^(?:are|is|was|were|has|have|had)\b/i

/** Marks that are left of a text that is no Markdown, such as a heading without its blank. */
const marks =
  /#{2,}\p{L}|\]\[\d*\]|^\[\d+\]|\s\[\d+\]\s*\p{Lu}|^\[!\w+\]|&(?:[a-z]+|#\d+);|(?<!\w):[a-z_]{3,}:(?!\w)|\{[^}]*@|\*\*|__/u

/** How badly words read that are taken out of their place. */
function penaltyOf(words: string, tied: boolean): number {
  let penalty = 0
  if (!tied && leaning.test(words) && !expletive.test(words)) penalty += 2.2
  if (pointing.test(words)) penalty += 1.2
  if (/\bthe following(?: [\w-]+){0,2}[.:]?$/i.test(words)) penalty += 2
  if (demonstrative.test(words)) penalty += 1.2
  if (announcing.test(words)) penalty += 1.6
  if (!tied && (referring.test(words) || suchlike.test(words))) penalty += 1.2
  if (/\?["”']?$/.test(words)) penalty += 3
  if (courtesy.test(words)) penalty += 3
  if (marks.test(words)) penalty += 3
  if ((words.match(/["“”]/g)?.length ?? 0) % 2 === 1) penalty += 2.5
  if (/:$/.test(words)) penalty += 3
  const count = wordCount(words)
  if (count < 5) penalty += 1.2
  if (count > 32) penalty += 0.05 * (count - 32)
  if (/^\p{Ll}/u.test(words)) penalty += 0.8
  // What is left of a sentence that was cut at an abbreviation.
  if (/^["“(]\p{Ll}/u.test(words)) penalty += 1.5
  if (/^[\w-]+: (?:true|false|\d)/.test(words)) penalty += 4
  if (/^(?:I|me|my)\b|\b(?:I am|I'm|I have been)\b/.test(words)) penalty += 0.3
  const letters = words.replace(/https?:\S+/g, '').replace(/[^\p{L}\s]/gu, '')
  if (letters.replace(/\s/g, '').length < 0.6 * words.replace(/\s/g, '').length) penalty += 1
  if (/[{}=<>]|\w\(\)|::/.test(words)) penalty += 0.8
  return penalty
}

function isQuotable(proposal: Proposal, {span, passage}: Telling): boolean {
  const own = proposal.passages[passage]
  if (!own) return false
  const words = clipSentence(proposal, own, span).words
  if (/⟨|⟩|[$€£] ?[XN]+\b|\bTBD\b|\bTODO\b|\bFIXME\b|lorem ipsum/i.test(words)) return false
  if (isBoilerplate(words, own.kind, own.italic)) return false
  return /\p{L}{3}/u.test(words.replace(/https?:\S+|[\w./-]+\.(?:md|png|svg|html)\b/g, ''))
}

function single(proposal: Proposal, telling: Telling): Statement {
  const passage = passageOf(proposal, telling)
  const row = passage.kind === 'row'
  const whole = row ? clipRow(proposal, passage) : clipSentence(proposal, passage, telling.span)
  const said = proposal.text.slice(telling.span.start, telling.span.end)
  const fragment = passage.kind === 'item' && !/[.!?]$/.test(whole.words) && wordCount(whole.words) < 7
  return {
    kind: row ? 'row' : 'sentence',
    span: telling.span,
    tellings: [telling],
    leans: !row && (leansBack(whole.words) || exemplifying.test(said)),
    penalty:
      penaltyOf(whole.words, row) +
      (fragment ? 1.2 : 0) +
      (passage.kind === 'quote' ? 2 : 0) +
      (row ? 0.5 : 0) +
      // Whom to write to is told where one may answer.
      (row && /@/.test(whole.words) ? 2 : 0) +
      // What a list item says is often only half said without the words that introduce the list.
      (passage.lead !== undefined && endsOpen(proposal, passage.lead) ? 0.6 : 0) +
      (passage.struck ? 6 : 0),
    clip: (mostWords) => (row ? whole : clipSentence(proposal, passage, telling.span, mostWords)),
    score: telling.score
  }
}

/** A sentence that leans on the one before it, with that one. */
function pairsOf(proposal: Proposal, tellings: readonly Telling[]): Statement[] {
  return tellings.flatMap((second, index): Statement[] => {
    const first = tellings[index - 1]
    const passage = proposal.passages[second.passage]
    if (!first || !passage || first.passage !== second.passage || passage.kind === 'row') return []
    const [one, two] = [first, second].map(({span}) => clipSentence(proposal, passage, span))
    if (!one || !two || !leansBack(two.words)) return []
    return [
      {
        kind: 'pair',
        span: {start: first.span.start, end: second.span.end},
        tellings: [first, second],
        leans:
          leansBack(one.words) ||
          exemplifying.test(proposal.text.slice(first.span.start, first.span.end)) ||
          subjectless.test(two.words),
        penalty: penaltyOf(one.words, false) + 0.6 * penaltyOf(two.words, true) + 0.5,
        clip: (mostWords) => {
          const half = Math.max(8, Math.floor(mostWords / 2))
          const clips = [first, second].map(({span}) => clipSentence(proposal, passage, span, half))
          return sentences(clips)
        },
        score: (element) => Math.max(first.score(element), second.score(element))
      }
    ]
  })
}

/** Clippings that follow each other as sentences do. */
export function sentences(clippings: readonly Clipping[]): Clipping {
  const {span, parts} = joined(clippings, ' ')
  return {
    span,
    parts,
    words: clippings.map(({words}) => (/[.!?…:]["”')\]]*$/.test(words) ? words : `${words}.`)).join(' ')
  }
}

/** The items of a list or rows of a table together, with the words that introduce them where these end in a colon. */
function listsOf(proposal: Proposal, tellings: readonly Telling[]): Statement[] {
  const lists = new Map<string, Telling[]>()
  for (const telling of tellings) {
    const passage = passageOf(proposal, telling)
    if (passage.kind !== 'item' && passage.kind !== 'row') continue
    if (passage.struck || passage.sentences[0]?.span.start !== telling.span.start) continue
    const key = `${passage.block.start} ${passage.lead ?? ''} ${passage.depth}`
    lists.set(key, [...(lists.get(key) ?? []), telling])
  }
  return Array.from(lists.values()).flatMap((items): Statement[] => {
    const [first] = items
    if (!first || items.length < 2) return []
    const {lead, kind} = passageOf(proposal, first)
    const opening = lead === undefined ? undefined : openingOf(proposal, lead, tellings)
    const all = [...(opening ? [opening] : []), ...items]
    const top = (element: TrustElement) =>
      items
        .map((item) => item.score(element))
        .sort((a, b) => b - a)
        .slice(0, 3)
    return [
      {
        kind: 'list',
        span: {start: all[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0},
        tellings: all,
        leans: false,
        penalty: kind === 'row' ? 0.9 : !opening ? 0.6 : opening.span.end - opening.span.start < 24 ? 2 : 0.2,
        clip: (mostWords) => clipList(proposal, opening, items, mostWords),
        score: (element) => {
          const best = top(element)
          const mean = best.reduce((sum, one) => sum + one, 0) / best.length
          return Math.max(mean, opening?.score(element) ?? mean)
        }
      }
    ]
  })
}

function clipList(
  proposal: Proposal,
  opening: Telling | undefined,
  items: readonly Telling[],
  mostWords: number
): Clipping {
  const lead = opening && clipSentence(proposal, passageOf(proposal, opening), opening.span)
  let room = Math.max(6, mostWords - (lead ? wordCount(lead.words) : 0))
  const clips: Clipping[] = []
  for (const item of items) {
    const passage = passageOf(proposal, item)
    const clip =
      passage.kind === 'row' ? clipRow(proposal, passage) : clipSentence(proposal, passage, item.span, 14)
    const count = wordCount(clip.words)
    if ((count > room || clip.words.endsWith(' …')) && clips.length > 0) break
    clips.push({...clip, words: clip.words.replace(/[.;,:]+$/, '')})
    room -= count
  }
  // One item and an ellipsis say less than nothing.
  if (clips.length < 2) return {words: '', span: items[0]?.span ?? {start: 0, end: 0}, parts: []}
  const list = joined(clips, '; ')
  const words = clips.length < items.length ? `${list.words}; …` : list.words
  if (!lead) return {...list, words}
  return {...joined([lead, list], ' '), words: `${lead.words} ${words}`}
}

function openingOf(proposal: Proposal, lead: number, tellings: readonly Telling[]): Telling | undefined {
  if (!endsOpen(proposal, lead)) return undefined
  return tellings.filter(({passage}) => passage === lead).at(-1)
}

function endsOpen({passages}: Proposal, index: number): boolean {
  return passages[index]?.sentences.at(-1)?.words.endsWith(':') === true
}

function passageOf({passages}: Proposal, {passage}: Telling): Passage {
  const own = passages[passage]
  if (!own) throw new RangeError(`there is no passage ${passage}`)
  return own
}

/** Whether a statement names an amount of a kind. */
export function names(
  {quantities}: Proposal,
  {span}: Pick<Statement, 'span'>,
  kinds: readonly Quantity['kind'][]
): boolean {
  return quantities.some((one) => kinds.includes(one.kind) && contains(span, one.span))
}

/** Every element of which a clipping holds a sentence that proves it. */
export function tells(source: Source, clipping: Clipping): TrustElement[] {
  return trustElements.filter((element) =>
    source.statements.some(
      ({tellings, score}) =>
        tellings.length === 1 &&
        score(element) > 0 &&
        clipping.parts.some((part) => overlaps(part, tellings[0]?.span ?? part))
    )
  )
}
