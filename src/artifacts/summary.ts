import {whenOf} from '../analysis/asks/commitment.ts'
import {decisionOf} from '../analysis/decisions.ts'
import {type Promised, promises} from '../analysis/lexicon.ts'
import type {Ask, Evidence, Level, Proposal, Slot} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {trustElements} from '../analysis/trust-elements.ts'
import {mendElement, placeToFill, ruleFor} from '../fixes/mend-element.ts'
import {severityFor} from '../rules/profile-severity.ts'
import {rules} from '../rules/rules.ts'
import {bidsToAnswer, channelIn} from './answering.ts'
import {asksTold} from './ask-lines.ts'
import {bestPassages, type Quoted} from './best-passages.ts'
import type {Clipping} from './clip.ts'
import {type Decision, decisionDateOf, type Milestone, milestonesOf} from './dates.ts'
import {type Extract, extract} from './extract.ts'
import {openQuestions} from './open-questions.ts'
import {mentions, type Stakeholder, sameParty, stakeholdersOf} from './stakeholders.ts'
import {type Source, sourceOf} from './statements.ts'
import {titled} from './titling.ts'
import {toldIn} from './told-in.ts'
import {isNobody, mostQuestions} from './wording.ts'

/** What stands in a proposal for its stakeholders, and what its author has yet to say. Every part knows its place. */
export interface Summary {
  readonly title: string
  readonly profile: {readonly name: string; readonly reason: string}
  /** "en", another code, or "und" where there is too little prose to tell. */
  readonly language: string
  /** The words that say the proposal is decided, if it is. */
  readonly closed: string | undefined
  /** What it says of its own state ("Draft"); "Decided" or "Open" where it says no more. */
  readonly status: string
  readonly decision: Decision | undefined
  readonly proposed: readonly Extract[]
  readonly motive: readonly Extract[]
  readonly progress: readonly Extract[]
  readonly downside: readonly Extract[]
  readonly reward: readonly Extract[]
  readonly optout: readonly Extract[]
  /** What is asked: of everybody, or of the chosen stakeholder by name. */
  readonly asks: readonly AskCard[]
  /** With a stakeholder chosen: what is asked of nobody by name, so perhaps of them. */
  readonly unaddressed: readonly AskCard[]
  /** With a stakeholder chosen: how many things are asked of others. */
  readonly others: number
  /** What is counted on without being asked: of everybody, or of the chosen stakeholder or of nobody by name. */
  readonly implied: readonly ImpliedCard[]
  readonly questions: readonly Extract[]
  readonly answering: readonly Extract[]
  /** Where an element is told of which no words are quoted, since none read well by themselves: its section. */
  readonly toldIn: readonly ToldIn[]
  readonly milestones: readonly Milestone[]
  readonly stakeholders: readonly Stakeholder[]
  /** The chosen one. */
  readonly stakeholder: Stakeholder | undefined
  /** With a stakeholder chosen: the other sentences that speak of them. */
  readonly mentioned: readonly Extract[]
  readonly elements: readonly ElementState[]
}

export interface AskCard {
  readonly span: Span
  readonly whom: string | undefined
  readonly what: string
  readonly timeframe: string | undefined
  /** The time frame with its preposition: "by 12 May". */
  readonly when: string | undefined
  readonly effort: string | undefined
  readonly resources: string | undefined
  /** A way out that is told in the same breath. */
  readonly optout: string | undefined
  readonly state: 'open' | 'agreed' | 'declined'
  readonly by: string | undefined
}

/** The section in which an element is told; its words are its title, its place is the passage itself. */
export interface ToldIn extends Extract {
  readonly element: Quoted
}

/** A duty that is told as a fact. */
export interface ImpliedCard extends Extract {
  readonly whom: string | undefined
}

/** What the author sees of one element; never part of what a stakeholder gets. */
export interface ElementState {
  readonly element: Promised
  readonly label: string
  /** What its reader looks for: "why its authors pursue it". */
  readonly about: string | undefined
  readonly level: Level
  /** Whether a document of its kind should have it. */
  readonly wanted: boolean
  /** Whether its reader cannot well do without. */
  readonly urgent: boolean
  readonly evidence: readonly (Extract & {readonly cues: readonly string[]})[]
  /** What mends it: a place that waits to be filled in, else a fix by its title. */
  readonly mend: {readonly title: string; readonly place: Span | undefined} | undefined
}

const elementLabels: Readonly<Record<Promised, string>> = {
  motive: 'Why',
  progress: 'Where it stands',
  downside: 'What could go wrong',
  timeframe: 'Time frame',
  effort: 'Effort',
  work: 'Work',
  resources: 'Resources',
  ask: 'Ask',
  dialog: 'Dialog',
  reward: 'What you gain',
  optout: 'Way out',
  objection: 'Objections met',
  summary: 'Summary',
  stakeholder: 'Stakeholders',
  chunked: 'In steps',
  decision: 'Decision'
}

