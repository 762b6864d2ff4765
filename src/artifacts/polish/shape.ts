import {quoted, shortened, without} from './differences.ts'
import type {Part} from './parts.ts'

/** What became of the parts: headings, labels and lists stay as they are; asks are looked at apart. */
export function partsChanged(before: readonly Part[], after: readonly Part[]): string[] {
  const fixedOf = (parts: readonly Part[]) =>
    parts.filter(({kind}) => kind !== 'item' && kind !== 'ask' && kind !== 'words')
  const known = ({key}: Part) => key
  const called = ({kind, key, name}: Part) =>
    kind === 'fixed' ? `the line ${quoted(shortened(key))}` : `the part ${quoted(name)}`
  const [was, is] = [fixedOf(before), fixedOf(after)]
  const lost = without(was, is, known)
  const added = without(is, was, known)
  const reasons = [
    ...lost.map((part) => `${called(part)} is lost`),
    ...added.map((part) => `${called(part)} is added`)
  ]
  if (reasons.length > 0) return reasons
  const moved = was.find(({key}, index) => is[index]?.key !== key)
  if (moved) return [`${called(moved)} stands elsewhere`]
  // The lists, each between two parts that are the same.
  const lists = (parts: readonly Part[]) => {
    const counts: {name: string; items: number; words: number}[] = [
      {name: 'the beginning', items: 0, words: 0}
    ]
    for (const {kind, name} of parts) {
      const last = counts.at(-1)
      if (kind === 'item' && last) last.items++
      else if (kind === 'words' && last) last.words++
      else if (kind !== 'ask') counts.push({name, items: 0, words: 0})
    }
    return counts
  }
  const now = lists(after)
  const uneven = lists(before).flatMap(({name, items, words}, index): string[] => {
    const other = now[index]
    if (!other) return []
    if (other.items !== items)
      return [`the list in ${quoted(name)} has ${other.items} points instead of ${items}`]
    if (other.words !== words)
      return [`there is a paragraph ${other.words > words ? 'more' : 'less'} in ${quoted(name)}`]
    return []
  })
  if (uneven.length > 0) return uneven
  const other = before.find(({kind, key}, index) => after[index]?.kind !== kind || after[index]?.key !== key)
  return other ? [`the order of the lines in ${quoted(other.name)} is another one`] : []
}
