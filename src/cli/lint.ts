import type {Profile} from '../analysis/proposal.ts'
import {readBaseline, withoutKnown, writeBaseline} from './baseline.ts'
import {sayProblems} from './configuration.ts'
import {readSource, type Source} from './files.ts'
import {findFiles} from './find-files.ts'
import {github} from './formats/github.ts'
import {json} from './formats/json.ts'
import {junit} from './formats/junit.ts'
import {type FileReport, kept, touches} from './formats/report.ts'
import {sarif} from './formats/sarif.ts'
import {stylish} from './formats/stylish.ts'
import {changesSince, type Lines} from './git.ts'
import type {LintJob} from './lint-file.ts'
import {lintFiles} from './lint-threads.ts'
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

  const jobs: LintJob[] = []
  const changed: (Lines | undefined)[] = []
  for (const {file, filtered} of found) {
    const job = {file, filtered: filtered || options.onlyProposals === true}
    if (file === '-') {
      const source = await standardInput(options.stdinFilename)
      if (!source) continue
      jobs.push({...job, source})
      changed.push(undefined)
      continue
    }
    const lines = await linesOf?.(file)
    if (lines?.length === 0) continue
    jobs.push({...job, lines})
    changed.push(lines)
  }
  const progress = showProgress(jobs.length)
  const linted = await lintFiles(
    jobs,
    {
      ...(options.profile ? {profile: options.profile} : {}),
      fix: options.fix === true,
      withFixes: format === 'json',
      detailed: format === 'sarif' || baselineFile !== undefined
    },
    progress.step
  )
  progress.end()

  // Mending moves lines.
  for (const [index, {mended}] of linted.entries())
    if (mended && changed[index]) changed[index] = await linesOf?.(jobs[index]?.file ?? '')

  for (const {failure, problems} of linted) {
    if (failure !== undefined) fail(failure)
    sayProblems(problems)
  }
  if (options.fix && !linted.some(({mended}) => mended))
    console.error(
      '--fix changed nothing: what is missing here needs the words of its author. The fixes are in your editor.'
    )
  if (updateBaseline && baselineFile) {
    await writeBaseline(
      baselineFile,
      linted.flatMap(({report}, index) => (report ? [touching(report, changed[index])] : []))
    )
    return
  }
  const fresh = linted.flatMap(({report}, index) => {
    if (!report) return []
    const unknown = known && baselineFile ? withoutKnown(known, baselineFile, report) : report
    return [touching(unknown, changed[index])]
  })
  process.stdout.write(formats[format](fresh, isColoured()))
  const severities = fresh.flatMap(({findings}) => findings.map(({severity}) => severity))
  const warnings = severities.filter((severity) => severity === 'warning').length
  if (severities.includes('error') || warnings > maxWarnings) process.exitCode ||= 1
}

/** A report with only what stands on some lines, or with all where none are given. */
function touching(report: FileReport, lines: Lines | undefined): FileReport {
  return lines ? kept(report, (finding) => touches(lines, finding)) : report
}

/** Standard input, under the name that it goes by; what is wrong with it is said. */
async function standardInput(name: string | undefined): Promise<Source | undefined> {
  try {
    const source = await readSource('-')
    return name === undefined ? source : {...source, file: name}
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error))
  }
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
