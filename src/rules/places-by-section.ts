import type {Proposal, Slot} from '../analysis/proposal.ts'

/** The places still to be filled in, by the index of their section; only sections that have some. */
export function placesBySection({places, sections}: Proposal): Map<number, [Slot, ...Slot[]]> {
  const found = new Map<number, [Slot, ...Slot[]]>()
  let section = 0
  for (const place of places) {
    while (section + 1 < sections.length && (sections[section]?.span.end ?? 0) <= place.span.start) section++
    const others = found.get(section)
    if (others) others.push(place)
    else found.set(section, [place])
  }
  return found
}
