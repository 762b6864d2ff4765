import {spawn, spawnSync} from 'node:child_process'
import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {delimiter, dirname, join} from 'node:path'
import {type Browser, chromium} from 'playwright-core'
import type {Say} from './cache.ts'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

const ELSEWHERE: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  ],
  win32: [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].flatMap(
    (root) =>
      root
        ? [
            join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
            join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe')
          ]
        : []
  )
}

/** A browser, and fonts that make its pictures readable: a sans and a monospaced one. */
const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-dejavu-core']

/** No sandbox, which root cannot have; and nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic'
]

const PLAYWRIGHT_DOWNLOADS = 'https://cdn.playwright.dev'
const INSTALL_TIMEOUT_MS = 600_000
const LOOK_TIMEOUT_MS = 5_000

/**
 * Starts a browser without a window.
 *
 * @param say gets the progress when one has to be installed first
 * @returns the browser; close it when done
 * @throws what {@link findChromium} throws
 */
export async function launchChromium(say: Say): Promise<Browser> {
  return chromium.launch({executablePath: await findChromium(say), args: FLAGS})
}

/**
 * Finds a Chromium, Chrome or Edge: the one that `BUYIN_CHROMIUM` or `CHROME_PATH` names, one that is
 * installed, one that playwright has; else it installs one, with apt where that is allowed, or playwright's.
 *
 * @param say gets the progress when something is installed
 * @returns the path of the executable
 * @throws an Error that says what to install when there is none
 */
async function findChromium(say: Say): Promise<string> {
  const named = process.env.BUYIN_CHROMIUM ?? process.env.CHROME_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(`BUYIN_CHROMIUM or CHROME_PATH names ${named}, which does not exist.`)
  }
  return (
    installed() ??
    ((await aptInstall(say)) ? installed() : undefined) ??
    ((await playwrightInstall(say)) ? installed() : undefined) ??
    noBrowser()
  )
}

function noBrowser(): never {
  throw new Error(
    'No Chromium was found, and none could be installed. Install Chromium, Chrome or Edge ' +
      '(Debian and Ubuntu: apt-get install chromium), or set BUYIN_CHROMIUM to the executable of one.'
  )
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...onPath, ...(ELSEWHERE[process.platform] ?? []), chromium.executablePath()].find(runs)
}

/** Some systems have an executable that only says how to install the browser: ask it for its version. */
function runs(executable: string): boolean {
  if (!existsSync(executable)) return false
  if (process.platform === 'win32') return true
  return spawnSync(executable, ['--version'], {stdio: 'ignore', timeout: LOOK_TIMEOUT_MS}).status === 0
}

async function aptInstall(say: Say): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return false
  say('Installing Chromium with apt-get (about 400 MB on disk, once) …')
  await succeeds('apt-get', ['update', '-q'])
  const done = await succeeds('apt-get', [
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    ...DEBIAN_PACKAGES
  ])
  if (!done) say('apt-get could not install it.')
  return done
}

async function playwrightInstall(say: Say): Promise<boolean> {
  const reachable = await fetch(PLAYWRIGHT_DOWNLOADS, {
    method: 'HEAD',
    signal: AbortSignal.timeout(LOOK_TIMEOUT_MS)
  }).catch(() => undefined)
  if (!reachable) return false
  say('Installing Chromium with playwright (about 300 MB on disk, once) …')
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  return succeeds(process.execPath, [cli, 'install', '--no-shell', 'chromium'])
}

function succeeds(command: string, args: string[]): Promise<boolean> {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'}
  const child = spawn(command, args, {env, stdio: 'ignore'})
  setTimeout(() => child.kill(), INSTALL_TIMEOUT_MS).unref()
  return new Promise((resolve) => {
    child.on('error', () => resolve(false))
    child.on('close', (code) => resolve(code === 0))
  })
}
