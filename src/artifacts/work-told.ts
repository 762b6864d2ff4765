import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Passage} from '../analysis/passages.ts'
import {overlaps} from '../analysis/span.ts'
import {isBesides} from './besides.ts'
import {chosen} from './choose.ts'
import {type Clipping, cellsOf, clipSentence, joined, wordCount} from './clip.ts'
import {phase} from './phases.ts'
import {formality} from './plainness.ts'
import {scheduleOf} from './schedule.ts'
import type {Source, Statement} from './statements.ts'
import {design} from './under-headings.ts'

const never = -20

/** What is to be done, by whom or in what order: never what the thing does, or how it is tested. */
export function workIn(source: Source, words: number): Clipping | undefined {
  const sure = source.proposal.elements.work.level === 'present'
  const [best] = chosen(source, 'work', {
    most: 1,
    words,
    // "Kim Ito plans to do the implementation": one sentence, but it says who does what.
    weak: true,
    // One step of many says little: better the first of them together.
    prefer: (statement, said) =>
      isWork(source, statement, said) && (sure || person.test(said))
        ? statement.kind !== 'list'
          ? 0
          : tasks.test(leadOf(said)) && isOfDeeds(said)
            ? 3
            : 1.5
        : never
  })
  if (sure && best?.kind !== 'list') {
    const announced = announcedIn(source, words)
    if (announced) return announced
  }
  if (!best) return scheduleOf(source.proposal, words)
  const {passages} = source.proposal
  const own = passages[best.tellings.at(-1)?.passage ?? -1]
  const siblings = passages.filter(
    ({kind, block, depth}) => kind === own?.kind && block.start === own.block.start && depth === own.depth
  )
  if (best.kind === 'list') {
    const list = best.clip(words)
    return isBroken(list.words) ? siblingsOf(source, siblings, words) : list
  }
  const isPart = (own?.kind === 'item' || own?.kind === 'row') && siblings.length > 1
  if (!isPart) return best.clip(words)
  const list = scheduleOf(source.proposal, words)
  // One step of several: all of them, as many as there is room for, or none.
  return list ?? siblingsOf(source, siblings, words)
}

/** "The tasks are:", "We would follow a process like this:", "To change this, we need to:" */
const announcing =
  /\b(?:we|I)(?: (?:wish|want|plan|propose|intend|aim|need|have|will need|would need)(?: to(?: do)?)?(?: the following(?: \w+)?)?| (?:will|would|should))\s?:$|\bresponsible for(?: the following)?:$|\b(?:tasks|deliverables|work items|duties|responsibilities|action items|actions|next steps|(?:essential|following|main|these|necessary|required) steps|road ?map is|(?:a|the|this) process (?:like this|is|would be|will be))\b[^.,;]*:$/i

/** The items of a list that is announced as what is to be done, with the words that do so, where there is room. */
function announcedIn(source: Source, words: number): Clipping | undefined {
  const {proposal} = source
  const {passages, sections, boilerplate, elements} = proposal
  for (const [index, opening] of passages.entries()) {
    const last = opening.sentences.at(-1)
    if (boilerplate[index] || opening.struck || !last || !announcing.test(last.words)) continue
    const clip = clipSentence(proposal, opening, last.span)
    if (isBesides(clip.words.replace(/^if\b/i, ''), [sections[opening.section]?.title ?? ''])) continue
    const below = (at: number) =>
      passages.flatMap((passage, own) => (passage.lead === at && passage.kind === 'item' ? [own] : []))
    const direct = below(index)
    const depth = Math.min(...direct.map((at) => passages[at]?.depth ?? 0))
    const items = direct
      .filter((at) => passages[at]?.depth === depth)
      // "Deliverables of the board", and what they are below it.
      .flatMap((at) =>
        wordCount(passages[at]?.plain ?? '') > 4 || below(at).length === 0 ? [at] : below(at)
      )
      .flatMap((at) => passages[at] ?? [])
    if (!items.some(({span}) => elements.work.evidence.some((one) => overlaps(one.span, span)))) continue
    const list = siblingsOf(source, items, words - wordCount(clip.words), true)
    if (list && list.words.split('; ').filter((item) => wordCount(item) > 3).length > 1)
      return joined([{...clip, words: clip.words.replace(/:?$/, ':')}, list], ' ')
  }
  return undefined
}

