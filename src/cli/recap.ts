import {analyze} from '../analysis/analyze.ts'
import {recapOf} from '../artifacts/recap.ts'
import {readSource} from './files.ts'

/** Prints the recap of a file as Markdown. */
export async function recap(file: string): Promise<void> {
  const {text} = await readSource(file)
  process.stdout.write(recapOf(analyze(text)))
}
