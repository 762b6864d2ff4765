import {assert} from 'chai'
import * as vscode from 'vscode'
import {append, diagnostics, eventually, memo} from './proposals.ts'
import {virtual} from './virtual.ts'

describe('In a virtual file system, without Git', () => {
  const files = new Map<string, string>()
  const at = (name: string) => vscode.Uri.from({scheme: 'buyin-room', path: `/room/${name}`})
  let provider: vscode.Disposable
  before(() => {
    provider = vscode.workspace.registerFileSystemProvider('buyin-room', virtual(files))
  })
  after(() => provider.dispose())

  const open = async (): Promise<vscode.TextEditor> => {
    files.set('/room/proposal.md', memo)
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(at('proposal.md')))
  }
  const generated = async (command: string, given: object): Promise<vscode.TextDocument> => {
    await vscode.commands.executeCommand(`buyIn.${command}`, given)
    const document = vscode.window.activeTextEditor?.document
    assert(document?.isUntitled, 'the artifact is an unsaved document')
    return document
  }

  it('a proposal is read', async () => {
    const {document} = await open()
    await diagnostics(document, (found) => found.some(({message}) => message.includes('why you pursue this')))
  })

  it('the summary opens beside it', async () => {
    await open()
    await vscode.commands.executeCommand('buyIn.openSummary')
    await eventually(
      () => vscode.window.tabGroups.all.flatMap(({tabs}) => tabs.map(({label}) => label)),
      (labels) => labels.includes('Summary: proposal.md'),
      vscode.window.tabGroups.onDidChangeTabs
    )
  })

  it('a recap is made, kept up to date, and keeps what its user wrote', async () => {
    const proposal = await open()
    const recap = await generated('generateRecap', {})
    const beside = vscode.window.activeTextEditor
    assert(beside)
    const place = recap.getText().indexOf('⟨Why do you pursue this?⟩')
    const range = new vscode.Range(recap.positionAt(place), recap.positionAt(place + 25))
    await beside.edit((edit) => edit.replace(range, 'Nobody can read here.'))
    const shown = await vscode.window.showTextDocument(proposal.document, vscode.ViewColumn.One)
    await append(shown, '\nWe also ask the caretaker to order a second set of keys by 3 June.\n')
    assert.equal(await generated('generateRecap', {}), recap)
    assert.include(recap.getText(), 'Nobody can read here.')
    assert.include(recap.getText(), '3 June')
  })

  it('an update asks nothing about commits, and then tells what is new', async () => {
    const proposal = await open()
    const first = await generated('generateUpdate', {})
    assert.match(first.getText(), /^# Update: A reading room/)
    const shown = await vscode.window.showTextDocument(proposal.document, vscode.ViewColumn.One)
    await append(shown, '\n## Where it stands\n\nWe have already moved both shelves and tested the lamps.\n')
    const update = await generated('generateUpdate', {since: 'last'})
    assert.include(update.getText(), 'We have already moved both shelves')
  })

  it('the summary is exported into it', async () => {
    await open()
    for (const [format, name, begin] of [
      ['html', 'summary.html', '<!doctype html>'],
      ['markdown', 'summary.md', '# A reading room']
    ] as const) {
      await vscode.commands.executeCommand('buyIn.exportSummary', {format, to: at(name)})
      assert(files.get(`/room/${name}`)?.startsWith(begin), name)
    }
  })
})
