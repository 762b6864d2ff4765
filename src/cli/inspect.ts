import {location} from 'vfile-location'
import {analyze} from '../analysis/analyze.ts'
import type {Proposal, Slot} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import {readSources} from './files.ts'

/** Prints what was understood of each file, one JSON object a line. */
export async function inspect(files: readonly string[]): Promise<void> {
  for await (const {file, text} of readSources(files)) {
    process.stdout.write(`${JSON.stringify({file, ...inspection(analyze(text))})}\n`)
  }
}

/** What the contract of `buy-in inspect` names; lines count from 1. */
function inspection({text, profile, closed, elements, asks}: Proposal) {
  const places = location(text)
  const lines = ({start, end}: Span): [number, number] => [
    places.toPoint(start)?.line ?? 1,
    places.toPoint(Math.max(start, end - 1))?.line ?? 1
  ]
  const words = (slot: Slot | undefined) => slot?.words ?? null
  return {
    profile: profile.name,
    closed: closed ?? null,
    elements: Object.fromEntries(
      Object.entries(elements).map(([element, {level, evidence}]) => [
        element,
        {level, lines: evidence.map(({span}) => lines(span)), cues: evidence.map(({cues}) => cues)}
      ])
    ),
    asks: asks.map((ask) => ({
      lines: lines(ask.span),
      text: ask.words,
      whom: words(ask.whom),
      timeframe: words(ask.timeframe),
      effort: words(ask.effort),
      work: words(ask.work),
      resources: words(ask.resources),
      items: ask.items.map((item) => item.words),
      answer: {state: ask.answer.state, by: words(ask.answer.by)}
    }))
  }
}
