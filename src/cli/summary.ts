import {summaryOf} from '../artifacts/summary.ts'
import {summaryToHtml, summaryToMarkdown} from '../artifacts/summary-text.ts'
import {readWhole} from '../config/configuration.ts'
import {wantedBy} from '../rules/wanted.ts'
import {configurationFor} from './configuration.ts'
import {readSource} from './files.ts'

export const summaryFormats = ['markdown', 'html', 'json'] as const

interface Options {
  readonly format: (typeof summaryFormats)[number]
  /** Whom it is for, as the proposal names them. */
  readonly for?: string
}

/** Prints the stakeholder summary of a file; only JSON holds what the author sees, too. */
export async function summary(file: string, options: Options): Promise<void> {
  const source = await readSource(file)
  const configuration = await configurationFor(source)
  const {proposal} = readWhole(source.text, configuration)
  const summary = summaryOf(proposal, wantedBy(proposal, configuration.rules), options.for)
  if (options.for !== undefined && !summary.stakeholder) {
    const known = summary.stakeholders.map(({name}) => name).join(', ')
    throw new Error(
      `${file}: nobody called “${options.for}” has a part in it; it knows ${known || 'nobody'}.`
    )
  }
  const print = {
    markdown: () => summaryToMarkdown(summary),
    html: () => summaryToHtml(summary),
    json: () => `${JSON.stringify(summary)}\n`
  }
  process.stdout.write(print[options.format]())
}
