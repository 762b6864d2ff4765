import {spawn, spawnSync} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import {windowAddress} from './address.ts'
import {cleanUpAtExit, endWithParent} from './processes.ts'
import {startServer} from './server.ts'

const USAGE = `npm start [-- OPTIONS]

  Opens VS Code with Buy-In and a copy of the sample proposals: the VS Code of this desktop if there is
  one, else VS Code in the browser.

  --browser        in the browser, also where there is a VS Code
  --port NUMBER    of the browser's address (default: any free one; also: BUYIN_PORT)
  --folder PATH    other documents than examples/
  --extension PATH another extension than this one`

const here = fileURLToPath(new URL('../..', import.meta.url))

// Ctrl+C is how it is meant to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(0))
endWithParent()

try {
  await start()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function start(): Promise<void> {
  const {values} = parseArgs({
    options: {
      browser: {type: 'boolean', default: false},
      port: {type: 'string', default: process.env.BUYIN_PORT ?? '0'},
      folder: {type: 'string', default: join(here, 'examples')},
      extension: {type: 'string', default: here},
      help: {type: 'boolean', default: false}
    }
  })
  if (values.help) {
    console.log(USAGE)
    return
  }
  const extension = resolve(values.extension)
  const {main} = JSON.parse(readFileSync(join(extension, 'package.json'), 'utf8'))
  if (!existsSync(join(extension, main))) throw new Error(`${main} is missing. Build it first: npm run build`)
  if (!/^\d+$/.test(values.port) || Number(values.port) > 65_535)
    throw new Error(`Not a port: ${values.port}`)

  const home = mkdtempSync(join(tmpdir(), 'buy-in-samples-'))
  const folder = join(home, basename(resolve(values.folder)))
  cpSync(resolve(values.folder), folder, {recursive: true})
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
  const name = names.find((name) => name === 'proposal.md') ?? names[0]
  const file = name ? join(folder, name) : undefined

  if (!values.browser && hasDesktopCode()) {
    const opened = [
      '--new-window',
      `--extensionDevelopmentPath=${extension}`,
      folder,
      ...(file ? [file] : [])
    ]
    spawnSync('code', opened, {stdio: 'inherit', shell: process.platform === 'win32'})
    console.log(`VS Code opens with Buy-In and a copy of the samples, in ${folder}`)
    return
  }

  cleanUpAtExit(() => rmSync(home, {recursive: true, force: true}))
  const token = randomBytes(8).toString('hex')
  const server = await startServer({
    token,
    port: Number(values.port),
    extensions: [extension],
    say: (line) => console.log(line)
  })
  const address = windowAddress(server.address, {token, folder, ...(file ? {file} : {})})
  console.log(`
  VS Code with Buy-In is running. Open this address in a browser:

  ${address}

  It shows a copy of the samples, which is removed at the end. Press Ctrl+C to stop.
`)
  openBrowser(address)
  await server.closed
  throw new Error(`VS Code's server has ended.\n${server.log()}`)
}

/** A `code` in the terminal of a remote VS Code cannot run an extension from here. */
function hasDesktopCode(): boolean {
  if (process.env.VSCODE_IPC_HOOK_CLI || !hasDisplay()) return false
  return spawnSync('code', ['--version'], {stdio: 'ignore', shell: process.platform === 'win32'}).status === 0
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function openBrowser(address: string): void {
  if (!hasDisplay()) return
  const command = {darwin: 'open', win32: 'explorer'}[process.platform as string] ?? 'xdg-open'
  const child = spawn(command, [address], {stdio: 'ignore', detached: true})
  child.on('error', () => undefined)
  child.unref()
}
