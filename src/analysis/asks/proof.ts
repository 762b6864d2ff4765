import {readingOf} from '../evidence.ts'
import type {Ask, ElementReading, Evidence} from '../proposal.ts'

/** Log-odds from which a sentence that names whom and what is taken for an ask. */
const nearly = -2

/** Asks that name whom and what prove themselves, above all those in Buy-In's own notation. */
export function withAsks(
  reading: ElementReading,
  asks: readonly Ask[],
  likelihood: (offset: number) => number
): ElementReading {
  const complete = asks.filter(
    (ask) => ask.work && (ask.notation || (ask.whom && likelihood(ask.span.start) > nearly))
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
  return readingOf('present', () => [...evidence, ...reading.evidence])
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
  return evidence.length > 0 ? readingOf('present', () => [...evidence, ...reading.evidence]) : reading
}
