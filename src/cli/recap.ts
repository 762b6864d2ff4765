import {recapOf} from '../artifacts/recap.ts'
import {readUnder} from '../config/configuration.ts'
import {configurationFor} from './configuration.ts'
import {readSource} from './files.ts'

/** Prints the recap of a file as Markdown. */
export async function recap(file: string): Promise<void> {
  const source = await readSource(file)
  const configuration = await configurationFor(source)
  const {proposal} = readUnder(source.text, configuration)
  process.stdout.write(recapOf(proposal))
}
