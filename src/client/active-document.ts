import * as vscode from 'vscode'

/** What the schemes of the texts begin with that Buy-In itself shows on one side of a diff. */
export const ownScheme = 'buy-in-'

/** Whether Buy-In may read a document at all: Markdown that can be written, so no side of a diff. */
export function isEligible({languageId, uri}: vscode.TextDocument): boolean {
  return (
    languageId === 'markdown' &&
    !uri.scheme.startsWith(ownScheme) &&
    (uri.scheme === 'untitled' || vscode.workspace.fs.isWritableFileSystem(uri.scheme) !== false)
  )
}

/**
 * The Markdown document that the user looks at, also where another extension's editor shows it.
 * @param last the document to take while Buy-In's own pane is in front
 */
export async function activeDocument(last?: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const editor = vscode.window.activeTextEditor
  if (editor) return isEligible(editor.document) ? editor.document : undefined
  const input: unknown = vscode.window.tabGroups.activeTabGroup.activeTab?.input
  const uri =
    input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText ? input.uri : undefined
  if (!uri)
    return input instanceof vscode.TabInputWebview && last
      ? vscode.workspace.openTextDocument(last)
      : undefined
  const document = await vscode.workspace.openTextDocument(uri)
  return isEligible(document) ? document : undefined
}
