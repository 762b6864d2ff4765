import {assert} from 'chai'
import * as vscode from 'vscode'
import {diagnostics, memo, openProposal} from './proposals.ts'

describe('Ready to send?', () => {
  it('lists what is left, and goes to the place of the line that is chosen', async () => {
    const {document} = await openProposal(`${memo}\n## When\n\nFrom 4 May 2026 until 20 April 2026.\n`)
    await diagnostics(document, (found) => found.length > 0)
    const selected = (words: string) =>
      new Promise<void>((resolve) => {
        const listener = vscode.window.onDidChangeTextEditorSelection(({textEditor, selections: [first]}) => {
          if (textEditor.document.getText(first) !== words) return
          listener.dispose()
          resolve()
        })
      })
    // The list opens on its first line, at the title; the second one is the last.
    const first = selected('A reading room for the evening school')
    const done = vscode.commands.executeCommand('buyIn.readyToSend')
    await first
    const second = selected('From 4 May 2026 until 20 April 2026')
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext')
    await second
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    await done
    const editor = vscode.window.activeTextEditor
    assert.equal(editor?.document.getText(editor.selection), 'From 4 May 2026 until 20 April 2026')
  })
})
