import {fold} from '../../analysis/plain-text.ts'

/** The items of the first list that the second does not have, each as often as it is missing. */
export function without<Item>(
  items: readonly Item[],
  others: readonly Item[],
  keyOf: (item: Item) => string
): Item[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(keyOf(other), (left.get(keyOf(other)) ?? 0) + 1)
  return items.filter((item) => {
    const count = left.get(keyOf(item)) ?? 0
    left.set(keyOf(item), count - 1)
    return count <= 0
  })
}

/** In quotation marks. */
export function quoted(words: string): string {
  return `“${words}”`
}

/** The first words, where there are many. */
export function shortened(words: string): string {
  const all = fold(words).split(' ')
  return all.length > 8 ? `${all.slice(0, 8).join(' ')} …` : fold(words)
}
