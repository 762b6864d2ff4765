import {styleText} from 'node:util'
import {location} from 'vfile-location'
import {analyze} from '../analysis/analyze.ts'
import {fixesOf} from '../fixes/fixes.ts'
import {findingsOf} from '../rules/findings.ts'
import {pageOf} from '../rules/page.ts'
import type {Finding} from '../rules/rule.ts'
import {readSources} from './files.ts'

export const lintFormats = ['stylish', 'json'] as const

interface LintOptions {
  readonly format: (typeof lintFormats)[number]
  readonly maxWarnings: number
}

interface FileReport {
  readonly file: string
  readonly findings: readonly FindingReport[]
}

/** A finding as `--format json` prints it: lines and columns count from 1, columns in UTF-16 units. */
interface FindingReport {
  readonly ruleId: string
  readonly severity: Finding['severity']
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
  readonly url: string
  readonly fixes: readonly string[]
}

/** Prints the findings of each file; the process will exit with 1 for an error or more warnings than accepted. */
export async function lint(files: readonly string[], {format, maxWarnings}: LintOptions): Promise<void> {
  const reports: FileReport[] = []
  for await (const {file, text} of readSources(files)) reports.push({file, findings: findingReports(text)})
  process.stdout.write(format === 'json' ? `${JSON.stringify(reports)}\n` : stylish(reports))
  const found = reports.flatMap(({findings}) => findings)
  const warnings = found.filter(({severity}) => severity === 'warning').length
  if (found.some(({severity}) => severity === 'error') || warnings > maxWarnings) process.exitCode ||= 1
}

function findingReports(text: string): FindingReport[] {
  const proposal = analyze(text)
  const places = location(proposal.text)
  const point = (offset: number) => places.toPoint(offset) ?? {line: 1, column: 1}
  return findingsOf(proposal).map((finding) => {
    const start = point(finding.span.start)
    const end = point(finding.span.end)
    return {
      ruleId: finding.rule.id,
      severity: finding.severity,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      message: finding.message,
      url: pageOf(finding.rule.id),
      fixes: fixesOf(proposal, [finding]).map(({fix}) => fix.title)
    }
  })
}

function stylish(reports: readonly FileReport[]): string {
  const colour = {error: 'red', warning: 'yellow', information: 'blue', hint: 'dim'} as const
  const blocks = reports
    .filter(({findings}) => findings.length > 0)
    .map(({file, findings}) => {
      const lines = findings.map(({line, column, severity, message, ruleId}) =>
        [
          '',
          `${line}:${column}`.padEnd(8),
          styleText(colour[severity], severity.padEnd(11)),
          message,
          styleText('dim', ruleId)
        ].join('  ')
      )
      return `${styleText('underline', file)}\n${lines.join('\n')}\n`
    })
  return blocks.length > 0 ? `${blocks.join('\n')}\n${tally(reports)}\n` : ''
}

function tally(reports: readonly FileReport[]): string {
  const found = reports.flatMap(({findings}) => findings)
  const count = (severity: Finding['severity'], name: string) => {
    const number = found.filter((finding) => finding.severity === severity).length
    return number === 0 ? [] : [`${number} ${name}${number === 1 ? '' : 's'}`]
  }
  return [
    ...count('error', 'error'),
    ...count('warning', 'warning'),
    ...count('information', 'suggestion'),
    ...count('hint', 'hint')
  ].join(', ')
}
