import {decisionOf} from '../analysis/decisions.ts'
import type {Promised} from '../analysis/lexicon.ts'
import type {Evidence, Level, Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {mendElement, placeToFill, ruleFor} from '../fixes/mend-element.ts'
import {severityFor} from '../rules/profile-severity.ts'
import {rules} from '../rules/rules.ts'
import {type Extract, extract} from './extract.ts'

/** What the author sees of one element; never part of what a stakeholder gets. */
export interface ElementState {
  readonly element: Promised
  readonly label: string
  /** What its reader looks for: "why its authors pursue it". */
  readonly about: string | undefined
  readonly level: Level
  /** Whether a document of its kind should have it. */
  readonly wanted: boolean
  /** Whether its reader cannot well do without. */
  readonly urgent: boolean
  readonly evidence: readonly (Extract & {readonly cues: readonly string[]})[]
  /** What mends it: a place that waits to be filled in, else a fix by its title. */
  readonly mend: {readonly title: string; readonly place: Span | undefined} | undefined
}

const elementLabels: Readonly<Record<Promised, string>> = {
  motive: 'Why',
  progress: 'Where it stands',
  downside: 'What could go wrong',
  timeframe: 'Time frame',
  effort: 'Effort',
  work: 'Work',
  resources: 'Resources',
  ask: 'Ask',
  dialog: 'Dialog',
  reward: 'What you gain',
  optout: 'Way out',
  objection: 'Objections met',
  summary: 'Summary',
  stakeholder: 'Stakeholders',
  chunked: 'In steps',
  decision: 'Decision'
}

/**
 * How far an element is told, and what mends it.
 * @param wanted whether a document of its kind should have it
 */
export function stateOf(proposal: Proposal, element: Promised, wanted: boolean): ElementState {
  const {level, evidence} = element === 'decision' ? decided(proposal) : proposal.elements[element]
  const rule = rules.find(({id}) => id === ruleFor(element))
  const mendable =
    wanted &&
    level !== 'present' &&
    proposal.closed === undefined &&
    ['en', 'und'].includes(proposal.language)
  const place = mendable ? placeToFill(proposal, element) : undefined
  return {
    element,
    label: elementLabels[element],
    about: rule?.title,
    level,
    wanted,
    urgent: wanted && ['warning', 'error'].includes(rule ? severityFor(rule, proposal) : 'off'),
    evidence: evidence.slice(0, 3).map(({best, cues}) => ({...extract(proposal, best), cues})),
    mend: mendable
      ? {title: place ? 'Fill in what is left open' : mendElement(proposal, element).title, place}
      : undefined
  }
}

/** How far a proposal says who decides, and by when. */
function decided(proposal: Proposal): {level: Level; evidence: Pick<Evidence, 'best' | 'cues'>[]} {
  const {who, when, span} = decisionOf(proposal)
  const cues = [who, when].flatMap((slot) => slot?.words ?? [])
  return {
    level: cues.length === 2 ? 'present' : cues.length === 1 ? 'weak' : 'missing',
    evidence: span && cues.length > 0 ? [{best: span, cues}] : []
  }
}
