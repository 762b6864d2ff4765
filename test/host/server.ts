import {spawn} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {installVSCode, type Say} from './cache.ts'
import {installExtension} from './extension-folder.ts'
import {cleanUpAtExit, killTree} from './processes.ts'
import {type Settings, writeProfile} from './profile.ts'

const START_TIMEOUT_MS = 60_000
const logFiles = fileURLToPath(new URL('log-files.cjs', import.meta.url))

export type ServerOptions = {
  /** What visitors must know; without it everybody on this machine is let in. */
  token?: string
  /** 0 or nothing: any free one. */
  port?: number
  /** Lets the address run tests (`extensionTestsPath`); never for people. */
  automation?: boolean
  /** User settings beside those that keep VS Code quiet. */
  settings?: Settings
  /** A profile that is there already, instead of a fresh one with `settings`. */
  userData?: string
  /** Roots of extensions to install, packaged as they would be published. */
  extensions?: string[]
  say: Say
}

export type Server = {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  address: string
  /** Settled when it has ended, for whatever reason. */
  closed: Promise<void>
  /** What it printed so far. */
  log(): string
  /** Ends it with all its processes and removes its folders. May be called twice. */
  stop(): Promise<void>
}

/**
 * Starts VS Code as a server on this machine, with folders of its own for everything it writes.
 *
 * @param options see {@link ServerOptions}
 * @returns the server, once it answers
 * @throws an Error with its output when it does not start, or what {@link installVSCode} throws
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const {node, main} = await installVSCode(options.say)
  const home = mkdtempSync(join(tmpdir(), 'buy-in-vscode-'))
  const userData = options.userData ?? join(home, 'user')
  if (!options.userData) writeProfile(userData, options.settings)
  const extensions = join(home, 'extensions')
  mkdirSync(extensions)
  for (const root of options.extensions ?? []) await installExtension(root, extensions)

  const child = spawn(
    node,
    [
      ...(options.automation ? ['--require', logFiles] : []),
      main,
      '--host=127.0.0.1',
      `--port=${options.port ?? 0}`,
      '--accept-server-license-terms',
      '--telemetry-level=off',
      `--server-data-dir=${join(home, 'server')}`,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${extensions}`,
      options.token ? `--connection-token=${options.token}` : '--without-connection-token',
      ...(options.automation ? ['--enable-smoke-test-driver'] : [])
    ],
    {env: ownEnvironment(), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32'}
  )
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  const remove = () => rmSync(home, {recursive: true, force: true, maxRetries: 5, retryDelay: 100})
  const forget = cleanUpAtExit(() => {
    killTree(child)
    remove()
  })
  let printed = ''
  const stop = async () => {
    killTree(child)
    await closed
    remove()
    forget()
  }
  try {
    const port = await new Promise<string>((resolve, reject) => {
      const look = (data: Buffer) => {
        printed += data
        const found = /Web UI available at https?:\/\/[^/\s]*:(\d+)/.exec(printed)?.[1]
        if (found) resolve(found)
        else if (printed.includes('EADDRINUSE'))
          reject(new Error(`Port ${options.port} is taken: choose another.`))
      }
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.on('error', reject)
      child.on('close', (code) => reject(new Error(`VS Code's server ended (${code}).\n${printed}`)))
      setTimeout(
        () =>
          reject(new Error(`VS Code's server said nothing for ${START_TIMEOUT_MS / 1000} s.\n${printed}`)),
        START_TIMEOUT_MS
      ).unref()
    })
    return {address: `http://127.0.0.1:${port}`, closed, log: () => printed, stop}
  } catch (error) {
    await stop()
    throw error
  }
}

/** The environment without what an outer VS Code or Node has put there for itself, and without a shop. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return {...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}'}
}
