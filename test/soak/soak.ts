import * as vscode from 'vscode'
import type {BuyIn} from '../../src/client/activate.ts'
import {STARTED} from '../host/report.ts'
import {watchStarts} from '../vscode/starts.ts'
import {errorsInLogs, excuseOf} from './errors.ts'

// What `npm run soak` runs in the extension host: random work on proposals, and then a look into the host's logs,
// which must hold the errors that were planted there and no other.

const memo = `# A reading room for the evening school

We propose to open the small hall as a reading room for the evening school. ${'The tables stand in four rows. '.repeat(20)}

## What is to be done

- Mira moves the shelves and the books in the first week.
- The evening school writes a plan of who keeps the room open.

## What we ask

We ask the house committee to approve the use of the hall, lend us two desk lamps and put up a sign by 12 May.
`

declare const SOAK_SECONDS: number
declare const SOAK_SEED: number

/** Numbers from 0 to 1, always the same ones for a seed. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const pieces = [
  'a',
  ' ',
  '\n',
  '\n\n',
  '.',
  '# ',
  '## What could go wrong\n\n',
  '```\n',
  '<!--',
  '-->',
  '> ',
  '- [ ] **Ask 1, Mira:** ',
  'We ask the board to lend us a lamp by 12 May. ',
  '[a]: b\n',
  '---\n',
  '| a | b |\n| - | - |\n',
  '⟨date⟩',
  '🐸',
  '\u202E',
  '\0',
  '**',
  '[',
  '](',
  'TBD',
  'You must approve this by Friday. ',
  '---\nbuy-in: rfc\n---\n\n'
]
const projectFiles = [
  '{}',
  '{"profile": "rfc"}',
  '{"rules": {"require-motive": "error"}}',
  '{',
  '[]',
  '{"files": ["**"]}',
  '{"thresholds": {"largestKB": 1}}'
]

export async function run(): Promise<void> {
  console.log(STARTED)
  const next = random(SOAK_SEED)
  const below = (most: number) => Math.floor(next() * most)
  const oneOf = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  if (!folder) throw new Error('The soak needs a workspace folder.')
  const at = (name: string) => vscode.Uri.joinPath(folder, name)
  const write = (uri: vscode.Uri, text: string) =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  const settings = () => vscode.workspace.getConfiguration('buyIn')
  const set = (key: string, value: unknown) =>
    settings().update(key, value, vscode.ConfigurationTarget.Global)
  let files = 0
  const newFile = () => at(`proposals/soak-${++files}.md`)
  const takenAway = new Set<string>()
  const open = async () => {
    const uri = newFile()
    await write(uri, memo)
    await vscode.window.showTextDocument(uri, {preview: false, viewColumn: vscode.ViewColumn.One})
  }
  const editor = async () => {
    const shown = vscode.window.visibleTextEditors.find(({document}) =>
      document.uri.path.includes('/proposals/')
    )
    if (!shown) await open()
    return shown ?? vscode.window.activeTextEditor
  }
  /** Takes a file that is open, and there, from where it is: from now on it may be missed. */
  const takeAway = async (): Promise<vscode.Uri | undefined> => {
    const document = (await editor())?.document
    const name = document?.uri.path.split('/').at(-1)
    if (!document || !name || takenAway.has(name)) return undefined
    await document.save()
    takenAway.add(name)
    return document.uri
  }
  const place = ({document}: vscode.TextEditor) => document.positionAt(below(document.getText().length + 1))

  const provide = async (command: string) => {
    const target = await editor()
    if (target) await vscode.commands.executeCommand(command, target.document.uri, place(target))
  }

  const failures: string[] = []
  const excused = new Map<string, number>()
  const failed = (name: string, error: unknown) => {
    const message = error instanceof Error ? error.message : String(error)
    const excuse = excuseOf(message, {takenAway, planted})
    if (excuse === undefined) failures.push(`${name}: ${message}`)
    else excused.set(excuse, (excused.get(excuse) ?? 0) + 1)
  }

  const work: Readonly<Record<string, () => unknown>> = {
    async type() {
      const target = await editor()
      for (let count = below(12); count >= 0 && target; count--) {
        const position = place(target)
        await target.edit((edit) => edit.insert(position, oneOf(pieces)))
      }
    },
    async cut() {
      const target = await editor()
      if (!target) return
      const [from, to] = [place(target), place(target)]
      await target.edit((edit) => edit.delete(new vscode.Range(from, to)))
      if (target.document.getText().length < 200)
        await target.edit((edit) => edit.insert(place(target), memo))
    },
    undo: () => vscode.commands.executeCommand('undo'),
    async fix() {
      const target = await editor()
      if (!target) return
      const position = place(target)
      const {uri} = target.document
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        uri,
        new vscode.Range(position, position)
      )
      const edit = actions.length > 0 ? oneOf(actions).edit : undefined
      if (edit) await vscode.workspace.applyEdit(edit)
    },
    async missing() {
      await editor()
      // It may have to say that nothing is missing, which nobody answers here.
      vscode.commands
        .executeCommand('buyIn.insertMissing')
        .then(undefined, (error: unknown) => failed('missing', error))
    },
    hover: () => provide('vscode.executeHoverProvider'),
    complete: () => provide('vscode.executeCompletionItemProvider'),
    summary: async () => {
      await editor()
      await vscode.commands.executeCommand('buyIn.openSummary')
    },
    open,
    close: () => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'),
    async rename() {
      const uri = await takeAway()
      if (uri) await vscode.workspace.fs.rename(uri, newFile())
    },
    async moveInEditor() {
      const uri = await takeAway()
      if (!uri) return
      const edit = new vscode.WorkspaceEdit()
      edit.renameFile(uri, newFile())
      await vscode.workspace.applyEdit(edit)
    },
    async remove() {
      const uri = await takeAway()
      if (uri) await vscode.workspace.fs.delete(uri)
    },
    save: () => vscode.workspace.saveAll(false),
    rules: () => set('rules', oneOf([undefined, {'require-motive': 'off'}, {'require-ask': 'error'}])),
    thresholds: () => set('thresholds', oneOf([undefined, {draftWords: 1}, {largestKB: 1}])),
    wait: () => set('wait', oneOf([undefined, 0, 5])),
    project: () => write(at('.buy-in.json'), oneOf(projectFiles)),
    pause: async () => {
      await vscode.commands.executeCommand('buyIn.pause')
      await vscode.commands.executeCommand('buyIn.pause')
    },
    async many() {
      for (let count = 0; count < 5; count++)
        await vscode.commands.executeCommand('workbench.action.closeOtherEditors')
    }
  }
  /** Often what is done often. */
  const names = Object.keys(work).flatMap((name) =>
    Array.from(
      {length: name === 'type' ? 10 : ['cut', 'fix', 'undo', 'hover'].includes(name) ? 4 : 1},
      () => name
    )
  )

  await plantErrors(open)
  const counts = new Map<string, number>()
  const end = Date.now() + SOAK_SECONDS * 1000
  while (Date.now() < end) {
    const name = oneOf(names)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    try {
      await work[name]?.()
    } catch (error) {
      failed(name, error)
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
  for (const entry of errorsInLogs()) failed('log', entry)
  for (const plant of planted) if (!excused.has(plant)) failures.push(`The logs do not show ${plant}`)
  const list = (all: ReadonlyMap<string, number>) =>
    Array.from(all, ([what, count]) => `${count} ${what}`).join('; ')
  console.log(`Done: ${list(counts)}`)
  console.log(`Excused: ${list(excused)}`)
  for (const failure of failures) console.log(`✗ ${failure}`)
  console.log(`${failures.length} errors; seed ${SOAK_SEED}`)
  if (failures.length > 0) throw new Error(`${failures.length} errors`)
}

/** What the planted errors say: a soak that does not find them in the logs would find no others there, either. */
const planted = ['an error planted in the extension host', 'an error planted in the language server']

/** Makes an error in the extension host and one in the language server, which both have to log. */
async function plantErrors(open: () => Promise<void>): Promise<void> {
  const servers = watchStarts('server.cjs')
  await open()
  const buyIn: BuyIn | undefined = await vscode.extensions.getExtension('buy-in.buy-in')?.activate()
  await buyIn?.proposals()
  servers.stop()
  const [inHost, message] = planted
  // An answer to nothing, which a server writes into its log.
  for (const server of servers.seen) server.send({jsonrpc: '2.0', id: null, error: {code: 1, message}})
  setTimeout(() => {
    throw new Error(inHost)
  })
}
