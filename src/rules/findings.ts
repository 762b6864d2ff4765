import type {Proposal} from '../analysis/proposal.ts'
import {overlaps, type Span, trim} from '../analysis/span.ts'
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
  const suppressed = suppressions(proposal.text)
  const found = rules.flatMap((rule) => {
    const severity = severities[rule.id] ?? rule.severity(proposal.profile.name)
    if (severity === 'off') return []
    return rule.check(proposal).map((observation): Finding => {
      const span = observation.span ? headline(proposal, observation.span) : top(proposal)
      const loudness = observation.weak && severity !== 'hint' ? 'information' : severity
      return {...observation, rule, severity: loudness, span, homeless: observation.span === undefined}
    })
  })
  return withoutEchoes(found)
    .filter(
      ({rule, span}) =>
        !suppressed.some((area) => (area.rule === undefined || area.rule === rule.id) && overlaps(area, span))
    )
    .sort((a, b) => a.span.start - b.span.start)
}

/** One cause, one finding: without an ask only that is said; a scaffold that waits to be filled in speaks for its element. */
function withoutEchoes(findings: readonly Finding[]): Finding[] {
  const unfilled = findings.filter(({rule}) => rule.id === 'no-unfilled-placeholder')
  const noAsk = findings.some(({rule, weak}) => rule.id === 'require-ask' && !weak)
  const slots = ['require-timeframe', 'require-effort', 'require-work', 'require-resources']
  return findings.filter((finding) => {
    if (noAsk && slots.includes(finding.rule.id) && !finding.weak) return false
    return !(finding.weak && unfilled.some(({span}) => overlaps(span, finding.span)))
  })
}

/** Where a finding stands that has no home: the title, else the first words. */
function top(proposal: Proposal): Span {
  if (proposal.title) return headline(proposal, proposal.title.span)
  const first = proposal.passages.find((_, index) => !proposal.boilerplate[index])
  return first ? headline(proposal, first.span) : {start: 0, end: 0}
}

/** The part of a span that is underlined: its first line without markup, eight words at most. */
function headline({text, passages}: Proposal, span: Span): Span {
  const inside = passages.find((passage) => overlaps(passage.span, span))
  const cell = inside?.kind === 'row' ? inside.cells.find(({start, end}) => end > start) : undefined
  if (cell) return trim(text, cell)
  const start =
    /^(?:[#>\s|*+_[\]()`~-]|\d+[.)](?=\s))*/.exec(text.slice(span.start, span.end))?.[0].length ?? 0
  const from = inside ? span.start : span.start + start
  const line = /^[^\r\n]*/.exec(text.slice(from, span.end))?.[0] ?? ''
  const words = /^(?:\s*\S+){1,8}/.exec(line)?.[0] ?? line
  const end = from + words.replace(/[\s#*_:]+$/, '').length
  return end > from ? trim(text, {start: from, end}) : span
}

interface Suppression extends Span {
  readonly rule: string | undefined
}

/** `<!-- buy-in-disable rule-id -->` … `<!-- buy-in-enable -->`; without a rule's id, all rules. */
function suppressions(text: string): Suppression[] {
  const areas: Suppression[] = []
  for (const match of text.matchAll(/<!--\s*buy-in-disable((?:\s+[a-z-]+)*)\s*-->/g)) {
    const ids = match[1]?.trim().split(/\s+/).filter(Boolean) ?? []
    const enable = /<!--\s*buy-in-enable((?:\s+[a-z-]+)*)\s*-->/g
    for (const rule of ids.length > 0 ? ids : [undefined]) {
      enable.lastIndex = match.index
      let end = text.length
      for (let next = enable.exec(text); next; next = enable.exec(text)) {
        const enabled = next[1]?.trim().split(/\s+/).filter(Boolean) ?? []
        if (enabled.length > 0 && (rule === undefined || !enabled.includes(rule))) continue
        end = next.index
        break
      }
      areas.push({start: match.index, end, rule})
    }
  }
  return areas
}
