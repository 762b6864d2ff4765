import type {Proposal} from '../analysis/proposal.ts'
import {contains, overlaps} from '../analysis/span.ts'
import {placesBySection} from '../rules/places-by-section.ts'
import type {Finding} from '../rules/rule.ts'
import type {Edit, Fix} from './fix.ts'

/**
 * What can be mended without the author: a place to fill in that the project's configuration answers, and a
 * section of nothing but places that was inserted twice. Nothing that an author wrote is touched.
 * @returns undefined where there is nothing of the kind
 */
export function mendWithoutAuthor(proposal: Proposal, findings: readonly Finding[]): Fix | undefined {
  const open = findings.filter(({rule}) => rule.id === 'no-unfilled-placeholder')
  const edits = open.flatMap((finding) => repeated(proposal, finding) ?? inKnownPlaces(proposal, finding))
  if (edits.length === 0) return undefined
  return {title: 'Mend what needs no author', kind: 'source.fixAll.buyIn', edits}
}

/** Fills in where readers may answer, if the project says it; for any finding of a place to fill in. */
export function fillKnown(proposal: Proposal, finding: Finding): Fix | undefined {
  const edits = finding.rule.id === 'no-unfilled-placeholder' ? inKnownPlaces(proposal, finding) : []
  const {channel} = proposal.project.feedback
  return edits.length > 0
    ? {title: `Fill in “${channel}”`, kind: 'quickfix.buyIn.known', edits, preferred: true}
    : undefined
}

function inKnownPlaces(proposal: Proposal, {span}: Finding): Edit[] {
  const {channel} = proposal.project.feedback
  if (channel === undefined) return []
  const places = Array.from(placesBySection(proposal).values()).find(([first]) => overlaps(first.span, span))
  return (places ?? []).flatMap(({words, span}) => (words === '⟨where⟩' ? [{span, content: [channel]}] : []))
}

/** Takes out the section of a finding if nothing stands in it but places, and the same words stand in an earlier one. */
function repeated({text, sections, places, passages}: Proposal, {span}: Finding): Edit[] | undefined {
  const at = sections.findIndex((section) => contains(section.span, span))
  const section = sections[at]
  if (!section?.heading) return undefined
  const own = passages.filter((passage) => contains(section.span, passage.span))
  const inserted = places.filter(({words}) => words.startsWith('⟨'))
  const scaffold = own.every((passage) => inserted.some((place) => overlaps(place.span, passage.span)))
  const words = (one: typeof section) => text.slice(one.span.start, one.span.end).trim()
  const twin = sections
    .slice(0, at)
    .some((one) => one.parent === section.parent && words(one) === words(section))
  const parts = sections.some(({parent}) => parent === at)
  if (!scaffold || !twin || parts) return undefined
  // The blanks before it go along, those after it stay.
  const start = text.slice(0, section.span.start).trimEnd().length
  return [{span: {start, end: text.slice(0, section.span.end).trimEnd().length}, content: []}]
}