/** "Once it is ready, we copy the code": a step. */
const inOrder = /^(?:once|after|when|then|first|next|finally)\b/i

/** Broken off within brackets. */
function isBroken(words: string): boolean {
  return (words.match(/\(/g)?.length ?? 0) > (words.match(/\)/g)?.length ?? 0)
}

/** Headings over things that are handed over, each named by a noun. */
const handedOver = /\b(?:deliverables?|outputs?|outcomes?|work items?)\b/i
const mostName = 8
/** As many of a list with the words that announce it as leave room for the other parts. */
const mostAnnounced = 4

/**
 * The items or rows beside one that is work, as many as there is room for.
 * @param announced whether the words before them say that they are what is to be done
 */
function siblingsOf(
  {proposal}: Source,
  siblings: readonly Passage[],
  words: number,
  announced = false
): Clipping | undefined {
  const clips = siblings
    .filter(({struck, plain}) => !struck && !/:\s*$/.test(plain))
    .flatMap((item) =>
      item.kind === 'row'
        ? cellsOf(proposal, item)
            .slice(0, 1)
            .filter(({words: name}) => wordCount(name) <= mostName && !formality.test(`${name};`))
        : [clipSentence(proposal, item, item.sentences[0]?.span ?? item.span, 22)]
    )
    .filter(({words: said}) => !/[?@]|https?:| …$/.test(said) && !isBroken(said) && wordCount(said) > 1)
  const [first] = siblings
  const named =
    handedOver.test(proposal.sections[first?.section ?? 0]?.title ?? '') ||
    first?.columns.some((title) => handedOver.test(title))
  const deeds = clips.filter(({words: said}) => isDeed(said) || phase.test(said) || inOrder.test(said)).length
  if (clips.length < 2 || (!announced && !named && deeds < 0.5 * clips.length)) return undefined
  let left = words
  const shown: Clipping[] = []
  for (const clip of clips) {
    left -= wordCount(clip.words)
    if ((shown.length > 1 && left < 0) || (announced && shown.length >= mostAnnounced)) break
    shown.push({...clip, words: clip.words.replace(/[\s.;,:]+$/, '')})
  }
  const list = joined(shown, '; ')
  return shown.length < siblings.length ? {...list, words: `${list.words}; …`} : list
}

/** Headings over what is to be done. */
const plans =
  /\b(?:work|tasks?|plans?|planning|road ?map|milestones?|deliverables?|phases?|stages?|timelines?|schedule|next steps?|steps|to-?dos?|action items?|actions?|activities|ownership|responsibilit\w+|roles?|methodology|procedure|roll-?out|migration|transition|(?:week|month|quarter|year|sprint)s? \d|what (?:we|I) (?:will|plan to)|the next \d? ?(?:months?|year)|who (?:does|will)|implementation|proposal|proposed (?:changes|solution|work))\b/i
