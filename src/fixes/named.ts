import type {Ask, Proposal} from '../analysis/proposal.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import {type TrustElement, trustElements} from '../analysis/trust-elements.ts'
import type {Finding} from '../rules/rule.ts'
import {mendWithoutAuthor} from './authorless.ts'
import {insertHeard, insertObjections, insertQuestions} from './be-heard.ts'
import {insertDownside, insertMotive, insertProgress, plainly} from './be-honest.ts'
import {covers, type Fix} from './fix.ts'
import {askFixes, fixMissing} from './fixes.ts'
import {unanswered} from './quote.ts'
import {scaffolds} from './scaffolds.ts'

/** What there is to do of one kind; where that is nothing, why. */
export interface Offer {
  readonly fixes: readonly {
    readonly fix: Fix
    /** The words of the ask that it betters, where the selection touched none. */
    readonly about?: string
  }[]
  readonly none: string
}

/** What can be done to the document as a whole, wherever the cursor stands. */
export function sourceFixes(proposal: Proposal, findings: readonly Finding[]): Fix[] {
  const missing = fixMissing(proposal, findings)
  const mended = mendWithoutAuthor(proposal, findings)
  const own: readonly TrustElement[] = ['dialog', 'objection', 'motive', 'progress', 'downside']
  return [
    ...(missing ? [missing] : []),
    ...(mended ? [mended] : []),
    insertHeard(proposal),
    insertQuestions(proposal),
    ...insertObjections(proposal),
    ...insertMotive(proposal),
    ...insertProgress(proposal),
    ...insertDownside(proposal),
    ...trustElements
      .filter((element) => !own.includes(element) && proposal.elements[element].level !== 'present')
      .map((element) => plainly(proposal, element))
  ]
}

/** What can be done where a selection stands: to the asks there, and to what the author admits there. */
export function selectionFixes(proposal: Proposal, selection: Span): Fix[] {
  const reach = {start: selection.start, end: Math.max(selection.end, selection.start + 1)}
  const admitted = unanswered(proposal).find(({best}) => overlaps(best, reach))
  return [...askFixes(proposal, selection), ...(admitted ? insertObjections(proposal, admitted) : [])]
}

/**
 * What a command or a key offers.
 * @param kind a kind of fix, or what several have in common: `refactor.rewrite.buyIn.sweeten`
 */
export function offerOf(
  proposal: Proposal,
  findings: readonly Finding[],
  kind: string,
  selection: Span
): Offer {
  const ofKind = (fixes: readonly Fix[]) => fixes.filter((fix) => covers(kind, fix.kind))
  const can = (fixes: readonly Fix[]) => fixes.filter(({disabled}) => disabled === undefined)
  if (kind.startsWith('source.')) {
    const fixes = can(ofKind(sourceFixes(proposal, findings))).map((fix) => ({fix}))
    return {fixes, none: whyNothing(proposal, kind, selection)}
  }
  const here = ofKind(selectionFixes(proposal, selection))
  const none = here.find(({disabled}) => disabled)?.disabled ?? whyNothing(proposal, kind, selection)
  // A cursor on an ask means that one; one that stands elsewhere means any.
  if (here.length > 0 || askAt(proposal, selection)) return {fixes: can(here).map((fix) => ({fix})), none}
  const fixes = proposal.asks.flatMap((ask) =>
    can(ofKind(askFixes(proposal, ask.span))).map((fix) => ({fix, about: ask.words}))
  )
  return {fixes, none}
}

function askAt({asks}: Proposal, {start, end}: Span): Ask | undefined {
  return asks.find(
    ({span, items}) =>
      overlaps(span, {start, end: Math.max(end, start + 1)}) ||
      items.some((item) => overlaps(item.span, {start, end: Math.max(end, start + 1)}))
  )
}

function whyNothing(proposal: Proposal, kind: string, selection: Span): string {
  const {closed, language, profile, elements, asks, text} = proposal
  if (kind === 'source.buyIn.insertMissing') {
    if (closed !== undefined) return `This proposal is decided (${closed}), so nothing is missing any more.`
    if (!['en', 'und'].includes(language))
      return 'Buy-In reads only proposals in English, so it cannot tell what is missing.'
    return `Nothing is missing that the reader of ${profile.name === 'rfc' ? 'an RFC' : `a ${profile.name}`} looks for.`
  }
  const element = trustElements.find((one) => kind === `source.buyIn.insert.${one}`)
  const proof = element && elements[element].evidence[0]
  if (element && proof)
    return `Your reader is told ${scaffolds[element].name} already, in line ${lineOf(text, proof.best.start)}.`
  if (kind.startsWith('refactor.rewrite.buyIn.objection'))
    return 'Put the cursor on something that could go wrong and has no answer yet.'
  const ask = askAt(proposal, selection)
  if (!ask)
    return asks.length > 0
      ? 'There is no ask here to which this could be done.'
      : 'Nothing is asked of anybody yet. “Buy-In: Insert What Is Missing” starts an ask.'
  if (ask.answer.state !== 'open') return `This ask is ${ask.answer.state} already.`
  return 'Nothing of the kind can be done to this ask.'
}

/** The number of the line that an offset stands in, from 1. */
function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
