import * as vscode from 'vscode'

/** Replaces the whole text of a document, in one step that one undo takes back; whether that could be done. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  if (document.getText() === text) return true
  const edit = new vscode.WorkspaceEdit()
  const end = document.lineAt(document.lineCount - 1).range.end
  edit.replace(document.uri, new vscode.Range(new vscode.Position(0, 0), end), text)
  return vscode.workspace.applyEdit(edit)
}
