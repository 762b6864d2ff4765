import * as vscode from 'vscode'
import {foldersUpwards, projectFiles} from '../config/project-folders.ts'
import {openDocument} from './active-document.ts'

/** The text of a file as the user sees it: unsaved changes count; undefined where there is none. */
export async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = openDocument(uri)
  try {
    if (open) {
      // The text of a file that was deleted lives on for a while.
      if (!open.isDirty && !open.isUntitled) await vscode.workspace.fs.stat(uri)
      return open.getText()
    }
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  } catch {
    return undefined
  }
}

export function isProjectFile({path}: vscode.Uri): boolean {
  return projectFiles.some((name) => path.endsWith(`/${name}`))
}

/** Whether a project file may say that a document is a proposal. The language server reads it; this only looks. */
export async function mayBeNamed({uri, isUntitled}: vscode.TextDocument): Promise<boolean> {
  if (isUntitled) return false
  const workspace = (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.toString())
  for (const folder of foldersUpwards(uri.toString(), workspace)) {
    for (const name of projectFiles) {
      const text = await textOf(vscode.Uri.joinPath(vscode.Uri.parse(folder), name))
      const governs = text !== undefined && (name !== 'package.json' || text.includes('"buy-in"'))
      if (governs) return /["']?\bfiles["']?\s*:/.test(text)
    }
  }
  return false
}
