import assert from 'node:assert/strict'
import * as vscode from 'vscode'

describe('the host', () => {
  it('opens and edits a document', async () => {
    const document = await vscode.workspace.openTextDocument({language: 'markdown', content: '# Proposal\n'})
    const editor = await vscode.window.showTextDocument(document)
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), 'We should.'))
    assert.equal(document.getText(), '# Proposal\nWe should.')
  })

  it('has the extension', () => {
    const extensions = vscode.extensions.all.filter((extension) => !extension.packageJSON.isBuiltin)
    assert.ok(extensions.length > 0)
  })
})
