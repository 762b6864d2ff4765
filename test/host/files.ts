import {mkdirSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'

/** The files of a folder: their texts, by their paths in it with `/`. */
export type Files = Readonly<Record<string, string>>

/** Writes files into a folder, which is made where there is none. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), text)
  }
}
