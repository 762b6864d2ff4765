import {writeFile} from 'node:fs/promises'
import type {Profile} from '../analysis/proposal.ts'
import {findingReports, regionsIn} from '../artifacts/finding-report.ts'
import {type Configuration, type Reading, readOnce} from '../config/configuration.ts'
import {mendWithoutAuthor} from '../fixes/authorless.ts'
import {apply, plain} from '../fixes/fix.ts'
import {fixesOf} from '../fixes/fixes.ts'
import {contextOf} from './baseline.ts'
import {configured, type FileProblem, problemsOf} from './configuration.ts'
import {readSource, type Source} from './files.ts'
import {type FileReport, type FindingDetails, touches} from './formats/report.ts'
import type {Lines} from './git.ts'

/** A file to lint. */
export interface LintJob {
  /** As it was given. */
  readonly file: string
  /** Of what was read already: standard input, under the name that it goes by. */
  readonly source?: Source
  /** It is read only if it is a proposal. */
  readonly filtered: boolean
  /** The lines that count; all, where none are given. */
  readonly lines?: Lines | undefined
}

/** What goes for every file of a run. */
export interface LintSettings {
  readonly profile?: Profile | 'auto'
  readonly fix: boolean
  /** Whether findings name their fixes. */
  readonly withFixes: boolean
  /** Whether reports need their details. */
  readonly detailed: boolean
}

/** What came of a file: plain data, which goes from one thread to another. */
export interface Linted {
  /** Undefined for what could not be read, and for what is no proposal. */
  readonly report?: FileReport
  /** Why it could not be read, or why nothing was looked for in it. */
  readonly failure?: string
  /** Of the files that configure it. */
  readonly problems: readonly FileProblem[]
  readonly mended: boolean
}

/** Lints one file, and mends it where that is wanted. */
export async function lintFile(
  job: LintJob,
  {profile, fix, withFixes, detailed}: LintSettings
): Promise<Linted> {
  const {file, filtered, lines} = job
  let source: Source
  try {
    source = job.source ?? (await readSource(file))
  } catch (error) {
    return {failure: error instanceof Error ? error.message : String(error), problems: [], mended: false}
  }
  const configuration = await configured(source, profile ? {profile} : {})
  const problems = problemsOf(configuration)
  if (filtered && !configuration.isProposal) return {problems, mended: false}
  const text = fix && !job.source ? mend(source.text, configuration, lines) : source.text
  const mended = text !== source.text
  if (mended) await writeFile(file, `${source.marked ? '\uFEFF' : ''}${text}`)
  const {proposal, findings} = readOnce(text, configuration)
  const failure = proposal.unread === undefined ? {} : {failure: `${source.file}: ${proposal.unread}`}
  const report: FileReport = {
    file: source.file,
    findings: findingReports(proposal, findings, withFixes),
    ...(detailed ? {details: detailsOf({proposal, findings})} : {})
  }
  return {report, ...failure, problems, mended}
}

function detailsOf({proposal, findings}: Pick<Reading, 'proposal' | 'findings'>): FindingDetails[] {
  const regionOf = regionsIn(proposal)
  return findings.map((finding) => ({
    context: contextOf(proposal.text, finding),
    fixes: fixesOf(proposal, [finding]).map(({fix: {title, edits}}) => ({
      title,
      edits: edits.map(({span, content}) => ({region: regionOf(span), text: plain(content)}))
    }))
  }))
}

/** A text with all done that needs no author; only on some lines, if they are given. */
function mend(text: string, configuration: Configuration, lines: Lines | undefined): string {
  // One pass after the other, as a twin of what was taken out may have another one.
  for (let pass = 0; pass < 10; pass++) {
    const {proposal, findings} = readOnce(text, configuration)
    const reports = findingReports(proposal, findings, false)
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
