import {isBoilerplate} from '../analysis/boilerplate.ts'
import {promises} from '../analysis/lexicon.ts'
import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Quantity} from '../analysis/quantities.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {type Telling, tellingsOf} from '../analysis/tellings.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import {type Clipping, cellsOf, clipItem, clipRow, clipSentence, joined, wordCount} from './clip.ts'
import {isLostLink} from './lost-links.ts'
import {formality} from './plainness.ts'
import {
  announces,
  holdsMarks,
  isLopsided,
  leansBack,
  opensLeaning,
  opensPointing,
  opensWithExample,
  penaltyOf,
  subjectless
} from './standing-alone.ts'
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
  /** Whether its first words point at something that is not named, or go on from it; see `opensPointing`. */
  readonly points: boolean
  /** Whether it is granted only to be answered: by how it opens, or by the sentence after it. */
  readonly granted: boolean
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
  const own = tellingsOf(proposal).filter((telling) => isOwn(proposal, telling))
  const tellings = own.filter((telling) => says(proposal, telling, word))
  const subject = subjectOf(proposal)
  return {
    proposal,
    subject,
    statements: [
      ...tellings.map((telling) => single(proposal, subject, telling)),
      ...pairsOf(proposal, subject, tellings),
      ...listsOf(proposal, own)
    ]
  }
}

