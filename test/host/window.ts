import {cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {basename, dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {FrameLocator, Locator, Page} from 'playwright-core'
import {windowAddress} from './address.ts'
import type {Say} from './cache.ts'
import {launchChromium} from './chromium.ts'
import {type Files, writeFiles} from './files.ts'
import {cleanUpAtExit} from './processes.ts'
import {type Settings, writeProfile} from './profile.ts'
import {startServer} from './server.ts'

/** The colour themes that VS Code comes with, and the class that its window then has. */
const THEMES = {
  light: {id: 'Light 2026', root: 'vs'},
  dark: {id: 'Dark 2026', root: 'vs-dark'},
  contrast: {id: 'Default High Contrast', root: 'hc-black'},
  'contrast-light': {id: 'Default High Contrast Light', root: 'hc-light'}
} as const

export type Theme = keyof typeof THEMES

/** Hides what the status bar has only in a browser: the forwarded ports and the keyboard's layout. */
const BROWSER_ONLY =
  '#status\\.forwardedPorts, #status\\.workbench\\.keyboardLayout {display: none !important}'

/** How long anything that is awaited in the window may take, in milliseconds. */
const PATIENCE_MS = 30_000

export type WindowOptions = {
  /** The files of the workspace, or a folder: of that the window gets a copy, and changes nothing in it. */
  workspace: Files | string
  /** A file to open at once, by its path in the workspace. */
  file?: string
  /** Roots of the extensions to install; this checkout by default. */
  extensions?: string[]
  /** User settings beside those that keep VS Code quiet. */
  settings?: Settings
  theme?: Theme
  /** In CSS pixels. */
  size?: {width: number; height: number}
  /** Pixels of a picture for each CSS pixel. */
  scale?: number
  say?: Say
}

export type Window = {
  page: Page
  /** Where the workspace is, on this machine. */
  folder: string
  /** Opens a file of the workspace, and puts the cursor at a line and column (from 1) if told. */
  open(file: string, line?: number, column?: number): Promise<void>
  /** Puts the cursor at a line and column, from 1, of the editor in front, and focuses it. */
  goTo(line: number, column?: number): Promise<void>
  /** Types at the cursor, key by key. */
  type(text: string): Promise<void>
  /** Runs a command of the palette by its title with category: `Buy-In: Generate Recap`. */
  run(title: string): Promise<void>
  /** Changes settings of the workspace and comes back at once: wait for what they bring about. */
  set(settings: Settings): void
  /** Changes the colour theme, and waits for it. */
  paint(theme: Theme): Promise<void>
  /** Opens the menu of what can be done at the cursor, and gives the entry with a title. */
  quickFix(title: string): Promise<Locator>
  /** What is in the webview in front. */
  webview(): FrameLocator
  /** Saves a picture of the whole window as PNG. */
  picture(path: string): Promise<void>
  /** Saves, for failures, a picture and what the window and the server printed; gives their folder, which stays. */
  keep(): Promise<string>
  /** Closes everything and removes the copy. */
  stop(): Promise<void>
}

/**
 * Opens a real VS Code window with Buy-In installed, as its user has it, in a browser without a window.
 *
 * @param options see {@link WindowOptions}
 * @returns the window, once the workbench and the file, if one was given, are there
 * @throws when VS Code or the browser cannot be had, or does not start within half a minute
 */
export async function openWindow(options: WindowOptions): Promise<Window> {
  const say = options.say ?? console.log
  const home = mkdtempSync(join(tmpdir(), 'buy-in-window-'))
  const forget = cleanUpAtExit(() => rmSync(home, {recursive: true, force: true}))
  const {workspace} = options
  const folder = join(home, typeof workspace === 'string' ? basename(workspace) : 'workspace')
  if (typeof workspace === 'string') cpSync(workspace, folder, {recursive: true})
  else writeFiles(folder, workspace)
  const userData = join(home, 'user')
  writeProfile(userData, {
    'files.exclude': {'**/.vscode': true},
    ...(options.theme ? colours(options.theme) : {}),
    ...options.settings
  })

  const closing: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const close of closing.reverse().splice(0)) await close()
    rmSync(home, {recursive: true, force: true})
    forget()
  }
  try {
    const extensions = options.extensions ?? [fileURLToPath(new URL('../..', import.meta.url))]
    const server = await startServer({userData, extensions, say})
    closing.push(server.stop)
    const browser = await launchChromium(say)
    closing.push(() => browser.close())
    const context = await browser.newContext({
      viewport: options.size ?? {width: 1280, height: 800},
      deviceScaleFactor: options.scale ?? 1,
      permissions: ['clipboard-read', 'clipboard-write']
    })
    context.setDefaultTimeout(PATIENCE_MS)
    const page = await context.newPage()
    await page.addInitScript((css) => {
      const style = document.createElement('style')
      style.textContent = css
      document.addEventListener('DOMContentLoaded', () => document.head.append(style))
    }, BROWSER_ONLY)
    const log: string[] = []
    page.on('console', (message) => log.push(`${message.type()}: ${message.text()}`))
    const file = options.file ? {file: join(folder, options.file)} : {}
    await page.goto(windowAddress(server.address, {folder, ...file}))
    await page.locator('.monaco-workbench').waitFor()
    if (options.file) await editorShown(page, options.file)
    // A reload is to bring back what is open then, and not the file of the start.
    await page.evaluate(
      (address) => history.replaceState(null, '', address),
      windowAddress(server.address, {folder})
    )

    return {
      page,
      folder,
      async open(file, line, column = 1) {
        await pick(page, 'Control+P', line ? `${file}:${line}:${column}` : file, basename(file))
        await editorShown(page, file)
        if (line) await cursorAt(page, line, column)
      },
      async goTo(line, column = 1) {
        await page.keyboard.press('Control+G')
        await page.locator('.quick-input-widget input').fill(`:${line}:${column}`)
        await page.keyboard.press('Enter')
        await cursorAt(page, line, column)
      },
      async type(text) {
        await page.keyboard.type(text)
      },
      async run(title) {
        await pick(page, 'F1', `>${title}`, title)
      },
      set: (changes) => changeSettings(folder, changes),
      async paint(theme) {
        changeSettings(folder, colours(theme))
        await page.locator(`.monaco-workbench.${THEMES[theme].root}`).waitFor()
      },
      async quickFix(title) {
        const entry = page.getByText(title)
        // The menu closes again where the editor is still busy with what was typed before.
        for (let attempt = 0; attempt < 5 && !(await entry.isVisible()); attempt++) {
          await page.keyboard.press('Escape')
          await page.keyboard.press('Control+.')
          await entry.waitFor({timeout: 4000}).catch(() => undefined)
        }
        await entry.waitFor()
        return entry
      },
      webview: () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame'),
      async picture(path) {
        await page.locator('.statusbar-item', {hasText: 'Activating Extensions'}).waitFor({state: 'hidden'})
        await page.screenshot({path, animations: 'disabled', caret: 'hide'})
      },
      async keep() {
        const kept = mkdtempSync(join(tmpdir(), 'buy-in-failed-'))
        await page.screenshot({path: join(kept, 'window.png')})
        writeFileSync(join(kept, 'window.log'), log.join('\n'))
        writeFileSync(join(kept, 'server.log'), server.log())
        return kept
      },
      stop
    }
  } catch (error) {
    await stop()
    throw error
  }
}

