import {saysOutright} from '../analysis/lexicon.ts'
import type {Sentence} from '../analysis/passages.ts'
import type {Level, Proposal, Slot} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import {type Extract, extract, extracts} from './extract.ts'

/** What stands in a proposal for its stakeholders, and what its author has yet to say. Every part knows its place. */
export interface Summary {
  readonly title: string
  readonly profile: {readonly name: string; readonly reason: string}
  /** The words that say the proposal is decided, if it is. */
  readonly closed: string | undefined
  readonly proposed: readonly Extract[]
  readonly motive: readonly Extract[]
  readonly progress: readonly Extract[]
  readonly downside: readonly Extract[]
  readonly reward: readonly Extract[]
  readonly optout: readonly Extract[]
  readonly asks: readonly AskCard[]
  readonly questions: readonly Extract[]
  readonly answering: readonly Extract[]
  readonly elements: readonly ElementState[]
}

export interface AskCard {
  readonly span: Span
  readonly whom: string | undefined
  readonly what: string
  readonly timeframe: string | undefined
  readonly effort: string | undefined
  readonly resources: string | undefined
  readonly state: 'open' | 'agreed' | 'declined'
  readonly by: string | undefined
}

export interface ElementState {
  readonly element: TrustElement
  readonly label: string
  readonly level: Level
  /** Whether a document of its kind should have it. */
  readonly wanted: boolean
  readonly evidence: readonly (Extract & {readonly cues: readonly string[]})[]
}

const elementLabels: Readonly<Record<TrustElement, string>> = {
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
  chunked: 'In steps'
}

/**
 * The stakeholder summary of a proposal.
 * @param wanted the elements that a document of its kind should have
 */
export function summaryOf(proposal: Proposal, wanted: ReadonlySet<TrustElement>): Summary {
  const {elements, profile, closed, title} = proposal
  const best = (element: TrustElement, most: number) => extracts(proposal, elements[element].evidence, most)
  return {
    title: title?.words || nameIn(proposal) || 'Untitled proposal',
    profile,
    closed,
    proposed: proposedIn(proposal),
    motive: best('motive', 2),
    progress: best('progress', 2),
    downside: best('downside', 2),
    reward: best('reward', 2),
    optout: best('optout', 1),
    asks: proposal.asks.flatMap((ask) =>
      ask.items.length > 0
        ? ask.items.map((item) => card(proposal, ask, item))
        : [card(proposal, ask, ask.work)]
    ),
    questions: proposal.questions.map(({span}) => extract(proposal, span)),
    answering: channels(proposal),
    elements: trustElements.map((element) => ({
      element,
      label: elementLabels[element],
      level: elements[element].level,
      wanted: wanted.has(element),
      evidence: elements[element].evidence
        .slice(0, 3)
        .map(({best, cues}) => ({...extract(proposal, best), cues}))
    }))
  }
}

/** What the front matter calls the document. */
function nameIn({frontMatter: {fields}}: Proposal): string | undefined {
  return typeof fields.title === 'string' ? fields.title.trim() : undefined
}

/** Two short sentences, or one long one, are what a busy reader takes in. */
const digestLength = 260

/**
 * What is proposed, in two sentences at the most: from the passage that sums it up where there is one, else from
 * the opening; there, from the sentence on that says outright what is proposed.
 */
function proposedIn(proposal: Proposal): Extract[] {
  const {elements, passages, boilerplate} = proposal
  const {level, evidence} = elements.summary
  const digest = level === 'present' ? evidence.flatMap(({passage}) => passage ?? []) : []
  const opening = passages.flatMap((_, index) => (boilerplate[index] ? [] : [index])).slice(0, 8)
  const sentences = (indices: readonly number[]) =>
    indices.flatMap((index) => passages[index]?.sentences ?? []).filter(({words}) => !words.endsWith(':'))
  const outright = (some: readonly Sentence[]) => some.findIndex(({words}) => saysOutright(words, 'summary'))
  const first = sentences(digest.slice(0, 1))
  const source = first.length > 0 ? first : sentences(opening)
  const at = outright(source)
  if (at < 0 && first.length === 0) return []
  const [one, two] = source.slice(Math.max(0, at))
  const together = (one?.words.length ?? 0) + (two?.words.length ?? 0) <= digestLength
  const chosen = [...(one ? [one] : []), ...(two && together ? [two] : [])]
  return chosen.map(({span}) => extract(proposal, span))
}

/** Sentences that say where or how to answer: in a passage that invites the reader's view, one that names a channel. */
function channels(proposal: Proposal): Extract[] {
  const {elements, passages} = proposal
  const inviting = elements.dialog.evidence.flatMap(({passage}) =>
    passage === undefined ? [] : [passages[passage]]
  )
  return inviting
    .flatMap((passage) => passage?.sentences ?? [])
    .filter(({words}) => !words.endsWith('?') && channel.test(words))
    .slice(0, 1)
    .map(({span}) => extract(proposal, span))
}

const channel =
  /@|https?:|\b(?:issues?|pull request|page|thread|channel|slack|zulip|discord|forum|discussions?|e-?mail|call|comments?)\b/i

function card(proposal: Proposal, ask: Proposal['asks'][number], what: Slot | undefined): AskCard {
  const span = what && ask.items.includes(what) ? what.span : ask.span
  return {
    span,
    whom: ask.whom?.words,
    what: extract(proposal, what?.span ?? ask.span).words,
    timeframe: ask.timeframe?.words,
    effort: ask.effort?.words,
    resources: ask.resources?.words,
    state: ask.answer.state,
    by: ask.answer.by?.words
  }
}

/** The stakeholder's part of a summary as Markdown; the author's marks are left out. */
export function summaryToMarkdown(summary: Summary): string {
  const part = (title: string, found: readonly Extract[], gap: string) =>
    `## ${title}\n\n${found.length > 0 ? found.map(({words}) => words).join('\n\n') : `_${gap}_`}`
  const asks = summary.asks.map(({whom, what, timeframe, effort, resources, state, by}) => {
    const facts = [timeframe, effort, resources].filter(
      (words) => words !== undefined && !what.includes(words)
    )
    const answer = state === 'open' ? 'to be confirmed' : `${state}${by ? `: ${by}` : ''}`
    return `- [${state === 'agreed' ? 'x' : ' '}] **${whom ?? 'Nobody named'}:** ${[what, ...facts].join(', ')} (${answer})`
  })
  return `${[
    `# ${summary.title}`,
    ...summary.proposed.map(({words}) => words),
    `## Asked of you\n\n${asks.length > 0 ? asks.join('\n') : '_Nothing is asked of anyone yet._'}`,
    part('What could go wrong', summary.downside, 'Nothing is said about this yet.'),
    part('Where it stands', summary.progress, 'Nothing is said about this yet.'),
    part('Why', summary.motive, 'Nothing is said about this yet.'),
    ...(summary.reward.length > 0 ? [part('What you gain', summary.reward, '')] : []),
    ...(summary.optout.length > 0 ? [part('A way out', summary.optout, '')] : []),
    ...(summary.questions.length > 0
      ? [`## Open questions\n\n${summary.questions.map(({words}) => `- ${words}`).join('\n')}`]
      : []),
    part('How to answer', summary.answering, 'No place to answer is named yet.')
  ].join('\n\n')}\n`
}
