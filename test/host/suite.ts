import {cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {bundleTests, TESTS} from './bundle.ts'
import {runInNode} from './node.ts'
import {cleanUpAtExit, endWithParent} from './processes.ts'
import type {Settings} from './profile.ts'
import {runInWeb} from './web.ts'

/** The tests of an extension that run inside VS Code, and what they need. */
export type Suite = {
  /** Root of the extension under test, built. */
  extension: string
  /** The CommonJS module whose `run()` runs the tests. */
  tests: string
  /** The folder to open. The tests may write there. */
  workspace?: string
  /** User settings beside those that keep VS Code quiet. */
  settings?: Settings
  /** Roots of other extensions to run with it. */
  others?: string[]
}

const hosts = {node: runInNode, web: runInWeb}

/**
 * `tsx test/host/suite.ts node|web [EXTENSION]`: bundles `test/vscode/**` and runs it in one of VS Code's
 * extension hosts, with a copy of `test/vscode/workspace` as workspace and the extensions in
 * `test/vscode/extensions` beside the one under test.
 */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
  endWithParent()
  const [host = '', extension = here('../..')] = process.argv.slice(2)
  if (host !== 'node' && host !== 'web') throw new Error(`Which host? node or web, not ${host}`)
  await bundleTests()
  const workspace = join(mkdtempSync(join(tmpdir(), 'buy-in-workspace-')), 'workspace')
  mkdirSync(workspace)
  cleanUpAtExit(() => rmSync(join(workspace, '..'), {recursive: true, force: true}))
  const original = here('../vscode/workspace')
  if (existsSync(original)) cpSync(original, workspace, {recursive: true})
  const beside = here('../vscode/extensions')
  const others = existsSync(beside) ? readdirSync(beside).map((name) => join(beside, name)) : []
  process.exitCode = await hosts[host]({extension, tests: TESTS, workspace, others})
}
