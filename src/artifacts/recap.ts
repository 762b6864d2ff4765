import type {Promised} from '../analysis/lexicon.ts'
import type {Feedback, Proposal} from '../analysis/proposal.ts'
import {overlaps} from '../analysis/span.ts'
import {wantedBy} from '../rules/wanted.ts'
import {howToAnswer} from './answering.ts'
import {type Artifact, blocks, gap, lengthOf, type Quoting, quoting} from './artifact.ts'
import {type AskLine, askLinesOf, forStakeholder, nobodyOf, writeAsk} from './ask-lines.ts'
import {type BestPassages, bestPassages, type Quoted} from './best-passages.ts'
import {type Clipping, clipRow, clipSentence, closed, unreferenced, wordCount} from './clip.ts'
import {commitments} from './commitments.ts'
import {decisionIn} from './decision.ts'
import {addressee} from './moves.ts'
import {openQuestions} from './open-questions.ts'
import {leftOpen} from './open-sections.ts'
import {type Stakeholder, sameParty} from './stakeholders.ts'
import {stateIn} from './stated.ts'
import {type Source, sourceOf} from './statements.ts'
import {nameOf} from './titling.ts'
import {toldIn} from './told-in.ts'

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
  {proposed: 52, why: 40, stands: 36, takes: 34, wrong: 44, ask: 26, asks: 6, questions: 3, counted: 2},
  {proposed: 44, why: 30, stands: 28, takes: 26, wrong: 32, ask: 22, asks: 6, questions: 2, counted: 1},
  {proposed: 34, why: 24, stands: 22, takes: 20, wrong: 24, ask: 18, asks: 6, questions: 2, counted: 1},
  {proposed: 32, why: 22, stands: 20, takes: 12, wrong: 22, ask: 18, asks: 5, questions: 1, counted: 1},
  {proposed: 28, why: 20, stands: 18, takes: 0, wrong: 20, ask: 16, asks: 4, questions: 1, counted: 0},
  {proposed: 20, why: 16, stands: 16, takes: 0, wrong: 16, ask: 14, asks: 3, questions: 0, counted: 0}
] as const
/** Of a source of a page or less there is only the gist, in a frame of few words. */
const gists = [
  {proposed: 24, why: 18, stands: 16, takes: 0, wrong: 18, ask: 16, asks: 3, questions: 0, counted: 0},
  {proposed: 20, why: 16, stands: 0, takes: 0, wrong: 14, ask: 14, asks: 2, questions: 0, counted: 0},
  {proposed: 16, why: 12, stands: 0, takes: 0, wrong: 0, ask: 12, asks: 2, questions: 0, counted: 0},
  {proposed: 14, why: 0, stands: 0, takes: 0, wrong: 0, ask: 10, asks: 1, questions: 0, counted: 0}
] as const
type Size = (typeof sizes)[number] | (typeof gists)[number]

/** In words; no recap says anything in fewer. */
const shortestGist = 40
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
  const best = bestPassages(source, options.stakeholder)
  const drafts = [
    ...sizes.flatMap((size) =>
      (['full', 'terse'] as const).map((frame) => () => write(source, best, options, size, frame))
    ),
    // A draft of a few lines has no gist yet: its recap says what to fill in.
    ...(limit < shortestGist ? [] : (['brief', 'gist'] as const)).flatMap((frame) =>
      gists.map((size) => () => write(source, best, options, size, frame))
    )
  ]
  let shortest: Artifact | undefined
  for (const draft of drafts) {
    const artifact = draft()
    const length = lengthOf(artifact.markdown)
    if (length <= limit) return artifact
    if (!shortest || length < lengthOf(shortest.markdown)) shortest = artifact
  }
  return shortest ?? write(source, best, options, sizes[5], 'terse')
}

/** In a terse frame, gaps that are no ask's stand together in one line, in a brief one by a word or two; a gist has none. */
type Frame = 'full' | 'terse' | 'brief' | 'gist'