function colours(theme: Theme): Settings {
  return {'workbench.colorTheme': THEMES[theme].id}
}

/** VS Code watches the settings of a workspace; those of the user it reads once. */
function changeSettings(folder: string, changes: Settings): void {
  const path = join(folder, '.vscode', 'settings.json')
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
  mkdirSync(dirname(path), {recursive: true})
  writeFileSync(path, JSON.stringify({...before, ...changes}))
}

/** Opens the quick input by a key, and chooses an entry by its exact label. */
async function pick(page: Page, key: string, text: string, label: string): Promise<void> {
  const widget = page.locator('.quick-input-widget:visible')
  const timeout = PATIENCE_MS / 3
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press(key)
    try {
      await widget.locator('input').fill(text, {timeout})
      await widget.locator('.monaco-list-row').getByText(label, {exact: true}).first().click({timeout})
      return
    } catch (error) {
      // While the window is busy, it closes when something else takes the focus, and may not know all commands yet.
      if (attempt === 3) throw error
      await page.keyboard.press('Escape')
    }
  }
}

async function editorShown(page: Page, file: string): Promise<void> {
  await page.locator(`.tab.active[data-resource-name="${basename(file)}"]`).waitFor()
  await page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor()
}

async function cursorAt(page: Page, line: number, column: number): Promise<void> {
  await page.locator('#status\\.editor\\.selection', {hasText: `Ln ${line}, Col ${column}`}).waitFor()
}
