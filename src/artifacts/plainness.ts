import {startsWithVerb} from '../analysis/lexicon.ts'
import type {CueClass} from '../analysis/model/cue-phrases.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {cuesIn} from './cues-in.ts'
import {plainnessOfDownside} from './plainness-of-downside.ts'
import {plainnessOfMotive} from './plainness-of-motive.ts'
import {plainnessOfProgress} from './plainness-of-progress.ts'

// A sentence may stand in the passage that proves an element, and yet not be the one that tells it: what follows is
// read off the words alone, and says how plainly they tell it to somebody who sees nothing else.

/**
 * How plainly words tell an element by themselves, in log-odds; below 0 where they tell something else.
 * @param subject the stems of what the document is about
 */
export function plainness(
  words: string,
  element: TrustElement,
  subject: ReadonlySet<string> = new Set()
): number {
  if (element === 'motive') return plainnessOfMotive(words)
  if (element === 'progress') return plainnessOfProgress(words, subject)
  if (element === 'downside') return plainnessOfDownside(words, subject)
  if (element === 'ask') return offering.test(words) ? -3 : asking.test(words) ? 0.5 : -1.5
  if (element === 'work')
    return formality.test(words) || behaving.test(words) ? -2 : isDoing(words) ? 0 : -1.6
  const wanted = telltale[element]
  return wanted === undefined || cuesIn(words).some((one) => wanted.includes(one)) ? 0 : -0.9
}

/** Words by which somebody is asked for something. */
const asking =
  /\b(?:please|ask(?:s|ing)?(?: for| you| that)?|request(?:s|ed|ing)?|seek(?:s|ing)?|look(?:s|ing)? for|need(?:s|ed)? (?:your|you|a|an|the|some|more|at least|help|\d)|invite|urge|demand|call(?:ing)? (?:on|for|upon)|we (?:hope|expect|want|would like) (?:that )?(?:you|the \w+) (?:to|will)|would you|could you|can you|sponsor|donate|volunteer|sign|vote|approve|approval|apply|contribute|join us|help us|help with|support (?:us|our|from|needed)|total|budget requested|funding (?:of|request\w*)|amount requested)\b/i
const offering =
  /^(?:if your?|we (?:have|had|are|built|truly|believe|anticipate|expect))\b|^we will (?:also )?provides?\b|\bno\b[^.;]*\brequested\b|^(?:owner|author|status|deadline|date)\s*:|\b(?:we are (?:committed|happy|proud)|any questions|for more information|feel free|we want you to be)\b/i
/** What every grant delivers besides. */
export const formality =
  /^(?:\d\w?\.?\s*)?(?:licen[cs]e|documentation|testing(?: guide)?|docker(?:file| image)?|article|tutorial|unit tests?)\b.{0,40}(?::|;|$)/i

/** What a part of the thing does: "Search agent: adds …". */
const behaving =
  /^[^:]{3,60}: (?:adds|provides|allows|enables|supports|ensures|handles|manages|generates|creates|lets|helps|stores|returns|shows|sends)\b|\b(?:users?|customers?|clients?|developers?|owners?) (?:can|will be able|may|could)\b|\bwill (?:gain|return|emit|throw|behave)\b/i

/** Words that say that something is to be done, by somebody or in some order. */
const doing =
  /\b(?:we|I|team|group|maintainers?|volunteers?|owners?|contractors?|students?|committee|council|foundation|engineers?|developers?|@[\w-]+)(?:['’]ll| will| would| shall| plan| plans| need| must| should| am| are| is| can)\b|@\w|\b(?:milestones?|deliverables?|phases?|stages?|weeks?|months?|tasks?|steps?|sprints?|roadmap|responsible|to be (?:done|built|written|implemented|completed|added|developed)|(?:will|must|should) (?:be|need|have to))\b|[;:]/i

function isDoing(words: string): boolean {
  return startsWithVerb(words) || /^\p{Lu}\p{Ll}+(?:ing|ion|ment)\b/u.test(words) || doing.test(words)
}

const telltale: Partial<Record<TrustElement, readonly CueClass[]>> = {
  reward: ['benefit'],
  effort: ['effort'],
  resources: ['money', 'resource'],
  timeframe: ['schedule']
}
