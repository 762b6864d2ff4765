import {promises} from '../analysis/lexicon.ts'
import {overlaps} from '../analysis/span.ts'
import type {Source, Statement} from './statements.ts'

/** "2024-03-01: …", "March 2024 - …" */
const dated =
  /^\W{0,3}(?:\d{4}(?:[-/.]\d{1,2}){0,2}|\d{1,2}[-/. ](?:\d{1,2}|\p{Lu}\p{Ll}{2,8})[-/., ]{1,2}\d{4}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\p{Ll}*\.? (?:\d{1,2}(?:st|nd|rd|th)?,? ?)?\d{4})(?!\d)/iu

/**
 * The entries of a log ("Implementation history") that a later one has overtaken: what it stands at is the last. Only where
 * the entries run from the oldest to the newest, by their years.
 */
export function overtaken({proposal, statements}: Source): ReadonlySet<Statement> {
  const {sections, passages} = proposal
  const logs = new Map<number, Statement[]>()
  for (const one of statements) {
    const passage = passages[one.tellings[0]?.passage ?? -1]
    if (one.kind !== 'sentence' || passage?.kind !== 'item' || !dated.test(passage.plain)) continue
    if (!promises(sections[passage.section]?.title ?? '', 'progress')) continue
    logs.set(passage.section, [...(logs.get(passage.section) ?? []), one])
  }
  return new Set(
    Array.from(logs.values()).flatMap((entries) => {
      const years = entries.map(({clip}) => Number(/\b(?:19|20)\d\d\b/.exec(clip(40).words)?.[0]))
      const rising = years.every((year, at) => at === 0 || year >= (years[at - 1] ?? 0))
      const last = entries.at(-1)
      // A list of them begins with the oldest.
      const lists = statements.filter(
        ({kind, span}) => kind === 'list' && entries.some((entry) => overlaps(entry.span, span))
      )
      return rising && entries.length > 1 ? [...entries.filter((one) => one !== last), ...lists] : []
    })
  )
}
