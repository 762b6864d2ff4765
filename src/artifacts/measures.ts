import type {Proposal} from '../analysis/proposal.ts'
import type {Quantity} from '../analysis/quantities.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {isBesides} from './besides.ts'
import {chosen} from './choose.ts'
import {type Clipping, cellsOf, clipSentence, joined, unreferenced, wordCount} from './clip.ts'
import {isPhaseTitle, isUnderPhase} from './phases.ts'
import {leansBack} from './standing-alone.ts'
import {names, type Source, type Statement} from './statements.ts'

/** What the time, the effort and the means of the work are amounts of. */
const kinds = {
  timeframe: ['date', 'duration'],
  effort: ['effort', 'duration'],
  resources: ['money', 'effort']
} as const satisfies Record<string, readonly Quantity['kind'][]>

export type Measured = keyof typeof kinds

/** Words that tie an amount to the work, its time or its price; others are amounts in what is to be built. */
const spending =
  /\b(?:takes?|taking|need(?:s|ed)?|estimat\w+|durations?|schedul\w+|timelines?|timeframe|deadlines?|start\w*|begin\w*|finish\w*|ends?|ending|complet\w+|deliver\w*|launch\w*|releas\w+|ship\w*|milestones?|phases?|stages?|sprints?|budget\w*|costs?|prices?|priced|fund\w*|pa(?:y|id|ys)|salar\w+|wages?|fees?|total|hours?|hrs|fte|full[- ]time|part[- ]time|per (?:week|month|year)|a (?:week|month)|months?|weeks?|minutes?|meeting|event|workshop|developers?|engineers?|people|persons?|staff|volunteers?|grant\w*|travel|sponsor\w*|dedicat\w+|commit(?:s|ted|ment)?|devot\w+|work(?:s|ing)?)\b/i

/** The statement that names an amount of it best, or in words how much. */
export function measured(source: Source, element: Measured, words: number): Clipping | undefined {
  const {proposal} = source
  const phases = proposal.sections.filter(({title}) => isPhaseTitle(title)).length
  const [best] = chosen(source, element, {
    most: 1,
    words,
    prefer: (statement, said) =>
      !isSpent(proposal, statement, said) ||
      isOneOfMany(proposal, statement, kinds[element], said) ||
      (phases > 1 && isUnderPhase(proposal, statement)) ||
      isBesideSpent(proposal, statement)
        ? never
        : (namesWithin(proposal, statement.clip(words), kinds[element])
            ? 1.5
            : unmeasured[element].test(said)
              ? 0
              : never) +
          (whole.test(said) ? 2.5 : 0) +
          (labels[element].test(said) ? 1.5 : 0)
  })
  return best && withoutColumns(source, best, element, best.clip(words))
}

/** Of a row of many cells its name and its amounts: "Partial" says nothing without the title of its column. */
function withoutColumns(
  {proposal}: Source,
  {tellings}: Statement,
  element: Measured,
  said: Clipping
): Clipping {
  const row = tellings.length === 1 ? proposal.passages[tellings[0]?.passage ?? -1] : undefined
  const [name, ...cells] = row?.kind === 'row' ? cellsOf(proposal, row) : []
  if (!name || cells.length < 3) return said
  const amounts = cells.filter((cell) => names(proposal, cell, kinds[element]))
  return amounts.length > 0 ? joined([name, joined(amounts, ', ')], ': ') : said
}

/** Whether what is left of a statement names an amount: the rest may have been cut off with it. */
function namesWithin(proposal: Proposal, {parts}: Clipping, wanted: readonly Quantity['kind'][]): boolean {
  return parts.some((span) => names(proposal, {span}, wanted))
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
  const entry = /^[\p{L}/&]+(?: [\p{L}/&]+){0,3}(?: ?[-–—]|:) /u.test(said)
  if (own.kind === 'item' && wordCount(said) > 12 && !entry) return false
  const named = (span: Span, kinds: readonly Quantity['kind'][]) =>
    quantities.some((one) => kinds.includes(one.kind) && contains(span, one.span))
  // "Per diem: $406 (2 travellers)" among the lines of a budget names no effort.
  const alike = [...wanted, ...(named(own.span, ['money']) ? (['money'] as const) : [])]
  const beside = passages.filter(
    ({block, depth, span}) =>
      block.start === own.block.start &&
      depth === own.depth &&
      span.start !== own.span.start &&
      named(span, alike)
  )
  return beside.length > 1
}

