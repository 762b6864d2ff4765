import {analyze} from '../analysis/analyze.ts'
import {recapOf} from '../artifacts/recap.ts'
import {stakeholderNamed} from '../artifacts/stakeholders.ts'
import {readSource} from './files.ts'

interface Options {
  readonly for?: string
  readonly meeting?: string
}

/** Prints the recap of a file as Markdown. */
export async function recap(file: string, {for: name, meeting}: Options): Promise<void> {
  const {text} = await readSource(file)
  const proposal = analyze(text)
  const {markdown} = recapOf(proposal, {meeting, stakeholder: stakeholderNamed(proposal, name)})
  process.stdout.write(markdown)
}
