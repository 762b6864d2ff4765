import {stem} from '../../analysis/model/tokens.ts'
import {sentencesOf} from '../../analysis/sentences.ts'
import {lengthOf} from '../artifact.ts'
import {quoted, shortened, without} from './differences.ts'
import {type Fact, factsOf, groupsIn, namesIn} from './facts.ts'
import type {Part} from './parts.ts'
import {plainOf} from './plain.ts'

/** What of the words of one part had to stay and did not. */
export function wordsChanged(part: Part, now: Part, texts: readonly string[]): string[] {
  if (part.kind === 'ask' || part.text === now.text) return []
  const [before, after] = [plainOf(part.text), plainOf(now.text)]
  const reasons = [
    ...factsChanged(before, after),
    ...namesChanged(before, after, texts),
    ...settled(before, after),
    ...(before !== '' && after === '' ? ['nothing is left'] : [])
  ]
  const said = reasons.length > 0 ? reasons : [...sayingChanged(before, after), ...tooLong(part, after)]
  return said.map((reason) => `in ${quoted(part.name)}, ${reason}`)
}

const called: Readonly<Partial<Record<Fact['kind'], string>>> = {
  place: 'the place ',
  quotation: 'the quotation '
}

/** What of the facts of some words was changed, lost or added. */
export function factsChanged(before: string, after: string): string[] {
  const kinds = ['money', 'time', 'date', 'number', 'place', 'quotation', 'address', 'code'] as const
  const [was, is] = [factsOf(before), factsOf(after)]
  const open = (words: string) => words.match(/…|\.{3}/g)?.length ?? 0
  return [
    ...kinds.flatMap((kind) => {
      const [own, others] = [was, is].map((facts) => facts.filter((fact) => fact.kind === kind))
      return own && others ? sequenceChanged(own, others) : []
    }),
    ...(open(after) < open(before) ? ['words were filled in where “…” leaves them out'] : [])
  ]
}

function sequenceChanged(was: readonly Fact[], is: readonly Fact[]): string[] {
  const show = ({kind, words}: Fact) => (kind === 'place' || kind === 'quotation' ? words : quoted(words))
  const lost = without(was, is, ({meaning}) => meaning)
  const added = without(is, was, ({meaning}) => meaning)
  const became = lost.slice(0, added.length).map((fact, index) => {
    const other = added[index]
    return `${called[fact.kind] ?? ''}${show(fact)} became ${other ? show(other) : ''}`
  })
  const reasons = [
    ...became,
    ...lost.slice(added.length).map((fact) => `${called[fact.kind] ?? ''}${show(fact)} is lost`),
    ...added.slice(lost.length).map((fact) => `${called[fact.kind] ?? ''}${show(fact)} is added`)
  ]
  if (reasons.length > 0) return reasons
  const moved = was.findIndex(({meaning}, index) => is[index]?.meaning !== meaning)
  const [first, second] = [was[moved], is[moved]]
  return first && second ? [`${show(first)} and ${show(second)} changed places`] : []
}