/** An item beside one that says what was spent: all of them tell of what is over. */
function isBesideSpent({passages}: Proposal, {tellings}: Statement): boolean {
  const own = passages[tellings[0]?.passage ?? -1]
  return (
    own?.kind === 'item' &&
    passages.some(
      ({kind, lead, block, plain}) =>
        kind === 'item' && lead === own.lead && block.start === own.block.start && spent.test(plain)
    )
  )
}
const spent = /\b(?:total |already |amount )spent\b/i

const never = -20
/** "Requires a commitment of two years": of what is told by the words over it. */
const subjectless = /^(?:requires|must|needs|includes|covers|lasts|consists)\b(?!\s*:)/i
export const whole = /\b(?:total|overall|altogether|whole project|duration of the project)\b/i

/** What a sentence says itself that it is about: "Resource requirements: …". */
const labels: Readonly<Record<Measured, RegExp>> = {
  timeframe: /^(?:expected |estimated |project )?(?:time ?(?:line|frame)|duration|schedule)\s?:/i,
  effort: /^(?:expected |estimated |required )?(?:effort|time commitment|workload|staffing)\s?:/i,
  resources:
    /^(?:expected |estimated |required )?(?:resources?(?: (?:requirements?|needs|needed|required))?|costs?|budget|funding)\s?:/i
}

/** Time, effort and means told without a number. */
const unmeasured = {
  timeframe:
    /^(?:talk|session|workshop) (?:duration|length):|\b(?:before|by) the (?:[\w.]+ )?(?:feature |code )?(?:freeze|deadline)\b|\b(?:(?:next|this|following|first|second|third|fourth|last|coming|end of(?: the)?) (?:\w+ )?(?:meeting|releases?|version|cycle|quarter|year|month|week|semester|term|spring|summer|autumn|fall|winter|edition|sprint|half))\b/i,
  effort:
    /\b(?:efforts?|workload|full[- ]time|part[- ]time|fte|\d ?% (?:of (?:my |our |their )?)?time|person[- ]\w+|man[- ]\w+|maintenance (?:costs?|burden)|(?:developer|engineering|review|maintainer|volunteer)s?[’']? (?:time|hours|capacity)|time commitment|hours|amount of work|staff|headcount)\b/i,
  resources:
    /\b(?:budget|fund(?:s|ing|ed)?|costs?|money|donat\w+|grants?|salar\w+|hardware|servers?|infrastructure|hosting|licen[cs]es?|equipment|machines?|runners?|venue|room|developers?|engineers?|maintainers?|reviewers?|volunteers?|staff)\b/i
}

function isSpent(
  {sections, passages, quantities}: Proposal,
  {kind, tellings, leans, span}: Statement,
  words: string
): boolean {
  const titles = tellings.map(({passage}) => sections[passages[passage]?.section ?? 0]?.title ?? '')
  return (
    !leans &&
    // A mark of a list that was not read as one: a step of several.
    !/^[•·]/.test(words) &&
    !isBesides(words, titles) &&
    !isBareDate(words) &&
    !subjectless.test(words) &&
    // What is only said in a quotation, and a form's "Yes".
    (!/\d/.test(words) || /\d/.test(words.replace(/[“"][^”"]{12,}[”"]/g, ''))) &&
    !/: (?:yes|no),/i.test(words) &&
    !/^(?:proposed|submitted|written|prepared|created|updated|posted|published) (?:by|on)\b/i.test(words) &&
    // "The budget could run over by $300" is a risk.
    !/\b(?:could|might|may)\b.{0,40}\b(?:over|exceed|fail|late)\b/i.test(words) &&
    // Numbers without their columns say nothing.
    !/(?:^|: |, )(?:[\d.,]+(?: ?[A-Z]{3})?, ){2}[\d.,]+/.test(words) &&
    // Lines of a budget that run into each other are no sentence.
    (kind === 'list' || (words.match(/[$€£]\s?\d|\d\s?(?:USD|EUR|GBP|DAI)\b/g)?.length ?? 0) < 4) &&
    // "We plan to divide the budget into": what came then is gone.
    !/\b(?:into|of|for|to|with|by|and|the|are|is|from)\W*$/i.test(words) &&
    (spending.test(words) ||
      titles.some((title) => spending.test(title)) ||
      quantities.some((one) => one.kind === 'date' && contains(span, one.span)))
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
export function isFirst({elements}: Proposal, {span}: Clipping): boolean {
  const [first] = elements.timeframe.evidence
  return first !== undefined && overlaps(first.span, span)
}

const period =
  /\b(?:over|within|in|during|the|next|coming|following|first)\b.{0,28}\b(?:weeks?|months?|quarters?|years?)\b/i

/** A time frame that stands in a heading alone: "Work items over the next year". */
export function periodOf({proposal, subject}: Source): Clipping | undefined {
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
