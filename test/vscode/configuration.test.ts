import {assert} from 'chai'
import * as vscode from 'vscode'
import {actionsAt, applied, diagnostics, eventually, memo, openProposal, ruleOf} from './proposals.ts'
import {virtual} from './virtual.ts'

describe('The project file', () => {
  const file = () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri
    assert(folder, 'the suite needs a workspace folder')
    return vscode.Uri.joinPath(folder, '.buy-in.json')
  }
  const write = (text: string) => vscode.workspace.fs.writeFile(file(), new TextEncoder().encode(text))
  const says = (missing: string) => (found: readonly vscode.Diagnostic[]) =>
    found.some(({message}) => message.includes(missing))

  afterEach(async () => {
    await vscode.workspace.fs.delete(file()).then(undefined, () => undefined)
  })

  it('takes effect at once in open editors', async () => {
    const {document} = await openProposal(memo)
    await diagnostics(document, says('why you pursue this'))
    await write('{"rules": {"require-motive": "off"}}')
    await diagnostics(document, (found) => found.length > 0 && !says('why you pursue this')(found))
    await write('{}')
    await diagnostics(document, says('why you pursue this'))
  })

  it('can be written by a code action, before it is saved', async () => {
    const editor = await openProposal(memo)
    const [first] = await diagnostics(editor.document, says('why you pursue this'))
    assert(first)
    const rule = ruleOf(first)
    const actions = await actionsAt(editor, 'A reading room')
    await applied(actions.find(({title}) => title === `Disable ${rule} in the project`))
    await diagnostics(editor.document, (found) => found.every((one) => ruleOf(one) !== rule))
    const written = await vscode.workspace.openTextDocument(file())
    assert.deepEqual(JSON.parse(written.getText()), {rules: {[rule]: 'off'}})
    assert(await written.save(), 'the project file is saved')
  })

  it('names proposals that no setting names', async () => {
    await write('{"files": ["plea-*.md"]}')
    const {document} = await openProposal(memo, 'plea-for-lamps.md')
    await diagnostics(document, says('why you pursue this'))
  })

  it('is checked while it is written', async () => {
    await write('{"rules": {"require-magic": "off"}}')
    const {uri} = await vscode.window
      .showTextDocument(await vscode.workspace.openTextDocument(file()))
      .then(({document}) => document)
    const found = () =>
      vscode.languages
        .getDiagnostics(uri)
        .map(({message}) => message)
        .join('\n')
    await eventually(
      found,
      (messages) => messages.includes('require-magic'),
      vscode.languages.onDidChangeDiagnostics
    )
  })

  it('is read through VS Code, so also in a virtual file system', async () => {
    const files = new Map([
      ['/room/proposal.md', memo],
      ['/room/.buy-in.json', '{"rules": {"require-motive": "off", "require-downside": "error"}}']
    ])
    const provider = vscode.workspace.registerFileSystemProvider('buyin-test', virtual(files))
    try {
      const uri = vscode.Uri.from({scheme: 'buyin-test', path: '/room/proposal.md'})
      const document = await vscode.workspace.openTextDocument(uri)
      await vscode.window.showTextDocument(document)
      const found = await diagnostics(document, (all) => all.length > 0)
      assert.isFalse(says('why you pursue this')(found))
      assert.deepEqual(
        found.filter(({severity}) => severity === vscode.DiagnosticSeverity.Error).map(ruleOf),
        ['require-downside']
      )
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    } finally {
      provider.dispose()
    }
  })
})