/** Whether words are the author's, and neither a form's nor still to be filled in. */
function isOwn(proposal: Proposal, {span, passage}: Telling): boolean {
  const own = proposal.passages[passage]
  if (!own) return false
  const words = clipSentence(proposal, own, span).words
  if (/⟨|⟩|[$€£] ?[XN]+\b|\bTBD\b|\bTODO\b|\bFIXME\b|lorem ipsum|\$\$|\\[a-z]+\{/i.test(words)) return false
  return !(isBoilerplate(words, own.kind, own.italic) || isShouted(words) || isNone(words))
}

/** Whether words say anything by themselves; "C#" does so in a list only, and an address nowhere. */
function says(proposal: Proposal, telling: Telling, atLeast: RegExp): boolean {
  const words = wordsOf(proposal, telling)
  return atLeast.test(words.replace(/https?:\S+|[\w./-]+\.(?:md|png|svg|html)\b/g, ''))
}

const word = /\p{L}{3}/u
const name = /\p{L}/u

/** "None yet." */
function isNone(words: string): boolean {
  return /^(?:none|nothing|n\/a|not applicable|unknown)(?: \p{Ll}+){0,4}[.!]?$/iu.test(words)
}

/** "KAM, DID WE ASK THEM?": a note of the authors to themselves. */
export function isShouted(words: string): boolean {
  return wordCount(words) > 3 && !/\p{Ll}{2}/u.test(words)
}

function single(proposal: Proposal, subject: ReadonlySet<string>, telling: Telling): Statement {
  const passage = passageOf(proposal, telling)
  const row = passage.kind === 'row'
  const whole = row ? clipTold(proposal, passage) : clipSentence(proposal, passage, telling.span)
  const said = proposal.text.slice(telling.span.start, telling.span.end)
  // "This will cost an hour a week", first of all under "Drawbacks": what else than the proposal?
  const opens =
    (ofProposal.test(whole.words) || grounded.test(whole.words) || refers(whole.words)) &&
    opensPromised(proposal, telling)
  const fragment = passage.kind === 'item' && !/[.!?]$/.test(whole.words) && wordCount(whole.words) < 7
  return {
    kind: row ? 'row' : 'sentence',
    span: telling.span,
    tellings: [telling],
    leans:
      !row &&
      !opens &&
      (isOfCase(proposal, telling) ||
        leansBack(whole.words, subject) ||
        opensWithExample.test(said) ||
        whole.words.endsWith(':') ||
        announces(whole.words)),
    points: !row && (opensPointing(whole.words) || goesOnFromLead(proposal, passage, whole.words)),
    granted: granting.test(said) || turning.test(after(proposal, telling)),
    penalty:
      penaltyOf(whole.words, row || opens, subject) +
      (fragment ? 1.2 : 0) +
      (passage.kind === 'quote' && !callout.test(passage.plain) ? 2 : 0) +
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

/** "> Caveats: …" is set off, and quotes nobody. */
const callout = /^\W*(?:caveats?|notes?|warning|caution|important|limitations?|update|disclaimer)\b\W*[:\n]/i

/** "Fortunately, …", "normally, …", "there admittedly are …". */
const granting =
  /^\W*(?:fortunately|luckily|thankfully|normally|of course|sure|certainly|granted|to be (?:fair|clear)|(?:please )?note)\b|\badmittedly\b/i
/** How a sentence begins that turns against the one before it. */
const turning =
  /^\W*(?:however|but|unfortunately|yet|nevertheless|nonetheless|that said|on the other hand)\b|^[^,.;]{3,40}, however,/i

/** The sentence after one, in the same section. */
function after({passages, text}: Proposal, {passage, span}: Telling): string {
  const own = passages[passage]
  const next =
    own?.sentences.find((one) => one.span.start >= span.end) ??
    (passages[passage + 1]?.section === own?.section ? passages[passage + 1]?.sentences[0] : undefined)
  return next ? text.slice(next.span.start, next.span.end) : ''
}

/** "For the old client:", on a line of its own: what follows is said of that only. */
const ofCase = /^(?:for|in|on|with|without|when|if|under|at|from) [^.;]{1,60}:$/i

function isOfCase({passages}: Proposal, {passage}: Telling): boolean {
  const [before, own] = [passages[passage - 1], passages[passage]]
  return (
    own?.kind === 'paragraph' &&
    before?.kind === 'paragraph' &&
    before.section === own.section &&
    before.sentences.length === 1 &&
    ofCase.test(before.sentences[0]?.words ?? '')
  )
}

/** "An API server will: - allow for …": an item that ends the sentence that introduces its list. */
function goesOnFromLead(proposal: Proposal, {kind, lead}: Passage, words: string): boolean {
  return kind === 'item' && lead !== undefined && endsOpen(proposal, lead) && /^\p{Ll}/u.test(words)
}

const risks = /^(?:(?:key|main|potential) )?(?:risks?|threats?|concerns?|obstacles?)\b/i
const answers =
  /\b(?:mitigat\w+|likelihood|probability|impact|severity|response|contingency|countermeasures?)\b/i

/** A row of a table; of a table of risks the risk, for what is done about it reads as if it were one. */
function clipTold(proposal: Proposal, passage: Passage): Clipping {
  const {columns, cells} = passage
  const at = columns.findIndex((title) => risks.test(title))
  const cell = cells[at]
  const whole = clipRow(proposal, passage)
  if (!cell || !columns.some((title) => answers.test(title))) return whole
  const told = cellsOf(proposal, passage).find(({span}) => span.start === cell.start)
  return told ? {...told, span: whole.span} : whole
}

const ofProposal =
  /^(?:this|it) (?:will|would|adds?|could|can|may|might|requires?|makes?|introduces?|changes?|breaks?|increases?|complicates?|costs?|puts?|forces?)\b/i

/** "Because callers rely on it, removing it may surprise them": with what follows from it. */
const grounded = /^because [^.;]{12,}, [^.;]{12,}/i

/** "Some users rely on this option", which does not open by pointing. */
function refers(words: string): boolean {
  return /\bthis \p{L}/u.test(words) && !opensLeaning(words)
}

/** Whether a sentence is the first that its section says, under a heading that promises what could go wrong. */
function opensPromised({sections, passages}: Proposal, {passage, span}: Telling): boolean {
  const own = passages[passage]
  const title = sections[own?.section ?? 0]?.title ?? ''
  const [first] = passages.find(({section, sentences}) => section === own?.section && sentences.length > 0)
    ?.sentences ?? [undefined]
  return first?.span.start === span.start && promises(title, 'downside')
}

/** A sentence that leans on the one before it, with that one. */
function pairsOf(
  proposal: Proposal,
  subject: ReadonlySet<string>,
  tellings: readonly Telling[]
): Statement[] {
  return tellings.flatMap((second, index): Statement[] => {
    const first = tellings[index - 1]
    const passage = proposal.passages[second.passage]
    if (!first || !passage || first.passage !== second.passage || passage.kind === 'row') return []
    const [one, two] = [first, second].map(({span}) => clipSentence(proposal, passage, span))
    if (!one || !two) return []
    // A sentence that was cut in a bracket, "(ex. …": both halves are one.
    const halved = isLopsided(one.words) && !isLopsided(`${one.words} ${two.words}`)
    if (!halved && !leansBack(two.words, subject) && !opensPointing(two.words)) return []
    const opening = halved ? `${one.words} ${two.words}` : one.words
    return [
      {
        kind: 'pair',
        span: {start: first.span.start, end: second.span.end},
        tellings: [first, second],
        leans:
          leansBack(opening, subject) ||
          opensWithExample.test(proposal.text.slice(first.span.start, first.span.end)) ||
          (!halved && subjectless.test(two.words)) ||
          two.words.endsWith(':'),
        points: opensPointing(one.words),
        granted: turning.test(after(proposal, second)),
        penalty:
          penaltyOf(opening, false, subject) + (halved ? 0 : 0.6 * penaltyOf(two.words, true, subject)) + 0.5,
        clip: (mostWords) => {
          const half = Math.max(8, Math.floor(mostWords / 2))
          const after = clipSentence(proposal, passage, second.span, half)
          const room = Math.max(half, mostWords - wordCount(after.words))
          const before = clipSentence(proposal, passage, first.span, room)
          // A sentence that is broken off is followed by nothing.
          return before.words.endsWith(' …') ? before : sentences([before, after])
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
    if (isLostLink(wordsOf(proposal, telling))) continue
    // A number of a kind ("RFC-12") is no item; where a sentence introduces them, it names one.
    const announced = passage.lead !== undefined && endsOpen(proposal, passage.lead)
    if (!says(proposal, telling, announced ? name : word)) continue
    const key = `${passage.block.start} ${passage.lead ?? ''} ${passage.depth}`
    lists.set(key, [...(lists.get(key) ?? []), telling])
  }
  return Array.from(lists.values()).flatMap((all): Statement[] => {
    // What every grant delivers besides comes first in their tables, and says nothing of this one.
    const own = all.filter(({passage, span}) => {
      const row = proposal.passages[passage]
      return (
        row?.kind !== 'row' || !(overlaps(row.span, span) && formality.test(clipRow(proposal, row).words))
      )
    })
    const [first] = own
    if (!first || own.length < 2) return []
    const {lead, kind, block, depth} = passageOf(proposal, first)
    const beside = proposal.passages.filter(
      (one) =>
        one.kind === kind && one.block.start === block.start && one.lead === lead && one.depth === depth
    )
    const items: Items = {own, all: beside.filter(({struck}) => !struck).length}
    const opening = lead === undefined ? undefined : openingOf(proposal, lead, tellings)
    const parts = [...(opening ? [opening] : []), ...own]
    const top = (element: TrustElement) =>
      own
        .map((item) => item.score(element))
        .sort((a, b) => b - a)
        .slice(0, 3)
    return [
      {
        kind: 'list',
        span: {start: parts[0]?.span.start ?? 0, end: own.at(-1)?.span.end ?? 0},
        tellings: parts,
        leans: opening !== undefined && goesBack.test(wordsOf(proposal, opening)),
        points: opening !== undefined && opensPointing(wordsOf(proposal, opening)),
        granted: false,
        penalty:
          (holdsMarks(clipList(proposal, opening, items, 40).words) ? 3 : 0) +
          // What the items go on from is no list.
          (/^(?:and|but|so|then|or)\b/i.test(
            clipSentence(proposal, passageOf(proposal, first), first.span).words
          )
            ? 2
            : 0) +
          (kind === 'row' ? 0.9 : !opening ? 0.6 : opening.span.end - opening.span.start < 24 ? 2 : 0.2),
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

/** The items of a list that can be told, and how many it has. */
interface Items {
  readonly own: readonly Telling[]
  readonly all: number
}

function clipList(
  proposal: Proposal,
  opening: Telling | undefined,
  {own, all}: Items,
  mostWords: number
): Clipping {
  const lead = opening && clipSentence(proposal, passageOf(proposal, opening), opening.span)
  let room = Math.max(6, mostWords - (lead ? wordCount(lead.words) : 0))
  const clips: Clipping[] = []
  for (const item of own) {
    const passage = passageOf(proposal, item)
    const clip =
      passage.kind === 'row' ? clipTold(proposal, passage) : clipWithAnswer(proposal, passage, item.span)
    const count = wordCount(clip.words)
    // "The following files would be moved:", without the files.
    if (passage.kind === 'item' && announcesFollowing.test(clip.words)) continue
    if (isLopsided(clip.words)) break
    // An item that is broken off ends a list, even where it is its first.
    if (clip.words.endsWith(' …') || (count > room && clips.length > 0)) break
    clips.push({...clip, words: clip.words.replace(/[.;,:]+$/, '')})
    room -= count
  }
  // One item and an ellipsis say less than nothing.
  if (clips.length < 2) return {words: '', span: own[0]?.span ?? {start: 0, end: 0}, parts: []}
  const list = joined(clips, '; ')
  // A list that lost an item, whatever for, is not told as if it were all of it.
  const words = clips.length < all ? `${list.words}; …` : list.words
  if (!lead) return {...list, words}
  // What announces the list, "… for the following reasons:", may have been left out with its colon.
  return {...joined([lead, list], ' '), words: `${lead.words.replace(/[\s,;:]+$/, '')}: ${words}`}
}

const announcesFollowing = /\bfollowing\b[^:;]*:$/i

/** The first sentence of an item; "Does it break anything? No" is told with its answer. */
function clipWithAnswer(proposal: Proposal, passage: Passage, span: Span): Clipping {
  const first = clipItem(proposal, passage, span, 14)
  const answer = passage.sentences.find((one) => one.span.start >= span.end)
  if (!first.words.endsWith('?') || !answer) return first
  return joined([first, clipSentence(proposal, passage, answer.span, 14)], ' ')
}

function openingOf(proposal: Proposal, lead: number, tellings: readonly Telling[]): Telling | undefined {
  if (!endsOpen(proposal, lead)) return undefined
  return tellings.filter(({passage}) => passage === lead).at(-1)
}

/** "Those proposals do not cover: …" goes on from what was said before the list; "we commit to these things: …" to it. */
const goesBack = /^(?:those|these|they|their|such)\b/i

function wordsOf(proposal: Proposal, telling: Telling): string {
  return clipSentence(proposal, passageOf(proposal, telling), telling.span).words
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
