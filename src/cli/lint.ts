import {writeFile} from 'node:fs/promises'
import type {Profile} from '../analysis/proposal.ts'
import {findingReports} from '../artifacts/finding-report.ts'
import {type Configuration, readUnder} from '../config/configuration.ts'
import type {Layer} from '../config/layer.ts'
import {mendWithoutAuthor} from '../fixes/authorless.ts'
import {apply} from '../fixes/fix.ts'
import {newFindings, readBaseline, writeBaseline} from './baseline.ts'
import {configurationFor} from './configuration.ts'
import {readSource, type Source} from './files.ts'
import {findFiles} from './find-files.ts'
import {github} from './formats/github.ts'
import {json} from './formats/json.ts'
import {junit} from './formats/junit.ts'
import type {FileReport} from './formats/report.ts'
import {sarif} from './formats/sarif.ts'
import {stylish} from './formats/stylish.ts'
import {changesSince, type Lines} from './git.ts'
import {showProgress} from './progress.ts'

const formats = {stylish, json, sarif, github, junit}
export const lintFormats = Object.keys(formats) as readonly (keyof typeof formats)[]

export interface LintOptions {
  readonly format: keyof typeof formats
  readonly maxWarnings: number
  readonly profile?: Profile | 'auto'
  readonly onlyProposals?: true
  readonly stdinFilename?: string
  readonly changedSince?: string
  readonly baseline?: string
  readonly updateBaseline?: true
  readonly fix?: true
}

/**
 * Prints the findings of files. The process will exit with 1 for an error or more warnings than accepted, with 2
 * where something could not be read.
 * @throws an Error with a sentence for the user where the run as a whole makes no sense
 */
export async function lint(args: readonly string[], options: LintOptions): Promise<void> {
  const {format, maxWarnings, changedSince, baseline: baselineFile, updateBaseline} = options
  if (updateBaseline && !baselineFile) throw new Error('--update-baseline needs --baseline FILE.')
  const known = baselineFile && !updateBaseline ? await readBaseline(baselineFile) : undefined
  const linesOf = changedSince === undefined ? undefined : await changesSince(changedSince)
  const {found, problems} = await findFiles(args)
  for (const problem of problems) fail(problem)

  const files: FileReport[] = []
  let mended = 0
  const progress = showProgress(found.length)
  for (const {file: given, filtered} of found) {
    progress.step(given)
    const read = await readSource(given).catch((error: unknown) => fail(messageOf(error)))
    if (!read) continue
    const source: Source =
      given === '-' && options.stdinFilename ? {...read, file: options.stdinFilename} : read
    const linesNow = async () => (given === '-' ? undefined : await linesOf?.(given))
    let lines = await linesNow()
    if (lines?.length === 0) continue
    const asked: Layer = options.profile ? {profile: options.profile} : {}
    const configuration = await configurationFor(source, asked)
    if ((filtered || options.onlyProposals) && !configuration.isProposal) continue
    const text = options.fix && given !== '-' ? mend(source.text, configuration, lines) : source.text
    if (text !== source.text) {
      await writeFile(given, `${source.marked ? '\uFEFF' : ''}${text}`)
      lines = await linesNow()
      mended++
    }
    const {proposal, findings: all} = readUnder(text, configuration)
    const {file} = source
    if (proposal.unread !== undefined) fail(`${file}: ${proposal.unread}`)
    const findings =
      known && baselineFile
        ? newFindings(known, baselineFile, {file, text: proposal.text, findings: all})
        : all
    const reports = findingReports(proposal, findings)
    const kept = findings.flatMap((finding, index) => {
      const report = reports[index]
      return report && (!lines || touches(lines, report)) ? [{finding, report}] : []
    })
    files.push({
      file,
      proposal,
      findings: kept.map(({finding}) => finding),
      reports: kept.map(({report}) => report)
    })
  }
  progress.end()

  if (options.fix && mended === 0)
    console.error(
      '--fix changed nothing: what is missing here needs the words of its author. The fixes are in your editor.'
    )
  if (updateBaseline && baselineFile) {
    await writeBaseline(
      baselineFile,
      files.map(({file, proposal: {text}, findings}) => ({file, text, findings}))
    )
    return
  }
  process.stdout.write(formats[format](files, isColoured()))
  const severities = files.flatMap(({findings}) => findings.map(({severity}) => severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  if (severities.includes('error') || warnings > maxWarnings) process.exitCode ||= 1
}

/** A text with all done that needs no author; only on some lines, if they are given. */
function mend(text: string, configuration: Configuration, lines: Lines | undefined): string {
  // One pass after the other, as a twin of what was taken out may have another one.
  for (let pass = 0; pass < 10; pass++) {
    const {proposal, findings} = readUnder(text, configuration)
    const reports = findingReports(proposal, findings)
    const wanted = findings.filter((_, index) => {
      const report = reports[index]
      return !lines || (report !== undefined && touches(lines, report))
    })
    const fix = mendWithoutAuthor(proposal, wanted)
    if (!fix) return text
    text = apply(proposal.text, fix.edits)
    // The lines are others now.
    if (lines) return text
  }
  return text
}

function touches(lines: Lines, {line, endLine}: {line: number; endLine: number}): boolean {
  return lines.some(([first, last]) => line <= last && first <= endLine)
}

function isColoured(): boolean {
  const {NO_COLOR, FORCE_COLOR} = process.env
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0'
  return !NO_COLOR && process.stdout.isTTY === true && process.stdout.hasColors()
}

function fail(message: string): undefined {
  console.error(message)
  process.exitCode = 2
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
