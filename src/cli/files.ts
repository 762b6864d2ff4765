import {readFile} from 'node:fs/promises'
import {buffer} from 'node:stream/consumers'

/** A file as the command line was given it. */
export interface Source {
  /** As it was given: a path, or "-". */
  readonly file: string
  /** Without a byte order mark. */
  readonly text: string
  /** Whether a byte order mark stands before it. */
  readonly marked?: boolean
}

/**
 * Reads a Markdown file, or standard input for "-".
 * @throws an Error with a sentence for the user when it cannot be read or is no text
 */
export async function readSource(file: string): Promise<Source> {
  const bytes = file === '-' ? await buffer(process.stdin) : await readFile(file).catch(explain(file))
  if (bytes.includes(0)) throw new Error(`${file}: this is no text file; Buy-In reads Markdown.`)
  try {
    // A byte order mark is dropped, as editors do; positions count from the character after it.
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return {file, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes), marked}
  } catch {
    throw new Error(`${file}: this is not UTF-8 text; save it as UTF-8 and try again.`)
  }
}

function explain(file: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such file.',
      EISDIR: 'this is a folder; name the Markdown files in it.',
      EACCES: 'you may not read this file.'
    }
    throw new Error(`${file}: ${reasons[error.code ?? ''] ?? error.message}`)
  }
}

/**
 * Reads one file after the other, in the order given. One that cannot be read is named on standard error, and
 * the process will exit with 2, but the others are read all the same.
 */
export async function* readSources(files: readonly string[]): AsyncGenerator<Source> {
  for (const file of files) {
    try {
      yield await readSource(file)
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error))
      process.exitCode = 2
    }
  }
}
