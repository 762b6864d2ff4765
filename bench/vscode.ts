import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {runInNode} from '../test/host/node.ts'
import {cleanUpAtExit} from '../test/host/processes.ts'
import {openWindow} from '../test/host/window.ts'
import {median, record} from './results.ts'
import type {Figures} from './vscode/figures.ts'

// `npm run bench:vscode`: in a real VS Code, how long Buy-In takes to be activated, as VS Code itself measures it,
// and how long from a key to the squiggle that it brings or takes away: to the diagnostic in the extension host,
// and to the pixels' element in the window.

const starts = Number(process.env.STARTS??5)
/** How often a key is typed in the window, and taken back, after some for warmth. */
const [tries, warming] = [30, 5]

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const tests = here('../out/bench-vscode.cjs')
await build({
  entryPoints: [here('vscode/measure.ts')],
  outfile: tests,
  bundle: true,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  external: ['vscode'],
  logLevel: 'warning'
})

const home = mkdtempSync(join(tmpdir(), 'buy-in-bench-'))
cleanUpAtExit(() => rmSync(home, {recursive: true, force: true}))

const figures: Figures[] = []
for (let start = 0; start < starts; start++) figures.push(await measure(start))
const inWindow = await keysInWindow()

const of = (pick: (one: Figures) => number) => figures.map(pick)
const activation = {
  load: median(of(({activation}) => activation.load)),
  call: median(of(({activation}) => activation.call)),
  finish: median(of(({activation}) => activation.finish))
}
const host = {
  goes: median(figures.flatMap(({keys}) => keys.goes)),
  appears: median(figures.flatMap(({keys}) => keys.appears))
}
const window = {goes: median(inWindow.goes), appears: median(inWindow.appears)}
const rounded = ({goes, appears}: typeof host) => ({goes: Math.round(goes), appears: Math.round(appears)})

console.error(JSON.stringify({figures, inWindow}))
console.log('\n| median, in ms                          |      |')
console.log('| -------------------------------------- | ---: |')
const row = (name: string, value: number) =>
  console.log(`| ${name.padEnd(38)} | ${value.toFixed(0).padStart(4)} |`)
row('activation: load the code', activation.load)
row('activation: call activate', activation.call)
row('key to diagnostic, one that goes', host.goes)
row('key to diagnostic, one that comes', host.appears)
row('key to squiggle, one that goes', window.goes)
row('key to squiggle, one that comes', window.appears)
console.log(
  `\n${starts} starts of VS Code; ${host.goes ? figures.flatMap(({keys}) => keys.goes).length : 0} and ${tries} keys of each kind.`
)
record('activationMs', activation)
record('keyToDiagnosticMs', rounded(host))
record('keyToSquiggleMs', rounded(window))
process.exit()

function workspace(name: string): string {
  const folder = join(home, name)
  mkdirSync(join(folder, 'proposals'), {recursive: true})
  writeFileSync(join(folder, 'README.md'), '# Read me\n\nThis explains how to build it.\n')
  const example = (file: string) => readFileSync(here(`../examples/${file}`), 'utf8')
  const texts = ['proposal-night-shift.md', 'rfc-quiet-hours.md', 'grant-proposal-repair-workshop.md']
  writeFileSync(join(folder, 'proposals', 'memo.md'), texts.map(example).join('\n'))
  return folder
}

/** Starts VS Code and has it measure itself. */
async function measure(start: number): Promise<Figures> {
  const folder = workspace(`start-${start}`)
  const code = await runInNode({extension: here('..'), tests, workspace: folder})
  if (code !== 0) throw new Error(`VS Code ended with ${code}.`)
  return JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8'))
}

/** From the press of a key in the window to the squiggle in its page, or to its end, in milliseconds. */
async function keysInWindow(): Promise<Figures['keys']> {
  const window = await openWindow({
    folder: workspace('window'),
    file: 'proposals/memo.md',
    settings: {'buyIn.wait': 0, 'editor.wordWrap': 'off', 'editor.autoClosingBrackets': 'never'}
  })
  try {
    const {page} = window
    const line = readFileSync(join(window.folder, 'proposals', 'memo.md'), 'utf8')
      .split('\n')
      .findIndex((text) => text.startsWith('Any of you can stop'))
    await window.goTo(line + 1, 1)
    await window.type('The key is with ⟨who⟩. ')
    const squiggle = page.locator('.editor-instance .squiggly-warning')
    await squiggle.first().waitFor()
    const there = await squiggle.count()
    await window.goTo(line + 1, 'The key is with ⟨who⟩'.length + 1)
    const [appears, goes]: [number[], number[]] = [[], []]
    for (let index = 0; index < tries + warming; index++) {
      const gone = await timed(there - 1, 'Backspace')
      const back = await timed(there, '⟩')
      if (index < warming) continue
      goes.push(gone)
      appears.push(back)
    }
    return {appears, goes}

    /** Presses a key and gives the time until there are so many squiggles, both by the window's own clock. */
    async function timed(squiggles: number, key: string): Promise<number> {
      const taken = page.evaluate(
        ([wanted]) =>
          new Promise<number>((resolve) => {
            let pressed = 0
            // A character that is inserted is no key that goes down.
            for (const event of ['keydown', 'beforeinput'])
              addEventListener(
                event,
                () => {
                  pressed ||= performance.now()
                },
                {capture: true, once: true}
              )
            const observer = new MutationObserver(() => {
              const now = document.querySelectorAll('.editor-instance .squiggly-warning').length
              if (pressed === 0 || now !== wanted) return
              observer.disconnect()
              resolve(performance.now() - pressed)
            })
            observer.observe(document.body, {subtree: true, childList: true, attributes: true})
          }),
        [squiggles] as const
      )
      if (key.length === 1) await page.keyboard.insertText(key)
      else await page.keyboard.press(key)
      const time = await taken
      // As between two keys of somebody who types.
      await page.waitForTimeout(150)
      return time
    }
  } finally {
    await window.stop()
  }
}
