import * as vscode from 'vscode'
import {isEligible} from './active-document.ts'

/** Marks the active Markdown document as a proposal, in its front matter. */
export async function treatAsProposal(): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (!editor || !isEligible(editor.document)) {
    await vscode.window.showInformationMessage(
      'Open a Markdown document first; Buy-In can then treat it as a proposal.'
    )
    return
  }
  const {document} = editor
  const text = document.getText()
  const eol = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n'
  if (/^\+\+\+[ \t]*\r?\n/.test(text)) {
    await vscode.window.showInformationMessage(
      'This document has TOML front matter, which Buy-In leaves alone. Add its name to the setting buyIn.files instead.'
    )
    return
  }
  // A line of dashes without a second one is no front matter, but a rule across the page.
  const matter = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/m.exec(text)
  const own = matter && /^buy-in[ \t]*:[^\r\n]*$/m.exec(matter[0])
  await editor.edit((edit) => {
    if (matter && own) {
      const start = document.positionAt(own.index)
      edit.replace(new vscode.Range(start, document.lineAt(start.line).range.end), 'buy-in: true')
    } else if (matter) edit.insert(new vscode.Position(1, 0), `buy-in: true${eol}`)
    else
      edit.insert(new vscode.Position(0, 0), `---${eol}buy-in: true${eol}---${eol}${text === '' ? '' : eol}`)
  })
}
