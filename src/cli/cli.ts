import {Command, Option} from 'commander'
import {version} from '../../package.json'
import {profiles} from '../analysis/proposal.ts'
import type {ArtifactKind} from '../artifacts/make.ts'
import {type ArtifactOptions, artifact} from './artifact.ts'
import {inspect} from './inspect.ts'
import {lint, lintFormats} from './lint.ts'
import {worksAsThread} from './lint-threads.ts'
import {expectShortRun} from './short-run.ts'
import {summary, summaryFormats} from './summary.ts'

// Exit codes: 0 clean, 1 findings, 2 it could not run.
const program = new Command('buy-in')
  .description('Reads a proposal as its reader would and says what is missing.')
  .version(version)
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

program
  .command('lint')
  .description('say what a reader is not told')
  .argument('<file...>', 'Markdown files, globs, or folders to look for proposals in; - reads standard input')
  .addOption(new Option('--format <format>', 'how to print findings').choices(lintFormats).default('stylish'))
  .option('--max-warnings <number>', 'how many warnings are accepted', wholeNumber, 0)
  .addOption(
    new Option('--profile <profile>', 'what kind of documents these are').choices(['auto', ...profiles])
  )
  .option('--only-proposals', 'of the files named, read only those that are proposals')
  .option('--stdin-filename <file>', 'the name that standard input goes by')
  .option('--changed-since <ref>', 'only what stands on lines changed since a commit')
  .option('--baseline <file>', 'leave out the findings that this file has')
  .option('--update-baseline', 'write the findings into the baseline instead of printing them')
  .option('--fix', 'mend what needs no author')
  .action(lint)

program
  .command('inspect')
  .description('print what was understood: the trust elements, where they stand, and the asks')
  .argument('<file...>', 'Markdown files; - reads standard input')
  .addOption(
    new Option('--format <format>', 'how to print it: one JSON object a line')
      .choices(['json'])
      .default('json')
  )
  .action(inspect)

const artifacts: readonly (readonly [ArtifactKind, string])[] = [
  ['recap', 'print a recap to send after a meeting, as Markdown'],
  ['update', 'print an update for a newsletter, a channel or a blog, as Markdown'],
  ['script', 'print the script of a video of at most three minutes, as Markdown'],
  ['guide', 'print a guide for the talk with each stakeholder before the ask, as Markdown']
]
for (const [kind, description] of artifacts) {
  const command = program
    .command(kind)
    .description(description)
    .argument('<file>', 'a Markdown file; - reads standard input')
    .option('--for <name>', 'the stakeholder that it is for; else for everybody')
    .action((file: string, options: ArtifactOptions) => artifact(kind, file, options))
  if (kind === 'recap') command.option('--meeting <date>', 'when the meeting was')
  if (kind === 'update')
    command.option('--since <ref>', 'the commit, branch or tag of Git that its readers last heard of')
}

program
  .command('summary')
  .description('print the stakeholder summary')
  .argument('<file>', 'a Markdown file; - reads standard input')
  .addOption(new Option('--format <format>', 'how to print it').choices(summaryFormats).default('markdown'))
  .option('--for <stakeholder>', 'whom it is for, as the proposal names them; everybody by default')
  .action(summary)

program
  .command('language-server')
  .description('serve an editor by the Language Server Protocol')
  .requiredOption('--stdio', 'over standard input and output')
  // Clients name themselves here, too.
  .allowUnknownOption()
  .allowExcessArguments()
  .action(async () => void (await import('../server/node.ts')))

program
  .command('mcp')
  .description('serve an assistant by the Model Context Protocol: lint, summarise, list the asks')
  .requiredOption('--stdio', 'over standard input and output')
  .action(async () => (await import('../mcp/mcp.ts')).serveMcp())

const servers = ['language-server', 'mcp']
program.hook('preAction', (_, command) => {
  if (!servers.includes(command.name())) expectShortRun()
})

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0)
    program.error(`--max-warnings takes a whole number, not “${value}”.`)
  return number
}

if (!worksAsThread())
  program.parseAsync().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 2
  })
