import type {AskCard, Summary} from './summary.ts'

// How the parts of a summary are put into words: the same in the pane, in copies and in exports.

/** Whether an ask is addressed to nobody by name. */
export function isNobody(whom: string | undefined): boolean {
  return whom === undefined || /^you$/i.test(whom)
}

/** More are not answered. */
export const mostQuestions = 6

/** What is said where the chosen reader is asked for nothing. */
export function nothingAsked({stakeholder, others, unaddressed, implied}: Summary): string {
  if (!stakeholder || others + unaddressed.length === 0)
    return implied.length > 0 ? 'Nothing is asked outright.' : 'Nothing is asked of anyone yet.'
  return `Nothing is asked of ${named(stakeholder.name)} by name.`
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
