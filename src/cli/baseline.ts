import {readFile, writeFile} from 'node:fs/promises'
import {dirname, relative, resolve, sep} from 'node:path'
import type {Finding} from '../rules/rule.ts'

/** What stood where a finding was: it is known again by these words, wherever they move. */
interface Known {
  readonly rule: string
  /** The line; empty for what has no place in the text. */
  readonly at: string
  readonly before: string
  readonly after: string
}

/** The findings that a project has accepted, by file: paths relative to the baseline's own folder, with `/`. */
interface Baseline {
  readonly version: 1
  readonly files: Readonly<Record<string, readonly Known[]>>
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

export async function writeBaseline(
  file: string,
  files: readonly {file: string; text: string; findings: readonly Finding[]}[]
): Promise<void> {
  const entries = files
    .filter(({findings}) => findings.length > 0)
    .map((one) => [keyOf(file, one.file), one.findings.map((finding) => contextOf(one.text, finding))])
  const baseline: Baseline = {version: 1, files: Object.fromEntries(entries)}
  await writeFile(file, `${JSON.stringify(baseline, undefined, 2)}\n`)
}

/** The findings that the baseline does not have; each of its entries accounts for one finding. */
export function newFindings(
  baseline: Baseline,
  baselineFile: string,
  {file, text, findings}: {file: string; text: string; findings: readonly Finding[]}
): Finding[] {
  const left = [...(baseline.files[keyOf(baselineFile, file)] ?? [])]
  const take = (fits: (known: Known) => boolean): boolean => {
    const index = left.findIndex(fits)
    if (index >= 0) left.splice(index, 1)
    return index >= 0
  }
  // The line itself first, so that a line that was edited does not take another one's entry.
  const moved = findings.filter((finding) => {
    const {rule, at} = contextOf(text, finding)
    return !take((known) => known.rule === rule && known.at === at)
  })
  return moved.filter((finding) => {
    const {rule, before, after} = contextOf(text, finding)
    return !take((known) => known.rule === rule && known.before === before && known.after === after)
  })
}

function keyOf(baseline: string, file: string): string {
  return relative(dirname(resolve(baseline)), resolve(file))
    .split(sep)
    .join('/')
}

/** What a finding is known by. */
export function contextOf(text: string, {rule, span, homeless}: Finding): Known {
  if (homeless) return {rule: rule.id, at: '', before: '', after: ''}
  const start = text.lastIndexOf('\n', span.start - 1) + 1
  const end = text.indexOf('\n', span.start)
  const lines = (part: string) =>
    part
      .split('\n')
      .map(folded)
      .filter((line) => line !== '')
  return {
    rule: rule.id,
    at: folded(text.slice(start, end < 0 ? text.length : end)),
    before: lines(text.slice(0, start)).at(-1) ?? '',
    after: end < 0 ? '' : (lines(text.slice(end))[0] ?? '')
  }
}

function folded(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}