/**
 * The stakeholder summary of a proposal.
 * @param wanted the elements that a document of its kind should have
 * @param name of the stakeholder whom it is for: asks and passages follow; everybody where the proposal knows no such one
 */
export function summaryOf(proposal: Proposal, wanted: ReadonlySet<Promised>, name?: string): Summary {
  const {profile, language, closed, title} = proposal
  const stakeholders = stakeholdersOf(proposal)
  const chosen = name === undefined ? undefined : stakeholders.find((one) => sameParty(one.name, name))
  const source = sourceOf(proposal)
  const best = bestPassages(source, chosen)
  const placed = (clippings: readonly Clipping[]) =>
    clippings.map(({words, span}): Extract => ({words, span}))
  const cards = cardsOf(source)
  const addressed = chosen ? cards.filter(({whom}) => whom && sameParty(whom, chosen.name)) : cards
  const unaddressed = chosen ? cards.filter(({whom}) => isNobody(whom)) : []
  const decision = decisionDateOf(proposal)
  // The one that counts most comes first, wherever it stands.
  const worst = best.first('downside', passageWords)
  const downside = placed(best.of('downside', passageWords)).sort(
    (a, b) => Number(b.span.start === worst?.span.start) - Number(a.span.start === worst?.span.start)
  )
  const optout = placed(best.of('optout', passageWords, 1))
  return {
    title: titled(proposal)?.words || title?.words || 'Untitled proposal',
    profile,
    language,
    closed,
    status: statusOf(proposal),
    decision,
    proposed: placed(best.proposed(digestWords)),
    motive: placed(best.of('motive', passageWords)),
    progress: placed(best.of('progress', passageWords)),
    downside,
    reward: placed(best.of('reward', passageWords)),
    optout: optout.filter(({words}) => !addressed.some((one) => one.optout === words)),
    asks: addressed,
    unaddressed,
    others: cards.length - addressed.length - unaddressed.length,
    implied: proposal.impliedAsks
      .filter(({whom}) => !chosen || isNobody(whom?.words) || (whom && sameParty(whom.words, chosen.name)))
      .map(({span, whom}) => ({...extract(proposal, span), whom: whom?.words})),
    questions: placed(openQuestions(source, mostQuestions, passageWords)),
    answering: answeringIn(proposal),
    toldIn: (['motive', 'progress', 'downside'] as const)
      .filter((element) => best.first(element, passageWords) === undefined)
      .flatMap((element): ToldIn[] => {
        const told = toldIn(proposal, element)
        return told ? [{element, words: told.title.words, span: told.place}] : []
      }),
    milestones: milestonesOf(proposal, decision, cards),
    stakeholders,
    stakeholder: chosen,
    mentioned: chosen ? mentionsOf(proposal, chosen.name) : [],
    elements: [...trustElements, 'decision' as const].map((element) =>
      stateOf(proposal, element, wanted.has(element))
    )
  }
}

function stateOf(proposal: Proposal, element: Promised, wanted: boolean): ElementState {
  const {level, evidence} = element === 'decision' ? decided(proposal) : proposal.elements[element]
  const rule = rules.find(({id}) => id === ruleFor(element))
  const mendable =
    wanted &&
    level !== 'present' &&
    proposal.closed === undefined &&
    ['en', 'und'].includes(proposal.language)
  const place = mendable ? placeToFill(proposal, element) : undefined
  return {
    element,
    label: elementLabels[element],
    about: rule?.title,
    level,
    wanted,
    urgent: wanted && ['warning', 'error'].includes(rule ? severityFor(rule, proposal) : 'off'),
    evidence: evidence.slice(0, 3).map(({best, cues}) => ({...extract(proposal, best), cues})),
    mend: mendable
      ? {title: place ? 'Fill in what is left open' : mendElement(proposal, element).title, place}
      : undefined
  }
}

/** How far a proposal says who decides, and by when. */
function decided(proposal: Proposal): {level: Level; evidence: Pick<Evidence, 'best' | 'cues'>[]} {
  const {who, when, span} = decisionOf(proposal)
  const cues = [who, when].flatMap((slot) => slot?.words ?? [])
  return {
    level: cues.length === 2 ? 'present' : cues.length === 1 ? 'weak' : 'missing',
    evidence: span && cues.length > 0 ? [{best: span, cues}] : []
  }
}

