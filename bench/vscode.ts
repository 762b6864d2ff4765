import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {bundleForVSCode} from '../test/host/bundle.ts'
import {runInNode} from '../test/host/node.ts'
import {cleanUpAtExit} from '../test/host/processes.ts'
import {median, record} from './results.ts'
import type {Figures} from './vscode/figures.ts'

// `npm run bench:vscode`: in a real VS Code, how long Buy-In takes to be activated, as VS Code itself measures it,
// and how long from a key to the diagnostic that it brings or takes away, by the clock of the extension host.

const starts = 5
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const tests = await bundleForVSCode(here('../out/bench-vscode.cjs'), {
  entryPoints: [here('vscode/measure.ts')]
})

const home = mkdtempSync(join(tmpdir(), 'buy-in-bench-'))
cleanUpAtExit(() => rmSync(home, {recursive: true, force: true}))

const figures: Figures[] = []
for (let start = 0; start < starts; start++) figures.push(await measure())

const of = (pick: (one: Figures) => number) => figures.map(pick)
const activation = {
  load: median(of(({activation}) => activation.load)),
  call: median(of(({activation}) => activation.call)),
  finish: median(of(({activation}) => activation.finish))
}
const startedForReadme = Math.max(...of((one) => one.startedForReadme))
const host = {
  goes: median(figures.flatMap(({keys}) => keys.goes)),
  appears: median(figures.flatMap(({keys}) => keys.appears))
}
const rounded = ({goes, appears}: typeof host) => ({goes: Math.round(goes), appears: Math.round(appears)})

console.log('\n| median, times in ms                    |      |')
console.log('| -------------------------------------- | ---: |')
const row = (name: string, value: number) =>
  console.log(`| ${name.padEnd(38)} | ${value.toFixed(0).padStart(4)} |`)
row('activation: load the code', activation.load)
row('activation: call activate', activation.call)
row('processes started for a README', startedForReadme)
row('key to diagnostic, one that goes', host.goes)
row('key to diagnostic, one that comes', host.appears)
console.log(`\n${starts} starts of VS Code.`)
record('activationMs', activation)
record('startedForReadme', startedForReadme)
record('keyToDiagnosticMs', rounded(host))
process.exit()

/** The files of a workspace with a proposal of some 1,200 words. */
function workspace(): Record<string, string> {
  const texts = ['proposal-night-shift.md', 'rfc-quiet-hours.md', 'grant-proposal-repair-workshop.md']
  return {
    'README.md': '# Read me\n\nThis explains how to build it.\n',
    'proposals/memo.md': texts.map((file) => readFileSync(here(`../examples/${file}`), 'utf8')).join('\n')
  }
}

/** Starts VS Code and has it measure itself. */
async function measure(): Promise<Figures> {
  const file = join(home, 'figures.json')
  const settings = {'buyInBench.figures': file}
  const code = await runInNode({extension: here('..'), tests, files: workspace(), settings})
  if (code !== 0) throw new Error(`VS Code ended with ${code}.`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
