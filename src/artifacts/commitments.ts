import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Quantity} from '../analysis/quantities.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {wantedBy} from '../rules/wanted.ts'
import {alike, chosen} from './choose.ts'
import {type Clipping, cellsOf, clipSentence, joined, unreferenced, wordCount} from './clip.ts'
import {isUnderPhase, phase, phasesOf} from './phases.ts'
import {formality} from './plainness.ts'
import {scheduleOf} from './schedule.ts'
import {leansBack} from './standing-alone.ts'
import {names, type Source, type Statement} from './statements.ts'
import {type Total, totalsOf} from './totals.ts'
import {design} from './under-headings.ts'

/** Steps need more words than an amount; where there is little room, a few more. */
const roomForSteps = 28
const leastRoomForSteps = 14
const scarce = 16

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
  /\b(?:takes?|taking|need(?:s|ed)?|estimat\w+|durations?|schedul\w+|timelines?|timeframe|deadlines?|start\w*|begin\w*|finish\w*|ends?|ending|complet\w+|deliver\w*|launch\w*|releas\w+|ship\w*|milestones?|phases?|stages?|sprints?|budget\w*|costs?|prices?|priced|fund\w*|pa(?:y|id|ys)|salar\w+|wages?|fees?|total|hours?|hrs|fte|full[- ]time|part[- ]time|per (?:week|month|year)|a (?:week|month)|months?|weeks?|minutes?|meeting|event|workshop|developers?|engineers?|people|persons?|staff|volunteers?|grant\w*|travel|sponsor\w*|dedicat\w+|commit(?:s|ted|ment)?|devot\w+|work(?:s|ing)?)\b/i
/** Whom or what somebody learns, tests or meets by: a lesson of two hours is no effort, a test of 100 runs neither. */
const otherwise =
  /\b(?:agenda|participants? (?:will|learn)|learn(?:s|ed)?|founded|experience|graduat\w+|criteri\w+|tests? (?:that|should|must|will)|e2e|uptime|latency|timeouts?|retention|cach\w+|expir\w+|previously|last year|market cap|took|valid for|wall-clock|watts?|miles?|college address|evaluation|retrieved|accessed|until (?:the )?(?:value|request|call)|GA)\b/i
/** "Whether mentors take fees": nothing that is settled. */
const undecided = /^(?:whether|if|how|what|which|why|who|when)\b/i
/** What is only so if something happens, was so, is always so, or is so elsewhere. */
const elsewise =
  /^(?:(?:we|I) (?:will|would) also\b|deadline:|in the event\b|we should wait\b|in case\b|as (?:we|the (?:project|team)|our \w+|more)\b|once (?:admitted|accepted|approved)\b|be it\b|donations? of any|stage of completion\b|date:? \d|each (?:team|member|project)\b|according to\b|the (?:project )?timeline,|from the point of view\b|though\b|follow-?up\b|\[)|\b(?:CAGR|market (?:size|share|worth)|addressable|as we grow|when we grow|develop further|in the proposals? cycle|someone@|[\w.]+@[\w-]+\.\w+|will revert back|announced|arrested|sentenced|closing day|is a (?:weekly|monthly)|until they are|lunch|coffee break|at \d{1,2}(?::\d\d)? ?[ap]m|deadline for (?:proposals|applications|submissions)|is currently considered|(?:all (?:of )?)?the above)\b|\bopen[- ]?sourced?[.)]*$/i
