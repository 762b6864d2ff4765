import {readFile, writeFile} from 'node:fs/promises'
import {dirname, relative, resolve, sep} from 'node:path'
import type {Finding} from '../rules/rule.ts'
import {type FileReport, kept} from './formats/report.ts'

/** What stood where a finding was: it is known again by these words, wherever they move. */
export interface Context {
  readonly rule: string
  /** The line; empty for what has no place in the text. */
  readonly at: string
  readonly before: string
  readonly after: string
}

/** The findings that a project has accepted, by file: paths relative to the baseline's own folder, with `/`. */
interface Baseline {
  readonly version: 1
  readonly files: Readonly<Record<string, readonly Context[]>>
}

/**
 * Reads a baseline file.
 * @throws an Error with a sentence for the user when it cannot be read or is no baseline
 */
export async function readBaseline(file: string): Promise<Baseline> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}: there is no such baseline; --update-baseline writes one.`)
  })
  try {
    const read: unknown = JSON.parse(text)
    if (
      read !== null &&
      typeof read === 'object' &&
      'version' in read &&
      read.version === 1 &&
      'files' in read
    )
      return read as Baseline
  } catch {}
  throw new Error(`${file}: this is no baseline of Buy-In; --update-baseline writes one.`)
}

/** @param files with the details of their findings */
export async function writeBaseline(file: string, files: readonly FileReport[]): Promise<void> {
  const entries = files
    .filter(({findings}) => findings.length > 0)
    .map((one) => [keyOf(file, one.file), contextsOf(one)])
  const baseline: Baseline = {version: 1, files: Object.fromEntries(entries)}
  await writeFile(file, `${JSON.stringify(baseline, undefined, 2)}\n`)
}

/**
 * A report without the findings that the baseline has; each of its entries accounts for one finding.
 * @param report with the details of its findings
 */
export function withoutKnown(baseline: Baseline, baselineFile: string, report: FileReport): FileReport {
  const left = [...(baseline.files[keyOf(baselineFile, report.file)] ?? [])]
  const take = (fits: (known: Context) => boolean): boolean => {
    const index = left.findIndex(fits)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  }
  const contexts = contextsOf(report)
  // The line itself first, so that a line that was edited does not take another one's entry.
  const moved = contexts.filter(({rule, at}) => !take((known) => known.rule === rule && known.at === at))
  const fresh = new Set(
    moved.filter(
      ({rule, before, after}) =>
        !take((known) => known.rule === rule && known.before === before && known.after === after)
    )
  )
  return kept(report, (_, index) => {
    const context = contexts[index]
    return context !== undefined && fresh.has(context)
  })
}

function contextsOf({details = []}: FileReport): Context[] {
  return details.map(({context}) => context)
}

function keyOf(baseline: string, file: string): string {
  return relative(dirname(resolve(baseline)), resolve(file))
    .split(sep)
    .join('/')
}

/** What a finding is known by. */
export function contextOf(text: string, {rule, span, homeless}: Finding): Context {
  if (homeless) return {rule: rule.id, at: '', before: '', after: ''}
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const end = text.indexOf('\n', span.start)
  const above = text.slice(0, start).trimEnd()
  const below = end < 0 ? '' : text.slice(end).trimStart()
  return {
    rule: rule.id,
    at: folded(text.slice(start, end < 0 ? text.length : end)),
    before: folded(above.slice(above.lastIndexOf('\n') + 1)),
    after: folded(below.split('\n', 1)[0] ?? '')
  }
}

function folded(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}
