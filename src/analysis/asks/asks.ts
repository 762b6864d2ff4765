import {promises, startsWithVerb} from '../lexicon.ts'
import {fold, type Outline, type Passage, type Sentence} from '../passages.ts'
import {placePattern} from '../places.ts'
import type {Answer, Ask, ElementReading, Evidence, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {contains, type Span, trim} from '../span.ts'

const notation = /^(?:Ask(?:\s+\d+)?)(?:\s*,\s*([^:]+?))?\s*:\s*/i

// Who asks (we, I, the signers), how, and what may stand between that and the asked.
const asking = new RegExp(
  [
    String.raw`\b(?:we|I)(?:'d|'re| would| are| am)?(?: now| also| kindly| therefore| hereby| respectfully| formally| like to| want to)* (?:ask(?:ing)?|request(?:ing)?|urge|invite|inviting|appeal to|call (?:on|upon)|seek(?:ing)?|beg)\b`,
    String.raw`\b(?:we|I)(?:'re| are| am)? (?:need|looking for|want|hope for)\b(?=.{0,60}\b(?:from (?:you|the|your|our)|you to|volunteers?|reviewers?|sponsors?|your (?:help|support|approval|feedback|review)|somebody|someone)\b)`,
    String.raw`\b(?:could|can|would|will) you\b(?: please)?(?: be (?:able|willing) to)? \w+`,
    String.raw`\bplease (?:approve|review|fund|sponsor|join|consider|support|vote|help|sign|confirm|decide|provide|donate|grant|give)\b`,
    String.raw`\b(?:total )?(?:budget|amount|funding|grant) requested\b`,
    String.raw`\b(?:is|are) (?:hereby )?(?:asked|requested|invited) to\b`,
    String.raw`\bthis (?:proposal|memo|document|letter|rfc) (?:asks|requests|seeks)\b`,
    String.raw`\b(?:requesting|request for|request of|a grant of)\s+(?=(?:US|CA|AU)?[$€£¥]?\d)`
  ].join('|'),
  'i'
)

const addressee = new RegExp(
  [
    String.raw`\b(?:ask(?:ing)?|urge|invite|inviting|appeal to|call on|call upon|request|want|need|like) ((?:the |our |your |all |every |each )?[\w'’@./&-]+(?: (?!to\b|for\b|that\b|and\b)[\w'’@./&-]+){0,4}) (?:to|for|that)\b`,
    String.raw`\bfrom (the (?:[\w'’&-]+ ){0,4}?(?:team|committee|board|department|council|group|foundation|office|maintainers?|community|fund|sponsors?))\b`,
    String.raw`\b((?:the |our )?(?:[\w'’&-]+ ){0,3}?(?:team|committee|board|department|council|group|foundation|maintainers?)) (?:is|are) (?:hereby )?(?:asked|requested|invited) to\b`,
    String.raw`\b(you)\b`
  ].join('|'),
  'i'
)
// Log-odds: words that ask are overruled below the one, and not needed above the other.
const unlikely = -3
const sure = 2

const notAnAddressee =
  /^(?:it|this|that|these|those|a|an|some|more|permission|funding|support|feedback|input|help|approval|comments?|order|time|\d.*)\b/i

/**
 * The requests that a document makes: in Buy-In's notation, in a sentence that asks, or as the items and rows
 * of a section that is headed as an ask.
 * @param quantities of each passage, by its index
 * @param likelihood log-odds that the sentence or row that begins at an offset asks for something
 */
export function asksOf(
  text: string,
  {sections, passages}: Outline,
  boilerplate: readonly boolean[],
  quantities: readonly (readonly Quantity[])[],
  likelihood: (offset: number) => number
): Ask[] {
  const asks: Ask[] = []
  for (const [index, passage] of passages.entries()) {
    if (boilerplate[index] || isQuestionOfForm(passage)) continue
    const own = quantities[index] ?? []
    const written = notation.exec(passage.plain.trim())
    if (written && passage.kind === 'item') {
      asks.push(inNotation(text, passage, index, own))
      continue
    }
    const underAsk = promises(sections[passage.section]?.title ?? '', 'ask')
    const lead = passage.lead === undefined ? undefined : passages[passage.lead]
    if (
      passage.kind === 'item' &&
      lead &&
      asks.some((ask) => ask.passage === passage.lead && ask.items.length > 0)
    )
      continue
    if (passage.kind === 'row' && (underAsk || likelihood(passage.span.start) > sure)) {
      asks.push(inRow(text, passage, index, own))
      continue
    }
    for (const sentence of passage.sentences) {
      if (sentence.words.search(placePattern) >= 0) continue
      const likely = likelihood(sentence.span.start)
      const asked = likely > unlikely ? asking.exec(unquoted(sentence.words)) : null
      const headed = underAsk && passage.sentences[0] === sentence && isDirect(sentence.words, own)
      const told = likely >= sure && sentence.words.split(' ').length > 4 && !sentence.words.endsWith(':')
      if (!asked && !headed && !told) continue
      asks.push(inSentence(text, passage, index, sentence, asked, passages, own))
    }
  }
  return asks.filter((ask, at) => !isSplit(ask, asks.slice(at + 1), passages))
}

/** Whether later asks of the same section, in notation, are the parts of this one. */
function isSplit(ask: Ask, later: readonly Ask[], passages: readonly Passage[]): boolean {
  const section = passages[ask.passage]?.section
  return (
    !ask.notation && later.some((other) => other.notation && passages[other.passage]?.section === section)
  )
}

/** Words in quotation marks are somebody else's, or an example: blanked, so that they ask for nothing. */
function unquoted(words: string): string {
  return words.replace(/"[^"]*"|“[^”]*”/g, (quotation) => ' '.repeat(quotation.length))
}

/** Under a heading that asks, an amount is an ask, and so is an imperative. */
function isDirect(words: string, quantities: readonly Quantity[]): boolean {
  return startsWithVerb(words) || quantities.some(({kind}) => kind === 'money' || kind === 'effort')
}

function inNotation(text: string, passage: Passage, index: number, quantities: readonly Quantity[]): Ask {
  const offset = passage.plain.length - passage.plain.trimStart().length
  const match = notation.exec(passage.plain.slice(offset))
  const body = {start: passage.span.start + offset + (match?.[0].length ?? 0), end: passage.span.end}
  const answer = answerOf(text, passage)
  const end = answer.by ? text.lastIndexOf('(', answer.by.span.start) : body.end
  // What is still to be filled in is no part of what is asked.
  const open = text.slice(body.start, end).search(/\s*,[^,⟨]*⟨/)
  const work = trimCommitment(
    passage,
    {start: body.start, end: open < 0 ? end : body.start + open},
    quantities
  )
  const whomAt = match?.[1] ? passage.plain.indexOf(match[1], offset) : -1
  return {
    span: passage.span,
    words: fold(passage.plain),
    passage: index,
    notation: true,
    whom: filled(
      whomAt < 0
        ? undefined
        : slot(passage, {
            start: passage.span.start + whomAt,
            end: passage.span.start + whomAt + (match?.[1]?.length ?? 0)
          })
    ),
    ...commitment(passage, {start: body.start, end}, quantities),
    work: filled(work),
    items: [],
    answer
  }
}

function inRow(text: string, passage: Passage, index: number, quantities: readonly Quantity[]): Ask {
  const cell = (pattern: RegExp) => {
    const at = passage.columns.findIndex((title) => pattern.test(title))
    const span = at < 0 ? undefined : passage.cells[at]
    if (!span || span.end <= span.start) return undefined
    const {words, ...rest} = slot(passage, span)
    // A reference without a definition keeps its brackets: "[compiler]".
    return filled({...rest, words: words.replace(/^\[(.*)\]$/, '$1')})
  }
  const amounts = commitment(passage, passage.span, quantities)
  return {
    span: passage.span,
    words: fold(passage.plain),
    passage: index,
    notation: false,
    whom: cell(/team|who|owner|from|whom|group/i),
    timeframe: amounts.timeframe ?? cell(/when|deadline|until|due|time/i),
    effort: amounts.effort ?? cell(/effort|hours/i),
    work: cell(/notes?|task|what|work|ask|subgoal|description/i),
    resources: amounts.resources ?? cell(/cost|budget|amount|price/i),
    items: [],
    answer: answerOf(text, passage)
  }
}

function inSentence(
  text: string,
  passage: Passage,
  index: number,
  {span, words}: Sentence,
  asked: RegExpExecArray | null,
  passages: readonly Passage[],
  quantities: readonly Quantity[]
): Ask {
  const plain = passage.plain.slice(span.start - passage.span.start, span.end - passage.span.start)
  const match = addressee.exec(words.slice(asked?.index ?? 0)) ?? undefined
  const name = match?.slice(1).find((group) => group !== undefined && !notAnAddressee.test(group))
  const whom = name === undefined ? undefined : find(plain, name, span.start)
  const items = /:\s*$/.test(plain)
    ? passages.flatMap((item) =>
        item.kind === 'item' && item.lead === index && item.depth === 0 ? [slot(item, item.span)] : []
      )
    : []
  const after =
    whom && name
      ? words.slice(words.indexOf(name, asked?.index ?? 0) + name.length)
      : afterAsking(words, asked)
  const opening = after
    .replace(/^[\s,]*(?:to|for|that|please|kindly)\s+/i, '')
    .trim()
    .split(' ')
    .slice(0, 3)
    .join(' ')
  const workAt = opening === '' ? undefined : find(plain, opening, span.start)
  const workSpan = {start: workAt?.span.start ?? span.start, end: span.end}
  const work = items.length > 0 ? undefined : trimCommitment(passage, workSpan, quantities)
  // What the ask costs may stand in the sentence after it: "We need a reviewer. About 2 hours a week."
  const reach = {start: span.start, end: passage.span.end}
  return {
    span,
    words,
    passage: index,
    notation: false,
    whom: filled(whom && /^you$/i.test(whom.words) ? (salutation(passages) ?? whom) : whom),
    ...commitment(passage, reach, quantities),
    work: work && work.words.split(' ').length > 1 ? filled(work) : undefined,
    items,
    answer: answerOf(text, passage)
  }
}

/** What follows the words that ask, from the verb on: "Please review the plan." → "review the plan." */
function afterAsking(words: string, asked: RegExpExecArray | null): string {
  if (!asked) return words
  const end = asked.index + asked[0].length
  const last = words.lastIndexOf(' ', end - 1) + 1
  return words.slice(startsWithVerb(words.slice(last)) && last > asked.index ? last : end)
}

/** Whom a letter speaks to: "Dear Ms Ito," names the "you" of its asks. */
function salutation(passages: readonly Passage[]): Slot | undefined {
  for (const passage of passages.slice(0, 12)) {
    const match = /^\s*Dear\s+([^,:\n]{2,60})[,:]/.exec(passage.plain)
    if (match?.[1]) {
      const start = passage.span.start + match[0].indexOf(match[1], match[0].indexOf('Dear') + 4)
      return slot(passage, {start, end: start + match[1].length})
    }
  }
  return undefined
}

function commitment(
  passage: Passage,
  span: Span,
  quantities: readonly Quantity[]
): Pick<Ask, 'timeframe' | 'effort' | 'resources'> {
  const first = (...kinds: Quantity['kind'][]) => {
    const found = quantities.find(
      (quantity) => kinds.includes(quantity.kind) && contains(span, quantity.span)
    )
    return found && slot(passage, found.span)
  }
  return {timeframe: first('date') ?? first('duration'), effort: first('effort'), resources: first('money')}
}

const connectors =
  /(?:[,;:(–—-]|\b(?:by|until|till|for|in|on|within|from|about|around|at|before|over|up to|roughly|starting))\s*$/i

/** The clause without the punctuation, and without the amounts and dates that follow its words. */
function trimCommitment(passage: Passage, span: Span, quantities: readonly Quantity[]): Slot | undefined {
  const {plain, span: whole} = passage
  const clause = (end: number) =>
    plain.slice(span.start - whole.start, end - whole.start).replace(/[\s.,;:?!)]+$/, '')
  let words = clause(span.end)
  for (;;) {
    const end = span.start + words.length
    const last = quantities.find((quantity) => quantity.span.end === end && quantity.span.start > span.start)
    if (!last) break
    let before = plain.slice(span.start - whole.start, last.span.start - whole.start).trimEnd()
    const bare = !connectors.test(before)
    while (connectors.test(before)) before = before.replace(connectors, '').trimEnd()
    // "pay $20,000" is the work itself; "a lamp, $20" is not.
    if (bare || before.trim().split(/\s+/).length < 2) break
    words = clause(span.start + before.length)
  }
  const {start, end} = trim(words, {start: 0, end: words.length})
  return end > start ? slot(passage, {start: span.start + start, end: span.start + end}) : undefined
}

function answerOf(text: string, passage: Passage): Answer {
  const by = /\((\p{Lu}[^(),\d]*,\s*[^()]*\d[^()]*)\)\s*$/u.exec(passage.plain)
  const state = passage.struck ? 'declined' : passage.checked === true ? 'agreed' : 'open'
  const start = by ? text.indexOf(by[1] ?? '', passage.span.start + by.index) : -1
  return {
    state,
    by: by?.[1] && start >= 0 ? {span: {start, end: start + by[1].length}, words: by[1]} : undefined
  }
}

function isQuestionOfForm({italic, sentences}: Passage): boolean {
  return italic && sentences.every(({words}) => words.endsWith('?'))
}

function find(plain: string, words: string, offset: number): Slot | undefined {
  const pattern = words.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const match = new RegExp(pattern.join(String.raw`\s+`)).exec(plain)
  return match
    ? {span: {start: offset + match.index, end: offset + match.index + match[0].length}, words}
    : undefined
}

function slot(passage: Passage, span: Span): Slot {
  return {
    span,
    words: fold(passage.plain.slice(span.start - passage.span.start, span.end - passage.span.start))
  }
}

/** A date or duration with the preposition before it: "by 12 May", "for two quarters". */
export function whenOf(text: string, {span, words}: Slot): string {
  const before = /\b(?:by|until|till|before|within|for|from|on|over|in)\s+$/i.exec(
    text.slice(Math.max(0, span.start - 12), span.start)
  )
  return `${before ? `${before[0].trim()} ` : ''}${words}`
}

/** A slot with nothing but a place to fill in is not filled. */
function filled(slot: Slot | undefined): Slot | undefined {
  return slot && slot.words.replace(placePattern, '').replace(/\W/g, '') !== '' ? slot : undefined
}

/** Asks that name whom and what prove themselves, above all those in Buy-In's own notation. */
export function withAsks(
  reading: ElementReading,
  asks: readonly Ask[],
  likelihood: (offset: number) => number
): ElementReading {
  const complete = asks.filter(
    (ask) => ask.work && (ask.notation || (ask.whom && likelihood(ask.span.start) > 0))
  )
  const written = complete.filter(({notation}) => notation)
  const taken = reading.level === 'present' ? written : complete
  if (taken.length === 0) return reading
  const evidence = taken.map(
    ({span, passage, whom, work}): Evidence => ({
      level: 'present',
      span,
      best: span,
      passage,
      cues: [whom, work].flatMap((slot) => slot?.words ?? [])
    })
  )
  return {level: 'present', evidence: [...evidence, ...reading.evidence]}
}

/** What an ask that names whom and what commits to proves the element that it is: its dates, its hours, its money. */
export function withSlots(
  reading: ElementReading,
  element: 'timeframe' | 'effort' | 'resources',
  asks: readonly Ask[]
): ElementReading {
  if (reading.level === 'present') return reading
  const evidence = asks.flatMap(({whom, work, span, passage, [element]: slot}): Evidence[] =>
    whom && work && slot ? [{level: 'present', span, best: span, passage, cues: [slot.words]}] : []
  )
  return evidence.length > 0 ? {level: 'present', evidence: [...evidence, ...reading.evidence]} : reading
}
