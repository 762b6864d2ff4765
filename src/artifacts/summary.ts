import type {Promised} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains} from '../analysis/span.ts'
import {trustElements} from '../analysis/trust-elements.ts'
import {type AskCard, cardsOf} from './ask-cards.ts'
import {bestPassages, type Quoted} from './best-passages.ts'
import {channelIn} from './channel.ts'
import {closed as asSentence, type Clipping} from './clip.ts'
import {type Decision, decisionDateOf, type Milestone, milestonesOf} from './dates.ts'
import {type ElementState, stateOf} from './element-states.ts'
import {type Extract, extract} from './extract.ts'
import {openQuestions} from './open-questions.ts'
import {mentions, type Stakeholder, sameParty, stakeholdersOf} from './stakeholders.ts'
import {sourceOf} from './statements.ts'
import {calledIn} from './titling.ts'
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

/** The section in which an element is told; its words are its title, its place is the passage itself. */
export interface ToldIn extends Extract {
  readonly element: Quoted
}

/** A duty that is told as a fact. */
export interface ImpliedCard extends Extract {
  readonly whom: string | undefined
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
    title: calledIn(proposal) || title?.words || 'Untitled proposal',
    profile,
    language,
    closed,
    status: statusOf(proposal),
    decision,
    proposed: placed(best.proposed(digestWords).map((one) => ({...one, words: asSentence(one.words)}))),
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