/** "Draft", "Under review": the state in the document's own words, where it gives one in a few of them. */
function statusOf({frontMatter: {fields}, passages, boilerplate, closed}: Proposal): string {
  const said = Object.entries(fields).flatMap(([key, value]) =>
    /^(?:status|stage|state)$/i.test(key) && typeof value === 'string' ? [value] : []
  )
  const lines = passages
    .slice(0, 15)
    .flatMap(({sentences}, index) => (boilerplate[index] ? [] : sentences.map(({words}) => words)))
  const field = lines.flatMap((words) => /^(?:status|stage|state)\s*:\s*(.+)$/i.exec(words)?.[1] ?? [])
  const [state] = [...said, ...field].map((words) => words.trim().replace(/[.]$/, ''))
  const short = state && state.length <= 28 && !/[⟨<[|]/.test(state)
  if (closed !== undefined) return short ? `Decided: ${state.toLowerCase()}` : 'Decided'
  return short ? state.charAt(0).toUpperCase() + state.slice(1) : 'Open'
}

/** What a busy reader takes in of what is proposed. */
const digestWords = 44
/** And of each element. */
const passageWords = 44

/** The sentence that says where or how to answer. */
function answeringIn(proposal: Proposal): Extract[] {
  const channel = channelIn(proposal)
  return channel ? [extract(proposal, channel.span)] : []
}

/** Sentences that speak of a stakeholder, apart from the asks. */
function mentionsOf(proposal: Proposal, name: string): Extract[] {
  const {passages, boilerplate, asks} = proposal
  return passages
    .flatMap(({sentences}, index) => (boilerplate[index] ? [] : sentences))
    .filter(
      ({words, span}) =>
        mentions(words, name) && words.split(' ').length > 4 && !asks.some((ask) => contains(ask.span, span))
    )
    .slice(0, 4)
    .map(({span}) => extract(proposal, span))
}

/** A card for each thing asked, once: a digest that names an ask beforehand does not make it two. */
function cardsOf(source: Source): AskCard[] {
  const {proposal} = source
  const {asks, passages, elements} = proposal
  const digest = new Set(elements.summary.evidence.map(({passage}) => passage))
  const repeated = (ask: Ask) =>
    ask.resources !== undefined &&
    (digest.has(ask.passage) ||
      promises(proposal.sections[passages[ask.passage]?.section ?? -1]?.title ?? '', 'summary')) &&
    asks.some(
      (other) =>
        other !== ask && other.span.start > ask.span.start && other.words.includes(ask.resources?.words ?? '')
    )
  const found = asks
    .filter((ask) => !repeated(ask) && !isQuestion(ask.words) && !isInvitation(ask))
    .flatMap((ask) =>
      ask.items.length > 0
        ? ask.items.map((item) => card(proposal, ask, item))
        : [card(proposal, ask, ask.work)]
    )
  return found.length > 0 ? found : asPassages(source)
}

/** Where an ask is told, but not in words that could be taken apart, its sentences stand for it. */
function asPassages(source: Source): AskCard[] {
  return asksTold(source, mostAskWords).map(({words, span}) => ({
    span,
    whom: undefined,
    what: words,
    timeframe: undefined,
    when: undefined,
    effort: undefined,
    resources: undefined,
    optout: undefined,
    state: 'open',
    by: undefined
  }))
}

const mostAskWords = 36

/** "What would you want to see?" asks for a view, not for a deed. */
function isQuestion(words: string): boolean {
  return (
    words.endsWith('?') &&
    /^(?:and |but |so )?(?:what|which|how|why|who|whom|where|when|do|does|is|are)\b/i.test(words)
  )
}

/** "Please answer on this page": how to answer, and no thing to do of its own. */
function isInvitation({words, whom, notation}: Ask): boolean {
  return (
    !notation &&
    isNobody(whom?.words) &&
    (bidsToAnswer(words) || /^(?:please )?(?:e-?mail|contact|call|message|write to) (?:us|me)\b/i.test(words))
  )
}

function card(proposal: Proposal, ask: Ask, what: Slot | undefined): AskCard {
  const span = what && ask.items.includes(what) ? what.span : ask.span
  const way = proposal.elements.optout.evidence.find(
    ({level, passage, best}) => level === 'present' && passage === ask.passage && !overlaps(best, ask.span)
  )
  const {when, effort} = amountsOf(proposal, ask)
  return {
    span,
    whom: ask.whom?.words,
    what: extract(proposal, what?.span ?? ask.span).words,
    timeframe: ask.timeframe?.words,
    when,
    effort,
    resources: ask.resources?.words,
    optout: way && extract(proposal, way.best).words,
    state: ask.answer.state,
    by: ask.answer.by?.words
  }
}

/** By when and how much: of several dates the one that is a limit, and hours where no rate is given. */
function amountsOf(
  {text, quantities}: Proposal,
  ask: Ask
): {when: string | undefined; effort: string | undefined} {
  const own = quantities
    .filter(({span}) => contains(ask.span, span))
    .map(({kind, span}) => ({kind, span, words: text.slice(span.start, span.end).replace(/\s+/g, ' ')}))
  const limit = own.find(
    (one) => one.kind === 'date' && /^(?:by|until|till|before)\b/i.test(whenOf(text, one))
  )
  const timeframe = limit ?? ask.timeframe
  const hours = own.find(
    ({kind, span, words}) =>
      kind === 'duration' &&
      span.start !== timeframe?.span.start &&
      /\d.*\b(?:hours?|hrs?|days?)$/i.test(words)
  )
  return {when: timeframe && whenOf(text, timeframe), effort: (ask.effort ?? hours)?.words}
}
