import type {TrustElement} from '../analysis/trust-elements.ts'
import type {AskCard} from './ask-cards.ts'
import type {Extract} from './extract.ts'
import type {Summary} from './summary.ts'

// How the parts of a summary are put into words: the same in the pane, in copies and in exports.

/** Whether an ask is addressed to nobody by name. */
export function isNobody(whom: string | undefined): boolean {
  return whom === undefined || /^you$/i.test(whom)
}

/** More are not answered. */
export const mostQuestions = 6

/** What is said where the chosen reader is asked for nothing. */
export function nothingAsked({stakeholder, others, unaddressed, implied, elements, closed}: Summary): string {
  if (stakeholder && others + unaddressed.length > 0)
    return `Nothing is asked of ${named(stakeholder.name)} by name.`
  const hinted = elements.some(({element, level}) => element === 'ask' && level !== 'missing')
  if (implied.length > 0 || hinted) return 'Nothing is asked outright.'
  return closed === undefined ? 'Nothing is asked of anyone yet.' : 'Nothing is asked of anyone.'
}

/** What is said where a reader would look for an element and there are no words of the author to show. */
export function nothingSaid({elements, toldIn, closed}: Summary, element: TrustElement): string | undefined {
  const level = elements.find((one) => one.element === element)?.level
  const place = toldIn.find((one) => one.element === element)
  if (place) return `This is told in “${place.words}”.`
  if (level === 'present') return undefined
  const yet = closed === undefined ? ' yet' : ''
  return level === 'weak' ? `Nothing is said outright about this${yet}.` : `Nothing is said about this${yet}.`
}

/** Sentences that follow on each other, as one passage. */
export function joined(extracts: readonly Extract[]): Extract | undefined {
  const [first, ...rest] = extracts
  return (
    first &&
    rest.reduce(
      (all, {words, span}) => ({
        words: `${all.words} ${words}`,
        span: {start: all.span.start, end: Math.max(all.span.end, span.end)}
      }),
      first
    )
  )
}

/** A name as it stands in a sentence: "the platform team", but "Mira", "@kim" and "Finance". */
export function named(name: string): string {
  return /^\p{Ll}/u.test(name) ? `the ${name}` : name
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** "Open · Decision by 12 May" */
export function standing({status, closed, decision}: Summary): string {
  if (closed !== undefined) return status
  return decision
    ? `${status} · ${decision.what} ${decision.when}`
    : `${status} · No date for a decision is given`
}

/** What an ask costs that its own words do not say: effort, resources, date. */
export function costsOf({what, effort, resources, when}: AskCard): string[] {
  return [effort, resources, when && what.includes(bareDate(when)) ? undefined : when].filter(
    (words): words is string => words !== undefined && !what.includes(words)
  )
}

/** "to be confirmed", "agreed: Sam, 12 May" */
export function answerTo({state, by}: AskCard): string {
  return state === 'open' ? 'to be confirmed' : `${state}${by ? `: ${by}` : ''}`
}

/** "by 12 May" → "12 May" */
export function bareDate(words: string): string {
  return words.replace(/^(?:by|until|till|before|within|for|from|on|over|in|the)\s+/i, '')
}
