import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Ask, Proposal} from '../analysis/proposal.ts'
import {nameOf} from './chunk-list.ts'
import {type Chunk, type Chunks, uncapitalized} from './chunks.ts'
import {content} from './fix.ts'
import {weeksOf} from './weeks.ts'

const lasting =
  /\b(?:help|support|maintain|mentor|volunteer|moderat|host|work|advis|monitor|lend|review|run|staff|answer|assist|attend)/i
const span =
  /[\s,]*\b(?:for|over|during|of)\s+(?:a (?:period|span|course) of\s+)?(?:the next\s+|at least\s+|about\s+)*$/i

/** Splits a commitment that lasts for months: a first stretch, and the rest after a look back. */
export function chunkTime({text}: Proposal, ask: Ask): Chunks | undefined {
  const {work, timeframe, effort, resources} = ask
  const weeks = timeframe ? weeksOf(timeframe.words) : undefined
  if (!work || !timeframe || !weeks || weeks < 8 || resources || ask.items.length > 0) return undefined
  if (!lasting.test(work.words) || !startsWithVerb(work.words)) return undefined
  const lead = span.exec(text.slice(ask.span.start, timeframe.span.start))
  if (!lead) return undefined
  const inside = timeframe.span.start >= work.span.start && timeframe.span.end <= work.span.end
  const source = inside
    ? `${text.slice(work.span.start, timeframe.span.start).replace(span, '')}${text.slice(timeframe.span.end, work.span.end)}`
    : text.slice(work.span.start, work.span.end)
  const what = uncapitalized(
    source
      .replace(/\s+/g, ' ')
      .replace(/[\s.,;:]+$/, '')
      .trim(),
    text
  )
  const whom = nameOf(ask)
  const said = effort && what.includes(effort.words)
  const hours = effort && !said ? [`, ${effort.words}`] : said ? [] : content(', ⟨hours a week⟩')
  const chunks: Chunk[] = [
    {whom, unnamed: 'whom', what: [what, ...hours, ', for the first four weeks']},
    {
      whom,
      unnamed: 'whom',
      what: [
        `the same for the rest of the ${timeframe.words.replace(/^(?:an?|the)\s/i, '')}; decided after `,
        ...content('⟨what the first four weeks show⟩')
      ]
    }
  ]
  return {chunks}
}