function namesChanged(before: string, after: string, texts: readonly string[]): string[] {
  const [was, is] = [namesIn(before, texts), namesIn(after, texts)]
  const has = (plain: string) => {
    const words = new Set(plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
    const lower = new Set([...words].map((word) => word.toLowerCase()))
    const parts = (name: string) => name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    return {
      exactly: (name: string) => parts(name).every((word) => words.has(word)),
      anyhow: (name: string) => parts(name).every((word) => lower.has(word.toLowerCase()))
    }
  }
  const [old, now] = [has(before), has(after)]
  const distinct = (names: readonly {word: string}[]) => [...new Set(names.map(({word}) => word))]
  const lost = distinct(was).filter((name) => !now.exactly(name))
  const added = distinct(is).filter((name) => !old.anyhow(name))
  const groups = [groupsIn(before), groupsIn(after)].map((names) => [...new Set(names)])
  const [own = [], others = []] = groups
  const reasons = [
    ...changed(lost, added),
    ...changed(
      own.filter((name) => !others.includes(name)),
      others.filter((name) => !own.includes(name))
    )
  ]
  if (reasons.length > 0) return reasons
  // Who does what must not turn round: names come up in the order in which they came up.
  const order = (names: readonly string[], plain: string) =>
    [...names].sort((a, b) => placeOf(plain, a) - placeOf(plain, b))
  const both = distinct(was)
  const [first, second] = [order(both, before), order(both, after)]
  const moved = first.findIndex((name, index) => second[index] !== name)
  return moved < 0 ? [] : [`${quoted(first[moved] ?? '')} and ${quoted(second[moved] ?? '')} changed places`]
}

function changed(lost: readonly string[], added: readonly string[]): string[] {
  const both = Math.min(lost.length, added.length)
  return [
    ...lost.slice(0, both).map((name, index) => `${quoted(name)} became ${quoted(added[index] ?? '')}`),
    ...lost.slice(both).map((name) => `${quoted(name)} is lost`),
    ...added.slice(both).map((name) => `${quoted(name)} is added`)
  ]
}

/** Where a word stands first. */
function placeOf(plain: string, name: string): number {
  const at = plain.search(new RegExp(`(?<![\\p{L}\\p{N}])${name}(?![\\p{L}\\p{N}])`, 'u'))
  return at < 0 ? plain.length : at
}

const settling =
  /\b(?:agree(?:d|s|ment)?|approv(?:ed|es|al)|accept(?:ed|s|ance)|confirm(?:ed|s|ation)|commit(?:ted|s|ment)|promis(?:ed|es)|pledged?|decided|declined|refused|rejected|signed off|guarantee[ds]?)\b/gi

/** Words that say something is settled, where nothing said so. */
function settled(before: string, after: string): string[] {
  const own = new Set((before.match(settling) ?? []).map((word) => stem(word.toLowerCase())))
  const added = (after.match(settling) ?? []).filter((word) => !own.has(stem(word.toLowerCase())))
  return [...new Set(added)].map((word) => `it now says ${quoted(word)}`)
}

/** What a sentence must have in common with the other text, so that it counts as the same said anew. */
const shared = 0.3

function sayingChanged(before: string, after: string): string[] {
  const strange = (plain: string, other: string) => {
    const known = new Set(stemsOf(other))
    return sentencesOf(plain, 0)
      .map(({start, end}) => plain.slice(start, end))
      .filter((sentence) => {
        const stems = stemsOf(sentence)
        return stems.length > 1 && stems.filter((one) => known.has(one)).length < shared * stems.length
      })
  }
  return [
    ...strange(before, after).map((sentence) => `what ${quoted(shortened(sentence))} says is lost`),
    ...strange(after, before).map((sentence) => `${quoted(shortened(sentence))} is said nowhere in the text`)
  ]
}

const filler =
  /^(?:the|and|for|are|was|not|but|all|can|our|you|who|how|its|now|out|has|had|may|any|too|yet|this|that|these|those|with|from|have|will|would|could|should|which|their|there|they|them|then|than|when|what|where|while|been|were|into|also|more|most|such|some|each|only|very|your|about|over|because|just|here|both|like|must|does|done|being|after|before)$/

function stemsOf(words: string): string[] {
  const found = words.toLowerCase().match(/[\p{L}\p{M}]{3,}/gu) ?? []
  return [...new Set(found.filter((word) => !filler.test(word)).map(stem))]
}

/** What is read aloud must fit into the seconds of its scene. */
function tooLong({name, text}: Part, after: string): string[] {
  if (!/(?:^|, )Say$/.test(name)) return []
  const words = (plain: string) => lengthOf(plain.replace(/⟨[^⟩]*⟩/g, 'x x x x'))
  const [was, is] = [words(plainOf(text)), words(after)]
  return is > was + 2 ? [`there are ${is - was} words more to say in the same seconds`] : []
}
