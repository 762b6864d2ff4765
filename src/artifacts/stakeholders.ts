import {promises} from '../analysis/lexicon.ts'
import {ownSentence, ownWordsOf, type Voice} from '../analysis/own-words.ts'
import type {Passage} from '../analysis/passages.ts'
import {hasPlace} from '../analysis/places.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {authorFields} from './author.ts'

/** A team, role or person that has a part in a proposal. */
export interface Stakeholder {
  /** As the proposal names them, without an article. */
  readonly name: string
  readonly role: string | undefined
  readonly caresAbout: readonly string[]
  /** How many asks are addressed to them by name. */
  readonly asks: number
  /** Whether the proposal names them; else only the project does. */
  readonly named: boolean
}

/** More would make no choice any more. */
const most = 14

/**
 * Who has a part in a proposal: whoever its front matter lists, is asked for something, is named in a field or a
 * table of owners and reviewers, or stands in a passage that says what is to be done, by whom and for whom.
 * Whoever is only thanked has none, nor have the authors, unless they are asked. Those who are asked come first, then
 * those of the front matter, at last those whom only the project names. What the project knows of somebody stands
 * where the proposal does not say it.
 */
export function stakeholdersOf(proposal: Proposal): Stakeholder[] {
  const found = new Map<string, Stakeholder>()
  const add = (raw: string, more: Partial<Stakeholder> = {}) => {
    for (const name of namesIn(raw)) {
      const known = found.get(partyKey(name)) ?? {
        name,
        role: undefined,
        caresAbout: [],
        asks: 0,
        named: true
      }
      const asks = known.asks + (more.asks ?? 0)
      found.set(partyKey(name), {...known, ...more, asks})
    }
  }
  for (const {name, ...more} of listed(proposal.frontMatter.fields.stakeholders)) add(name, more)
  for (const ask of proposal.asks) if (ask.whom) add(ask.whom.words, {asks: Math.max(1, ask.items.length)})
  for (const {whom} of proposal.impliedAsks) if (whom) add(whom.words)
  const authors = authorFields(proposal)
  for (const name of named(proposal)) if (!authors.some((field) => mentions(field, name))) add(name)
  for (const {name: given, role, caresAbout = []} of proposal.project.stakeholders) {
    const [bare, ...others] = namesIn(given)
    // One name, whatever marks it has.
    const name = bare !== undefined && others.length === 0 ? bare : given
    const known = found.get(partyKey(name))
    found.set(partyKey(name), {
      name: known?.name ?? name,
      role: known?.role ?? role,
      caresAbout: known?.caresAbout.length ? known.caresAbout : caresAbout,
      asks: known?.asks ?? 0,
      named: known !== undefined || mentions(proposal.text, name)
    })
  }
  return Array.from(found.values())
    .sort((a, b) => Number(b.asks > 0) - Number(a.asks > 0))
    .slice(0, most)
}

/** Whether two names are of the same party: "the Platform team", "platform team". */
export function sameParty(a: string, b: string): boolean {
  return namesIn(a).some((one) => namesIn(b).some((other) => partyKey(one) === partyKey(other)))
}

/** Whether words name a party. */
export function mentions(words: string, name: string): boolean {
  const pattern = name
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(String.raw`\s+`)
  return new RegExp(String.raw`(?<![\p{L}\p{N}])${pattern}(?![\p{L}\p{N}])`, 'iu').test(words)
}

/** `stakeholders:` of the front matter: names, or maps with `name`, `role` and `caresAbout`. */
function listed(value: unknown): {name: string; role?: string; caresAbout?: string[]}[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: unknown) => {
    if (typeof one === 'string') return [{name: one}]
    if (one === null || typeof one !== 'object' || !('name' in one) || typeof one.name !== 'string') return []
    const role = 'role' in one && typeof one.role === 'string' ? {role: one.role.trim()} : {}
    const cares = 'caresAbout' in one ? [one.caresAbout].flat() : []
    const caresAbout = cares.filter((words): words is string => typeof words === 'string' && words !== '')
    return [{name: one.name, ...role, caresAbout}]
  })
}

const telling: readonly TrustElement[] = ['ask', 'work', 'stakeholder', 'resources', 'effort', 'downside']

/** The names in fields, tables and passages that say who has what part. */
function named(proposal: Proposal): string[] {
  const {sections, elements, title} = proposal
  const proof = new Set(telling.flatMap((element) => elements[element].evidence.map(({passage}) => passage)))
  return ownWordsOf(proposal).flatMap(({passage, index, voice}) => {
    const section = sections[passage.section]?.title ?? ''
    if (isThanks(section, passage)) return []
    const label = promises(section, 'stakeholder') && passage.kind === 'item' ? labelOf(passage) : []
    return [
      ...label,
      ...inField(passage),
      ...inColumns(proposal, passage),
      // What the document is called is proposed, and has no part in it.
      ...(proof.has(index) ? inProse(voice).filter((name) => !mentions(title?.words ?? '', name)) : [])
    ]
  })
}

function isThanks(section: string, {sentences}: Passage): boolean {
  return (
    /\b(?:acknowledge?ments?|thanks|thank you|credits)\b/i.test(section) ||
    sentences.some(({words}) => /\b(?:thank(?:s|ful)?|grateful|acknowledge)\b/i.test(words))
  )
}

