/**
 * Cuts a sequence into `count` runs whose weights are as even as can be.
 * @param weights of the parts, in their order
 * @param kinship how much part `at` belongs to the one before it, in the unit of the weights' squares
 * @returns runs of indices
 */
export function evenRuns(
  weights: readonly number[],
  count: number,
  kinship: (at: number) => number = () => 0
): number[][] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / count
  const cost = (from: number, to: number) => {
    const sum = weights.slice(from, to).reduce((all, weight) => all + weight, 0)
    let kin = 0
    for (let at = from + 1; at < to; at++) kin += kinship(at)
    return (sum - mean) ** 2 - kin * mean ** 2
  }
  // best[k][n]: the cheapest way to cut the first n parts into k runs, and where its last run begins.
  let best = weights.map((_, at) => ({cost: cost(0, at + 1), runs: [0]}))
  for (let runs = 2; runs <= count; runs++) {
    best = weights.map((_, at) => {
      let found = {cost: Number.POSITIVE_INFINITY, runs: [0]}
      for (let from = runs - 1; from <= at; from++) {
        const before = best[from - 1]
        const all = (before?.cost ?? Number.POSITIVE_INFINITY) + cost(from, at + 1)
        if (before && all < found.cost) found = {cost: all, runs: [...before.runs, from]}
      }
      return found
    })
  }
  const starts = best.at(-1)?.runs ?? [0]
  return starts.map((start, at) =>
    Array.from({length: (starts[at + 1] ?? weights.length) - start}, (_, index) => start + index)
  )
}
