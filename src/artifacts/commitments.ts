import type {Proposal} from '../analysis/proposal.ts'
import type {Quantity} from '../analysis/quantities.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {wantedBy} from '../rules/wanted.ts'
import {type Clipping, joined, wordCount} from './clip.ts'
import {chosen, names, type Source, type Statement} from './statements.ts'

const kinds = {
  work: [],
  timeframe: ['date', 'duration'],
  effort: ['effort', 'duration'],
  resources: ['money', 'effort']
} as const satisfies Record<string, readonly Quantity['kind'][]>

const questions: Readonly<Record<keyof typeof kinds, string>> = {
  work: 'Who does what?',
  timeframe: 'By when?',
  effort: 'How much of whose time?',
  resources: 'What does it cost, or need?'
}

/** Words that tie an amount to the work, its time or its price; others are amounts in what is to be built. */
const spending =
  /\b(?:takes?|taking|need(?:s|ed)?|estimat\w+|durations?|schedul\w+|timelines?|timeframe|deadlines?|start\w*|begin\w*|finish\w*|ends?|ending|complet\w+|deliver\w*|launch\w*|releas\w+|ship\w*|milestones?|phases?|stages?|sprints?|budget\w*|costs?|prices?|priced|fund\w*|pa(?:y|id|ys)|salar\w+|wages?|fees?|total|hours?|hrs|fte|full[- ]time|part[- ]time|per (?:week|month|year)|a (?:week|month)|months?|weeks?|developers?|engineers?|people|persons?|staff|volunteers?|grant\w*|travel|sponsor\w*|dedicat\w+|commit(?:s|ted|ment)?|devot\w+|work(?:s|ing)?)\b/i
/** Whom or what somebody learns, tests or meets by: a lesson of two hours is no effort, a test of 100 runs neither. */
const otherwise =
  /\b(?:agenda|attendees?|audience|participants? (?:will|learn)|learn(?:s|ed)?|founded|experience|graduat\w+|criteri\w+|tests? (?:that|should|must|will)|e2e|uptime|latency|timeouts?|retention|users?|api|cach\w+|expir\w+|previously|last year|market cap|until (?:the )?(?:value|request|call)|beta|alpha|GA|deprecat\w+)\b/i
/** Sections that say what is built, taught or measured, and not what it takes. */
const elsewhere =
  /\b(?:features?|requirements?|specification|agenda|programme|curriculum|syllabus|sessions?|talks?|graduation|criteria|test(?:s|ing)?(?: plan)?|use cases?|user stor(?:y|ies)|about|bios?|biograph\w+|experience|background|motivation|problem|alternatives?|results?|findings|examples?|references|history)\b/i
/** "Milestone 2: Bridge module", "Phase 1 – Interviews (3 weeks)" */
const phase =
  /^(?:(?:milestone|phase|stage|sprint|work ?package|wp|step|part|year|month|week|quarter)s?\s*#?(?:\d{1,2}|[IVX]{1,4}|one|two|three|four)|Q[1-4])\b/i

/** What a text says of work, time, effort and means beyond what its asks name, and what it would have to say. */
export interface Commitments {
  readonly found: readonly Clipping[]
  /** What nothing is told of, as one line of questions; empty where something is found. */
  readonly question: string
}

/**
 * Only what is work, time, effort or means beyond doubt: it names an amount of it, or the phases of the work. A
 * list of features or the agenda of a workshop would be worse than nothing.
 * @param words of each
 * @param told what the asks and other parts say already
 */
export function commitments(source: Source, words: number, told: readonly Span[]): Commitments {
  const {proposal} = source
  const wanted = wantedBy(proposal)
  const found: Clipping[] = []
  const open: string[] = []
  for (const element of Object.keys(questions) as (keyof typeof kinds)[]) {
    const best = element === 'work' ? phasesOf(proposal, words) : measured(source, element, words)
    const said = best ?? (element === 'timeframe' ? headed(proposal) : undefined)
    if (!said) {
      if (wanted.has(element) && proposal.elements[element].level !== 'present') open.push(questions[element])
    } else if (
      ![...told, ...found.flatMap(({parts}) => parts)].some((other) =>
        said.parts.some((part) => overlaps(part, other))
      )
    )
      found.push(said)
  }
  return {
    found: found.sort((a, b) => a.span.start - b.span.start),
    question: found.length > 0 ? '' : open.join(' ')
  }
}

/** The statement that names an amount of it best. */
function measured(
  source: Source,
  element: 'timeframe' | 'effort' | 'resources',
  words: number
): Clipping | undefined {
  const {proposal} = source
  const amounts = (statement: Statement) => names(proposal, statement, kinds[element])
  const [best] = chosen(source, element, {
    most: 1,
    words,
    prefer: (statement, said) => (isSpent(proposal, statement, said) && amounts(statement) ? 1.5 : -20)
  })
  const clip = best?.clip(words)
  return clip && proposal.quantities.some(({span}) => clip.parts.some((part) => contains(part, span)))
    ? clip
    : undefined
}

function isSpent({sections, passages}: Proposal, {tellings, leans}: Statement, words: string): boolean {
  const titles = tellings.map(({passage}) => sections[passages[passage]?.section ?? 0]?.title ?? '')
  return (
    !leans &&
    (spending.test(words) || titles.some((title) => spending.test(title))) &&
    !otherwise.test(words) &&
    !titles.some((title) => elsewhere.test(title))
  )
}

/** The phases of the work by their headings, where it is told in such. */
function phasesOf({sections}: Proposal, mostWords: number): Clipping | undefined {
  const phases = sections.flatMap(({heading, title}) =>
    heading && phase.test(title) && wordCount(title) > 2
      ? [{words: title.replace(/[\s.;,:]+$/, ''), span: heading, parts: [heading]}]
      : []
  )
  if (phases.length < 2) return undefined
  let room = mostWords
  const shown = phases.filter(({words}, index) => {
    room -= wordCount(words)
    return index < 2 || room >= 0
  })
  const list = joined(shown, '; ')
  return shown.length < phases.length ? {...list, words: `${list.words}; …`} : list
}

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
