import {promises} from '../analysis/lexicon.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {overlaps} from '../analysis/span.ts'
import type {AskLine} from './ask-lines.ts'
import {alike} from './choose.ts'
import {sameParty} from './stakeholders.ts'

/**
 * The lines without those that ask again for what a line before them does, and without those that say nothing by
 * themselves, where others do. What is written as an ask is one, however much it is like another.
 */
export function distinctOf(lines: readonly AskLine[]): AskLine[] {
  const says = (line: AskLine) => !leansElsewhere(line) && !isCircular(line)
  const clear = lines.some(says) ? lines.filter((line) => line.ask?.notation || says(line)) : lines
  return clear.filter(
    (line, index) =>
      line.ask?.notation === true || !clear.slice(0, index).some((before) => repeats(before, line))
  )
}

/** Whether a digest names an ask for money that is made further down: that does not make it two. */
export function isNamedBeforehand({asks, sections, passages, elements}: Proposal, ask: Ask): boolean {
  const sum = ask.resources?.words
  if (sum === undefined || ask.notation) return false
  const title = sections[passages[ask.passage]?.section ?? -1]?.title ?? ''
  return (
    (promises(title, 'summary') || elements.summary.evidence.some(({passage}) => passage === ask.passage)) &&
    asks.some((other) => other.span.start > ask.span.start && other.words.includes(sum))
  )
}

/** Whether a line points to what it does not name: "keep those pages up to date", "their vote", "the following reforms". */
function leansElsewhere({what: {words}}: AskLine): boolean {
  const thing =
    /\b(?:those|these|aforementioned) (?:\d+ )?(?!(?:are|is|were|who|that|which|with|in|of|to|for|from)\b)([\w-]+)/i.exec(
      words
    )
  return (
    (thing?.[1] !== undefined && words.toLowerCase().indexOf(thing[1].toLowerCase()) >= thing.index) ||
    /\b(?:voice|share|support|read|use|see|improve|try|fix|merge) (?:this|it|them|these|those)\b/i.test(
      words
    ) ||
    // "This probably will require travel", whatever this is.
    /^(?:this|that|it) (?:\w+ ){0,2}(?:will|would|may|might|requires?|needs?)\b/i.test(words) ||
    /\bthe following \w+\b(?!.*:)/i.test(words) ||
    /^(?:their|your) \w+$|^(?:have|gain|get) the support of\b/i.test(words)
  )
}

/** "We are looking for sponsors", of sponsors: it names whom and nothing for them to do. */
function isCircular({ask, whom}: AskLine): boolean {
  return (
    ask !== undefined && whom !== undefined && !ask.work && ask.items.length === 0 && ask.effort === undefined
  )
}

/** Whether a line asks again for what another does: in much the same words, or for the same sum of the same. */
function repeats(before: AskLine, line: AskLine): boolean {
  if (overlaps(before.what.span, line.what.span)) return true
  // Items of one list, however much like each other.
  if (before.ask !== undefined && before.ask === line.ask) return false
  // The same is asked of two, one by one.
  if (before.whom && line.whom && !sameParty(before.whom.words, line.whom.words)) return false
  const [sums, others] = [sumsIn(before.what.words), sumsIn(line.what.words)]
  const shared = others.some((sum) => sums.includes(sum))
  if (sums.length > 0 && others.length > 0 && !shared) return false
  return alike(before.what.words, line.what.words) || shared || sharesRun(before.what.words, line.what.words)
}

/** So many words on end that two have in common are no accident. */
const run = 7

function sharesRun(one: string, other: string): boolean {
  const wordsOf = (words: string) => words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [before, after] = [` ${wordsOf(one).join(' ')} `, wordsOf(other)]
  return after.some(
    (_, at) => at + run <= after.length && before.includes(` ${after.slice(at, at + run).join(' ')} `)
  )
}

/** Sums of money as they are written, without spaces: "$450k", "125kANT". */
function sumsIn(words: string): string[] {
  return (words.match(/[$€£]\s?\d[\d.,]*[km]?\b|\b\d[\d.,]*[km]?\s?[A-Z]{3,5}\b/g) ?? []).map((sum) =>
    sum.replace(/\s|[.,]+$/g, '')
  )
}
