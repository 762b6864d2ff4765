import * as vscode from 'vscode'
import type {Git} from './git.ts'

/** VS Code's Git extension; undefined where it is switched off or not installed, as on the web. */
export async function gitExtension(): Promise<Git | undefined> {
  const extension = vscode.extensions.getExtension<{getAPI(version: 1): Git}>('vscode.git')
  try {
    return (await extension?.activate())?.getAPI(1)
  } catch {
    return undefined
  }
}