/** Sections that say what is built, taught or measured, and not what it takes. */
const elsewhere =
  /\b(?:features?|requirements?|specification|agenda|programme|curriculum|syllabus|sessions?|talks?|graduation|criteria|test(?:s|ing)?(?: plan)?|use cases?|user stor(?:y|ies)|about|bios?|biograph\w+|experience|background|motivation|problem|alternatives?|findings|references|history|reach goals?|stretch goals?|future|nice[- ]to[- ]have|objectives|contact|student|license|feedback|faq)\b/i
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
  const totals = totalsOf(proposal)
  const room = words + (words < scarce ? leastRoomForSteps : roomForSteps)
  const plan = phasesOf(proposal, room) ?? scheduleOf(proposal, room, 'timed')
  for (const element of Object.keys(questions) as (keyof typeof kinds)[]) {
    const best =
      element === 'work'
        ? (plan ?? workIn(source, room))
        : total(totals, element, measured(source, element, words))
    const heading = element === 'timeframe' ? headed(source) : undefined
    const said = heading && isFirst(proposal, heading) ? heading : (best ?? heading)
    if (!said) {
      if (wanted.has(element) && proposal.elements[element].level !== 'present') open.push(questions[element])
    } else if (
      ![...told, ...found.flatMap(({parts}) => parts)].some((other) =>
        said.parts.some((part) => overlaps(part, other))
      ) &&
      !found.some((other) => wordCount(said.words) > 12 && alike(other.words, said.words))
    )
      found.push(said)
  }
  // "The next 6 months", and nothing of what is done in them, is a heading.
  const [only] = found
  if (
    found.length === 1 &&
    only &&
    /^(?:over |in |within |during )?the (?:next|coming|first) \w+ \w+$/i.test(only.words)
  )
    found.pop()
  return {
    found: found.sort((a, b) => a.span.start - b.span.start),
    question: found.length > 0 ? '' : open.join(' ')
  }
}

/** What all of it takes, where the text says so: better than what a part of it takes. */
function total(
  totals: readonly Total[],
  element: 'timeframe' | 'effort' | 'resources',
  best: Clipping | undefined
): Clipping | undefined {
  if (best && whole.test(best.words)) return best
  const found = totals.find(({kinds}) =>
    kinds.some((kind) => (totalKinds[element] as readonly string[]).includes(kind))
  )
  return found?.clip ?? best
}

const totalKinds = {timeframe: ['duration'], effort: ['effort'], resources: ['money']} as const

/** The statement that names an amount of it best, or in words how much. */
function measured(
  source: Source,
  element: 'timeframe' | 'effort' | 'resources',
  words: number
): Clipping | undefined {
  const {proposal} = source
  const phases = proposal.sections.filter(({title}) => phase.test(title)).length
  const [best] = chosen(source, element, {
    most: 1,
    words,
    prefer: (statement, said) =>
      !isSpent(proposal, statement, said) ||
      isOneOfMany(proposal, statement, kinds[element], said) ||
      (phases > 1 && isUnderPhase(proposal, statement))
        ? never
        : (names(proposal, statement, kinds[element]) ? 1.5 : unmeasured[element].test(said) ? 0 : never) +
          (whole.test(said) ? 2.5 : 0)
  })
  return best?.clip(words)
}

/** A row or item of several that name amounts of the same kind: what one part takes is not what all of it takes. */
function isOneOfMany(
  {passages, quantities}: Proposal,
  {kind, tellings}: Statement,
  wanted: readonly Quantity['kind'][],
  said: string
): boolean {
  const own = passages[tellings[0]?.passage ?? -1]
  if (!own || kind === 'list' || (own.kind !== 'row' && own.kind !== 'item') || whole.test(said)) return false
  // A whole sentence of a list says more than "Week 9: training".
  if (own.kind === 'item' && wordCount(said) > 12) return false
  const alike = passages.filter(
    ({block, depth, span}) =>
      block.start === own.block.start &&
      depth === own.depth &&
      span.start !== own.span.start &&
      quantities.some((one) => wanted.includes(one.kind) && contains(span, one.span))
  )
  return alike.length > 1
}

const never = -20
const whole = /\b(?:total|overall|altogether|whole project|duration of the project)\b/i

