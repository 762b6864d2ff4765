import {promises} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span, trim} from '../analysis/span.ts'
import {trustElements} from '../analysis/trust-elements.ts'
import {placesBySection} from './places-by-section.ts'
import type {Finding, Severity} from './rule.ts'
import {rules} from './rules.ts'

export type Severities = Readonly<Record<string, Severity>>

/**
 * What Buy-In has to say of a proposal: complete, one finding for each rule and place, in the order of the text.
 * A document that is decided or not in English has no findings.
 * @param severities the author's own; a rule that is not named has its profile's default
 */
export function findingsOf(proposal: Proposal, severities: Severities = {}): Finding[] {
  if (proposal.closed !== undefined || !['en', 'und'].includes(proposal.language)) return []
  const suppressed = suppressions(proposal)
  const found = rules.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.severity(proposal.profile.name)
    if (severity === 'off') return []
    return rule.check(proposal).map((observation): Finding => {
      const span = observation.span ? headline(proposal, observation.span) : top(proposal)
      const loudness = observation.weak && severity !== 'hint' ? 'information' : severity
      return {...observation, rule, severity: loudness, span, homeless: observation.span === undefined}
    })
  })
  return withoutEchoes(proposal, found)
    .filter((finding) => !suppressed.some((area) => silences(area, finding)))
    .sort((a, b) => a.span.start - b.span.start)
}

/** One cause, one finding: without an ask only that is said; a scaffold that waits to be filled in speaks for its element. */
function withoutEchoes(proposal: Proposal, findings: readonly Finding[]): Finding[] {
  const told = findings.some(({rule}) => rule.id === 'no-unfilled-placeholder')
  const unfilled = told ? Array.from(placesBySection(proposal).keys(), (at) => proposal.sections[at]) : []
  const waiting = new Set(
    trustElements.filter((element) => unfilled.some((one) => one && promises(one.title, element)))
  )
  const noAsk = findings.some(({rule, weak}) => rule.id === 'require-ask' && !weak)
  const slots = ['require-timeframe', 'require-effort', 'require-work', 'require-resources']
  return findings.filter(({rule, weak, homeless, span}) => {
    if (noAsk && slots.includes(rule.id) && (homeless || !weak)) return false
    if (rule.element && waiting.has(rule.element)) return false
    return !(weak && !homeless && unfilled.some((one) => one && overlaps(one.span, span)))
  })
}

/** Where a finding stands that has no home: the title, else the first words. */
function top(proposal: Proposal): Span {
  if (proposal.title) return headline(proposal, proposal.title.span)
  const first = proposal.passages.find((_, index) => !proposal.boilerplate[index])
  return first ? headline(proposal, first.span) : {start: 0, end: 0}
}

/** The part of a span that is underlined: its first line without the marks before it, eight words at most. */
function headline({text, passages}: Proposal, span: Span): Span {
  const row = passages.find((passage) => passage.kind === 'row' && overlaps(passage.span, span))
  const cells = row?.cells.filter((cell) => cell.end > cell.start) ?? []
  const {start, end} = trim(text, cells.some((cell) => contains(cell, span)) ? span : (cells[0] ?? span))
  const marks = row
    ? 0
    : (/^(?:[#>\s|*+_[\]()`~-]|\d+[.)](?=\s))*/.exec(text.slice(start, end))?.[0].length ?? 0)
  const line = /^[^\r\n]*/.exec(text.slice(start + marks, end))?.[0] ?? ''
  const words = (/^(?:\s*\S+){1,8}/.exec(line)?.[0] ?? line).replace(/[\s#*_:]+$/, '')
  if (words !== '') return {start: start + marks, end: start + marks + words.length}
  return {start, end: start + (/^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0)}
}

/** What has no home in the text is silenced by a comment that nothing takes back, wherever that stands. */
function silences({rule, start, end, open}: Suppression, finding: Finding): boolean {
  if (rule !== undefined && rule !== finding.rule.id) return false
  return (open && finding.homeless) || (start <= finding.span.start && finding.span.start <= end)
}

interface Suppression extends Span {
  /** Up to the end of the text. */
  readonly open: boolean
  readonly rule: string | undefined
}

const comment = /^<!--\s*buy-in-(disable|enable)((?:[\s,]+[a-z-]+?)*)[\s,]*-->$/

/** `<!-- buy-in-disable rule-id -->` … `<!-- buy-in-enable -->`; without a rule's id, all rules. */
function suppressions({text, comments}: Proposal): Suppression[] {
  const read = comments.flatMap(({span, words}) => {
    const match = comment.exec(words)
    return match
      ? [{span, enables: match[1] === 'enable', ids: match[2]?.split(/[\s,]+/).filter(Boolean) ?? []}]
      : []
  })
  return read.flatMap(({span, enables, ids}) => {
    if (enables) return []
    return (ids.length > 0 ? ids : [undefined]).map((rule): Suppression => {
      const end = read.find(
        (other) =>
          other.enables &&
          other.span.start > span.start &&
          (other.ids.length === 0 || (rule !== undefined && other.ids.includes(rule)))
      )
      return {start: span.start, end: end?.span.start ?? text.length, open: end === undefined, rule}
    })
  })
}
