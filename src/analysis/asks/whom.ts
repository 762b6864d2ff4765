import type {Passage} from '../passages.ts'
import type {Slot} from '../proposal.ts'
import type {Folded} from './folded.ts'
import {type Asking, groupWord, notAnAddressee} from './phrases.ts'
import {slot} from './slot.ts'

const word = String.raw`[\w'’@./&+-]+`
const stop = String.raw`(?!(?:to|for|that|and(?!\s[A-Z])|who|which|about|in|on|with|be|is|are)\s)`

/** "the platform team" of "ask the platform team to", "CRAN's administrators" of "petition CRAN's administrators to". */
const asked = new RegExp(
  String.raw`^\s*(?:that\s)?((?:(?:[Tt]he|[Oo]ur|[Yy]our|[Aa]ll|[Ee]very|[Ee]ach|[Aa]ny)\s)?${word}(?:\s${stop}${word}){0,6}?)(?=\s(?:to|for|that|who|immediately|should|votes?|approves?|adopts?|considers?|reschedules?|provides?|supports?|allows?|funds?|grants?|reviews?|publish(?:es)?)\b|[:,]|$)`,
  'd'
)
// "from the ISC", "from the entire cosmos family"; a name, or a group by its last word
const source = new RegExp(
  String.raw`(?:^|\b(?:support|funding|grants?|help|money|approval|commitment|reviews?|collaboration|requesting|activities|time|days|assistance|access|guidance|input)\b(?! to )[^,.;]{0,40}? )from ((?:[Tt]he |[Yy]our )(?:(?:entire |whole )?(?:[\w'’&-]+ ){0,3}?(?:${groupWord}|family|community)(?![\w-])|[A-Z][\w.]+(?: [A-Z][\w.]+){0,4})|(?:[A-Z]\w+ ){1,3}teams|[A-Z][a-zA-Z.]+(?: [A-Z][\w.]+){0,4}(?: and [A-Z]\w+)?|you\b)`,
  'd'
)
const subject = new RegExp(
  String.raw`((?:(?:[Tt]he|[Oo]ur|[Aa]ll|[Ee]very|[Ee]ach) )?(?:${word} ){0,3}?${word}) (?:is|are) (?:hereby |kindly |cordially )?(?:asked|requested|invited|urged) to\b`,
  'd'
)
// "We ask for a commitment from the tutors to"
const committed = /\bcommitment from ((?:[\w’'-]+ ){0,4}?[\w’'-]+)(?= to [a-z])/d
// "The club can no longer wait and must act"
const bound = /^(?:[^.]{0,40} )?([A-Z][\w-]+) (?:[\w' ]{1,40} and )?must take actions?\b/d
const hoped =
  /^(all [\w’'-]+(?: users)?|(?:the|our) [\w’'-]+(?: [\w’'-]+)?|you|[A-Z]\w+)(?= (?:will|can|could|would)\b)/d
const expected = /^((?:all|each|every|any) [\w-]+|all (?:[\w-]+ ){2,5}[\w-]+)(?= to\b| must\b)/di
const people =
  /\b((?:(?:other |some |more |new |keen |enthusiastic |recurring |talented |bright |CS |\d+ )*)(?:(?!(?:and|or|both|for|from|of|the|an?)\s)[\w-]+ )??(?:volunteers?\b(?! positions?)|people|peeps|sponsors?|reviewers?|mentors?|maintainers?|contributors?|talented teams|helpers?|collaborators?|fellow travelers))\b/di

/**
 * Whom a sentence asks.
 * @param from where the words after those that ask begin
 * @param asking how it asks; undefined where only the section or the model says that it does
 * @returns the slot, and where in the words it ends
 */
export function whomOf(
  sentence: Folded,
  from: number,
  asking: Asking | undefined
): {slot: Slot; end: number} | undefined {
  const after = sentence.words.slice(from)
  const take = (pattern: RegExp, words: string, offset: number) => {
    const [start, end] =
      pattern
        .exec(words)
        ?.indices?.slice(1)
        .find((part) => part !== undefined) ?? []
    if (start === undefined || end === undefined) return undefined
    const closing = /[.,;:]*$/.exec(words.slice(start, end))?.[0].length ?? 0
    const found = sentence.slot(offset + start, offset + end - closing)
    return found && !notAnAddressee.test(found.words) ? {slot: found, end: offset + end} : undefined
  }
  // What stands right before belongs to it: "requesting | from the council to grant".
  const before = sentence.words.slice(0, from).slice(-30)
  const named =
    asking === 'directed'
      ? take(asked, after, from)
      : asking === 'wanted'
        ? (take(hoped, after, from) ?? take(expected, after, from) ?? take(people, after, from))
        : undefined
  return (
    named ??
    // A glance for "asked to", "invited to": few sentences hold it.
    (sentence.words.includes('ed to') ? take(subject, sentence.words, 0) : undefined) ??
    (sentence.words.includes('commitment from') ? take(committed, sentence.words, 0) : undefined) ??
    (sentence.words.includes('must take') ? take(bound, sentence.words, 0) : undefined) ??
    (asking === undefined || asking === 'imperative'
      ? undefined
      : take(source, `${before}${after}`, from - before.length)) ??
    (asking === 'you' || asking === 'what' ? take(addressed, sentence.words, 0) : undefined)
  )
}

const addressed = /\b(?:could|can|would|will|need|ask|invite|require|expect|like|love) (you)\b|^(you)\b/di

/** Whom a letter speaks to: "Dear Ms Ito," names the "you" of its asks. */
export function salutation(passages: readonly Passage[]): Slot | undefined {
  for (const passage of passages.slice(0, 12)) {
    const match = /^\s*Dear\s+([^,:\n]{2,60})[,:]/.exec(passage.plain)
    if (match?.[1]) {
      const start = passage.span.start + match[0].indexOf(match[1], match[0].indexOf('Dear') + 4)
      return slot(passage, {start, end: start + match[1].length})
    }
  }
  return undefined
}
