import * as vscode from 'vscode'
import {watchStarts} from '../../test/vscode/starts.ts'
import type {Figures} from './figures.ts'

// Runs inside VS Code, as a suite of tests does; what it measured goes to the file that a setting names.

/** How often a key is typed, and taken back, after it was done some times for warmth. */
const [tries, warming] = [30, 5]
const patienceMs = 10_000

/** Of the rule that finds places to fill in: typing the last character makes one, deleting it takes it away. */
const place = 'TBD'

export async function run(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  if (!folder) throw new Error('No folder is open.')
  const starts = watchStarts('/server.')
  await open(vscode.Uri.joinPath(folder, 'README.md'))
  const extension = vscode.extensions.getExtension('buy-in.buy-in')
  await until(() => extension?.isActive === true, 'Buy-In did not become active')
  const figures: Figures = {
    activation: await activation(),
    startedForReadme: starts.seen.length,
    keys: await keys(vscode.Uri.joinPath(folder, 'proposals', 'memo.md'))
  }
  const file = vscode.workspace.getConfiguration('buyInBench').get<string>('figures')
  if (!file) throw new Error('The setting buyInBench.figures names no file.')
  await vscode.workspace.fs.writeFile(
    vscode.Uri.file(file),
    new TextEncoder().encode(JSON.stringify(figures))
  )
}

/** What VS Code itself measured: milliseconds to load the entry's code and to call its `activate`. */
async function activation(): Promise<Figures['activation']> {
  const row = /\|\s*buy-in\.buy-in\s*\|\s*\w*\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|\s*(\d+)\s*\|/
  await vscode.commands.executeCommand('perfview.show')
  const text = () =>
    vscode.workspace.textDocuments.find(({uri: {scheme}}) => scheme === 'perf')?.getText() ?? ''
  await until(() => row.test(text()), 'VS Code does not say how long the activation took')
  const [, load, call, finish] = row.exec(text()) ?? []
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  return {load: Number(load), call: Number(call), finish: Number(finish)}
}

/** Milliseconds from a key to the finding that it makes, and to the one that it takes away. */
async function keys(uri: vscode.Uri): Promise<Figures['keys']> {
  await vscode.workspace.getConfiguration('buyIn').update('wait', 0, vscode.ConfigurationTarget.Global)
  const editor = await open(uri)
  const {document} = editor
  const paragraph = /^Any of you can stop.*$/m.exec(document.getText())
  const at = document.positionAt((paragraph?.index ?? 0) + (paragraph?.[0].length ?? 0))
  await editor.edit((edit) => edit.insert(at, ` The key is with ${place}.`))
  const end = at.translate(0, ` The key is with ${place}`.length)
  editor.selection = new vscode.Selection(end, end)
  const isThere = () =>
    vscode.languages
      .getDiagnostics(uri)
      .some(({source, range}) => source === 'Buy-In' && document.getText(range) === place)
  await until(isThere, 'The place to fill in is not found')
  const [appears, goes]: [number[], number[]] = [[], []]
  for (let index = 0; index < tries + warming; index++) {
    const deleted = performance.now()
    await vscode.commands.executeCommand('deleteLeft')
    await until(() => !isThere(), 'The finding does not go away')
    if (index >= warming) goes.push(performance.now() - deleted)
    await rest()
    const typed = performance.now()
    await vscode.commands.executeCommand('type', {text: place.slice(-1)})
    await until(isThere, 'The finding does not come back')
    if (index >= warming) appears.push(performance.now() - typed)
    await rest()
  }
  return {appears, goes}
}

async function open(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), {preview: false})
}

/** As between two keys of somebody who types. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 150))
}

/** Looks all the time: VS Code tells of diagnostics only 50 ms later. */
async function until(condition: () => boolean, otherwise: string): Promise<void> {
  const start = performance.now()
  while (!condition()) {
    if (performance.now() - start > patienceMs) throw new Error(`${otherwise}.`)
    await new Promise((resolve) => setTimeout(resolve, 1))
  }
}
