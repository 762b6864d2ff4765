import type {CueClass} from '../analysis/model/cue-phrases.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {Stakeholder} from './artifact.ts'
import {cuesIn, stemsOf} from './cues-in.ts'

const nobody =
  /^(?:you|we|us|they|it|is|are|be|this|that|these|those|who|anyone|everyone|everybody|somebody|someone|all|people|n\/a|none|team|owner)$/i

/** Whom an ask names, unless that is nobody in particular; articles are left as they are. */
export function addressee(words: string | undefined): string | undefined {
  const name = words?.replace(/^[\s,;:.-]+|[\s,;:.-]+$/g, '')
  if (!name || nobody.test(name) || name.length > 60 || !/\p{L}{2}/u.test(name)) return undefined
  return name
}

/**
 * Whom a proposal is for: those of its front matter (`stakeholders: [{name, role, caresAbout}]`), then those that
 * are known otherwise, then those that its asks name.
 * @param known from settings
 */
export function stakeholdersOf(proposal: Proposal, known: readonly Stakeholder[] = []): Stakeholder[] {
  const asked = proposal.asks.flatMap(({whom}): Stakeholder[] => {
    const name = addressee(whom?.words)
    return name ? [{name, caresAbout: []}] : []
  })
  const all: Stakeholder[] = []
  for (const one of [...readStakeholders(proposal.frontMatter.fields.stakeholders), ...known, ...asked]) {
    if (!all.some((other) => isSame(other.name, one.name))) all.push(one)
  }
  return all
}

/** The stakeholder of a name, with what is known of them; undefined for no name. */
export function stakeholderNamed(
  proposal: Proposal,
  name: string | undefined,
  known: readonly Stakeholder[] = []
): Stakeholder | undefined {
  if (!name) return undefined
  return stakeholdersOf(proposal, known).find((one) => isSame(one.name, name)) ?? {name, caresAbout: []}
}

/** Stakeholders from front matter or settings; whatever does not fit is left out. */
export function readStakeholders(value: unknown): Stakeholder[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown): Stakeholder[] => {
    if (typeof one === 'string' && one.trim() !== '') return [{name: one.trim(), caresAbout: []}]
    if (one === null || typeof one !== 'object' || !('name' in one)) return []
    const {name} = one
    if (typeof name !== 'string' || name.trim() === '') return []
    const role = 'role' in one && typeof one.role === 'string' ? one.role : undefined
    const cares = 'caresAbout' in one ? one.caresAbout : undefined
    const caresAbout = (Array.isArray(cares) ? cares : [cares])
      .filter((care): care is string => typeof care === 'string')
      .flatMap((care) => care.split(/[,;]/))
      .map((care) => care.trim())
      .filter(Boolean)
    return [{name: name.trim(), role, caresAbout}]
  })
}

/** Whether two names mean the same: "the platform team" and "Platform team". */
export function isSame(a: string, b: string): boolean {
  return bare(a) === bare(b)
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:the|our|your)\s+/, '')
    .replace(/\s+(?:team|group)$/, '')
}

// Words that stand in half of all texts say nothing of what somebody cares about.
const common = new Set(
  'a an and the of for to in on with our their its own more less new team group'.split(' ')
)
/** Kinds of words by which a care is met also where other words are used: "budget" by "$300". */
const kinds: ReadonlySet<CueClass> = new Set(['money', 'effort', 'schedule', 'risk', 'benefit', 'resource'])

/** How much words speak to a stakeholder, from 0: their name, their role, what they care about. */
export function speaksTo(stakeholder: Stakeholder | undefined, words: string): number {
  if (!stakeholder) return 0
  const {name, role, caresAbout} = stakeholder
  const here = stemsOf(words)
  const classes = cuesIn(words)
  const meets = (some: string) => stemsOf(some).filter((one) => !common.has(one) && here.includes(one)).length
  const cares = caresAbout.map((care) => {
    const direct = meets(care)
    const wanted = cuesIn(care).filter((one) => kinds.has(one))
    return direct > 0 ? 1 + 0.5 * (direct - 1) : wanted.some((one) => classes.includes(one)) ? 0.5 : 0
  })
  return (
    (new RegExp(`\\b${escaped(bare(name))}\\b`, 'i').test(words) ? 1.5 : 0) +
    (role && meets(role) > 0 ? 0.5 : 0) +
    cares.reduce((sum, one) => sum + one, 0)
  )
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
