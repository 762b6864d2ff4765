import * as vscode from 'vscode'

/**
 * Shows a document where it is open, else in the group in front, and gives it the focus, also where a pane has it.
 * @returns undefined where its user has gone on to another editor meanwhile
 */
export function showDocument(document: vscode.TextDocument): Thenable<vscode.TextEditor | undefined> {
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
  const paneInFront =
    vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview
  const viewColumn = visible?.viewColumn ?? (paneInFront ? vscode.ViewColumn.One : vscode.ViewColumn.Active)
  return vscode.window
    .showTextDocument(document, {viewColumn, preview: false})
    .then(undefined, () => undefined)
}
