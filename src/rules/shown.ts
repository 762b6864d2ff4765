import type {Finding} from './rule.ts'
import {severities} from './rule.ts'
import {rules} from './rules.ts'
import {defaultThresholds, type Thresholds} from './thresholds.ts'

/** Findings that share a range, as an editor shows them: one line, the one that matters most first. */
export interface Shown {
  readonly findings: readonly [Finding, ...Finding[]]
  readonly severity: Finding['severity']
  readonly message: string
}

/** The document that findings are shown in. */
interface Page {
  readonly text: string
  readonly words: number
  /** Never saved: an early draft, however long. */
  readonly unsaved: boolean
}

/** So many findings in all, the warnings counted with them. */
const mostShown = 8
/** What one sees of a document at a time. */
const screenLines = 40
const warningsOnScreen = 2
const shownOnScreen = 4

/**
 * What an editor shows of a proposal's findings: those that overlap as one, and what has no home as one line at the
 * title; at most five warnings, and at most two on one screen, those that matter most. The rest waits: see
 * `waitingOf`. An early draft gets hints where a grown document gets warnings.
 */
export function shownOf(
  findings: readonly Finding[],
  {text, words, unsaved}: Page,
  thresholds: Thresholds = defaultThresholds
): Shown[] {
  const early = unsaved || words < thresholds.draftWords
  const all = together(findings).map((group): Shown => {
    const sorted = group.toSorted((a, b) => loudness(b) - loudness(a) || rank(a) - rank(b)) as [Finding]
    const [first] = sorted
    return {
      findings: sorted,
      severity: early ? 'hint' : first.severity,
      message: sorted.length > 1 ? joint(sorted) : first.message
    }
  })
  const lineOf = lineCounter(text)
  const kept: {one: Shown; line: number}[] = []
  for (const one of all.toSorted(byWeight)) {
    const [{span}] = one.findings
    const line = lineOf(span.start)
    const near = kept.filter((other) => Math.abs(other.line - line) < screenLines)
    const loud = (some: typeof kept) => some.filter((other) => isLoud(other.one)).length
    if (isLoud(one) && (loud(kept) >= thresholds.shownWarnings || loud(near) >= warningsOnScreen)) {
      if (one.severity !== 'error') continue
    } else if (!isLoud(one) && (kept.length >= mostShown || near.length >= shownOnScreen)) continue
    kept.push({one, line})
  }
  return kept.map(({one}) => one).sort((a, b) => a.findings[0].span.start - b.findings[0].span.start)
}

/** The findings that are not shown, because there would be too many at once. */
export function waitingOf(findings: readonly Finding[], shown: readonly Shown[]): Finding[] {
  const seen = new Set(shown.flatMap((one) => one.findings))
  return findings.filter((finding) => !seen.has(finding))
}

/** Findings whose ranges overlap, in the order of the text. */
function together(findings: readonly Finding[]): [Finding, ...Finding[]][] {
  const groups: {end: number; members: [Finding, ...Finding[]]}[] = []
  for (const finding of findings.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = groups.at(-1)
    const same = last?.members[0].span.start === finding.span.start
    if (last && (same || finding.span.start < last.end)) {
      last.members.push(finding)
      last.end = Math.max(last.end, finding.span.end)
    } else groups.push({end: finding.span.end, members: [finding]})
  }
  return groups.map(({members}) => members)
}

function isLoud({severity}: Shown): boolean {
  return severity === 'warning' || severity === 'error'
}

function byWeight(a: Shown, b: Shown): number {
  const heavy = ({severity}: Shown) => severities.indexOf(severity)
  return heavy(b) - heavy(a) || rank(a.findings[0]) - rank(b.findings[0])
}

/** Tells the line, from 0, that an offset stands in. */
function lineCounter(text: string): (offset: number) => number {
  const starts = Array.from(text.matchAll(/\r\n|\r|\n/g), ({index, 0: {length}}) => index + length)
  return (offset) => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

function rank({rule}: Finding): number {
  return rules.indexOf(rule)
}

function loudness({severity}: Finding): number {
  return severities.indexOf(severity)
}

function joint(findings: readonly [Finding, ...Finding[]]): string {
  const loudest = loudness(findings[0])
  const missing = (some: readonly Finding[]) =>
    some.flatMap(({rule, missing = rule.missing, weak, homeless}) =>
      missing && (homeless || !weak) ? [missing] : []
    )
  const first = missing(findings.filter((finding) => loudness(finding) === loudest))
  const rest = missing(findings.filter((finding) => loudness(finding) < loudest))
  const others = findings
    .filter(({rule, weak, homeless}) => !rule.missing || (weak && !homeless))
    .map(({message}) => message)
  const lines = [
    ...(first.length > 0 ? [`Not told yet: ${list(first)}.`] : []),
    ...(rest.length > 0 ? [`Worth a line, too: ${list(rest)}.`] : []),
    ...others
  ]
  return lines.join(' ')
}

function list(parts: readonly string[]): string {
  return new Intl.ListFormat('en', {style: 'long', type: 'conjunction'}).format(parts)
}
