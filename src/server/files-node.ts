import {readFile} from 'node:fs/promises'
import {fileURLToPath} from 'node:url'

/** Reads a text file of this machine by its URI; undefined where there is none that may be read. */
export async function readFileHere(uri: string): Promise<string | undefined> {
  if (!uri.startsWith('file:')) return undefined
  try {
    return await readFile(fileURLToPath(uri), 'utf8')
  } catch {
    return undefined
  }
}
