import {chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {downloadAndUnzipVSCode, runTests, TestRunFailedError} from '@vscode/test-electron'
import {cacheFolder} from './cache.ts'
import {writeFiles} from './files.ts'
import {cleanUpAtExit} from './processes.ts'
import {writeProfile} from './profile.ts'
import type {Suite} from './suite.ts'

/**
 * Runs an extension's tests in the extension host with Node, through `@vscode/test-electron`. What
 * `BUYIN_VSCODE` says decides on which VS Code: the path of a desktop one, or a version of it to download
 * (`stable`, `insiders`, `1.106.0`). Without it, VS Code's server and a browser take the desktop's place.
 *
 * @param suite see {@link Suite}
 * @returns the exit code, 0 when all tests passed
 */
export async function runInNode(suite: Suite): Promise<number> {
  const home = mkdtempSync(join(tmpdir(), 'buy-in-node-'))
  const remove = () => rmSync(home, {recursive: true, force: true, maxRetries: 5, retryDelay: 100})
  const forget = cleanUpAtExit(remove)
  try {
    const userData = join(home, 'user')
    writeProfile(userData, suite.settings)
    const workspace = join(home, 'workspace')
    if (suite.files) writeFiles(workspace, suite.files)
    return await runTests({
      vscodeExecutablePath: await executable(home),
      extensionDevelopmentPath: [...(suite.others ?? []), suite.extension],
      extensionTestsPath: suite.tests,
      launchArgs: [
        ...(suite.files ? [workspace] : []),
        `--user-data-dir=${userData}`,
        `--extensions-dir=${join(home, 'extensions')}`
      ]
    })
  } catch (error) {
    if (error instanceof TestRunFailedError) return error.code ?? 1
    throw error
  } finally {
    remove()
    forget()
  }
}

function executable(home: string): Promise<string> | string {
  const wanted = process.env.BUYIN_VSCODE
  if (!wanted) return standIn(home)
  if (existsSync(wanted)) return wanted
  if (/^(stable|insiders|\d+\.\d+\.\d+)$/.test(wanted)) return download(wanted)
  throw new Error(`BUYIN_VSCODE is ${wanted}: neither the path of a VS Code nor a version of it.`)
}

function download(version: string): Promise<string> {
  const cachePath = join(cacheFolder(), 'desktop')
  mkdirSync(cachePath, {recursive: true})
  return downloadAndUnzipVSCode({version, cachePath})
}

/** Writes an executable that runs `electron-stand-in.ts` with this Node. */
function standIn(home: string): string {
  const tsx = pathToFileURL(fileURLToPath(import.meta.resolve('tsx'))).href
  const script = fileURLToPath(new URL('electron-stand-in.ts', import.meta.url))
  const windows = process.platform === 'win32'
  const path = join(home, windows ? 'code.cmd' : 'code')
  const call = `"${process.execPath}" --import "${tsx}" "${script}"`
  writeFileSync(path, windows ? `@${call} %*\r\n` : `#!/bin/sh\nexec ${call} "$@"\n`)
  chmodSync(path, 0o755)
  return path
}
