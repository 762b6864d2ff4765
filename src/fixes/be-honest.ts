import {whenOf} from '../analysis/asks/commitment.ts'
import {promises} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import type {Fix} from './fix.ts'
import {addTo, insertElement} from './insert-element.ts'
import {askedOf, told} from './quote.ts'
import {scaffolds} from './scaffolds.ts'

/** Why its authors want this; nothing where the text says so. */
export function insertMotive(proposal: Proposal): Fix[] {
  return proposal.elements.motive.level === 'present' ? [] : [plainly(proposal, 'motive')]
}

/** Where the effort stands: done, lined up, and promised, with what was agreed to in the text; nothing where it is told. */
export function insertProgress(proposal: Proposal): Fix[] {
  if (proposal.elements.progress.level === 'present') return []
  const promised = proposal.asks.flatMap(({answer, whom, work}) =>
    answer.state === 'agreed' && whom && work
      ? [`- Promised: ${whom.words} will ${work.words}${answer.by ? ` (${answer.by.words})` : ''}`]
      : []
  )
  const {heading, lines} = scaffolds.progress
  return [
    {
      title: 'Insert where it stands: done, lined up, promised',
      kind: 'source.buyIn.insert.progress',
      edits: [
        addTo(
          proposal,
          {
            element: 'progress',
            heading,
            lines: [
              ...lines.filter((line) => promised.length === 0 || !line.startsWith('- Promised')),
              ...promised
            ]
          },
          (title) => promises(title, 'progress')
        )
      ]
    }
  ]
}

/** What it may cost the reader, from what the text asks of whom; nothing where the text admits something to its reader. */
export function insertDownside(proposal: Proposal): Fix[] {
  const people = askedOf(proposal)
  const admitted = told(proposal, 'downside')
  const names = people.map(({whom}) => whom.toLowerCase())
  const touches = admitted.some(({span}) => {
    const words = proposal.text.slice(span.start, span.end).toLowerCase()
    return /\byou(?:rs?)?\b/.test(words) || names.some((name) => words.includes(name))
  })
  if (touches) return []
  const costly = people.find(({ask}) => ask.effort ?? ask.resources)
  const cost = costly?.ask.effort ?? costly?.ask.resources
  const when = costly?.ask.timeframe
  const forReader =
    costly && cost
      ? `- For the ${costly.whom}: ${cost.words}${when && when.span.start !== cost.span.start ? ` ${whenOf(proposal.text, when)}` : ''}, during which ⟨what has to wait⟩`
      : scaffolds.downside.lines[0]
  const [, forUs = ''] = scaffolds.downside.lines
  return [
    {
      title:
        admitted.length > 0
          ? 'Insert what it may cost your reader'
          : 'Insert what could go wrong, for your reader first',
      kind: 'source.buyIn.insert.downside',
      edits: [
        addTo(
          proposal,
          {
            element: 'downside',
            heading: scaffolds.downside.heading,
            lines: [forReader ?? '', ...(admitted.length > 0 ? [] : [forUs])]
          },
          (title) => promises(title, 'downside')
        )
      ]
    }
  ]
}

/** The scaffold of an element, by its name. */
export function plainly(proposal: Proposal, element: TrustElement): Fix {
  const {title, edits} = insertElement(proposal, element, false)
  return {title, kind: `source.buyIn.insert.${element}`, edits}
}
