import * as vscode from 'vscode'
import {type Git, type GitRepository, hasChanged} from './git.ts'
import {gitExtension} from './git-extension.ts'

/** Tells which files are looked at where `buyIn.changedFilesOnly` is set. */
export interface ChangedFiles extends vscode.Disposable {
  includes(document: vscode.TextDocument): Promise<boolean>
}

/**
 * Asks VS Code's Git extension for the files that have changed since the last commit. Without that extension, as
 * on the web, every file is looked at, and that is said once.
 * @param refresh asks for the diagnostics of all documents again
 */
export function createChangedFiles(refresh: () => void): ChangedFiles {
  const disposables: vscode.Disposable[] = []
  const followed = new Set<GitRepository>()
  let asked: Promise<Git | undefined> | undefined
  let told = false

  const follow = (repository: GitRepository) => {
    if (followed.has(repository)) return
    followed.add(repository)
    disposables.push(repository.state.onDidChange(refresh))
  }
  const find = async (): Promise<Git | undefined> => {
    const git = await gitExtension()
    if (git) disposables.push(git.onDidOpenRepository(refresh), git.onDidCloseRepository(refresh))
    return git
  }

  return {
    async includes(document) {
      const wanted = vscode.workspace.getConfiguration('buyIn', document).get('changedFilesOnly', false)
      if (!wanted || document.isUntitled || document.isDirty) return true
      asked ??= find()
      const git = await asked
      if (!git) {
        if (!told) {
          told = true
          void vscode.window.showInformationMessage(
            'Buy-In cannot ask Git here which files have changed, so it reads all of them.'
          )
        }
        return true
      }
      const repository = git.getRepository(document.uri)
      if (repository) follow(repository)
      return hasChanged(git, document.uri) !== false
    },
    dispose() {
      for (const one of disposables) one.dispose()
    }
  }
}
