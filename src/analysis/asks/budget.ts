import type {Outline} from '../passages.ts'
import type {Ask, Slot} from '../proposal.ts'
import type {Quantity} from '../quantities.ts'
import {overlaps} from '../span.ts'
import {answerOf} from './answer.ts'
import {commitment} from './commitment.ts'
import {isBudgetRequest} from './phrases.ts'
import {itemsBelow} from './slot.ts'

/**
 * The asks that a heading makes: under "Total budget requested" an amount is a request for it. One for each such
 * section, at its total.
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
  return sections.flatMap(({title}, section): Ask[] => {
    if (!isBudgetRequest(title)) return []
    const inside = passages.flatMap((passage, index) =>
      within(sections, passage.section, section) && !boilerplate[index] ? [index] : []
    )
    const priced = inside.filter((index) => quantities[index]?.some(({kind}) => kind === 'money'))
    const sum = priced.find((index) => /\btotal\b/i.test(passages[index]?.plain ?? ''))
    const lead = sum === undefined && priced.length > 1 ? passages[priced[0] ?? 0]?.lead : undefined
    // Payments without a sum: the words that introduce them ask for all of them.
    const total = sum ?? lead ?? priced[0]
    const passage = total === undefined ? undefined : passages[total]
    if (!passage || total === undefined) return []
    const money = quantities[total]?.find(({kind}) => kind === 'money')
    const sentence = passage.sentences.find(({span}) => money && overlaps(span, money.span))
    const span = passage.kind === 'row' ? passage.span : (sentence?.span ?? passage.span)
    return [
      {
        span,
        words: sentence?.words ?? passage.plain.trim(),
        passage: total,
        notation: false,
        whom: header,
        ...commitment(passage, passage.span, quantities[total] ?? []),
        work: subject,
        items: lead === undefined ? [] : itemsBelow(passages, lead),
        answer: answerOf(text, passage)
      }
    ]
  })
}

function within(sections: Outline['sections'], at: number | undefined, ancestor: number): boolean {
  for (let one = at; one !== undefined; one = sections[one]?.parent) if (one === ancestor) return true
  return false
}
