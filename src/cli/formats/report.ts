import type {FindingReport, Region} from '../../artifacts/finding-report.ts'
import type {Context} from '../baseline.ts'
import type {Lines} from '../git.ts'

/** What is reported of one file: plain data, which goes from one thread to another. */
export interface FileReport {
  /** As it was given. */
  readonly file: string
  readonly findings: readonly FindingReport[]
  /** For each finding; only where a baseline or a format asks for it. */
  readonly details?: readonly FindingDetails[]
}

/** What most formats do without. */
export interface FindingDetails {
  readonly context: Context
  readonly fixes: readonly FixReport[]
}

/** A fix, with its places written out. */
export interface FixReport {
  readonly title: string
  readonly edits: readonly {readonly region: Region; readonly text: string}[]
}

/** A report with some of its findings only. */
export function kept(
  {file, findings, details}: FileReport,
  keeps: (finding: FindingReport, index: number) => boolean
): FileReport {
  const keep = findings.map(keeps)
  return {
    file,
    findings: findings.filter((_, index) => keep[index]),
    ...(details ? {details: details.filter((_, index) => keep[index])} : {})
  }
}

/** Whether a finding stands, in part at least, on some lines. */
export function touches(lines: Lines, {line, endLine}: Pick<FindingReport, 'line' | 'endLine'>): boolean {
  return lines.some(([first, last]) => line <= last && first <= endLine)
}
