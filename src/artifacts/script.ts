import type {Section} from '../analysis/passages.ts'
import type {Feedback, Proposal} from '../analysis/proposal.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import {howToAnswer} from './answering.ts'
import {type Artifact, blocks, gap, type Quoting, quoting} from './artifact.ts'
import {askLinesOf, forStakeholder, nobodyOf} from './ask-lines.ts'
import {bestPassages} from './best-passages.ts'
import {type Clipping, closed, wordCount} from './clip.ts'
import type {Stakeholder} from './stakeholders.ts'
import {type Source, sourceOf} from './statements.ts'
import {stepsOf} from './steps.ts'
import {nameOf} from './titling.ts'

export interface ScriptOptions {
  readonly stakeholder?: Stakeholder | undefined
  readonly feedback?: Feedback | undefined
}

interface Scene {
  readonly title: string
  /** What is said, with the clippings that it holds in their order. */
  readonly say: (quote: Quoting['quote']) => string
  /** Where in the proposal it is from; undefined for what the frame says. */
  readonly from: Span | undefined
  /** What to show, where that is not of the proposal. */
  readonly show?: string
}

/** Words that are read aloud in a minute. */
const pace = 140
const longest = 180

/**
 * A script for a video of at most three minutes, in scenes: what to say, what to show, and how long that takes. The
 * part that is hardest to grasp is walked through step by step.
 */
export function scriptOf(proposal: Proposal, options: ScriptOptions = {}): Artifact {
  const source = sourceOf(proposal)
  for (const scale of [1, 0.85, 0.7, 0.55]) {
    const made = write(source, options, scale)
    if (made.seconds <= longest || scale === 0.55) return made.artifact
  }
  throw new RangeError('no scale was tried')
}

function write(
  source: Source,
  {stakeholder, feedback}: ScriptOptions,
  scale: number
): {artifact: Artifact; seconds: number} {
  const {proposal} = source
  const written = quoting()
  const best = bestPassages(source, stakeholder)
  const room = (words: number) => Math.round(words * scale)
  const what = best.proposed(room(56))
  const why = best.of('motive', room(56))
  const gain = best.of('reward', room(36))
  const stands = best.of('progress', room(30), 1)
  const wrong = best.of('downside', room(40))
  const used = [what, why, gain, stands, wrong].flat().flatMap(({parts}) => parts)
  const {steps, ordered} = stepsOf(source, {most: 5, words: room(28), used})
  const asks = forStakeholder(askLinesOf(source, room(26)), stakeholder)
    .filter(({state}) => state === 'open')
    .slice(0, 3)
  const spoken = (title: string, clippings: readonly Clipping[], question: string): Scene => ({
    title,
    say: (quote) => clippings.map((one) => closed(quote(one))).join(' ') || gap(question),
    from: clippings[0]?.span
  })
  const scenes: Scene[] = [
    spoken('Why', why, 'Why do you pursue this?'),
    spoken('What we propose', what, 'What do you propose, in two sentences?'),
    ...steps.map(
      (step, index): Scene => ({
        title: `${ordered ? 'Step by step' : 'How it works'}, ${ordinals[index] ?? 'next'}`,
        say: (quote) =>
          ordered ? `${capital(ordinals[index] ?? 'next')}: ${closed(quote(step))}` : closed(quote(step)),
        from: step.span
      })
    ),
    ...(gain.length > 0 ? [spoken('What you gain', gain, '')] : []),
    ...(stands.length > 0 ? [spoken('Where it stands', stands, '')] : []),
    spoken('What could go wrong', wrong, 'What could go wrong, and for whom?'),
    {
      title: 'What we ask',
      say: (quote) =>
        asks
          .map((line) => {
            const {whom, what, facts} = line
            const name = whom ? quote(whom).replace(/^The /, 'the ') : nobodyOf(proposal, line)
            const said = [quote(what).replace(/[.;,:!]+$/, ''), ...facts.map(quote)].join(', ')
            return `We ask ${name}: ${closed(said)}`
          })
          .join(' ') || `We ask ${nobodyOf(proposal)}: ${gap('what?')}.`,
      from: asks[0]?.span
    },
    {
      title: 'How to answer',
      say: () => `To answer: ${howToAnswer(proposal, feedback ?? {}, written)}`,
      from: undefined,
      show: 'the title, and where to answer'
    }
  ]
  let at = 0
  const seen = new Set<string>()
  const parts = scenes.map((scene, index) => {
    const words = scene.say(written.quote)
    const seconds = Math.max(3, Math.ceil((60 * wordCount(words.replace(/⟨[^⟩]*⟩/g, 'x x x x'))) / pace))
    const time = `${clock(at)}–${clock(at + seconds)}, ${seconds} s`
    at += seconds
    return `## ${index + 1}. ${scene.title} (${time})\n\n**Say:** ${words}\n\n**Show:** ${scene.show ?? shown(proposal, scene.from, written, seen)}`
  })
  const markdown = blocks([
    `# Video script: ${nameOf(proposal)}`,
    `_${stakeholder ? `For ${stakeholder.name}. ` : ''}${clock(at)} minutes at ${pace} words a minute_`,
    ...parts
  ])
  return {artifact: {markdown, extracts: written.extracts}, seconds: at}
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth']

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/**
 * What the document has to show at a place: a picture, a diagram, a table or a list of that section, else its words.
 * @param seen the pictures that were shown before
 */
function shown(proposal: Proposal, from: Span | undefined, {quote}: Quoting, seen: Set<string>): string {
  if (!from) return 'the title'
  const {sections, passages, text} = proposal
  const section = sections.find(({span}) => overlaps(span, from)) ?? sections[0]
  const where = section?.heading ? ` of “${quote(heading(section))}”` : ' at the top'
  const body = section ? text.slice(section.span.start, section.span.end) : ''
  const [picture] = Array.from(body.matchAll(/!\[[^\]\n]*\]\(([^()\s]+)[^()\n]*\)/g))
    .flatMap(({index, 0: source, 1: address}) => {
      if (!address || seen.has(address)) return []
      const start = (section?.span.start ?? 0) + index + source.lastIndexOf(address)
      return [{address, span: {start, end: start + address.length}}]
    })
    .sort((a, b) => Math.abs(a.span.start - from.start) - Math.abs(b.span.start - from.start))
  if (picture) {
    seen.add(picture.address)
    return `the picture${where}, ${quote({words: picture.address, span: picture.span, parts: [picture.span]})}`
  }
  const near = passages.find(({span}) => overlaps(span, from))
  if (/^[ \t]*(?:```|~~~)/m.test(body)) return `the example${where}, line by line`
  if (near?.kind === 'row') return `the table${where}, with this row marked`
  if (near?.kind === 'item') return `the list${where}, with this item marked`
  return `the section${where.replace(/^ of/, '')}, with these words marked`
}

function heading({title, heading}: Section): Clipping {
  const span = heading ?? {start: 0, end: 0}
  // Emoji of a forge are pictures only there.
  return {words: title.replace(/\s*:[a-z_]+:\s*/g, ' ').replace(/[\s:]+$/, ''), span, parts: [span]}
}
