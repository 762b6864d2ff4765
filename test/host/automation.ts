import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Say} from './cache.ts'
import {launchChromium} from './chromium.ts'
import type {Server} from './server.ts'

export type Automation = {
  /** The window that runs the tests, see `windowAddress`. */
  address: string
  /** Its output is kept when the tests fail. */
  server: Server
  /** How long all tests together may take. */
  timeoutMs: number
  say: Say
}

/** How long VS Code may take until the first test says something. */
const FIRST_WORD_MS = 90_000

const FAILED = 1

/**
 * Opens a VS Code window that runs the tests of an extension, and passes on what they print.
 *
 * @param automation see {@link Automation}
 * @returns 0 when they passed, else another exit code; where pictures and logs are was then said
 */
export async function automate({address, server, timeoutMs, say}: Automation): Promise<number> {
  const browser = await launchChromium(say)
  try {
    const page = await browser.newPage({viewport: {width: 1280, height: 800}})
    const seen: string[] = []
    page.on('console', (message) => seen.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => seen.push(`error: ${error.stack ?? error.message}`))

    const code = await new Promise<number>((resolve, reject) => {
      const late = (what: string, ms: number) =>
        setTimeout(() => {
          say(`${what} ${Math.round(ms / 1000)} s.`)
          resolve(FAILED)
        }, ms)
      const all = late('The tests did not end within', timeoutMs)
      const first = late('VS Code did not come to run the tests within', Math.min(FIRST_WORD_MS, timeoutMs))
      const end = (code: number) => {
        clearTimeout(all)
        clearTimeout(first)
        resolve(code)
      }
      page.on('crash', () => {
        say('The page crashed.')
        end(FAILED)
      })
      const open = async () => {
        await page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
          clearTimeout(first)
          say(args.map(asText).join(' '))
        })
        await page.exposeFunction('codeAutomationExit', end)
        await page.goto(address)
      }
      open().catch(reject)
    })

    if (code !== 0) {
      const folder = mkdtempSync(join(tmpdir(), 'buy-in-failed-'))
      await page.screenshot({path: join(folder, 'window.png')}).catch(() => undefined)
      writeFileSync(join(folder, 'window.log'), seen.join('\n'))
      writeFileSync(join(folder, 'server.log'), server.log())
      say(`A picture of the window, its log and the server's: ${folder}`)
    }
    return code
  } finally {
    await browser.close()
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
