import {promises} from '../lexicon.ts'
import {remember} from '../memory.ts'
import type {Content, Passage} from '../passages.ts'
import {hasPlace} from '../places.ts'
import type {Ask, ImpliedAsk, Proposal} from '../proposal.ts'
import {overlaps, type Span} from '../span.ts'
import phrases from './phrases.json' with {type: 'json'}
import {any} from './phrases.ts'
import {plainAt, slotAt} from './slot.ts'

/** Of a pattern, one that takes a capital at its start, too. */
const capital = (pattern: string) => pattern.replace(/^\w/, (letter) => `[${letter.toUpperCase()}${letter}]`)

// A group is told by its last word ("the support desk"), a name by its capitals ("Protocol Labs", "SIG Windows").
const head = any(phrases.groups.map(capital))
const inner = String.raw`(?:(?!(?:that|for|of|to|and|or|in|by|from)\s)[\w'’&./-]+\s+){0,3}?`
const name = String.raw`(?:[A-Z][\w'’&.-]*\s+){1,3}?`
const group = String.raw`((?:(?:[Tt]he|[Yy]our)\s+${inner}|${name})${head}(?![\w-])(?:\s+(?:members|team|staff))?(?:\s+of(?:\s+[A-Z][\w’']*)+)?|SIG [A-Z]\w+|[Hh]ost organi[sz]ation)`
// "Shall" is how rules of an organisation are written: nobody's reader is meant.
const modal = String.raw`(?:will|must|would)(?:\s+(?:also|then|therefore|only|initially))?(?:\s+need\s+to)?`

/** What every such group holds: one look for it spares most sentences the longer ones. */
const anyGroup = new RegExp(String.raw`\s${head}(?![\w-])|SIG [A-Z]|[Hh]ost organi[sz]ation`)

/** The same of a whole passage: whatever of it is a sentence. */
const perhapsGroup = new RegExp(String.raw`\s${head}|SIG [A-Z]|[Hh]ost organi[sz]ation`)

/** Each with the group that is counted on as its first capture. */
const countedOn: readonly RegExp[] = [
  // "maintained by the platform team", "will be hosted by the university"
  new RegExp(String.raw`\b${any(phrases.duties.map(capital))}\s+(?:\w+\s+)?by\s+${group}`, 'd'),
  // "the support desk will answer", "Protocol Labs will provide", "SIG Windows to provide:"
  new RegExp(String.raw`(?<![\w-])${group}\s+(?:${modal}|needs?\s+to)\s+${any(phrases.doing)}\b`, 'd'),
  new RegExp(String.raw`^\W*${group}\s+to\s+${any(phrases.doing)}\b`, 'd'),
  // "mentoring will be required from the operations team", "needs guidance from the compiler team"
  new RegExp(
    String.raw`\b(?:will|would)\b[^.;:]{0,40}\b(?:requires?|needs?|required|needed|necessary)\b(?=.*\b${any(phrases.needed.map(capital))}\b|(?<=\b${any(phrases.needed.map(capital))}\b.*))[^.;:]{0,60}?\bfrom\s+${group}`,
    'd'
  ),
  // "the platform team is expected to answer"
  new RegExp(
    String.raw`(?<![\w-])${group}\s+(?:(?:is|are)\s+expected\s+to|will\s+be\s+(?:expected\s+to|responsible\s+for|in\s+charge\s+of))\b`,
    'd'
  )
]

const own = new RegExp(String.raw`^(?:${phrases.own.join('|')})(?![\w-])`, 'i')
const past =
  /\b(?:was|were|has|have|had|already|previously|currently|still|today|so far|last year|in the past|historically|at the moment)\b/i
const conditional =
  /\b(?:if|unless|could|might|may|what will be (?:needed|required)|instead of|rather than|alternatively|in addition to|not|no)\b/i
// "is maintained by" tells what is the case, unless it stands in a plan; so does a clause inside a sentence.
const ahead = /\b(?:will|shall|must|to|should)(?:\s+\w+)?\s+be\s+(?:[\w-]+\s+)?$/i
const told = /\b(?:is|are|being|refers?|does)\b/i
// "Approvers for that Working Group", "in the team"
const inside = /\b(?:for|of|in|with|that|this|each|any|every|an?)\s+$/i

/**
 * Duties of the reader that are told as facts ("maintained by the platform team") and asked of nobody. Conservative:
 * only of named groups other than the author's own, in what lies ahead.
 * @param asks what is asked outright; no sentence of those is an implied ask
 */
