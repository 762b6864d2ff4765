import type {Ask, Proposal} from '../analysis/proposal.ts'
import {chunkBudget} from './chunk-budget.ts'
import {chunkClauses, chunkList} from './chunk-list.ts'
import {chunkRows} from './chunk-rows.ts'
import {chunkTime} from './chunk-time.ts'
import {type Chunks, declined} from './chunks.ts'
import {type Content, content, type Fix} from './fix.ts'
import {styleOf} from './style.ts'

/**
 * Splits an ask into two to four asks that can each get a yes, at the points at which its reader decides anew: priced
 * milestones, whom it asks, what it asks to do, how long it lasts. They go below the ask, which stays as it is.
 * @returns a fix without edits, with the reason, where the ask has no such points
 */
export function chunkAsk(proposal: Proposal, ask: Ask): Fix {
  const made = chunksOf(proposal, ask)
  if ('declined' in made)
    return {
      title: 'Split into asks that can each get a yes',
      kind: 'refactor.rewrite.buyIn.chunk',
      edits: [],
      disabled: made.declined
    }
  const style = styleOf(proposal)
  const lines = made.chunks.map(
    ({whom, unnamed, what}, index): Content => [
      `${style.bullet} [ ] **Ask ${index + 1}, `,
      ...(whom ? [whom] : content(`⟨${unnamed}⟩`)),
      ':** ',
      ...what
    ]
  )
  const at = endOfBlock(proposal, ask)
  const glued = lines.flatMap((line, index): Content => [...(index > 0 ? [style.eol] : []), ...line])
  const gap = style.eol + style.eol
  return {
    title: `Split into ${lines.length} asks that can each get a yes`,
    kind: 'refactor.rewrite.buyIn.chunk',
    // The line before keeps the asks from running on with a list that stands above.
    edits: [{span: {start: at, end: at}, content: [gap, 'In parts that can each get a yes:', gap, ...glued]}]
  }
}

function chunksOf(proposal: Proposal, ask: Ask): Chunks {
  if (ask.notation) return declined('It is one ask of its own already.')
  const kind = proposal.passages[ask.passage]?.kind
  if (kind === 'row' && !ask.resources) return chunkRows(proposal, ask)
  // A sum, or payments below the words that ask for them.
  if (ask.resources || pays(proposal, ask)) {
    const budget = chunkBudget(proposal, ask)
    if ('chunks' in budget) return budget
    return chunkClauses(proposal, ask) ?? budget
  }
  if (ask.items.length > 0) return chunkList(proposal, ask)
  // A sum in a currency of its own ("129,208 $ATOM") is one decision, too.
  if (/\d[\d,.]*k? \$?[A-Z]{3,5}\b/.test(ask.work?.words ?? ''))
    return declined('The document does not say what parts of this sum would pay for.')
  return (
    chunkClauses(proposal, ask) ??
    chunkTime(proposal, ask) ??
    declined('It asks for one thing: there is no point at which to decide anew.')
  )
}

function pays({quantities}: Proposal, {items}: Ask): boolean {
  return (
    items.length > 1 &&
    items.every(({span}) =>
      quantities.some(
        (one) => one.kind === 'money' && one.span.start >= span.start && one.span.end <= span.end
      )
    )
  )
}

/** The end of the outermost block that an ask stands in, its items with it: what is put there stands outside. */
export function endOfBlock({passages}: Proposal, ask: Ask): number {
  const items = passages.filter(({span}) => ask.items.some((item) => item.span.start === span.start))
  const blocks = [passages[ask.passage], ...items].flatMap((passage) => passage?.block.end ?? [])
  return Math.max(ask.span.end, ...blocks)
}
