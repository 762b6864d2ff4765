import {execFile} from 'node:child_process'
import {basename, dirname} from 'node:path'
import {promisify} from 'node:util'
import {analyze} from '../analysis/analyze.ts'
import {type ArtifactKind, artifactOf} from '../artifacts/make.ts'
import {stakeholderNamed} from '../artifacts/moves.ts'
import {readWhole} from '../config/configuration.ts'
import {wantedBy} from '../rules/wanted.ts'
import {configurationFor} from './configuration.ts'
import {readSource} from './files.ts'

export interface ArtifactOptions {
  readonly for?: string
  readonly meeting?: string
  readonly since?: string
}

/** Prints one of the texts that stakeholders get, as Markdown. */
export async function artifact(
  kind: ArtifactKind,
  file: string,
  {for: name, meeting, since}: ArtifactOptions
): Promise<void> {
  const source = await readSource(file)
  const configuration = await configurationFor(source)
  const {proposal} = readWhole(source.text, configuration)
  const before = since === undefined ? undefined : analyze(await textAt(since, file))
  const {markdown} = artifactOf(kind, proposal, {
    meeting,
    before,
    stakeholder: stakeholderNamed(proposal, name),
    feedback: proposal.project.feedback,
    wanted: wantedBy(proposal, configuration.rules)
  })
  process.stdout.write(markdown)
}

/**
 * The text of a file as it stood at a commit.
 * @throws an Error with a sentence for the user where Git does not know it
 */
async function textAt(ref: string, file: string): Promise<string> {
  if (file === '-') throw new Error('--since needs a file that Git knows, not standard input.')
  if (ref.startsWith('-')) throw new Error(`--since takes a commit, a branch or a tag, not “${ref}”.`)
  try {
    const shown = await promisify(execFile)('git', ['show', `${ref}:./${basename(file)}`], {
      cwd: dirname(file),
      maxBuffer: 64 * 1024 * 1024
    })
    return shown.stdout
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error)
    throw new Error(`${file}: Git does not show it as of ${ref}. ${reason.split('\n')[0] ?? ''}`.trim())
  }
}