/** "Support desk: answers what comes in" */
function labelOf({sentences: [first]}: Passage): string[] {
  const label = /^([^:–—(]{2,40}?)\s*(?:[:–—(]|$)/.exec(first?.words ?? '')?.[1]
  return label && label.split(' ').length <= 4 && ofPeople.test(label) ? [label] : []
}

const ofPeople =
  /(?:teams?|groups?|committee|board|council|department|guild|desk|office|crew|squad|foundation|maintainers|users|customers|readers|operators|developers|engineers|managers?|owners?|finance|legal|support|security)$/i

const field =
  /^(?:(?:code |decision )?(?:owner|champion|reviewer|approver|decider|maker|sponsor|stakeholder|shepherd|responsible|accountable|consulted|informed|team)s?)\s*:\s*(.{2,120})$/i

/** "Reviewers: Ana Sol, platform team" */
function inField({sentences}: Passage): string[] {
  const value = field.exec(sentences.map(({words}) => words).join(' '))?.[1]
  return value ? value.split(/[,;]/).filter((name) => name.trim().split(/\s+/).length <= 4) : []
}

const column = /^(?:who|whom|owners?|teams?|person|people|stakeholders?|reviewers?|approvers?|responsible)$/i

function inColumns({text}: Proposal, {columns, cells}: Passage): string[] {
  return columns.flatMap((title, at) => {
    const cell = cells[at]
    const words = cell && column.test(title.trim()) ? text.slice(cell.start, cell.end) : ''
    return words.split(/[,;/]/).filter((name) => name.trim() !== '' && name.trim().split(/\s+/).length <= 4)
  })
}

const group =
  /\bthe ((?:[\p{L}\p{N}&'’/-]+ ){1,2}(?:team|group|committee|board|council|department|guild|desk|office|crew|squad|foundation|maintainers))\b/giu
const noName =
  /\b(?:whole|entire|new|same|other|right|current|existing|next|first|second|last|rest|size|members?|of|and|or|for|to|in|on|by|with|from|a|an|the|that|this|our|your|their|own|proposed|relevant|respective|various|different|small(?:er)?|large[rd]?|each|any|every|one|two|three|responsible|wider|is|are|will|given|following|appropriate|corresponding|particular|specific|certain|individual|dedicated|original|sub)\b/i
const handle = /(?<![\w@./])@[a-z\d](?:[\w-]*[a-z\d])?(?:\/[a-z\d](?:[\w-]*[a-z\d])?)?(?![\w.-]*[@/*])/gi
const actor =
  /^((?:\p{Lu}[\p{L}’'-]+ ){1,2}\p{Lu}[\p{L}’'-]+) (?:will(?! be (?!\p{Ll}+ing\b))|is to|has agreed|has offered|leads|owns|reviews|decides|approves|maintains)\b/u
const noActor =
  /^(?:the|this|that|our|each|phase|step|these|those|all|both|some|many|most|any|if|when|once|while|after|before|then|\p{L}+ly)\b/iu

/** Names in what the author says: a handle in code is an annotation or a package. */
function inProse(voice: Voice): string[] {
  return voice.content.sentences.flatMap((sentence) => {
    const words = ownSentence(voice, sentence).replace(/\s+/g, ' ').trim()
    return [
      ...Array.from(words.matchAll(group), ([, name]) => name ?? '').filter(
        (name) => !noName.test(name.split(' ').slice(0, -1).join(' '))
      ),
      ...Array.from(words.matchAll(handle), ([name]) => name).filter(
        // "@garden/pump" may as well be a package.
        (name) => !name.includes('/') || /\bteams?\b/i.test(words)
      ),
      ...(noActor.test(words) ? [] : [actor.exec(words)?.[1] ?? ''])
    ]
  })
}

const nobody =
  /^(?:you|we|us|me|i|it|they|them|he|she|who|whom|everyone|everybody|anyone|anybody|someone|somebody|nobody|no one|all|both|people|readers?|others?|owners?|team|teams|group|n\/a|none|tb[da]|to be .*|there|this|that|what|which|one|name)$/i

/** "Minister for the Sea Her Grace Ada Ray": long, and a name all the same. */
const title = /^\p{Lu}[\p{L}.’'-]*(?: (?:\p{Lu}[\p{L}.’'-]*|of|for|the|and|&)){1,7}$/u

/** The names that words hold, each without article and marks; none where they are a pronoun, a place to fill in or a clause. */
function namesIn(words: string): string[] {
  return words
    .replace(/!\[[^\]]*\](?:\[[^\]]*\]|\([^)]*\))?/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/[[\]*`"“”]|<[^>]*>/g, '')
    .split(/,\s+(?:and\s+)?|;|\s+and\s+(?=(?:the|our|your)\s)/i)
    .map((name) => name.trim().replace(/^(?:and|the|our|your|all|every|each|any|dear)\s+/i, ''))
    .map((name) => name.replace(/\s+[-–—/]\s.*$|\s*\([^)]*\)?$/, '').replace(/[\s.:!?,]+$/, ''))
    .filter(
      (name) =>
        /\p{L}{2}/u.test(name) &&
        !nobody.test(name) &&
        !/^(?:for|to|in|on|of|by|with|from|at|as|a\.k\.a)\b/i.test(name) &&
        !hasPlace(name) &&
        name.length <= 48 &&
        (name.split(/\s+/).length <= 5 || title.test(name))
    )
}

function partyKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/[\s-]+/g, ' ')
}
