import {type Memory, newMemory, recall, shelf} from './memory.ts'
import {fold, type Outline} from './passages.ts'
import {type Profile, profiles} from './proposal.ts'

interface Sign {
  readonly profile: Profile
  readonly pattern: RegExp
  readonly weight: number
  readonly reason: string
}

// What a kind of document talks of. Headings weigh more than prose: they are what its author set out to write.
const signs: readonly Sign[] = [
  {
    profile: 'letter',
    pattern: /^Dear\b|^To whom it may concern/im,
    weight: 6,
    reason: 'it opens with a salutation'
  },
  {
    profile: 'letter',
    pattern: /^(?:Yours (?:sincerely|faithfully|truly)|Sincerely|Kind regards|Best regards)\b/im,
    weight: 4,
    reason: 'it closes like a letter'
  },
  {
    profile: 'talk',
    pattern: /\b(?:in this (?:talk|session|workshop)|this talk|attendees|speaker bio|the audience)\b/gi,
    weight: 2,
    reason: 'it speaks of a talk and its audience'
  },
  {
    profile: 'sponsorship',
    pattern:
      /\b(?:sponsorship (?:levels?|tiers?|packages?|opportunit)|(?:gold|silver|bronze|platinum) sponsors?|become a sponsor|our sponsors)/gi,
    weight: 3,
    reason: 'it offers sponsorship'
  },
  {
    profile: 'goal',
    pattern:
      /\b(?:point of contact|team asks|ownership and team asks|project goal|design axioms|champion)\b/gi,
    weight: 3,
    reason: 'it asks teams to own parts of a goal'
  },
  {
    profile: 'grant',
    pattern:
      /\b(?:total budget requested|grant (?:proposal|application|period|request)|payment address|milestone deliverables|funding request(?:ed)?|applicant)\b/gi,
    weight: 3,
    reason: 'it applies for funding'
  },
  {
    profile: 'grant',
    pattern: /\b(?:budget|grant|milestones?)\b/gi,
    weight: 0.3,
    reason: 'it speaks of budget and milestones'
  },
  {
    profile: 'rfc',
    pattern:
      /^#{1,4} *(?:detailed design|drawbacks|unresolved questions|how we teach this|alternatives(?: considered)?|prior art|reference-level explanation|backwards? compatibility|rationale and alternatives|specification|unstable prefix|source compatibility|security considerations|graduation criteria|proposed (?:solution|change|api))\b/gim,
    weight: 2,
    reason: 'it has the sections of a design document'
  },
  {
    profile: 'rfc',
    pattern:
      /\b(?:RFC|API|backwards? compatib(?:le|ility)|deprecat\w+|syntax|semantics|interface|implementation)\b/g,
    weight: 0.25,
    reason: 'it speaks of interfaces and compatibility'
  },
  {
    profile: 'memo',
    pattern: /\b(?:team|hire|hiring|office|manager|policy|process|staff|colleagues|meeting|budget)\b/gi,
    weight: 0.2,
    reason: 'it speaks of people and process'
  }
]

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

const piece = 1000

/** The head of a document in pieces that end with a line, so that the words of a line stay together. */
function piecesOf(head: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < head.length; ) {
    const end = head.indexOf('\n', at + piece)
    pieces.push(head.slice(at, end < 0 ? head.length : end + 1))
    at = end < 0 ? head.length : end + 1
  }
  return pieces
}

/** What kind of document this is, by its substance, and why it was taken for that. */
export function profileOf(
  text: string,
  {passages}: Outline,
  memory: Memory = newMemory()
): {name: Profile; reason: string} {
  // Long documents say what they are early; reading on would cost time and change nothing.
  const head = text.slice(0, 20_000)
  const known = shelf<string, readonly number[]>(memory, 'signs')
  const counts = piecesOf(head).map((source) =>
    recall(known, source, () => signs.map(({pattern}) => countOf(pattern, source)))
  )
  const scores = new Map<Profile, {score: number; reason: string; best: number}>()
  signs.forEach(({profile, pattern, weight, reason}, sign) => {
    const count = counts.reduce((sum, each) => sum + (each[sign] ?? 0), 0)
    const gain = Math.min(pattern.global ? most : 1, count) * weight
    const before = scores.get(profile) ?? {score: 0, reason, best: 0}
    scores.set(profile, {
      score: before.score + gain,
      reason: gain > before.best ? reason : before.reason,
      best: Math.max(before.best, gain)
    })
  })
  const [first] = [...scores].sort(([, a], [, b]) => b.score - a.score)
  if (!first || first[1].score < 3) {
    const opening = fold(passages[0]?.plain ?? '')
    return {
      name: 'memo',
      reason: opening === '' ? 'nothing is written yet' : 'it has the form of no other kind'
    }
  }
  return {name: first[0], reason: first[1].reason}
}
