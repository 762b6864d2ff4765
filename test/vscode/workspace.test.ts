import {assert} from 'chai'
import * as vscode from 'vscode'
import type {BuyIn} from '../../src/client/activate.ts'
import {diagnostics, eventually, memo, openProposal, ruleOf} from './proposals.ts'

describe('The whole workspace', () => {
  const file = (name: string) => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri
    assert(folder, 'the suite needs a workspace folder')
    return vscode.Uri.joinPath(folder, name)
  }
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(text))
  const found = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).map(ruleOf)
  const sees = (uri: vscode.Uri, expected: (rules: string[]) => boolean) =>
    eventually(() => found(uri), expected, vscode.languages.onDidChangeDiagnostics)
  const api = () => {
    const extension = vscode.extensions.getExtension<BuyIn>('buy-in.buy-in')
    assert(extension?.isActive, 'Buy-In is active')
    return extension.exports
  }

  /** Writes a file, and waits until that was heard of. */
  const written = async (name: string) => {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${name}`)
    const heard = new Promise((resolve) => {
      watcher.onDidCreate(resolve)
      watcher.onDidChange(resolve)
    })
    await write(name, memo)
    await heard
    watcher.dispose()
  }

  it('is read without opening it, but for what .buy-inignore names', async () => {
    await write('grants/hall.md', memo)
    await write('grants/old/hall.md', memo)
    await write('grants/.buy-inignore', 'old/\n')
    await write('notes/hall.md', memo)
    await vscode.commands.executeCommand('buyIn.lintWorkspace')
    assert.include(found(file('grants/hall.md')), 'require-motive')
    assert.deepEqual(found(file('grants/old/hall.md')), [])
    assert.deepEqual(found(file('notes/hall.md')), [])
    const states = await api().proposals()
    const state = states.get(file('grants/hall.md').toString())
    assert.equal(state?.profile.name, 'memo')
    assert.isFalse(states.has(file('notes/hall.md').toString()))
  })

  it('says nothing twice of a file that is opened, and all of it again once that is closed', async () => {
    await write('grants/lamp.md', memo)
    await vscode.commands.executeCommand('buyIn.lintWorkspace')
    const uri = file('grants/lamp.md')
    const before = found(uri)
    const {document} = await openProposal(memo, 'grants/lamp.md')
    await diagnostics(document, (all) => all.length === before.length)
    await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    await sees(uri, (rules) => rules.length === before.length)
  })

  it('is read only so far where that is cancelled, and forgets nothing of before', async () => {
    await write('pitches/before.md', memo)
    // Else each would be read as soon as it is written.
    await write('pitches/.buy-inignore', 'later/\n')
    await vscode.commands.executeCommand('buyIn.lintWorkspace')
    const names = Array.from({length: 200}, (_, index) => `pitches/later/${index + 100}.md`)
    for (const name of names) await write(name, `${memo.repeat(200)}\n${name}\n`)
    // What is heard of them late would be followed once they are no longer left out; of a file in a new
    // folder nothing may be heard at all, of one beside it something is, and after them.
    await written('pitches/last.md')
    await vscode.workspace.fs.delete(file('pitches/.buy-inignore'))
    const isLater = (key: string) => key.includes('/pitches/later/')
    const states = await api().proposals()
    const later = () => [...states.keys()].filter(isLater).length
    // What a key does that is pressed for “Cancel”; VS Code shows the button only after a while.
    const presses: Thenable<unknown>[] = []
    const listener = vscode.languages.onDidChangeDiagnostics(({uris}) => {
      if (uris.some(({path}) => isLater(path)))
        presses.push(vscode.commands.executeCommand('notification.acceptPrimaryAction'))
    })
    await vscode.commands.executeCommand('buyIn.lintWorkspace')
    listener.dispose()
    await Promise.all(presses)
    assert.isAbove(later(), 0)
    assert.isBelow(later(), names.length)
    assert.isTrue(states.has(file('pitches/before.md').toString()))
    assert.isNotEmpty(found(file('pitches/before.md')))
    await vscode.workspace.fs.delete(file('pitches/later'), {recursive: true})
  })

  it('is followed as files change and go', async () => {
    await write('grants/door.md', memo)
    await vscode.commands.executeCommand('buyIn.lintWorkspace')
    const uri = file('grants/door.md')
    assert.isNotEmpty(found(uri))
    await write('grants/door.md', `---\nstatus: accepted\n---\n\n${memo}`)
    await sees(uri, (rules) => rules.length === 0)
    await write('grants/door.md', memo)
    await sees(uri, (rules) => rules.length > 0)
    await vscode.workspace.fs.delete(uri)
    await sees(uri, (rules) => rules.length === 0)
    assert.isFalse((await api().proposals()).has(uri.toString()))
  })
})
