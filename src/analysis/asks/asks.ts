import {promises, startsWithVerb} from '../lexicon.ts'
import type {Outline, Passage} from '../passages.ts'
import {placePattern} from '../places.ts'
import type {Ask, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {budgetsOf} from './budget.ts'
import {inNotation, isNotation} from './notation.ts'
import {type Cue, cueIn, mayPromiseAsk, promisesAsk} from './phrases.ts'
import {inRow, isAskTable, ownersOf} from './rows.ts'
import {inSentence} from './sentence.ts'

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
  title: Slot | undefined
): Ask[] {
  const {sections, passages} = outline
  const owners = ownersOf(outline)
  const asks: Ask[] = budgetsOf(text, outline, quantities, boilerplate, subjectOf(title))
  const budgets = new Set(asks.map(({passage}) => passages[passage]?.section))
  for (const [index, passage] of passages.entries()) {
    if (boilerplate[index] || isQuestionOfForm(passage)) continue
    const own = quantities[index] ?? []
    if (isNotation(passage)) {
      asks.push(inNotation(text, passage, index, own))
      continue
    }
    const heading = sections[passage.section]?.title ?? ''
    const underAsk = !budgets.has(passage.section) && (promises(heading, 'ask') || promisesAsk(heading))
    if (passage.kind === 'row') {
      if (!isAskTable(passage)) continue
      const headed = underAsk || likelihood(passage.span.start) > sure
      const ask = inRow(text, passage, index, own, owners, headed)
      if (ask) asks.push(ask)
      continue
    }
    if (passage.kind === 'item' && asks.some((ask) => ask.passage === passage.lead && ask.items.length > 0))
      continue
    for (const sentence of passage.sentences) {
      const {words} = sentence
      if (words.search(placePattern) >= 0 || asks.some(({span}) => span.start === sentence.span.start))
        continue
      const likely = likelihood(sentence.span.start)
      const cue = likely > unlikely ? cueIn(unquoted(words)) : undefined
      const asked = cue && isMeant(cue, words, likely) ? cue : undefined
      const heads = underAsk || (mayPromiseAsk(heading) && likely > 0)
      const headed = heads && passage.sentences[0] === sentence && isDirect(words, own)
      const told = likely >= sure && words.split(' ').length > 4 && !words.endsWith(':') && !offer.test(words)
      if (!asked && !headed && !told) continue
      asks.push(inSentence(text, passage, index, sentence, asked, passages, own))
    }
  }
  asks.sort((a, b) => a.span.start - b.span.start)
  return asks.filter((ask, at) => !isSplit(ask, asks.slice(at + 1), passages))
}

/** Whether later asks of the same section, in notation, are the parts of this one. */
function isSplit(ask: Ask, later: readonly Ask[], passages: readonly Passage[]): boolean {
  const section = passages[ask.passage]?.section
  return (
    !ask.notation && later.some((other) => other.notation && passages[other.passage]?.section === section)
  )
}

/** A question to "you" asks for something only with a verb of doing; the reader of a manual is no addressee either. */
function isMeant({asking, start, end}: Cue, words: string, likely: number): boolean {
  if (asking !== 'you') return true
  const question = /\byou\b/i.test(words.slice(start, end)) && words.endsWith('?')
  return question ? startsWithVerb(words.slice(end)) && likely > doubtful : likely > doubtful
}

/** What the authors will do or give is no ask, however much it sounds like one. */
const offer =
  /^(?:we|I|@\w+|our team)(?:['’]ll| will| can| are (?:also )?(?:very )?(?:happy|glad)| commit)\b/i

/** Words in quotation marks are somebody else's, or an example: blanked, so that they ask for nothing. */
function unquoted(words: string): string {
  return words.replace(/"[^"]*"|“[^”]*”/g, (quotation) => ' '.repeat(quotation.length))
}

/** Under a heading that asks, an amount is an ask, and so is an imperative. */
function isDirect(words: string, quantities: readonly Quantity[]): boolean {
  return startsWithVerb(words) || quantities.some(({kind}) => kind === 'money' || kind === 'effort')
}

function isQuestionOfForm({italic, sentences}: Passage): boolean {
  return italic && sentences.every(({words}) => words.endsWith('?'))
}

/** What a title says the document is about, without the kind of document that it is: "Open Grant Proposal: X". */
function subjectOf(title: Slot | undefined): Slot | undefined {
  if (!title) return undefined
  const kind = /^.*\b(?:proposal|application|request|rfp)\b[^:]*:\s*/i.exec(title.words)?.[0] ?? ''
  const words = title.words.slice(kind.length)
  return words === '' ? undefined : {span: title.span, words}
}
