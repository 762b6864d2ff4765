import {fold} from '../analysis/plain-text.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {wrongSums} from '../analysis/sums.ts'
import {wrongTimes} from '../analysis/time-spans.ts'
import {noUnfilledPlaceholder} from './no-unfilled-placeholder.ts'
import {severityFor} from './profile-severity.ts'
import type {Finding} from './rule.ts'
import {rules} from './rules.ts'

/** Something to settle before a proposal is sent. */
export interface LooseEnd {
  readonly kind: 'place' | 'ask' | 'answer' | 'sum' | 'time' | 'decision' | 'untold'
  /** Where it is settled. */
  readonly span: Span
  /** One sentence. */
  readonly message: string
}

/**
 * What is left to settle before a proposal is sent, in the order of the text: nothing for one that is ready.
 * @param findings of the proposal, under its author's settings
 */
export function looseEnds(proposal: Proposal, findings: readonly Finding[]): LooseEnd[] {
  if (proposal.closed !== undefined) return []
  const top = proposal.title?.span ?? {start: 0, end: 0}
  const english = ['en', 'und'].includes(proposal.language)
  const asks = english ? asksLeftOpen(proposal) : []
  return [
    ...noUnfilledPlaceholder
      .check(proposal)
      .map(({span, message}): LooseEnd => ({kind: 'place', span: span ?? top, message})),
    ...asks,
    ...(english
      ? [...answersWithoutAddress(proposal), ...decision(proposal, top), ...untold(findings, asks.length > 0)]
      : []),
    ...wrongSums(proposal).map(
      ({span, said, sum}): LooseEnd => ({
        kind: 'sum',
        span,
        message: `This total says ${said}; the parts add up to ${sum}.`
      })
    ),
    ...wrongTimes(proposal).map(({span, message}): LooseEnd => ({kind: 'time', span, message}))
  ].sort((a, b) => a.span.start - b.span.start)
}

/** What the reader is not told, as one line: the findings are in the text, where they are explained. */
function untold(findings: readonly Finding[], asksLackDates: boolean): LooseEnd[] {
  const missing = findings.filter(
    ({rule, severity, weak}) =>
      rule.missing !== undefined &&
      (severity === 'warning' || severity === 'error') &&
      !weak &&
      !(asksLackDates && rule.element === 'timeframe')
  )
  const [first] = missing
  if (!first) return []
  const words = new Intl.ListFormat('en', {style: 'long', type: 'conjunction'}).format(
    missing.map(({rule, missing = rule.missing}) => missing ?? '')
  )
  return [{kind: 'untold', span: first.span, message: `Not told yet: ${words}.`}]
}

/** Kinds of documents in which a sentence that asks is answered by somebody, on some day; a form has its own dates. */
const dated = ['memo', 'goal', 'letter', 'sponsorship']

function asksLeftOpen(proposal: Proposal): LooseEnd[] {
  const {asks, passages, quantities, sections, profile} = proposal
  const isDate = (kind: string) => kind === 'date' || kind === 'duration'
  return asks.flatMap((ask): LooseEnd[] => {
    const row = passages[ask.passage]?.kind === 'row'
    // An invitation to answer is no ask of its own.
    if (ask.answer.state !== 'open' || ask.words.includes('⟨') || callToAnswer.test(ask.words)) return []
    if (!ask.notation && (row || !dated.includes(profile.name))) return []
    const section = sections[passages[ask.passage]?.section ?? -1]
    // Asks in notation stand for themselves; others are read together with what stands beside them.
    const reach = ask.notation ? ask.span : (section?.span ?? ask.span)
    const when = ask.timeframe ?? quantities.find(({kind, span}) => isDate(kind) && contains(reach, span))
    if (ask.whom && when) return []
    const lacks = ask.whom ? 'has no date' : when ? 'names nobody' : 'has neither a name nor a date'
    return [{kind: 'ask', span: ask.span, message: `This ask ${lacks}: “${shortened(ask)}”.`}]
  })
}

function shortened({work, words}: Ask): string {
  const all = (work?.words ?? words).split(' ')
  return all.length > 9 ? `${all.slice(0, 8).join(' ')} …` : all.join(' ').replace(/[.]$/, '')
}

const callToAnswer =
  /\b(?:please|kindly|do) (?:comment|answer|reply|respond|write|get in touch|get back|let (?:us|me) know|tell (?:us|me)|send (?:us|me))\b|\b(?:answers|comments|feedback|replies|questions|your (?:thoughts|views?|comments)) (?:are|is) (?:always |very |most )*welcome\b|\b(?:we|I) (?:would |'d )?(?:welcome|appreciate|look forward to) (?:your |any |all )?(?:feedback|comments|answers?|thoughts|reply|replies|views?)\b|\blet (?:us|me) know\b|\bget in touch\b/i
const address =
  /@|https?:|www\.|\]\(|\]\[|#\w|\b(?:here|below|above|page|document|file|margin|pull request|PR|issues?|thread|discussions?|comments? (?:section|field)|channel|slack|zulip|discord|matrix|teams|chat|forum|mailing list|list|e-?mail|mail|phone|call|telephone|desk|office|room|meeting|in person|form|survey|inbox|letterbox|address|write to|reply to|talk to|come to|contact|\+?\d[\d ()/-]{6,})\b/i

/** Calls to answer, where no place to answer at is named: not there, and not in another one. */
function answersWithoutAddress({text, passages, boilerplate, profile}: Proposal): LooseEnd[] {
  // A letter has its address, an RFC its pull request, an application its form.
  if (!['memo', 'goal', 'sponsorship'].includes(profile.name)) return []
  const calls = passages.flatMap((passage, index) =>
    boilerplate[index]
      ? []
      : passage.sentences
          .filter(({words}) => callToAnswer.test(words) && !words.includes('⟨'))
          .map(({span}) => ({span, section: passage.section}))
  )
  const [first] = calls
  const addressed = calls.some(({section}) =>
    passages.some(
      (passage) =>
        passage.section === section && address.test(fold(text.slice(passage.span.start, passage.span.end)))
    )
  )
  if (!first || addressed) return []
  return [
    {
      kind: 'answer',
      span: first.span,
      message: 'This calls for an answer, but does not say where to send it.'
    }
  ]
}

/** Who decides, and by when, in documents that somebody decides on. */
function decision(proposal: Proposal, top: Span): LooseEnd[] {
  const rule = rules.find(({id}) => id === 'require-decision')
  const places = proposal.places
  if (!rule || severityFor(rule, proposal) === 'off') return []
  return rule
    .check(proposal)
    .filter(({span}) => !span || !places.some((place) => overlaps(place.span, span)))
    .map(({span, message}): LooseEnd => ({kind: 'decision', span: span ?? top, message}))
}
