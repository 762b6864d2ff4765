import {type Promised, promises} from '../analysis/lexicon.ts'
import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span, trim} from '../analysis/span.ts'
import {placesBySection} from './places-by-section.ts'
import {severityFor} from './profile-severity.ts'
import {type Finding, type Observation, type Severity, severities as severityRank} from './rule.ts'
import {rules} from './rules.ts'
import {defaultThresholds, type Thresholds} from './thresholds.ts'

export type Severities = Readonly<Record<string, Severity>>

/**
 * What Buy-In has to say of a proposal: complete, one finding for each rule and place, in the order of the text.
 * A document that is decided or not in English has no findings.
 * @param severities the author's own; a rule that is not named has its profile's default
 */
export function findingsOf(
  proposal: Proposal,
  severities: Severities = {},
  thresholds: Thresholds = defaultThresholds
): Finding[] {
  if (
    proposal.unread !== undefined ||
    proposal.closed !== undefined ||
    !['en', 'und'].includes(proposal.language)
  )
    return []
  const suppressed = suppressions(proposal)
  const found = rules.flatMap((rule) => {
    const own = severities[rule.id]
    const severity = own ?? severityFor(rule, proposal)
    if (own === 'off') return []
    const observed = (severity === 'off' ? [] : rule.check(proposal, thresholds)).filter(
      // Doubtful, and no passage or ask to show for it: no help to its author, and often told after all. Where its lack
      // would only inform, a passage that hints at it is enough.
      ({weak, nearly, ask}) =>
        own !== undefined ||
        !rule.element ||
        !weak ||
        (severity === 'information'
          ? nearly.some(({passage}) => passage === undefined)
          : nearly.length > 0 || ask !== undefined)
    )
    const asides = observed.length > 0 ? [] : (rule.asides?.(proposal) ?? [])
    const said = (observation: Observation, loudness: Finding['severity']): Finding => {
      const span = observation.span ? headline(proposal, observation.span) : top(proposal)
      const element = observation.element ?? rule.element
      return {
        ...observation,
        rule,
        element,
        severity: loudness,
        span,
        homeless: observation.span === undefined
      }
    }
    return [
      ...observed.map((one) =>
        said(one, severity === 'off' || (one.weak && severity !== 'hint') ? 'information' : severity)
      ),
      ...asides.map((one) => said(one, 'hint'))
    ]
  })
  return withoutEchoes(proposal, found)
    .filter((finding) => !suppressed.some((area) => silences(area, finding)))
    .sort((a, b) => a.span.start - b.span.start)
}

const slots = ['timeframe', 'effort', 'work', 'resources']

/**
 * One cause, one finding: without an ask only that is said; a scaffold that waits to be filled in speaks for its
 * element, and words that could be mended for what they only gesture at.
 */
function withoutEchoes(proposal: Proposal, findings: readonly Finding[]): Finding[] {
  const told = findings.some(({rule}) => rule.id === 'no-unfilled-placeholder')
  const unfilled = told ? Array.from(placesBySection(proposal).keys(), (at) => proposal.sections[at]) : []
  const waiting = (element: Promised) => unfilled.some((one) => one && promises(one.title, element))
  const inUnfilled = ({span}: Finding) => unfilled.some((one) => one && overlaps(one.span, span))
  // An ask with a slot to be filled in is one: the place speaks for it.
  const asking = proposal.asks.some(
    ({span, answer}) => answer.state === 'open' && proposal.places.some((place) => contains(span, place.span))
  )
  const noAsk = !asking && findings.some(({rule, weak}) => rule.id === 'require-ask' && !weak)
  const form = mostlyUnfilled(proposal)
  const kept = findings.filter((finding) => {
    const {rule, weak, homeless, element} = finding
    if (rule.missing && homeless && form) return false
    if (asking && rule.id === 'require-ask') return false
    const ask = finding.ask === undefined ? undefined : proposal.asks[finding.ask]
    if (rule.missing && ask && proposal.places.some(({span}) => contains(ask.span, span))) return false
    if (rule.id === 'no-hollow-section') return !inUnfilled(finding)
    if (!rule.missing || !element) return true
    if (noAsk && slots.includes(element) && (homeless || !weak)) return false
    const placed = !homeless && (weak || ask === undefined)
    return !waiting(element) && !(placed && inUnfilled(finding))
  })
  const words = kept.filter(({rule}) => !rule.missing)
  const silenced = new Map<Finding, Finding[]>()
  const spoken = new Set<Finding>()
  for (const finding of kept) {
    const speaking = finding.rule.missing ? words.find((one) => speaksFor(one, finding)) : undefined
    if (!speaking) continue
    spoken.add(finding)
    silenced.set(speaking, [...(silenced.get(speaking) ?? []), finding])
  }
  return (
    kept
      .filter((finding) => !spoken.has(finding))
      // What it speaks for may be graver than it is.
      .map((finding) => ({...finding, severity: loudest([finding, ...(silenced.get(finding) ?? [])])}))
  )
}

const standIns = ['no-hollow-section', 'no-vague-commitment', 'no-ownerless-ask', 'no-unanswered-objection']

/** Whether a finding about words stands where another one, that something is not told, is to be mended. */
function speaksFor(words: Finding, {rule, element, weak, span, homeless, ask}: Finding): boolean {
  if (!rule.missing) return false
  if (weak && words.rule.id === 'no-hollow-section' && !homeless && overlaps(words.span, span)) return true
  if (words.element !== element) return false
  if (weak) return standIns.includes(words.rule.id)
  if (words.rule.id === 'no-ownerless-ask') return true
  return words.rule.id === 'no-vague-commitment' && ask !== undefined && words.ask === ask
}

