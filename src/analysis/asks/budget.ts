import type {Outline, Passage} from '../passages.ts'
import {fold} from '../plain-text.ts'
import type {Ask, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {overlaps} from '../span.ts'
import {answerOf} from './answer.ts'
import {commitment} from './commitment.ts'
import {cueIn, isBudgetRequest} from './phrases.ts'
import {inSentence} from './sentence.ts'
import {itemsBelow} from './slot.ts'

/** A row that names the sum of what is requested. */
const requested =
  /^(?:grand )?(?:total|amount|sum|budget|funding|grant)s?(?: \w+)? requested\b|^(?:total )?requested (?:total|amount|sum|budget|funding|funds|grant)\b/i

/**
 * The asks for a sum: under the heading "Total budget requested" an amount is a request for it, and so it is in the
 * row of a table that says "Total requested". One for each such section, at its total, and one for each such row.
 * @param subject what the money is for, where the sum is all the section says: the name of the proposal
 * @param header whom the head of the document says that it is for
 */
export function budgetsOf(
  text: string,
  {sections, passages}: Outline,
  quantities: readonly (readonly Quantity[])[],
  boilerplate: readonly boolean[],
  subject: Slot | undefined,
  header: Slot | undefined
): Ask[] {
  const isPriced = (index: number) => quantities[index]?.some(({kind}) => kind === 'money') ?? false
  const ask = (index: number, passage: Passage, lead?: number): Ask => {
    const money = quantities[index]?.find(({kind}) => kind === 'money')
    const inRow = passage.kind === 'row'
    const sentence = passage.sentences.find(({span}) => !inRow && money && overlaps(span, money.span))
    const cue = sentence && cueIn(sentence.words)
    if (cue) {
      const asked = inSentence(text, passage, index, sentence, cue, passages, quantities[index] ?? [], header)
      return {...asked, work: asked.work ?? subject}
    }
    return {
      span: sentence?.span ?? passage.span,
      words: sentence?.words ?? fold(passage.plain),
      passage: index,
      notation: false,
      whom: header,
      ...commitment(passage, passage.span, quantities[index] ?? []),
      work: subject,
      items: lead === undefined ? [] : itemsBelow(passages, lead),
      answer: answerOf(text, passage)
    }
  }
  const headed = sections.flatMap(({title}, section) => (isBudgetRequest(title) ? [section] : []))
  const isHeaded = ({section}: Passage) => headed.some((one) => within(sections, section, one))
  const underHeadings = headed.flatMap((section): Ask[] => {
    const priced = passages.flatMap((passage, index) =>
      within(sections, passage.section, section) && !boilerplate[index] && isPriced(index) ? [index] : []
    )
    const sum = priced.find((index) => /\btotal\b/i.test(passages[index]?.plain ?? ''))
    const lead = sum === undefined && priced.length > 1 ? passages[priced[0] ?? 0]?.lead : undefined
    // Payments without a sum: the words that introduce them ask for all of them.
    const total = sum ?? lead ?? priced[0]
    const passage = total === undefined ? undefined : passages[total]
    return passage && total !== undefined ? [ask(total, passage, lead)] : []
  })
  const inRows = passages.flatMap((passage, index) =>
    passage.kind === 'row' &&
    !boilerplate[index] &&
    requested.test(passage.plain.trim()) &&
    isPriced(index) &&
    !isHeaded(passage)
      ? [ask(index, passage)]
      : []
  )
  return [...underHeadings, ...inRows]
}

function within(sections: Outline['sections'], at: number | undefined, ancestor: number): boolean {
  for (let one = at; one !== undefined; one = sections[one]?.parent) if (one === ancestor) return true
  return false
}
