import {inspection} from '../artifacts/inspection.ts'
import {readUnder} from '../config/configuration.ts'
import {configurationFor} from './configuration.ts'
import {readSources} from './files.ts'

/** Prints what was understood of each file, one JSON object a line. */
export async function inspect(files: readonly string[]): Promise<void> {
  for await (const source of readSources(files)) {
    const {proposal} = readUnder(source.text, await configurationFor(source))
    process.stdout.write(`${JSON.stringify({file: source.file, ...inspection(proposal)})}\n`)
  }
}
