import {existsSync, readFileSync, writeFileSync} from 'node:fs'

const file = 'bench/results.json'

/** Writes figures into bench/results.json under a key; those of other benchmarks stay. */
export function record(key: string, figures: unknown): void {
  const before: Record<string, unknown> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  writeFileSync(file, `${JSON.stringify({...before, [key]: figures}, undefined, 2)}\n`)
}

/** The middle one of some numbers; of an even count, the lower of the two. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN
}
