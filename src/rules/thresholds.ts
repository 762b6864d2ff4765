/** Where findings and their display change; a user may set others. */
export interface Thresholds {
  /** Under this many words a document is an early draft, which gets hints only. */
  readonly draftWords: number
  /** More warnings would be a wall; the rest comes up as these are mended. */
  readonly shownWarnings: number
  /** From this many weeks on a commitment is a long one, which needs a point to decide on the way. */
  readonly oversizedWeeks: number
  /** Larger documents, in KB, are not read: that would keep an editor waiting. */
  readonly largestKB: number
}

export const defaultThresholds: Thresholds = {
  draftWords: 120,
  shownWarnings: 5,
  oversizedWeeks: 12,
  largestKB: 1000
}
