import {createHash} from 'node:crypto'
import {isAbsolute, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import type {Log, ReportingDescriptor, Result, Fix as SarifFix, Region as SarifRegion} from 'sarif'
import {homepage, version} from '../../../package.json'
import type {FindingReport, Region} from '../../artifacts/finding-report.ts'
import {pageOf} from '../../rules/page.ts'
import {rules} from '../../rules/rules.ts'
import type {FileReport, FindingDetails, FixReport} from './report.ts'

const levels = {error: 'error', warning: 'warning', information: 'note', hint: 'note'} as const

/** A SARIF 2.1.0 log, with the help of each rule and the fixes of each finding. */
export function sarif(files: readonly FileReport[]): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Buy-In',
            semanticVersion: version,
            informationUri: homepage,
            rules: rules.map(descriptor)
          }
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {SRCROOT: {uri: `${pathToFileURL(process.cwd()).href}/`}},
        artifacts: files.map(({file}) => ({location: artifact(file)})),
        results: files.flatMap(({file, findings, details = []}) =>
          findings.map((finding, index) => result(file, finding, details[index]))
        )
      }
    ]
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function descriptor({id, title, why, good}: (typeof rules)[number]): ReportingDescriptor {
  return {
    id,
    shortDescription: {text: `Looks for ${title}.`},
    fullDescription: {text: why},
    help: {
      text: `${why} For example: ${good}`,
      markdown: `${why}\n\n_For example:_ ${good}\n\n[${id}](${pageOf(id)})`
    },
    helpUri: pageOf(id),
    defaultConfiguration: {level: 'warning'}
  }
}

function result(file: string, finding: FindingReport, details: FindingDetails | undefined): Result {
  const context = Object.values(details?.context ?? {}).join('\n')
  return {
    ruleId: finding.ruleId,
    ruleIndex: rules.findIndex(({id}) => id === finding.ruleId),
    level: levels[finding.severity],
    message: {text: finding.message},
    locations: [{physicalLocation: {artifactLocation: artifact(file), region: region(finding)}}],
    partialFingerprints: {'context/v1': createHash('sha256').update(context).digest('hex')},
    fixes: (details?.fixes ?? []).map((fix) => sarifFix(file, fix))
  }
}

function sarifFix(file: string, {title, edits}: FixReport): SarifFix {
  const replacements = edits.map((edit) => ({
    deletedRegion: region(edit.region),
    insertedContent: {text: edit.text}
  }))
  return {description: {text: title}, artifactChanges: [{artifactLocation: artifact(file), replacements}]}
}

function region({line, column, endLine, endColumn}: Region): SarifRegion {
  return {startLine: line, startColumn: column, endLine, endColumn}
}

function artifact(file: string) {
  if (isAbsolute(file)) return {uri: pathToFileURL(file).href}
  const parts = (file === '-' ? 'stdin' : file).split(sep)
  return {
    uri: parts
      .filter((part) => part !== '.')
      .map(encodeURIComponent)
      .join('/'),
    uriBaseId: 'SRCROOT'
  }
}