/** Time, effort and means told without a number. */
const unmeasured = {
  timeframe:
    /\b(?:deadlines?|timelines?|schedul\w+|(?:next|this|following|first|second|third|fourth|last|coming|end of(?: the)?) (?:\w+ )?(?:releases?|version|cycle|quarter|year|month|week|semester|term|spring|summer|autumn|fall|winter|edition|sprint|half))\b/i,
  effort:
    /\b(?:efforts?|workload|full[- ]time|part[- ]time|fte|person[- ]\w+|man[- ]\w+|maintenance (?:costs?|burden)|(?:developer|engineering|review|maintainer|volunteer)s?[’']? (?:time|hours|capacity)|time commitment|hours|amount of work|staff|headcount)\b/i,
  resources:
    /\b(?:budget|fund(?:s|ing|ed)?|costs?|money|donat\w+|grants?|salar\w+|hardware|servers?|infrastructure|hosting|licen[cs]es?|equipment|machines?|runners?|venue|room|developers?|engineers?|maintainers?|reviewers?|volunteers?|staff)\b/i
}

/** What is to be done, by whom or in what order: never what the thing does, or how it is tested. */
function workIn(source: Source, words: number): Clipping | undefined {
  const [best] = chosen(source, 'work', {
    most: 1,
    words,
    // One step of many says little: better the first of them together.
    prefer: (statement, said) =>
      isWork(source, statement, said) ? (statement.kind === 'list' ? 1.5 : 0) : never
  })
  if (!best) return scheduleOf(source.proposal, words)
  const {passages} = source.proposal
  const own = passages[best.tellings.at(-1)?.passage ?? -1]
  const siblings = passages.filter(
    ({kind, block, depth}) => kind === own?.kind && block.start === own.block.start && depth === own.depth
  )
  if (best.kind === 'list') {
    const list = best.clip(words)
    return isBroken(list.words) ? siblingsOf(source, siblings, words) : list
  }
  const isPart = (own?.kind === 'item' || own?.kind === 'row') && siblings.length > 1
  if (!isPart) return best.clip(words)
  const list = scheduleOf(source.proposal, words)
  // One step of several: all of them, as many as there is room for, or none.
  return list ?? siblingsOf(source, siblings, words)
}

/** "Once it is ready, we copy the code": a step. */
const inOrder = /^(?:once|after|when|then|first|next|finally)\b/i

/** Broken off within brackets. */
function isBroken(words: string): boolean {
  return (words.match(/\(/g)?.length ?? 0) > (words.match(/\)/g)?.length ?? 0)
}

/** Headings over things that are handed over, each named by a noun. */
const handedOver = /\b(?:deliverables?|outputs?|outcomes?|work items?)\b/i
const mostName = 8

/** The items or rows beside one that is work, as many as there is room for. */
function siblingsOf({proposal}: Source, siblings: readonly Passage[], words: number): Clipping | undefined {
  const clips = siblings
    .filter(({struck, plain}) => !struck && !/:\s*$/.test(plain))
    .flatMap((item) =>
      item.kind === 'row'
        ? cellsOf(proposal, item)
            .slice(0, 1)
            .filter(({words: name}) => wordCount(name) <= mostName && !formality.test(`${name};`))
        : [clipSentence(proposal, item, item.sentences[0]?.span ?? item.span, 22)]
    )
    .filter(({words: said}) => !/[?@]|https?:| …$/.test(said) && !isBroken(said) && wordCount(said) > 1)
  const [first] = siblings
  const named =
    handedOver.test(proposal.sections[first?.section ?? 0]?.title ?? '') ||
    first?.columns.some((title) => handedOver.test(title))
  const deeds = clips.filter(({words: said}) => isDeed(said) || phase.test(said) || inOrder.test(said)).length
  if (clips.length < 2 || (!named && deeds < 0.5 * clips.length)) return undefined
  let left = words
  const shown: Clipping[] = []
  for (const clip of clips) {
    left -= wordCount(clip.words)
    if (shown.length > 1 && left < 0) break
    shown.push({...clip, words: clip.words.replace(/[\s.;,:]+$/, '')})
  }
  const list = joined(shown, '; ')
  return shown.length < siblings.length ? {...list, words: `${list.words}; …`} : list
}

/** Headings over what is to be done. */
const plans =
  /\b(?:work|tasks?|plans?|planning|road ?map|milestones?|deliverables?|phases?|stages?|timelines?|schedule|next steps?|steps|to-?dos?|action items?|actions?|activities|ownership|responsibilit\w+|roles?|methodology|procedure|roll-?out|migration|transition|(?:week|month|quarter|year|sprint)s? \d|what (?:we|I) (?:will|plan to)|the next \d? ?(?:months?|year)|who (?:does|will)|implementation|proposal|proposed (?:changes|solution|work))\b/i
/** Who does it, by a name or a part. */
const actor =
  /(?:\bthe work (?:will|would|is to) be done by\b|\bnext steps (?:include|are)\b|\bmain deliverables? (?:is|are)\b|@[\w-]+|\b(?:the |our |a |an |each )?(?:[\w-]+ ){0,2}(?:teams?|groups?|maintainers?|committee|council|foundation|board|contractors?|engineers?|developers?|students?|volunteers?|owners?|stewards?|authors?|staff|community|mentors?|director|manager|I|we))(?:['’]ll| will| would| shall| plans? to| intends? to| needs? to| must| should| (?:is|are) (?:responsible|going|to be))\b/i
/** "Kim Ito plans to do the implementation" */
const person = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:will|would|plans to|is going to|intends to)\b/u
/** "Task | Owner": what is to be done, and by whom. */
function isTaskTable(columns: readonly string[]): boolean {
  return (
    columns.some((title) =>
      /^(?:tasks?|deliverables?|work items?|steps?|actions?|activit(?:y|ies))\b/i.test(title)
    ) && columns.some((title) => /\b(?:owners?|who|responsible|assignees?|teams?|lead)\b/i.test(title))
  )
}

/** What the thing does and what is so, under whatever heading. */
const working =
  /\b(?:users?|clients?|customers?|compiler|function|method|parameter|field|type|api|attribute|endpoint|server|client|module|class|syntax|property|value|flag)s? (?:can|will|may|must|should|is|are|could|would)\b|\b(?:allows?|enables?|provides?|supports?)\b/i

function isWork({proposal}: Source, statement: Statement, words: string): boolean {
  const {sections, passages} = proposal
  const {kind, tellings, leans} = statement
  const titles = tellings.map(({passage}) => sections[passages[passage]?.section ?? 0]?.title ?? '')
  if (
    leans ||
    elsewise.test(words) ||
    undecided.test(words) ||
    otherwise.test(words) ||
    titles.some((title) => elsewhere.test(title))
  )
    return false
  const planned =
    titles.some((title) => plans.test(title)) ||
    tellings.every(({passage}) => isTaskTable(passages[passage]?.columns ?? []))
  if (kind === 'list') {
    const lead = /^[^:;]{0,160}: /.exec(words)?.[0] ?? ''
    const items = words
      .slice(lead.length)
      .split('; ')
      .filter((item) => item !== '…')
    const deeds = items.filter((item) => isDeed(item) || phase.test(item) || actor.test(item)).length
    const announced = plans.test(lead) || actor.test(lead) || process.test(lead)
    return deeds >= items.length / 2 && (planned || announced || (deeds === items.length && deeds > 1))
  }
  if (working.test(words) || formality.test(words)) return false
  const who = actor.exec(words)?.[0] ?? person.exec(words)?.[0]
  return who !== undefined
    ? planned ||
        !/\b(?:I|we)\b/i.test(who) ||
        !titles.some((title) => design.test(title)) ||
        plans.test(words)
    : planned && (isDeed(words) || phase.test(words))
}

const process =
  /\b(?:process|things? (?:\w+ )?(?:to|need)|following (?:changes|work|tasks|steps)|remaining|includes?|involves?|requires?)\b/i

function isDeed(words: string): boolean {
  return startsWithVerb(words) || /^\p{Lu}\p{Ll}+(?:ing|tion|ment)\b/u.test(words)
}

function isSpent(
  {sections, passages, quantities}: Proposal,
  {tellings, leans, span}: Statement,
  words: string
): boolean {
  const titles = tellings.map(({passage}) => sections[passages[passage]?.section ?? 0]?.title ?? '')
  return (
    !leans &&
    !elsewise.test(words) &&
    !undecided.test(words) &&
    !isBareDate(words) &&
    !/^(?:proposed|submitted|written|prepared|created|updated|posted|published) (?:by|on)\b/i.test(words) &&
    // "The budget could run over by $300" is a risk.
    !/\b(?:could|might|may)\b.{0,40}\b(?:over|exceed|fail|late)\b/i.test(words) &&
    // Numbers without their columns say nothing.
    !/(?:^|: |, )[\d.,]+, [\d.,]+, [\d.,]+/.test(words) &&
    // Lines of a budget that run into each other are no sentence.
    (words.match(/[$€£]\s?\d|\d\s?(?:USD|EUR|GBP|DAI)\b/g)?.length ?? 0) < 4 &&
    (spending.test(words) ||
      titles.some((title) => spending.test(title)) ||
      quantities.some(({kind, span: at}) => kind === 'date' && contains(span, at))) &&
    !otherwise.test(words) &&
    !titles.some((title) => elsewhere.test(title))
  )
}

/** "11 September 2018": a date of which nobody knows what it is the date of. */
function isBareDate(words: string): boolean {
  return (
    (
      words
        .replace(
          /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\b|\bQ[1-4]\b|\d+(?:st|nd|rd|th)?/giu,
          ''
        )
        .match(/\p{L}{3,}/gu) ?? []
    ).length < 1
  )
}

/** Whether the reading of when rests on a heading first of all. */
function isFirst({elements}: Proposal, {span}: Clipping): boolean {
  const [first] = elements.timeframe.evidence
  return first !== undefined && overlaps(first.span, span)
}

const period =
  /\b(?:over|within|in|during|the|next|coming|following|first)\b.{0,28}\b(?:weeks?|months?|quarters?|years?)\b/i

/** A time frame that stands in a heading alone: "Work items over the next year". */
function headed({proposal, subject}: Source): Clipping | undefined {
  const {elements, passages, sections, quantities} = proposal
  const section = sections.find(
    ({heading, title}) =>
      heading &&
      elements.timeframe.evidence.some(({span}) => overlaps(span, heading)) &&
      (period.test(title) || quantities.some(({kind, span}) => kind !== 'money' && contains(heading, span)))
  )
  if (!section?.heading) return undefined
  // Of "Work items over the next year" only "over the next year" says when.
  const start = period.exec(section.title)?.index ?? 0
  const when = section.title.slice(start)
  const words = when.charAt(0).toUpperCase() + when.slice(1)
  const head = {words, span: section.heading, parts: [section.heading]}
  const index = sections.indexOf(section)
  const aims = passages.flatMap((passage) =>
    passage.section === index && passage.kind === 'paragraph' && !passage.struck
      ? passage.sentences
          .filter((sentence) => aiming.test(sentence.words) && !leansBack(sentence.words, subject))
          .map(({span}) => clipSentence(proposal, passage, span, wordsOfAim))
      : []
  )
  const found = aims.find(
    (clip) => !/ …$|:$|\?$/.test(clip.words) && aiming.test(clip.words) && wordCount(clip.words) > 5
  )
  if (!found) return head
  const aim = {...found, words: unreferenced(found.words)}
  // A sentence that says when itself needs no heading.
  return aim.words.match(/\b(?:months?|year|weeks?|quarter|20\d\d)\b/i) ? aim : joined([head, aim], ': ')
}

const wordsOfAim = 30
/** What is meant to be reached by then. */
const aiming =
  /^(?:work|finish|continue|implement|complete|stabilize|design|build|make|get|start)\b|\b(?:(?:the|our|my) (?:main |primary |first )?(?:goal|plan|aim|intent|focus)|(?:we|I) (?:will|plan|intend|aim|hope|expect|propose)|we['’]ll|is to)\b/i
