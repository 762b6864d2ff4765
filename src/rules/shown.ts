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

interface Draft {
  readonly words: number
  /** Never saved: an early draft, however long. */
  readonly unsaved: boolean
}

/**
 * What an editor shows of a proposal's findings: never two on one range; what has no home is one line at the
 * title. An early draft gets hints where a grown document gets warnings.
 */
export function shownOf(findings: readonly Finding[], {words, unsaved}: Draft): Shown[] {
  const ranges = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const key = `${finding.span.start}-${finding.span.end}`
    const others = ranges.get(key)
    if (others) others.push(finding)
    else ranges.set(key, [finding])
  }
  return Array.from(ranges.values(), (together) => {
    together.sort((a, b) => loudness(b) - loudness(a) || rules.indexOf(a.rule) - rules.indexOf(b.rule))
    const [first] = together
    const early = unsaved || words < draftWords
    const severity = early ? 'hint' : first.severity
    return {findings: together, severity, message: together.length > 1 ? joint(together) : first.message}
  })
}

function loudness({severity}: Finding): number {
  return severities.indexOf(severity)
}

function joint(findings: readonly [Finding, ...Finding[]]): string {
  const loudest = loudness(findings[0])
  const missing = (some: readonly Finding[]) =>
    some.flatMap(({rule, weak}) => (rule.missing && !weak ? [rule.missing] : []))
  const first = missing(findings.filter((finding) => loudness(finding) === loudest))
  const rest = missing(findings.filter((finding) => loudness(finding) < loudest))
  const others = findings.filter(({rule, weak}) => !rule.missing || weak).map(({message}) => message)
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
