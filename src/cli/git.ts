import {execFile} from 'node:child_process'
import {basename, dirname, resolve} from 'node:path'

/** The lines of a file that a change touches: first and last, from 1. */
export type Lines = readonly (readonly [first: number, last: number])[]

/**
 * Which lines of files were changed since a commit: since the point where this branch left it, with what is not
 * committed yet.
 * @throws an Error with a sentence for the user when git does not know the commit
 */
export async function changesSince(ref: string): Promise<(file: string) => Promise<Lines>> {
  const commits = new Map<string, Promise<string>>()
  return async (file) => {
    const path = resolve(file)
    const folder = dirname(path)
    const commit = commits.get(folder) ?? startOf(ref, folder)
    commits.set(folder, commit)
    const diff = ['diff', '--unified=0', '--no-color', '--no-ext-diff', '--no-renames', await commit]
    const said = await git([...diff, '--', basename(path)], folder)
    if (said !== '') return touched(said)
    const tracked = await git(['ls-files', '--', basename(path)], folder)
    return tracked === '' ? [[1, Number.MAX_SAFE_INTEGER]] : []
  }
}

async function startOf(ref: string, folder: string): Promise<string> {
  const verify = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]
  const commit = await git(verify, folder).catch(() => {
    throw new Error(`--changed-since: git knows no commit “${ref}” in ${folder}.`)
  })
  // Without a common start, as in a shallow clone, the commit itself has to do.
  return (await git(['merge-base', commit.trim(), 'HEAD'], folder).catch(() => commit)).trim()
}

/** The lines that the hunks of a diff leave in the new file; where only lines went, their neighbours. */
export function touched(diff: string): Lines {
  return Array.from(diff.matchAll(/^@@ -\S+ \+(\d+)(?:,(\d+))? @@/gm), ([, from = '1', count = '1']) => {
    const first = Number(from)
    return count === '0' ? [first, first + 1] : [first, first + Number(count) - 1]
  })
}

function git(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile('git', args, {cwd, maxBuffer: 2 ** 28}, (error, stdout) => (error ? fail(error) : done(stdout)))
  })
}
