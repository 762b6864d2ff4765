import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {windowAddress} from './address.ts'
import {automate} from './automation.ts'
import {writeMemoryExtension} from './memory-extension.ts'
import {MEMORY_FOLDER} from './memory-workspace.ts'
import {cleanUpAtExit} from './processes.ts'
import {startProxy} from './proxy.ts'
import {startServer} from './server.ts'
import type {Suite} from './suite.ts'

/**
 * Runs an extension's tests in the web worker extension host, the one of vscode.dev: the extension's
 * `browser` entry, no Node, and a virtual workspace, whose files are on no disk.
 *
 * @param suite see {@link Suite}
 * @returns the exit code, 0 when all tests passed
 */
export async function runInWeb(suite: Suite): Promise<number> {
  const say = (line: string) => console.log(line)
  const server = await startServer({
    automation: true,
    say,
    ...(suite.settings ? {settings: suite.settings} : {})
  })
  const memory = mkdtempSync(join(tmpdir(), 'buy-in-memory-'))
  const remove = () => rmSync(memory, {recursive: true, force: true})
  const forget = cleanUpAtExit(remove)
  await writeMemoryExtension(memory, suite.files ?? {})
  const extensions = [memory, ...(suite.others ?? []), suite.extension]
  const proxy = await startProxy({
    target: server.address,
    folders: {
      // Within the extension: VS Code runs the tests in the host of the extension that holds them.
      [`/__ext${extensions.length - 1}/__tests/`]: dirname(suite.tests),
      ...Object.fromEntries(extensions.map((root, index) => [`/__ext${index}/`, root]))
    },
    configure: (configuration, host) => {
      const at = (path: string) => ({scheme: 'http', authority: host, path})
      return {
        ...configuration,
        developmentOptions: {
          enableSmokeTestDriver: true,
          extensions: extensions.map((_, index) => at(`/__ext${index}`)),
          extensionTestsPath: at(`/__ext${extensions.length - 1}/__tests/${basename(suite.tests)}`)
        }
      }
    }
  })
  try {
    return await automate({
      address: windowAddress(proxy.address, suite.files ? {folder: MEMORY_FOLDER} : {}),
      server,
      tests: suite.tests,
      say
    })
  } finally {
    await proxy.stop()
    await server.stop()
    remove()
    forget()
  }
}
