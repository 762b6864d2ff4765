import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Page} from 'playwright-core'
import type {Say} from './cache.ts'
import {launchChromium} from './chromium.ts'
import {STARTED} from './report.ts'
import type {Server} from './server.ts'
import {toSources} from './stack.ts'

export type Automation = {
  /** The window that runs the tests, see `windowAddress`. */
  address: string
  /** Its output is kept when the tests fail. */
  server: Server
  /** The bundle with the tests. */
  tests: string
  say: Say
}

/** How long VS Code may take until the tests start. */
const START_MS = 60_000

/** How long all tests together may take. */
const ALL_MS = Number(process.env.BUYIN_TEST_TIMEOUT_MS ?? 300_000)

/** What VS Code says in every run: of native modules that are not compiled, of shops and policies it has not. */
const NOISE = new RegExp(
  `^(${[
    'Error: Could not locate the bindings file',
    "Cannot find module './build/Release/watchdog'",
    'Ignoring fetching additional builtin extensions',
    'Updating additional builtin extensions',
    '\\[AccountPolicyGate\\]'
  ].join('|')})`
)

/**
 * Opens a VS Code window that runs the tests of an extension, and passes on what they print.
 *
 * @param automation see {@link Automation}
 * @returns 0 when they passed, else another exit code; then it was said where a picture and logs are
 */
export async function automate({address, server, tests, say}: Automation): Promise<number> {
  const browser = await launchChromium(say)
  try {
    const page = await browser.newPage({viewport: {width: 1280, height: 800}})
    const readable = toSources(tests)
    const log: string[] = []
    page.on('console', (message) => log.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => log.push(`error: ${error.stack ?? error.message}`))
    const code = await exitCode(page, address, (line) => say(readable(line)))
    if (code !== 0) {
      const folder = mkdtempSync(join(tmpdir(), 'buy-in-failed-'))
      await page.screenshot({path: join(folder, 'window.png')}).catch(() => undefined)
      writeFileSync(join(folder, 'window.log'), log.join('\n'))
      writeFileSync(join(folder, 'server.log'), server.log())
      say(`A picture of the window, its log and the server's are in ${folder}`)
    }
    return code
  } finally {
    await browser.close()
  }
}

function exitCode(page: Page, address: string, say: Say): Promise<number> {
  return new Promise((resolve, reject) => {
    /** What came before the tests; only of interest if they never start. */
    let before: string[] | undefined = []
    const end = (code: number) => {
      clearTimeout(start)
      clearTimeout(all)
      if (code !== 0) before?.forEach(say)
      resolve(code)
    }
    const giveUp = (why: string) => {
      say(why)
      end(1)
    }
    const start = setTimeout(() => giveUp(`The tests did not start within ${START_MS / 1000} s.`), START_MS)
    const all = setTimeout(() => giveUp(`The tests did not end within ${ALL_MS / 1000} s.`), ALL_MS)
    page.on('crash', () => giveUp('The window crashed.'))

    const open = async () => {
      await page.exposeFunction('codeAutomationLog', (_severity: string, args: unknown[]) => {
        const line = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ')
        if (NOISE.test(line)) return
        if (line === STARTED) {
          clearTimeout(start)
          before = undefined
        } else if (before) before.push(line)
        else say(line)
      })
      await page.exposeFunction('codeAutomationExit', end)
      await page.goto(address)
    }
    open().catch((error) => {
      clearTimeout(start)
      clearTimeout(all)
      reject(error)
    })
  })
}
