import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {sameDocuments, sameProject} from '../same-documents.ts'
import {bundleTests} from './bundle.ts'
import type {Files} from './files.ts'
import {runInNode} from './node.ts'
import {endWithParent} from './processes.ts'
import type {Settings} from './profile.ts'
import {runInWeb} from './web.ts'

/** The tests of an extension that run inside VS Code, and what they need. */
export type Suite = {
  /** Root of the extension under test, built. */
  extension: string
  /** The CommonJS module whose `run()` runs the tests. */
  tests: string
  /** The files of the workspace. The tests may write there. */
  files?: Files
  /** User settings beside those that keep VS Code quiet. */
  settings?: Settings
  /** Roots of other extensions to run with it. */
  others?: string[]
}

const hosts = {node: runInNode, web: runInWeb}

/**
 * `tsx test/host/suite.ts node|web [EXTENSION]`: bundles `test/vscode/**` and runs it in one of VS Code's
 * extension hosts, with the files of `test/vscode/workspace`, and in its folder `same` the documents that every
 * face reads, as workspace, and the extensions in `test/vscode/extensions` beside the one under test.
 */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  endWithParent()
  const [host = '', extension = here('../..')] = process.argv.slice(2)
  if (host !== 'node' && host !== 'web') throw new Error(`Which host? node or web, not ${host}`)
  const original = here('../vscode/workspace')
  const names = readdirSync(original, {recursive: true, encoding: 'utf8'}).filter((name) =>
    statSync(join(original, name)).isFile()
  )
  const same = Object.entries({...sameDocuments(), '.buy-in.json': sameProject})
  const files = Object.fromEntries([
    ...names.map((name) => [name.replaceAll('\\', '/'), readFileSync(join(original, name), 'utf8')]),
    ...same.map(([path, text]) => [`same/${path}`, text])
  ])
  const beside = here('../vscode/extensions')
  const others = existsSync(beside) ? readdirSync(beside).map((name) => join(beside, name)) : []
  process.exitCode = await hosts[host]({extension, tests: await bundleTests(), files, others})
}
