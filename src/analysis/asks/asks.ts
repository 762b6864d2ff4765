import {promises, startsWithVerb} from '../lexicon.ts'
import {remember} from '../memory.ts'
import type {Content, Outline, Passage, Section, Sentence} from '../passages.ts'
import {hasPlace} from '../places.ts'
import {fold} from '../plain-text.ts'
import type {Ask, FrontMatter, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {shifted} from '../span.ts'
import {answerOf, endBeforeAnswer} from './answer.ts'
import {budgetsOf} from './budget.ts'
import {commitment, withoutAmounts} from './commitment.ts'
import {headerWhom} from './header.ts'
import {inNotation, isNotation} from './notation.ts'
import {type Cue, cueIn, groupWord, mayPromiseAsk, namesDecision, promisesAsk} from './phrases.ts'
import {inRow, isAskTable, ownersOf} from './rows.ts'
import {inSentence} from './sentence.ts'
import {filled, slot, slotAt} from './slot.ts'

// Log-odds: words that ask are overruled below the one, and not needed above the other.
const unlikely = -3
const sure = 2
const doubtful = -1.5

/**
 * The requests that a document makes: in Buy-In's notation, in a sentence that asks, or as the items, rows and
 * amounts of a section that is headed as an ask.
 * @param quantities of each passage, by its index
 * @param likelihood log-odds that the sentence or row that begins at an offset asks for something
 * @param title what the document calls itself
 */
export function asksOf(
  text: string,
  outline: Outline,
  boilerplate: readonly boolean[],
  quantities: readonly (readonly Quantity[])[],
  likelihood: (offset: number) => number,
  title: Slot | undefined,
  frontMatter: FrontMatter
): Ask[] {
  const {sections, passages} = outline
  const header = headerWhom(text, frontMatter, passages, title)
  const owners = ownersOf(outline)
  const asks: Ask[] = budgetsOf(text, outline, quantities, boilerplate, subjectOf(text, title), header)
  /** Passages whose items are asks of their own, each to somebody else. */
  const labelled = new Set<number | undefined>()
  const budgets = new Set(asks.map(({passage}) => passages[passage]?.section))
  const underAsks = sections.map(
    ({title}, section) => !budgets.has(section) && (promises(title, 'ask') || promisesAsk(title))
  )
  for (let index = 0; index < passages.length; index++) {
    const passage = passages[index] as Passage
    if (boilerplate[index] || isQuestionOfForm(passage)) continue
    const own = quantities[index] ?? []
    if (passage.kind === 'item' && isNotation(passage.content)) {
      asks.push(inNotation(text, passage, index, own))
      continue
    }
    const heading = sections[passage.section]?.title ?? ''
    const underAsk = underAsks[passage.section] === true
    if (passage.kind === 'row') {
      if (!isAskTable(passage)) continue
      const mixed = underAsk ? /\bowner/i.test(heading) : likelihood(passage.span.start) > sure
      const headed = mixed ? 'some' : underAsk ? 'all' : undefined
      const ask = inRow(text, passage, index, own, owners, headed)
      if (ask) asks.push(ask)
      continue
    }
    if (passage.kind === 'item' && isOfForm(passages[passage.lead ?? -1])) continue
    if (passage.kind === 'item') {
      const label = asLabel(text, outline, index, own, asks)
      if (label) {
        asks.push(label)
        labelled.add(passage.lead)
        continue
      }
    }
    const lead = passage.kind === 'item' ? spelledOutIn(asks, passage.lead) : -1
    const above = asks[lead]
    if (above) {
      // A task of the list is an ask with an answer of its own.
      if (passage.depth === 0 && (passage.checked !== undefined || passage.struck)) {
        asks.push(asTask(text, passage, index, own, above))
        const items = itemsWithout(above, passage.span.start)
        asks[lead] = {...above, items}
        if (items.length === 0) labelled.add(above.passage)
      }
      continue
    }
    let decisions: readonly boolean[] | undefined
    const {content, start} = passage
    for (let at = 0; at < content.sentences.length; at++) {
      const original = content.sentences[at] as Sentence
      const told = withoutWaiting(content.source, original)
      const {words} = told
      // What waits to be filled in keeps the model from reading what was an ask before the place was put there.
      const likely = told === original ? likelihood(start + told.span.start) : 0
      // Nobody answers what nobody asked.
      const answered = content.checked === true || content.struck
      // Where only a decision is meant, one look for its words spares most sentences those for all others.
      const perhaps = answered || likely > unlikely
      if (!perhaps) decisions ??= decisionsIn(content)
      const spared = !perhaps && !decisions?.[at]
      const cue = spared ? undefined : cueOf(told).cue
      const meant = cue && !isAskedOpenly(content.sentences[at - 1], words)
      const asked = meant && (answered || isMeant(cue, words, likely)) ? cue : undefined
      const heads = at === 0 && (underAsk || (likely > 0 && mayPromiseAsk(heading)))
      const headed = heads && isDirect(words, own)
      if (!asked && !headed) continue
      const sentence = {span: shifted(told.span, start), words}
      if (isUnfilled(words) || isAskedAt(asks, sentence.span.start)) continue
      const ask = inSentence(text, passage, index, sentence, asked, passages, own, header)
      // Whoever was named a sentence before is still asked in the next: "We petition the board. We request that:"
      const before = ask.whom
        ? undefined
        : (labelWhom(passage, at) ??
          headingWhom(text, sections[passage.section]) ??
          whomBefore(asks, index) ??
          (asked?.asking === 'what' ? whomAbove(asks, passage, passages) : undefined))
      asks.push({...ask, span: shifted(original.span, start), ...(before ? {whom: before} : {})})
    }
  }
  asks.sort((a, b) => a.span.start - b.span.start)
  const funder = funderOf(asks)
  return asks
    .filter(
      (ask, at) =>
        !labelled.has(ask.passage) && !isSplit(ask, asks.slice(at + 1), passages) && !isNamedAgain(ask, asks)
    )
    .map((ask) => (funder && !ask.whom && !ask.notation && asksForMoney(ask) ? {...ask, whom: funder} : ask))
}

const asksForMoney = ({words}: Ask) =>
  /\b(?:fund(?:s|ing)?|grant|financial(?:ly)?|budget|request a total)\b|[$€£]/i.test(words)

/** Who is asked for money, where all that name somebody for it name the same: the rest of the money is theirs too. */
function funderOf(asks: readonly Ask[]): Slot | undefined {
  const named = asks.flatMap((ask) => (ask.whom && asksForMoney(ask) ? [ask.whom] : []))
  const [first] = named
  return first && named.every(({words}) => words.toLowerCase() === first.words.toLowerCase())
    ? first
    : undefined
}

/** Index of the ask that a passage makes and that a list spells out; -1 where there is none. */
function spelledOutIn(asks: readonly Ask[], passage: number | undefined): number {
  return asks.findIndex((ask) => ask.passage === passage && ask.items.length > 0)
}

function itemsWithout({items}: Ask, start: number): readonly Slot[] {
  return items.filter(({span}) => span.start !== start)
}

function isAskedAt(asks: readonly Ask[], start: number): boolean {
  return asks.some(({span}) => span.start === start)
}

/** Whom the last ask of a passage names. */
function whomBefore(asks: readonly Ask[], passage: number): Slot | undefined {
  return asks.findLast((other) => other.passage === passage && other.whom)?.whom
}

const group = new RegExp(String.raw`\b${groupWord}[.:]?$`, 'i')

/** "Hall sponsors. Lend us a room": the group that an item opens with. */
function labelWhom({content, start}: Passage, at: number): Slot | undefined {
  const [label] = content.sentences
  if (content.kind !== 'item' || at === 0 || !label || label.words.split(' ').length > 3) return undefined
  if (!group.test(label.words)) return undefined
  const words = label.words.replace(/[.:]$/, '')
  const from = start + label.span.start
  return {span: {start: from, end: from + words.length}, words}
}

/** "How can the council help": whom a heading says that its section asks. */
function headingWhom(text: string, section: Section | undefined): Slot | undefined {
  const words = /^how (?:can )?(the [\w-]+(?: [\w-]+)?) (?:can )?help\b/i.exec(section?.title ?? '')?.[1]
  const start = words && section?.heading ? text.indexOf(words, section.heading.start) : -1
  if (!words || !section?.heading || start < 0 || start >= section.heading.end) return undefined
  return {span: {start, end: start + words.length}, words}
}

/** Whom the asks above in the same section name, where they are all made of one. */
function whomAbove(asks: readonly Ask[], {section}: Passage, passages: readonly Passage[]): Slot | undefined {
  const above = asks.filter(({passage, whom}) => whom && passages[passage]?.section === section)
  const names = new Set(above.map(({whom}) => whom?.words.replace(/^the /i, '').replace(/['’]s .*$/, '')))
  return names.size === 1 ? above.at(-1)?.whom : undefined
}

/** By what a sentence may ask for something. */
const cueOf = remember(({words}: Sentence): {readonly cue: Cue | undefined} => ({
  cue: cueIn(unquoted(words))
}))

/** For each sentence, whether it may ask for a decision. */
const decisionsIn = remember(({sentences}: Content) =>
  sentences.map(({words}) => namesDecision(unquoted(words)))
)

/** A task item of an ask that is spelt out in a list. */
function asTask(
  text: string,
  passage: Passage,
  index: number,
  quantities: readonly Quantity[],
  above: Ask
): Ask {
  const answer = answerOf(text, passage)
  const body = {start: passage.span.start, end: endBeforeAnswer(text, passage, answer)}
  return {
    span: passage.span,
    words: fold(passage.plain),
    passage: index,
    notation: false,
    whom: above.whom,
    ...commitment(passage, body, quantities),
    work: filled(withoutAmounts(passage, body, quantities)),
    items: [],
    answer
  }
}

/** "Proposals should include:" lists what to hand in. */
function isOfForm(lead: Passage | undefined): boolean {
  return lead !== undefined && /\b(?:should|must) (?:include|contain)[^.]{0,40}:\s*$/i.test(lead.plain)
}

/** "Kitchen team:" below "We ask:" is one ask, of the kitchen team; what is asked stands in the items below it. */
function asLabel(
  text: string,
  {passages}: Outline,
  index: number,
  quantities: readonly Quantity[],
  asks: readonly Ask[]
): Ask | undefined {
  const passage = passages[index]
  if (!passage || !isLabel(passage.content) || spelledOutIn(asks, passage.lead) < 0) return undefined
  const name = label.exec(passage.plain)
  if (!name?.[1]) return undefined
  const items = passages.flatMap((item) =>
    item.kind === 'item' && item.lead === index ? [slot(item, item.span)] : []
  )
  if (items.length === 0) return undefined
  return {
    span: passage.span,
    words: fold(passage.plain),
    passage: index,
    notation: false,
    whom: slotAt(passage, passage.span.start, name[0].indexOf(name[1]), name[1]),
    ...commitment(passage, passage.span, quantities),
    work: undefined,
    items,
    answer: answerOf(text, passage)
  }
}

const label = /^\s*([^:\s][^:]{1,39}?)\s*:\s*$/
const isLabel = remember(({plain}: Content) => label.test(plain))

/** Slots at the end of an ask that wait to be filled in: ", about ⟨hours a week⟩, by ⟨date⟩". */
const waiting = /(?:,? (?:by|about|with|from|until|before|on) ⟨[^⟨⟩]{0,80}⟩){1,4}(?=[\s.!;:)*_]{0,9}$)/

/** A sentence without such slots. */
function withoutWaiting(text: string, sentence: Sentence): Sentence {
  if (!sentence.words.includes('⟨')) return sentence
  const {start, end} = sentence.span
  const at = waiting.exec(text.slice(start, end))?.index
  if (!at) return sentence
  return {span: {start, end: start + at}, words: sentence.words.replace(waiting, '')}
}

/** What is still to be filled in asks for nothing yet; the place for an answer is no part of the ask. */
function isUnfilled(words: string): boolean {
  return hasPlace(words.replace(/\s*\(⟨[^()]*\)[\s.]*$/, ''))
}

/** Whether later asks of the same section, in notation, are the parts of this one. */
function isSplit(ask: Ask, later: readonly Ask[], passages: readonly Passage[]): boolean {
  const section = passages[ask.passage]?.section
  return (
    !ask.notation && later.some((other) => other.notation && passages[other.passage]?.section === section)
  )
}

/** A field with a sum, and nothing but a sum. */
const sum = /^[^\d:]{0,60}:\s*((?:[A-Z]{2,3} ?)?[$€£]?\d[\d,. ]*\d)[^.!?]{0,30}$/

/** Whether a field only repeats a sum that a sentence, or a field above it, asks for: "Total request: $5,000". */
function isNamedAgain(ask: Ask, all: readonly Ask[]): boolean {
  const amount = sum.exec(ask.words)?.[1]
  const comesFirst = (other: Ask) => other.span.start < ask.span.start || !sum.test(other.words)
  return (
    amount !== undefined &&
    all.some((other) => other !== ask && other.words.includes(amount) && comesFirst(other))
  )
}

/** A question to "you" asks for something only with a verb of doing; the reader of a manual is no addressee either. */
function isMeant({asking, start, end}: Cue, words: string, likely: number): boolean {
  // No two documents put their decision in the same words; what they decide on is plain.
  if (asking === 'decision') return true
  if (asking !== 'you') return likely > unlikely
  const question = /\byou\b/i.test(words.slice(start, end)) && words.endsWith('?')
  return question ? startsWithVerb(words.slice(end)) && likely > doubtful : likely > doubtful
}

/** "How do they learn? Can you teach them?" are questions to find out about, both. */
function isAskedOpenly(before: Sentence | undefined, words: string): boolean {
  return (
    words.endsWith('?') && before !== undefined && /^(?:how|what|why|which|when)\b.*\?$/i.test(before.words)
  )
}

/** Words in quotation marks are somebody else's, or an example: blanked, so that they ask for nothing. */
function unquoted(words: string): string {
  if (!/["“]/.test(words)) return words
  return words.replace(/"[^"]*"|“[^”]*”/g, (quotation) => ' '.repeat(quotation.length))
}

/** Under a heading that asks, an amount is an ask, and so is an imperative. */
function isDirect(words: string, quantities: readonly Quantity[]): boolean {
  // "She writes: “We pay you $80.”" pays nobody.
  if (startsWithVerb(words)) return true
  return /\d/.test(unquoted(words)) && quantities.some(({kind}) => kind === 'money' || kind === 'effort')
}

function isQuestionOfForm({content: {italic, sentences}}: Passage): boolean {
  return italic && sentences.every(({words}) => words.endsWith('?'))
}

/** What a title says the document is about, without the kind of document that it is: "Open Grant Proposal: X". */
function subjectOf(text: string, title: Slot | undefined): Slot | undefined {
  if (!title) return undefined
  const kind = /^.*\b(?:proposal|application|request|rfp)\b[^:]*:\s*/i.exec(title.words)?.[0] ?? ''
  const words = title.words.slice(kind.length)
  const start = text.indexOf(words, title.span.start)
  if (words === '' || start < 0 || start + words.length > title.span.end) return undefined
  return {span: {start, end: start + words.length}, words}
}