export function impliedAsksOf(
  {sections, passages, title}: Pick<Proposal, 'sections' | 'passages' | 'title'>,
  boilerplate: readonly boolean[],
  asks: readonly Ask[]
): ImpliedAsk[] {
  const implied: ImpliedAsk[] = []
  for (let index = 0; index < passages.length; index++) {
    const passage = passages[index] as Passage
    if (boilerplate[index] || !mayCount(passage.content)) continue
    const {content, section} = passage
    const under = planned(sections[section]?.title ?? '')
    for (const {sentence: place, at} of under ? countedInPlans(content) : countedElsewhere(content)) {
      const sentence = passage.sentences[place]
      if (!sentence || isAsked(asks, sentence.span)) continue
      const plain = plainAt(passage, sentence.span)
      const whom = slotAt(passage, sentence.span.start, at.start, plain.slice(at.start, at.end))
      // What a proposal founds or renames is its subject, not its reader.
      if (!whom || title?.words.toLowerCase().includes(bare(whom.words)) || founds(passages, whom.words))
        continue
      implied.push({span: sentence.span, words: sentence.words, passage: index, whom})
    }
  }
  return implied
}

/** Whether something is asked outright somewhere in a span. */
function isAsked(asks: readonly Ask[], span: Span): boolean {
  return asks.some((ask) => [ask, ...ask.items].some((one) => overlaps(one.span, span)))
}

const making = /\b(?:assign|appoint|form|create|establish|set up|elect)(?:s|ed|ing)? an? (?:new )?/gi

/** Whether a document tells that a group is yet to be made: "the council would appoint a garden team". */
function founds(passages: readonly Passage[], whom: string): boolean {
  const name = bare(whom)
  return passages.some(
    ({content}) =>
      madeIn(content).some((words) => words.startsWith(name)) && content.plain.toLowerCase().includes(name)
  )
}

/** What follows each time that something is told to be made, in lower case. */
const madeIn = remember(({plain}: Content): readonly string[] => {
  const words = plain.replace(/\s+/g, ' ')
  return Array.from(words.matchAll(making), ({index, 0: found}) =>
    words.slice(index + found.length).toLowerCase()
  )
})

const planned = (heading: string) =>
  promises(heading, 'work') || promises(heading, 'resources') || promises(heading, 'timeframe')
const bare = (name: string) => name.replace(/^(?:the|your)\s/i, '').toLowerCase()

/** A whole sentence of prose; a short note or an item tells what is planned without a verb. */
const isClause = ({kind}: Content, words: string) => kind === 'paragraph' && words.split(' ').length > 10

interface Counted {
  /** Index into the sentences. */
  readonly sentence: number
  /** Where in it the group stands that it counts on. */
  readonly at: Span
}

const mayCount = remember(({kind, plain}: Content) => kind !== 'quote' && perhapsGroup.test(plain))
const countedInPlans = remember((content: Content) => countedIn(content, true))
const countedElsewhere = remember((content: Content) => countedIn(content, false))

/** The sentences of a passage that count on a group. */
function countedIn(content: Content, planned: boolean): readonly Counted[] {
  const {plain, sentences} = content
  return sentences.flatMap(({span, words}, sentence) => {
    const at = counted(plain.slice(span.start, span.end), words, planned, isClause(content, words))
    return at ? [{sentence, at}] : []
  })
}

/** Where the group stands that a sentence counts on. */
function counted(plain: string, words: string, planned: boolean, clause: boolean): Span | undefined {
  if (!anyGroup.test(plain)) return undefined
  if (words.endsWith('?') || hasPlace(words) || words.split(' ').length > 60) return undefined
  for (const pattern of countedOn) {
    const match = pattern.exec(plain)
    const at = match?.indices?.[1]
    if (!match?.[1] || !at) continue
    const before = plain.slice(0, match.index)
    const part =
      plain
        .slice(0, match.index + match[0].length)
        .split(/[;:]\s|\bbut\b/)
        .at(-1) ?? ''
    if (own.test(match[1]) || past.test(part) || conditional.test(part)) continue
    if (inside.test(before)) continue
    const passive = pattern === countedOn[0]
    if (passive && !planned && !ahead.test(before) && (clause || told.test(words))) continue
    return {start: at[0], end: at[1]}
  }
  return undefined
}
