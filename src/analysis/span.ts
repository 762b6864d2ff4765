/** A stretch of the document: UTF-16 offsets into its text, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one character, or one of them is empty and lies inside the other. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** Whether `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The smallest span that holds all of `spans`; throws a RangeError when there are none. */
export function hull(spans: readonly Span[]): Span {
  const [first, ...rest] = spans
  if (!first) throw new RangeError('hull of no spans')
  return rest.reduce<Span>(
    (all, {start, end}) => ({start: Math.min(all.start, start), end: Math.max(all.end, end)}),
    first
  )
}

/** `span` of `text` without the white space at its ends. */
export function trim(text: string, {start, end}: Span): Span {
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return {start, end}
}

/** A span, moved. */
export function shifted({start, end}: Span, shift: number): Span {
  return {start: start + shift, end: end + shift}
}
