import type {FileReport} from './report.ts'

/** One JSON array: each file with its findings. */
export function json(files: readonly FileReport[]): string {
  return `${JSON.stringify(files.map(({file, findings}) => ({file, findings})))}\n`
}
