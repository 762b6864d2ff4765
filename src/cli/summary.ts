import {analyze} from '../analysis/analyze.ts'
import {summaryOf, summaryToMarkdown} from '../artifacts/summary.ts'
import {wantedBy} from '../rules/wanted.ts'
import {readSource} from './files.ts'

export const summaryFormats = ['markdown', 'json'] as const

/** Prints the stakeholder summary of a file. */
export async function summary(
  file: string,
  {format}: {format: (typeof summaryFormats)[number]}
): Promise<void> {
  const {text} = await readSource(file)
  const proposal = analyze(text)
  const summary = summaryOf(proposal, wantedBy(proposal))
  process.stdout.write(format === 'json' ? `${JSON.stringify(summary)}\n` : summaryToMarkdown(summary))
}
