import {diff3Merge} from 'node-diff3'

/** What became of a text that its user edited while its source changed. */
export interface Merged {
  readonly text: string
  /** Whether both changed the same lines, and the user's were kept. */
  readonly conflict: boolean
}

/**
 * Brings what is newly generated into a text that its user has edited.
 * @param mine the text as it is now
 * @param base what was generated before
 * @param theirs what is generated now
 */
export function merge(mine: string, base: string, theirs: string): Merged {
  const lines = (text: string) => text.split(/\r?\n/)
  const regions = diff3Merge(lines(mine), lines(base), lines(theirs), {excludeFalseConflicts: true})
  return {
    text: regions.flatMap(({ok, conflict}) => ok ?? conflict?.a ?? []).join('\n'),
    conflict: regions.some(({conflict}) => conflict !== undefined)
  }
}
