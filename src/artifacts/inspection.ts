import {location} from 'vfile-location'
import type {Proposal, Slot} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'

/** What was understood of a proposal, in plain JSON; lines count from 1. */
export function inspection({text, unread, profile, closed, elements, asks}: Proposal) {
  const places = location(text)
  const lines = ({start, end}: Span): [number, number] => [
    places.toPoint(start)?.line ?? 1,
    places.toPoint(Math.max(start, end - 1))?.line ?? 1
  ]
  const words = (slot: Slot | undefined) => slot?.words ?? null
  return {
    profile: profile.name,
    closed: closed ?? null,
    ...(unread === undefined ? {} : {unread}),
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
