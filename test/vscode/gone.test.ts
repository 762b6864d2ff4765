import {assert} from 'chai'
import * as vscode from 'vscode'
import {append, diagnostics, memo, openProposal, ruleOf} from './proposals.ts'

describe('A proposal that', () => {
  const tells = (found: readonly vscode.Diagnostic[]) => found.some((one) => ruleOf(one) === 'require-motive')

  it('is renamed while it is open is read under its new name', async () => {
    const {document} = await openProposal(memo, 'proposals/before.md')
    await diagnostics(document, tells)
    const renamed = vscode.Uri.joinPath(document.uri, '../after.md')
    const edit = new vscode.WorkspaceEdit()
    edit.renameFile(document.uri, renamed, {overwrite: true})
    assert(await vscode.workspace.applyEdit(edit))
    const after = await vscode.workspace.openTextDocument(renamed)
    await diagnostics(after, tells)
    await diagnostics(document, (found) => found.length === 0)
  })

  it('is deleted while it is open can be written on', async () => {
    const editor = await openProposal(memo, 'proposals/gone.md')
    await diagnostics(editor.document, tells)
    await append(editor, '\nOne more line.\n')
    await vscode.workspace.fs.delete(editor.document.uri)
    await append(
      editor,
      '\n## Why\n\nWe want this because we read there ourselves, and our pupils have no other place.\n'
    )
    await diagnostics(editor.document, (found) => !tells(found))
    const next = await openProposal(memo)
    await diagnostics(next.document, tells)
  })

  it('is too large is said to be, once, and nothing is made of it', async () => {
    const settings = vscode.workspace.getConfiguration('buyIn')
    await settings.update('thresholds', {largestKB: 1}, vscode.ConfigurationTarget.Global)
    try {
      const {document} = await openProposal(memo.repeat(2))
      const found = await diagnostics(document, (all) => all.some(({code}) => code === 'size'))
      assert.lengthOf(found, 1)
      assert.equal(found[0]?.severity, vscode.DiagnosticSeverity.Information)
      assert.match(found[0]?.message ?? '', /^This has \d KB; Buy-In reads documents of up to 1 KB/)
    } finally {
      await settings.update('thresholds', undefined, vscode.ConfigurationTarget.Global)
    }
  })
})
