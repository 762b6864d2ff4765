import {callsItselfStudy, offered, whyHandedIn} from './handed-in.ts'
import {type Memory, newMemory, recall, shelf} from './memory.ts'
import type {Outline} from './passages.ts'
import {fold} from './plain-text.ts'
import {type Count, callsToJoin, numbered, type Place, type Places, signs} from './profile-signs.ts'
import {type Profile, type ProfileReading, profiles} from './proposal.ts'

/** The profile that the author named in the front matter: `buy-in: rfc`, `buy-in: {profile: rfc}` or `profile: rfc`. */
export function profileField(fields: Readonly<Record<string, unknown>>): Profile | undefined {
  const own = fields['buy-in']
  const nested = own !== null && typeof own === 'object' && 'profile' in own ? own.profile : own
  return [nested, fields.profile].flatMap((value) => profiles.find((profile) => profile === value) ?? [])[0]
}

const most = 6

/** How often a pattern matches; more often than this tells nothing more. */
function countOf(pattern: RegExp, text: string): number {
  if (!pattern.global) return Number(pattern.test(text))
  pattern.lastIndex = 0
  let count = 0
  while (count < most && pattern.test(text)) count++
  pattern.lastIndex = 0
  return count
}

/** So many characters, up to the end of a line, are looked through at once. */
const piece = 300

/** A text in pieces that end with a line: what is looked for stands within one. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at + piece)
    pieces.push(text.slice(at, end < 0 ? text.length : end + 1))
    at = end < 0 ? text.length : end + 1
  }
  return pieces
}

/** Counts what stands in the places of a document, in each piece of the text once: the next version has most of them, too. */
function counter(places: Places, memory: Memory): Count {
  const known = shelf<Map<RegExp, number>>(memory, 'signs')
  const countsOf = (place: Place) =>
    (place === 'text' && memory.before ? piecesOf(places[place]) : [places[place]]).map((source) => ({
      source,
      counts: recall(known, source, newCounts)
    }))
  const pieces = {text: countsOf('text'), headings: countsOf('headings'), opening: countsOf('opening')}
  return (pattern, place) => {
    let sum = 0
    for (const {source, counts} of pieces[place]) {
      const count = counts.get(pattern) ?? countOf(pattern, source)
      counts.set(pattern, count)
      sum += count
    }
    return Math.min(pattern.global ? most : 1, sum)
  }
}

const newCounts = () => new Map<RegExp, number>()

/** What kind of document this is, by its substance, and why it was taken for that. */
export function profileOf(text: string, outline: Outline, memory: Memory = newMemory()): ProfileReading {
  // Long documents say what they are early; reading on would cost time and change nothing.
  const places: Places = {
    text: text.slice(0, 20_000),
    headings: outline.sections.map(({title}) => title).join('\n'),
    opening: text.slice(0, 1500)
  }
  const count = counter(places, memory)
  const scores = new Map<Profile, {score: number; reason: string; best: number}>()
  for (const {profile, place, pattern, weight, reason} of signs) {
    const gain = count(pattern, place) * weight
    const before = scores.get(profile) ?? {score: 0, reason, best: 0}
    scores.set(profile, {
      score: before.score + gain,
      reason: gain > before.best ? reason : before.reason,
      best: Math.max(before.best, gain)
    })
  }
  const [first] = [...scores].sort(([, a], [, b]) => b.score - a.score)
  const handedIn = whyHandedIn(places, count, outline)
  // What is handed in may describe a design; who numbers it for a community's discussion says so at its head.
  const study = first?.[0] === 'rfc' && callsItselfStudy(places.opening) && !numbered.test(places.opening)
  if (first && first[0] !== 'memo' && first[1].score >= 3 && !(handedIn && study)) {
    const [name, {reason}] = first
    return {name, reason, ...(reason === callsToJoin ? {call: true as const} : {})}
  }
  if (handedIn)
    return {
      name: 'memo',
      reason: handedIn,
      handedIn: true,
      ...(handedIn === offered ? {offer: true as const} : {})
    }
  if (first && first[1].score >= 3) return {name: first[0], reason: first[1].reason}
  const opening = fold(outline.passages[0]?.plain ?? '')
  return {
    name: 'memo',
    reason: opening === '' ? 'nothing is written yet' : 'it has the form of no other kind'
  }
}
