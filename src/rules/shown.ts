import type {Finding} from './rule.ts'
import {severities} from './rule.ts'
import {rules} from './rules.ts'

/** Findings that share a range, as an editor shows them: one line, the one that matters most first. */
export interface Shown {
  readonly findings: readonly [Finding, ...Finding[]]
  readonly severity: Finding['severity']
  readonly message: string
}

/** Under this many words a document is an early draft. */
export const draftWords = 120

/** Where the display changes; a project may set others. */
export interface Thresholds {
  /** Under this many words a document is an early draft, which gets hints only. */
  readonly draftWords: number
  /** More warnings would be a wall; the rest comes up as these are mended. */
  readonly shownWarnings: number
}

export const defaultThresholds: Thresholds = {draftWords, shownWarnings: 5}

interface Draft {
  readonly words: number
  /** Never saved: an early draft, however long. */
  readonly unsaved: boolean
}

/**
 * What an editor shows of a proposal's findings: never two on one range; what has no home is one line at the
 * title. An early draft gets hints where a grown document gets warnings.
 */
export function shownOf(
  findings: readonly Finding[],
  {words, unsaved}: Draft,
  thresholds: Thresholds = defaultThresholds
): Shown[] {
  const ranges = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = `${finding.span.start}-${finding.span.end}`
    const others = ranges.get(key)
    if (others) others.push(finding)
    else ranges.set(key, [finding])
  }
  const early = unsaved || words < thresholds.draftWords
  const shown = Array.from(ranges.values(), (together): Shown => {
    together.sort((a, b) => loudness(b) - loudness(a) || rank(a) - rank(b))
    const [first] = together
    return {
      findings: together,
      severity: early ? 'hint' : first.severity,
      message: together.length > 1 ? joint(together) : first.message
    }
  })
  const warnings = shown.filter(({severity}) => severity === 'warning')
  const kept = new Set(
    warnings.toSorted((a, b) => rank(a.findings[0]) - rank(b.findings[0])).slice(0, thresholds.shownWarnings)
  )
  return shown.filter((one) => one.severity !== 'warning' || kept.has(one))
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
    some.flatMap(({rule, weak, homeless}) => (rule.missing && (homeless || !weak) ? [rule.missing] : []))
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