/** Who does it, by a name or a part. */
const actor =
  /(?:\bthe work (?:will|would|is to) be done by\b|\bnext steps (?:include|are)\b|\bmain deliverables? (?:is|are)\b|@[\w-]+|\b(?:the |our |a |an |each )?(?:[\w-]+ ){0,2}(?:teams?|groups?|maintainers?|committee|council|foundation|board|contractors?|engineers?|developers?|students?|volunteers?|owners?|stewards?|authors?|staff|community|mentors?|director|manager|I|we))(?:['’]ll| will| would| shall| plans? to| intends? to| needs? to| must| should| (?:is|are) (?:responsible|going|to be))\b/i
/** "Kim Ito plans to do the implementation" */
const person = /^\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+ (?:will|would|plans to|is going to|intends to)\b/u
/** "Task | Owner": what is to be done, and by whom. */
function isTaskTable(columns: readonly string[]): boolean {
  return (
    columns.some((title) =>
      /^(?:tasks?|deliverables?|work items?|steps?|actions?|activit(?:y|ies))\b/i.test(title)
    ) && columns.some((title) => /\b(?:owners?|who|responsible|assignees?|teams?|lead)\b/i.test(title))
  )
}

/** What the thing does and what is so, under whatever heading. */
const working =
  /\b(?:users?|clients?|customers?|compiler|function|method|parameter|field|type|api|attribute|endpoint|server|client|module|class|syntax|property|value|flag)s? (?:can|will|may|must|should|is|are|could|would)\b|\b(?:allows?|enables?|provides?|supports?)\b/i

function isWork({proposal}: Source, statement: Statement, words: string): boolean {
  const {sections, passages} = proposal
  const {kind, tellings, leans} = statement
  const titles = tellings.map(({passage}) => sections[passages[passage]?.section ?? 0]?.title ?? '')
  const lead = leadOf(words)
  // Of tasks that are announced as such the words that do so are enough.
  if (leans || isBesides(tasks.test(lead) ? lead.replace(/^what /i, '') : words, titles)) return false
  const planned =
    titles.some((title) => plans.test(title)) ||
    tellings.every(({passage}) => isTaskTable(passages[passage]?.columns ?? []))
  if (kind === 'list') {
    const items = itemsOf(words)
    // The names of functions are parts of the thing.
    if (items.filter(isCode).length >= items.length / 2) return false
    const deeds = items.filter((item) => isDeed(item) || phase.test(item) || actor.test(item)).length
    const announced = plans.test(lead) || actor.test(lead) || process.test(lead)
    // Of three words or less each, they could be parts of anything.
    const told = items.filter((item) => wordCount(item) > 3).length
    const whole = !/ …;|https?:/.test(words) && tellings.every(({passage}) => passages[passage]?.depth === 0)
    if (items.length > 1 && whole && titles.every((title) => toDo.test(title))) return true
    if (tasks.test(lead) && items.length > 2 && told >= items.length / 2) return true
    return deeds >= items.length / 2 && (planned || announced || (deeds === items.length && deeds > 1))
  }
  if (working.test(words) || formality.test(words) || undone.test(words) || /^[•·]/.test(words)) return false
  const who = actor.exec(words)?.[0] ?? person.exec(words)?.[0]
  // "We should make it simple": how it is to be made, where no plan says so.
  if (who && !planned && /^(?:we|I) (?:should|must)$/i.test(who)) return false
  return who !== undefined
    ? planned ||
        !/\b(?:I|we)\b/i.test(who) ||
        !titles.some((title) => design.test(title)) ||
        plans.test(words)
    : planned && (isDeed(words) || phase.test(words))
}

/** "transfer: `move_from`, `move_to`": names in code, and little else. */
function isCode(item: string): boolean {
  const rest = item.replace(/`[^`]+`/g, '')
  return rest !== item && wordCount(rest) <= 3
}

function itemsOf(words: string): string[] {
  return words
    .slice(leadOf(words).length)
    .split('; ')
    .filter((item) => item !== '…')
}

/** Whether a list is of things to do, rather than of things that there are then. */
function isOfDeeds(words: string): boolean {
  const items = itemsOf(words)
  return items.filter(isDeed).length >= items.length / 2
}

/** A heading over nothing but what is to be done. */
const toDo = /^\W*(?:next steps?|to-?dos?|action items?|tasks?|work items?|deliverables?)\W*$/i

/** What announces the items of a list. */
function leadOf(words: string): string {
  return /^[^:;]{0,160}: /.exec(words)?.[0] ?? ''
}

/** "Some tasks of this role are:" */
const tasks =
  /\b(?:tasks|deliverables|work items|duties|responsibilities|action items|activities)\b[^,;]*: $|^what [^:]{2,60} (?:do|will do): $/i
/** What will not be done, or is done to a team rather than by it. */
const undone =
  /^[^,;]*\b(?:will|would|do|does|shall) not\b|^[^,;]*\bwon['’]t\b|\b(?:teams?|groups?|committee|council|community) (?:will|would|should|must) be \w+(?:ed|en|t)\b/i

const process =
  /\b(?:process|things? (?:\w+ )?(?:to|need)|following (?:changes|work|tasks|steps)|remaining|includes?|involves?|requires?)\b/i

function isDeed(words: string): boolean {
  // "Work products should …", "Test coverage is …": a name that begins as a verb does.
  if (
    /^\p{Lu}\p{Ll}+(?: \p{L}[\p{L}-]*){1,2} (?:should|will|would|must|may|can|is|are|was|were)\b/u.test(words)
  )
    return false
  return startsWithVerb(words) || /^\p{Lu}\p{Ll}+(?:ing|tion|ment)\b/u.test(words)
}