function write(
  source: Source,
  best: BestPassages,
  options: RecapOptions,
  size: Size,
  frame: Frame
): Artifact {
  const {proposal} = source
  const {stakeholder, meeting} = options
  const wanted = options.wanted ?? wantedBy(proposal)
  const written = quoting()
  const gaps: string[] = []
  const part = (
    label: string,
    clippings: readonly Clipping[],
    question: string,
    needed: boolean,
    element?: Quoted
  ) => {
    if (clippings.length > 0)
      return `**${label}:** ${clippings.map((one) => closed(written.quote(one))).join(' ')}`
    const told = element && !short ? toldIn(proposal, element) : undefined
    if (told?.promised) return `**${label}:** told in “${written.quote(told.title)}”.`
    if (!needed || frame === 'gist') return undefined
    // A heading that promises something else would puzzle the reader: it only helps who fills in the gap.
    if (told && !terse) return `**${label}:** ${gap(`${question} See “${written.quote(told.title)}”.`)}`
    if (!terse) return `**${label}:** ${gap(question)}`
    gaps.push(gap(short ? `${label}?` : question))
    return undefined
  }
  const terse = frame !== 'full'
  const short = frame === 'brief' || frame === 'gist'
  const what = best.proposed(size.proposed)
  const gapFor = (element: Quoted) => wanted.has(element) && !best.toldBesides(element)
  const lines = chosenAsks(source, stakeholder, size, what)
  /** What there is room for: nothing that would have to be broken off. */
  const of = (element: Quoted, words: number, most?: number) =>
    words === 0 ? [] : best.of(element, words, most).filter((one) => !/[^;] …$/.test(one.words))
  const wrong = of('downside', size.wrong)
  const state = stateIn(proposal)
  const stands = [...(state && size.stands > 0 ? [state] : []), ...of('progress', size.stands)]
  const why = of('motive', size.why)
  const reward = stakeholder ? of('reward', size.takes, 1) : []
  const used = [...what, ...wrong, ...stands, ...why, ...reward].flatMap(({parts}) => parts)
  const decision = decisionIn(source, Math.max(20, size.takes + 6))
  const takes =
    size.takes === 0
      ? {found: [], question: ''}
      : commitments(source, size.takes, [
          ...used,
          ...lines.shown.map(({span}) => span),
          ...[...decision.said, ...(decision.decided ? [decision.decided] : [])].flatMap(({parts}) => parts),
          ...proposal.impliedAsks.slice(0, size.counted).map(({span}) => span)
        ])
  const {nothing} = leftOpen(source)
  const questions = openQuestions(source, Math.max(1, size.questions), size.why)
  const head = [
    ...(stakeholder ? [`For ${stakeholder.name}`] : []),
    `${stakeholder ? 'after' : 'After'} our meeting of ${meeting ?? gap('date')}`
  ].join(', ')
  const markdown = blocks([
    `# Recap: ${nameOf(proposal)}`,
    `_${head}_`,
    part('Proposed', what, 'What do you propose, in two sentences?', true),
    part('Why', why, 'Why do you pursue this?', gapFor('motive'), 'motive'),
    part('What you gain', reward, '', false),
    part('Where it stands', stands, 'What is done, lined up or promised?', gapFor('progress'), 'progress'),
    part('What it takes', takes.found, takes.question, takes.question !== ''),
    part('What could go wrong', wrong, 'What could go wrong, and for whom?', gapFor('downside'), 'downside'),
    asked(source, lines, written, short),
    countedOn(proposal, stakeholder, size, written),
    part(
      'Who decides',
      short ? [] : decision.said,
      'Who decides, and when?',
      !terse && !decision.told && wanted.has('decision')
    ),
    part('Decided', short || !decision.decided ? [] : [decision.decided], '', false),
    questions.length === 0 && nothing && size.questions > 0
      ? part('Open questions', [nothing], '', false)
      : questions.length === 0
        ? part('Open question', [], 'What would you like to hear about?', !terse && wanted.has('dialog'))
        : size.questions > 0
          ? `**Open questions:**\n\n${questions.map((one) => `- ${written.quote(one)}`).join('\n')}`
          : undefined,
    gaps.length > 0 ? `**Not told yet:** ${gaps.join(' ')}` : undefined,
    `**How to answer:** ${howToAnswer(proposal, options.feedback ?? {}, written, terse)}`
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

const mostTwice = 12

function chosenAsks(
  source: Source,
  stakeholder: Stakeholder | undefined,
  size: Size,
  proposed: readonly Clipping[]
): ChosenAsks {
  const all = forStakeholder(askLinesOf(source, size.ask), stakeholder)
  // A long sentence that is proposed need not be asked in the same words of nobody, where something else is asked.
  const isProposed = ({ask, whom, what}: AskLine) =>
    !ask?.notation &&
    !whom &&
    (ask?.items.length ?? 0) === 0 &&
    wordCount(what.words) > mostTwice &&
    proposed.some(
      ({words, span}) => overlaps(span, what.span) && words.includes(what.words.replace(/[.\s]+$/, ''))
    )
  const others = all.filter((line) => !isProposed(line))
  const lines = others.length > 0 ? others : all
  const shown = lines.slice(0, size.asks)
  return {shown, more: lines.length - shown.length}
}

function asked({proposal}: Source, {shown, more}: ChosenAsks, written: Quoting, gist: boolean): string {
  const open = shown.every(({state}) => state === 'open')
  const label =
    gist && open ? '**Asked, to be confirmed:**' : '**Asked; nothing counts as agreed until you say so:**'
  const whom = nobodyOf(proposal)
  if (shown.length === 0) {
    if (gist) return `${label} ${whom}: ${gap('what?')}, by ${gap('date')}`
    return `${label}\n\n- [ ] **${whom}:** ${gap('what do you ask of them?')}, by ${gap('date')} (to be confirmed)`
  }
  const rest = more > 0 ? `\n\n${more} more in the proposal.` : ''
  const lines = shown.map((line) => writeAsk(line, written, nobodyOf(proposal, line)))
  const bare = gist && open ? lines.map((line) => line.replace(/ \(to be confirmed\)$/, '')) : lines
  return `${label}\n\n${bare.join('\n')}${rest}`
}
