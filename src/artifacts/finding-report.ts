import {location} from 'vfile-location'
import type {Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {fixesOf} from '../fixes/fixes.ts'
import {pageOf} from '../rules/page.ts'
import type {Finding} from '../rules/rule.ts'

/** Where something stands: lines and columns count from 1, columns in UTF-16 units, the end exclusive. */
export interface Region {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** A finding in plain JSON. */
export interface FindingReport extends Region {
  readonly ruleId: string
  readonly severity: Finding['severity']
  readonly message: string
  readonly url: string
  /** The titles of the fixes that are offered, where they are asked for. */
  readonly fixes?: readonly string[]
}

/**
 * Findings in plain JSON, in their order.
 * @param withFixes whether they name their fixes, which takes longer than all else of them
 */
export function findingReports(
  proposal: Proposal,
  findings: readonly Finding[],
  withFixes: boolean
): FindingReport[] {
  const regionOf = regionsIn(proposal)
  return findings.map((finding) => ({
    ruleId: finding.rule.id,
    severity: finding.severity,
    ...regionOf(finding.span),
    message: finding.message,
    url: pageOf(finding.rule.id),
    ...(withFixes ? {fixes: fixesOf(proposal, [finding]).map(({fix}) => fix.title)} : {})
  }))
}

/** Turns spans of a proposal into regions. */
export function regionsIn({text}: Proposal): (span: Span) => Region {
  const places = location(text)
  const point = (offset: number) => places.toPoint(offset) ?? {line: 1, column: 1}
  return (span) => {
    const [start, end] = [point(span.start), point(span.end)]
    return {line: start.line, column: start.column, endLine: end.line, endColumn: end.column}
  }
}
