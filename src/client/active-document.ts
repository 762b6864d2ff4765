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

/** The document of a URI, while it is open. */
export function openDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && document.uri.toString() === uri.toString()
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

/**
 * The same, for a command that needs one: without it, its user is told what to do.
 * @param purpose goes on after "Open the proposal": "that you want to send"
 */
export async function documentFor(
  purpose: string,
  last?: vscode.Uri
): Promise<vscode.TextDocument | undefined> {
  const document = await activeDocument(last)
  // Not awaited: the command is done, however long its message stays.
  if (!document) void vscode.window.showInformationMessage(`Open the proposal ${purpose}, then try again.`)
  return document
}
