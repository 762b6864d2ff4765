import type {CueClass} from '../analysis/model/cue-phrases.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {cuesIn, stemsOf} from './cues-in.ts'
import {mentions, type Stakeholder, sameParty, stakeholdersOf} from './stakeholders.ts'

const nobody =
  /^(?:you|we|us|they|it|is|are|be|this|that|these|those|who|anyone|everyone|everybody|somebody|someone|all|people|n\/a|none|team|owner)$/i

/** Whom an ask names, unless that is nobody in particular; articles are left as they are. */
export function addressee(words: string | undefined): string | undefined {
  const name = words?.replace(/^[\s,;:.-]+|[\s,;:.-]+$/g, '')
  if (!name || nobody.test(name) || name.length > 60 || !/\p{L}{2}/u.test(name)) return undefined
  return name
}

/** The stakeholder of a name, with what is known of them; undefined for no name. */
export function stakeholderNamed(proposal: Proposal, name: string | undefined): Stakeholder | undefined {
  if (!name) return undefined
  const known = stakeholdersOf(proposal).find((one) => sameParty(one.name, name))
  return known ?? {name, role: undefined, caresAbout: [], asks: 0, named: false}
}

// Words that stand in half of all texts say nothing of what somebody cares about.
const common = new Set(
  'a an and the of for to in on with our their its own more less new team group that this who which no not be is are'.split(
    ' '
  )
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
    (mentions(words, name) ? 1.5 : 0) +
    (role && meets(role) > 0 ? 0.5 : 0) +
    cares.reduce((sum, one) => sum + one, 0)
  )
}