function loudest(findings: readonly Finding[]): Finding['severity'] {
  const [first] = findings
    .map(({severity}) => severity)
    .toSorted((a, b) => severityRank.indexOf(b) - severityRank.indexOf(a))
  return first ?? 'hint'
}

/** A text without sections, such as a letter, most of whose passages wait to be filled in: what it will tell, they show. */
function mostlyUnfilled({sections, passages, places}: Proposal): boolean {
  if (sections.filter(({heading}) => heading).length > 1) return false
  const waiting = passages.filter(({span}) => places.some((place) => contains(span, place.span)))
  return waiting.length >= 3 && waiting.length * 2 >= passages.length
}

/** Where a finding stands that has no home: the title, else the first words. */
function top(proposal: Proposal): Span {
  if (proposal.title) return headline(proposal, proposal.title.span)
  const first = proposal.passages.find((_, index) => !proposal.boilerplate[index])
  return first ? headline(proposal, first.span) : {start: 0, end: 0}
}

/** The part of a span that is underlined: its first line without the marks before it, eight words at most. */
function headline({text, passages}: Proposal, span: Span): Span {
  // "[Your name]" keeps its brackets: they are its own.
  const source = text.slice(span.start, span.end)
  if (/^\[[^\]\r\n]*\]$/.test(source) && source.split(/\s+/).length <= 8) return span
  const row = rowAt(passages, span)
  const cells = row?.cells.filter((cell) => cell.end > cell.start) ?? []
  const {start, end} = trim(text, cells.some((cell) => contains(cell, span)) ? span : (cells[0] ?? span))
  const marks = row
    ? 0
    : (/^(?:[#>\s|*+_[\]()`~-]|\d+[.)](?=\s))*/.exec(text.slice(start, end))?.[0].length ?? 0)
  const line = /^[^\r\n]*/.exec(text.slice(start + marks, end))?.[0] ?? ''
  const words = (/^(?:\s*\S+){1,8}/.exec(line)?.[0] ?? line).replace(/[\s#*_:]+$/, '')
  if (words !== '') return {start: start + marks, end: start + marks + words.length}
  return {start, end: start + (/^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0)}
}

const rowsOf = new WeakMap<Proposal['passages'], readonly Passage[]>()

/** The row of a table that shares a character with a span, the first of them: no two rows overlap. */
function rowAt(passages: Proposal['passages'], span: Span): Passage | undefined {
  let rows = rowsOf.get(passages)
  if (!rows) {
    rows = passages.filter(({kind}) => kind === 'row').sort((a, b) => a.span.start - b.span.start)
    rowsOf.set(passages, rows)
  }
  let from = 0
  let to = rows.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((rows[middle]?.span.end ?? 0) > span.start) to = middle
    else from = middle + 1
  }
  const row = rows[from]
  return row && overlaps(row.span, span) ? row : undefined
}

/** What has no home in the text is silenced by a comment that nothing takes back, wherever that stands. */
function silences({rule, start, end, open}: Suppression, finding: Finding): boolean {
  if (rule !== undefined && rule !== finding.rule.id) return false
  return (open && finding.homeless) || (start <= finding.span.start && finding.span.start <= end)
}

interface Suppression extends Span {
  /** Up to the end of the text. */
  readonly open: boolean
  readonly rule: string | undefined
}

const comment =
  /^<!--\s*buy-in-(disable|disable-next-line|disable-file|enable)((?:[\s,]+[a-z-]+?)*)[\s,]*-->$/

/**
 * `<!-- buy-in-disable rule-id -->` … `<!-- buy-in-enable -->`; `-next-line` for the line or the paragraph that
 * comes next, `-file` for the whole document; without a rule's id, all rules.
 */
function suppressions(proposal: Proposal): Suppression[] {
  const {text, comments} = proposal
  const read = comments.flatMap(({span, words}) => {
    const [match, does = '', ids = ''] = comment.exec(words) ?? []
    return match ? [{span, does, ids: ids.split(/[\s,]+/).filter(Boolean)}] : []
  })
  return read.flatMap(({span, does, ids}) => {
    if (does === 'enable') return []
    return (ids.length > 0 ? ids : [undefined]).map((rule): Suppression => {
      if (does === 'disable-file') return {start: 0, end: text.length, open: true, rule}
      if (does === 'disable-next-line')
        return {start: span.start, end: endOfNext(proposal, span.end), open: false, rule}
      const end = read.find(
        (other) =>
          other.does === 'enable' &&
          other.span.start > span.start &&
          (other.ids.length === 0 || (rule !== undefined && other.ids.includes(rule)))
      )
      return {start: span.start, end: end?.span.start ?? text.length, open: end === undefined, rule}
    })
  })
}

/** Where the line ends that comes next after an offset, or the heading, paragraph, item or row that begins there. */
function endOfNext({text, sections, passages}: Proposal, offset: number): number {
  const start = offset + text.slice(offset).search(/\S|$/)
  const line = start + text.slice(start).search(/[\r\n]|$/)
  const blocks = [...sections.flatMap(({heading}) => heading ?? []), ...passages.map(({span}) => span)]
  const block = blocks.find((span) => start <= span.end && span.start <= line && span.start >= start)
  return Math.max(line, block?.end ?? line)
}
