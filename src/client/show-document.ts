import * as vscode from 'vscode'

/** Shows a document where it is open, else in the group in front, and gives it the focus, also where a pane has it. */
export function showDocument(document: vscode.TextDocument): Thenable<vscode.TextEditor> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
  const paneInFront =
    vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview
  return vscode.window.showTextDocument(document, {
    viewColumn: visible?.viewColumn ?? (paneInFront ? vscode.ViewColumn.One : vscode.ViewColumn.Active),
    preview: false
  })
}
