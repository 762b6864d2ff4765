import {summaryOf, summaryToMarkdown} from '../artifacts/summary.ts'
import {readUnder} from '../config/configuration.ts'
import {wantedBy} from '../rules/wanted.ts'
import {configurationFor} from './configuration.ts'
import {readSource} from './files.ts'

export const summaryFormats = ['markdown', 'json'] as const

/** Prints the stakeholder summary of a file. */
export async function summary(
  file: string,
  {format}: {format: (typeof summaryFormats)[number]}
): Promise<void> {
  const source = await readSource(file)
  const configuration = await configurationFor(source)
  const {proposal} = readUnder(source.text, configuration)
  const summary = summaryOf(proposal, wantedBy(proposal, configuration.rules))
  process.stdout.write(format === 'json' ? `${JSON.stringify(summary)}\n` : summaryToMarkdown(summary))
}
