import type {Promised} from '../analysis/lexicon.ts'
import type {Feedback, Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {wantedBy} from '../rules/wanted.ts'
import {howToAnswer} from './answering.ts'
import {type Artifact, blocks, gap, lengthOf, type Quoting, quoting} from './artifact.ts'
import {type AskLine, askLinesOf, forStakeholder, writeAsk} from './ask-lines.ts'
import {type Clipping, clipRow, clipSentence, closed, unreferenced} from './clip.ts'
import {decisionIn} from './decision.ts'
import {addressee, speaksTo} from './moves.ts'
import {openQuestions} from './open-questions.ts'
import {proposed} from './proposed.ts'
import {type Stakeholder, sameParty} from './stakeholders.ts'
import {stateIn} from './stated.ts'
import {alike, choose, names, type Source, sourceOf} from './statements.ts'
import {nameOf} from './titling.ts'

export interface RecapOptions {
  /** When the meeting was, as the writer puts it. */
  readonly meeting?: string | undefined
  /** Whom it is for; for everybody where undefined. */
  readonly stakeholder?: Stakeholder | undefined
  readonly feedback?: Feedback | undefined
  /** The elements that a document of its kind should have; the others are no gaps. */
  readonly wanted?: ReadonlySet<Promised> | undefined
}

/** How many words each part may have, from roomy to terse. */
const sizes = [
  {proposed: 52, why: 40, stands: 36, takes: 22, wrong: 44, ask: 26, asks: 6, questions: 3, counted: 2},
  {proposed: 44, why: 30, stands: 28, takes: 18, wrong: 32, ask: 22, asks: 6, questions: 2, counted: 1},
  {proposed: 34, why: 24, stands: 22, takes: 16, wrong: 24, ask: 18, asks: 6, questions: 2, counted: 1},
  {proposed: 32, why: 22, stands: 20, takes: 12, wrong: 22, ask: 18, asks: 5, questions: 1, counted: 1},
  {proposed: 28, why: 20, stands: 18, takes: 0, wrong: 20, ask: 16, asks: 4, questions: 1, counted: 0},
  {proposed: 20, why: 16, stands: 16, takes: 0, wrong: 16, ask: 14, asks: 3, questions: 0, counted: 0}
] as const
type Size = (typeof sizes)[number]

/** What a busy reader takes in. */
const mostWords = 250

/**
 * A recap to send after the proposal was talked over: what is asked of whom, what is open, how to answer. All of
 * it is the author's; what the proposal does not say is a place to fill in. At most 250 words, and at most half
 * as long as its source where that is longer than a bare frame.
 */
export function recapOf(proposal: Proposal, options: RecapOptions = {}): Artifact {
  const source = sourceOf(proposal)
  const limit = Math.min(mostWords, Math.floor(lengthOf(proposal.text) / 2))
  let shortest: Artifact | undefined
  for (const size of sizes) {
    for (const terse of [false, true]) {
      const artifact = write(source, options, size, terse)
      const length = lengthOf(artifact.markdown)
      if (length <= limit) return artifact
      if (!shortest || length < lengthOf(shortest.markdown)) shortest = artifact
    }
  }
  return shortest ?? write(source, options, sizes[5], true)
}

/** @param terse whether gaps that are no ask's stand together in one line */
function write(source: Source, options: RecapOptions, size: Size, terse: boolean): Artifact {
  const {proposal} = source
  const {stakeholder, meeting} = options
  const wanted = options.wanted ?? wantedBy(proposal)
  const written = quoting()
  const gaps: string[] = []
  const part = (label: string, clippings: readonly Clipping[], question: string, needed: boolean) => {
    if (clippings.length > 0)
      return `**${label}:** ${clippings.map((one) => closed(written.quote(one))).join(' ')}`
    if (!needed) return undefined
    if (!terse) return `**${label}:** ${gap(question)}`
    gaps.push(gap(question))
    return undefined
  }
  const prefer = (_: unknown, words: string) => speaksTo(stakeholder, words)
  const what = proposed(source, size.proposed)
  const used: Span[] = what.flatMap(({parts}) => parts)
  /** What the sentences of the proposal tell besides. */
  const told = new Set<TrustElement>()
  const take = (element: TrustElement, words: number, most = 2) => {
    const own = choose(source, element, {most, words, used, prefer})
    // Better what was said under another heading than nothing, but not what is proposed, word for word.
    const again = own.length > 0 ? [] : choose(source, element, {most: 1, words, prefer})
    const taken =
      own.length > 0 ? own : again.filter(({words}) => !what.some((one) => alike(one.words, words)))
    if (again.length > taken.length) told.add(element)
    used.push(...taken.flatMap(({parts}) => parts))
    return taken
  }
  const lines = chosenAsks(source, stakeholder, size)
  // What is rarest is chosen first: a sentence that names a risk is seldom the only one that names a reason.
  const wrong = take('downside', size.wrong)
  const state = stateIn(proposal)
  const done = take('progress', size.stands)
  const stands = [...(state ? [state] : []), ...done]
  const why = take('motive', size.why)
  const reward = stakeholder ? take('reward', size.takes, 1) : []
  const takes =
    size.takes === 0
      ? {found: [], question: ''}
      : commitments(source, size.takes, [...used, ...lines.shown.map(({span}) => span)])
  const decision = decisionIn(source, size.takes + 6)
  const questions = openQuestions(source, Math.max(1, size.questions), size.why)
  const head = [
    ...(stakeholder ? [`For ${stakeholder.name}`] : []),
    `${stakeholder ? 'after' : 'After'} our meeting of ${meeting ?? gap('date')}`
  ].join(', ')
  const markdown = blocks([
    `# Recap: ${nameOf(proposal)}`,
    `_${head}_`,
    part('Proposed', what, 'What do you propose, in two sentences?', true),
    part('Why', why, 'Why do you pursue this?', wanted.has('motive') && !told.has('motive')),
    part('What you gain', reward, '', false),
    part(
      'Where it stands',
      stands,
      'What is done, lined up or promised?',
      wanted.has('progress') && !told.has('progress')
    ),
    part('What it takes', takes.found, takes.question, takes.question !== ''),
    part(
      'What could go wrong',
      wrong,
      'What could go wrong, and for whom?',
      wanted.has('downside') && !told.has('downside')
    ),
    asked(source, lines, written),
    countedOn(proposal, stakeholder, size, written),
    part(
      'Who decides',
      decision.said,
      'Who decides, and when?',
      !terse && !decision.told && wanted.has('decision')
    ),
    questions.length === 0
      ? part('Open question', [], 'What would you like to hear about?', !terse && wanted.has('dialog'))
      : size.questions > 0
        ? `**Open questions:**\n\n${questions.map((one) => `- ${written.quote(one)}`).join('\n')}`
        : undefined,
    gaps.length > 0 ? `**Not told yet:** ${gaps.join(' ')}` : undefined,
    `**How to answer:** ${howToAnswer(proposal, options.feedback ?? {}, written)}`
  ])
  return {markdown, extracts: written.extracts}
}

/** Duties of the reader that the text tells as facts: asked of nobody yet, so nobody can say yes to them. */
function countedOn(
  proposal: Proposal,
  stakeholder: Stakeholder | undefined,
  size: Size,
  written: Quoting
): string | undefined {
  const told = proposal.impliedAsks.flatMap(({span, passage: index, whom}) => {
    const passage = proposal.passages[index]
    const name = addressee(whom && unreferenced(whom.words))
    if (!passage || clipSentence(proposal, passage, span).words.split(' ').length < 5) return []
    if (stakeholder && name && !sameParty(name, stakeholder.name)) return []
    const clip =
      passage.kind === 'row' ? clipRow(proposal, passage) : clipSentence(proposal, passage, span, size.ask)
    return [{clip, name: name && whom ? {words: name, span: whom.span, parts: [whom.span]} : undefined}]
  })
  const shown = told.slice(0, size.counted)
  if (shown.length === 0) return undefined
  const lines = shown.map(
    ({clip, name}) =>
      `- ${name ? written.quote(name) : gap('whom')}: “${written.quote(clip).replace(/[.;,:]+$/, '')}”`
  )
  return `**Also counted on, but not asked yet:**\n\n${lines.join('\n')}`
}

interface ChosenAsks {
  readonly shown: readonly AskLine[]
  /** How many more there are. */
  readonly more: number
}

function chosenAsks(source: Source, stakeholder: Stakeholder | undefined, size: Size): ChosenAsks {
  const lines = forStakeholder(askLinesOf(source, size.ask), stakeholder)
  const shown = lines.slice(0, size.asks)
  return {shown, more: lines.length - shown.length}
}

function asked({proposal}: Source, {shown, more}: ChosenAsks, written: Quoting): string {
  const frame = '**Asked; nothing counts as agreed until you say so:**'
  const whom = proposal.profile.name === 'grant' ? gap('funder') : gap('whom')
  if (shown.length === 0) {
    return `${frame}\n\n- [ ] **${whom}:** ${gap('what do you ask of them?')}, by ${gap('date')} (to be confirmed)`
  }
  const rest = more > 0 ? `\n\n${more} more in the proposal.` : ''
  return `${frame}\n\n${shown.map((line) => writeAsk(line, written, whom)).join('\n')}${rest}`
}

const commitmentQuestions = {
  work: 'Who does what?',
  timeframe: 'By when?',
  effort: 'How much of whose time?',
  resources: 'What does it cost, or need?'
} as const

/** A time frame that stands in a heading alone: "Work items over the next year". */
function headed({elements, sections, quantities}: Proposal): Clipping | undefined {
  const section = sections.find(
    ({heading}) =>
      heading &&
      elements.timeframe.evidence.some(({span}) => overlaps(span, heading)) &&
      quantities.some(({kind, span}) => kind !== 'money' && contains(heading, span))
  )
  return section?.heading && {words: section.title, span: section.heading, parts: [section.heading]}
}

/** What the proposal says of work, time, effort and means, beyond what its asks name. */
function commitments(
  source: Source,
  words: number,
  told: readonly Span[]
): {found: Clipping[]; question: string} {
  const {proposal} = source
  const wanted = wantedBy(proposal)
  const found: Clipping[] = []
  const open: string[] = []
  for (const [element, kinds] of [
    ['work', []],
    ['timeframe', ['date', 'duration']],
    ['effort', ['effort']],
    ['resources', ['money']]
  ] as const) {
    const [said] = choose(source, element, {
      most: 1,
      words,
      prefer: (statement) => (names(proposal, statement, kinds) ? 1.5 : 0)
    })
    const best = said ?? (element === 'timeframe' ? headed(proposal) : undefined)
    if (!best) {
      if (wanted.has(element)) open.push(commitmentQuestions[element])
    } else if (
      !best.parts.every((part) =>
        [...told, ...found.flatMap(({parts}) => parts)].some((other) => overlaps(part, other))
      )
    )
      found.push(best)
  }
  return {
    found: found.sort((a, b) => a.span.start - b.span.start),
    question: found.length > 0 ? '' : open.join(' ')
  }
}
