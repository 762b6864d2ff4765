/** The name of `names` that takes the fewest changes to become from `word`; the first of several. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  // No name is as long as what may stand in a file.
  const wanted = word.slice(0, 64).toLowerCase()
  let best: {name: string; changes: number} | undefined
  for (const name of names) {
    const changes = changesBetween(wanted, name.toLowerCase())
    if (!best || changes < best.changes) best = {name, changes}
  }
  return best?.name
}

/** How many letters must be put in, taken out or exchanged. */
function changesBetween(a: string, b: string): number {
  let row = Array.from({length: b.length + 1}, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
