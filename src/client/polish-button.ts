import * as vscode from 'vscode'
import {artifactKindOf} from '../server/protocol.ts'
import {isEligible} from './active-document.ts'
import {languageModels} from './language-model.ts'

/**
 * Keeps the contexts by which the button of open artifacts shows: `buyIn.artifacts`, the paths of the open ones (by which the window
 * knows them, wherever it runs), and `buyIn.models`, whether there is any language model. Models are looked for only
 * once an artifact is open.
 */
export function showPolishButton(): vscode.Disposable {
  const artifacts = new Set<string>()
  const models = {known: undefined as boolean | undefined, looking: false}
  const set = (key: string, value: unknown) => vscode.commands.executeCommand('setContext', key, value)
  const lookForModels = async () => {
    // To look may itself bring up new models, and so the event.
    if (models.looking) return
    models.looking = true
    const known = (await languageModels()).length > 0
    models.looking = false
    if (known === models.known) return
    models.known = known
    await set('buyIn.models', known)
  }
  const look = (document: vscode.TextDocument, closed = false) => {
    const path = document.uri.fsPath
    const is =
      !closed &&
      isEligible(document) &&
      document.lineAt(0).text.startsWith('# ') &&
      artifactKindOf(document.getText()) !== undefined
    if (is === artifacts.has(path)) return
    if (is) artifacts.add(path)
    else artifacts.delete(path)
    void set('buyIn.artifacts', [...artifacts])
    if (models.known === undefined) void lookForModels()
  }
  for (const document of vscode.workspace.textDocuments) look(document)
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument((document) => look(document)),
    vscode.workspace.onDidChangeTextDocument(({document}) => look(document)),
    vscode.workspace.onDidCloseTextDocument((document) => look(document, true)),
    vscode.lm.onDidChangeChatModels(() => {
      if (artifacts.size > 0) void lookForModels()
      else models.known = undefined
    })
  )
}
