import * as vscode from 'vscode'
import {openDocument} from './active-document.ts'

/** Opens a copy of the sample proposal, beside what is in front where that is no editor, such as the walkthrough. */
export async function openSample({extensionUri, globalStorageUri}: vscode.ExtensionContext): Promise<void> {
  const copy = vscode.Uri.joinPath(globalStorageUri, 'sample', 'proposal.md')
  // What somebody is trying out is not taken from them.
  if (!openDocument(copy)?.isDirty) {
    const sample = await vscode.workspace.fs.readFile(
      vscode.Uri.joinPath(extensionUri, 'examples', 'proposal.md')
    )
    await vscode.workspace.fs.writeFile(copy, sample)
  }
  const {activeTab} = vscode.window.tabGroups.activeTabGroup
  const beside = activeTab !== undefined && !(activeTab.input instanceof vscode.TabInputText)
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(copy), {
    viewColumn: beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active,
    preview: false
  })
}
