import {execFile} from 'node:child_process'
import {mkdir, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

export const checkout = fileURLToPath(new URL('../../../', import.meta.url))
export const program = join(checkout, 'dist/cli.cjs')

export interface Ran {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface Surroundings {
  readonly input?: string
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs a command to its end. */
export function run(
  command: string,
  args: readonly string[],
  {input = '', cwd, env}: Surroundings = {}
): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      command,
      args,
      {cwd, env: {...process.env, ...env}, maxBuffer: 2 ** 26},
      (error, stdout, stderr) => resolve({code: error ? Number(error.code) : 0, stdout, stderr})
    )
    // A program that does not read it may be gone already.
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}

/** Runs the built command line. */
export function buyIn(args: readonly string[], surroundings: Surroundings = {}): Promise<Ran> {
  return run(process.execPath, [program, ...args], surroundings)
}

/** Writes files below a folder. */
export async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), {recursive: true})
    await writeFile(join(folder, name), text)
  }
}

/** A memo that tells neither why nor where it stands nor what could go wrong. */
export const pond = `# A pond for the school garden

${'The garden lies behind the gym and gets the sun until four in the afternoon. '.repeat(10)}The problem is that our pupils have no place to see how frogs and dragonflies live, and we want to change that.

## What we ask

We ask the school to dig the pond, fill it with water and plant the reeds.
`
