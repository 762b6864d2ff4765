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

  it('is forgotten once it is deleted, also while an editor has it open', async () => {
    await write('{"rules": {"require-motive": "off"}}')
    const {document} = await openProposal(memo)
    await diagnostics(document, says('what could go wrong'))
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()), {
      viewColumn: vscode.ViewColumn.Two
    })
    await vscode.workspace.fs.delete(file())
    await diagnostics(document, says('why you pursue this'))
  })

  it('names proposals that no setting names', async () => {
    await write('{"files": ["plea-*.md"]}')
    const {document} = await openProposal(memo, 'plea-for-lamps.md')
    await diagnostics(document, says('why you pursue this'))
  })

  it('says more of some files, the later override before the earlier', async () => {
    await write(`{
      "rules": {"require-motive": "off"},
      "overrides": [
        {"files": ["proposals/hall/*.md"], "rules": {"require-motive": "error", "require-downside": "error"}},
        {"files": ["late.md"], "rules": {"require-downside": "off"}}
      ]
    }`)
    const errors = async (name: string, among: (found: string[]) => boolean) => {
      const {document} = await openProposal(memo, name)
      const bad = (found: readonly vscode.Diagnostic[]) =>
        found.filter(({severity}) => severity === vscode.DiagnosticSeverity.Error).map(({message}) => message)
      return bad(await diagnostics(document, (found) => found.length > 0 && among(bad(found)))).join()
    }
    assert.match(await errors('proposals/hall/early.md', (all) => all.length > 0), /why you.*what could go/)
    const late = await errors('proposals/hall/late.md', (all) => all.length > 0)
    assert.match(late, /why you pursue this/)
    assert.notMatch(late, /what could go wrong/)
    assert.equal(await errors('proposals/elsewhere.md', (all) => all.length === 0), '')
  })

  it('goes before the settings, and front matter goes before it', async () => {
    await vscode.workspace
      .getConfiguration('buyIn')
      .update(
        'rules',
        {'require-motive': 'off', 'require-downside': 'off'},
        vscode.ConfigurationTarget.Global
      )
    try {
      await write('{"rules": {"require-motive": "warning"}}')
      const {document} = await openProposal(memo)
      const found = await diagnostics(document, says('why you pursue this'))
      assert.isFalse(says('what could go wrong')(found))
      const own = '---\nbuy-in:\n  rules: {require-motive: off, require-downside: warning}\n---\n\n'
      const {document: another} = await openProposal(own + memo)
      const others = await diagnostics(another, says('what could go wrong'))
      assert.isFalse(says('why you pursue this')(others))
    } finally {
      await vscode.workspace
        .getConfiguration('buyIn')
        .update('rules', undefined, vscode.ConfigurationTarget.Global)
    }
  })

  it('is checked while it is written', async () => {
    await write('{"rules": {"require-magic": "off"}}')
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()))
    const found = () =>
      vscode.languages
        .getDiagnostics(file())
        .map(({message}) => message)
        .join('\n')
    await eventually(
      found,
      (messages) => messages.includes('require-magic'),
      vscode.languages.onDidChangeDiagnostics
    )
  })

  for (const [name, before, after] of [
    ['.buy-in.json', '{', '}'],
    ['package.json', '{"buy-in": {', '}}']
  ] as const)
    it(`is completed while it is written: ${name}`, async () => {
      const uri = vscode.Uri.joinPath(file(), '..', name)
      const start = `${before}"rules": {`
      const text = `${start}"require-ask": "off"}${after}`
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
      try {
        await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri))
        const offered = async (at: number) => {
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            uri,
            new vscode.Position(0, at)
          )
          return list.items.map(({label}) =>
            (typeof label === 'string' ? label : label.label).replaceAll('"', '')
          )
        }
        assert.includeMembers(await offered(start.length), ['require-motive', 'no-implied-ask'])
        assert.includeMembers(await offered(before.length), ['profile', 'stakeholders', 'overrides'])
        assert.includeMembers(await offered(text.indexOf('"off"') + 1), ['hint', 'information', 'warning'])
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors')
        await vscode.workspace.fs.delete(uri)
      }
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
