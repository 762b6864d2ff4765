import type {Promised} from '../analysis/lexicon.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import type {Finding} from '../rules/rule.ts'
import {asRequest} from './ask-well/as-request.ts'
import {fillVague} from './ask-well/fill-vague.ts'
import {openQuestion} from './ask-well/open-question.ts'
import {askDirectly, askHowTheyFit} from './ask-well/own-ask.ts'
import {fillKnown} from './authorless.ts'
import {chunkAsk} from './chunk-ask.ts'
import type {Fix} from './fix.ts'
import {hollowSection, insertElement, insertMissing, insertSlot} from './insert-element.ts'
import {recordAnswer} from './record-answer.ts'
import {reworded} from './reword.ts'
import {sweetenAsk} from './sweeten-ask.ts'

/**
 * The fixes for findings that are shown as one.
 * @returns for each fix, the finding that it mends; several missing elements can also be inserted at once
 */
export function fixesOf(proposal: Proposal, findings: readonly Finding[]): {fix: Fix; finding: Finding}[] {
  const single = findings.length === 1
  const fixes = findings.flatMap((finding) => {
    const element = insertable(proposal, finding) ?? promisedAt(proposal, finding)
    if (!element) return []
    const ask = finding.ask === undefined ? undefined : proposal.asks[finding.ask]
    const slot = ask && insertSlot(proposal, ask, element)
    return [{fix: slot ?? insertElement(proposal, element, single), finding}]
  })
  const [first] = fixes
  const {elements} = missingIn(proposal, findings)
  const all = elements.length > 1 && insertMissing(proposal, elements)
  if (first && all) fixes.push({fix: all, finding: first.finding})
  const others = findings.flatMap((finding) =>
    [fillKnown(proposal, finding) ?? [], reworded(proposal, finding)].flat().map((fix) => ({fix, finding}))
  )
  return [...fixes, ...others]
}

/** What an insertion would add: what a rule requires, or what a hollow section promises and can be filled with there. */
function insertable(proposal: Proposal, {rule, element, span}: Finding): Promised | undefined {
  if (rule.missing) return element
  if (rule.id !== 'no-hollow-section' || !element) return undefined
  const section = proposal.sections.find((one) => contains(one.span, span))
  const hollow = hollowSection(proposal, element)
  return section && hollow && contains(section.span, hollow) ? element : undefined
}

/** All that findings say is missing, at once; undefined where nothing is. */
export function fixMissing(proposal: Proposal, findings: readonly Finding[]): Fix | undefined {
  const {elements, slots} = missingIn(proposal, findings)
  const fix = insertMissing(proposal, elements, slots)
  return fix && {...fix, kind: 'source.buyIn.insertMissing'}
}

/** What findings say is missing: elements, and slots of asks; not what is only hinted at. */
function missingIn({asks}: Proposal, findings: readonly Finding[]) {
  const elements: Promised[] = []
  const slots: {ask: Ask; element: Promised}[] = []
  for (const {rule, element, homeless, weak, ask: index} of findings) {
    if (!rule.missing || !element || (weak && !homeless)) continue
    const ask = index === undefined ? undefined : asks[index]
    if (ask) slots.push({ask, element})
    else elements.push(element)
  }
  return {elements, slots}
}

/** The element whose hollow section a place to fill in stands for: "TBD" under "Risks". */
function promisedAt(proposal: Proposal, {span}: Finding): TrustElement | undefined {
  return trustElements.find((element) => {
    const hollow = hollowSection(proposal, element)
    return hollow !== undefined && hollow.end > hollow.start && contains(hollow, span)
  })
}

/** What can be done to the asks that a selection touches: splitting, sweetening, asking well, recording the answer. */
export function askFixes(proposal: Proposal, selection: Span): Fix[] {
  const reach = {start: selection.start, end: Math.max(selection.end, selection.start + 1)}
  const ask = proposal.asks.find((one) => touches(proposal, one, reach))
  const worded = [askDirectly, askHowTheyFit, openQuestion, asRequest].flatMap(
    (fix) => fix(proposal, selection) ?? []
  )
  if (!ask) return worded
  if (ask.answer.state !== 'open') return []
  const filled = fillVague(proposal, selection)
  return [
    ...recordAnswer(proposal, selection),
    chunkAsk(proposal, ask),
    ...sweetenAsk(proposal, ask),
    ...worded,
    ...(filled ? [filled] : [])
  ]
}

function touches({passages}: Proposal, ask: Ask, reach: Span): boolean {
  const passage = passages[ask.passage]
  const row = passage?.kind === 'row'
  return overlaps(row ? passage.span : ask.span, reach) || ask.items.some(({span}) => overlaps(span, reach))
}
