import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {type ActionsParams, type ActionsResult, actionsRequest} from '../server/protocol.ts'
import {documentFor} from './active-document.ts'
import {showDocument} from './show-document.ts'

/**
 * Does code actions by their kind, for commands and keys: at the cursor, else wherever in the document there is one.
 * Where several fit, the user chooses; where none does, a message says why.
 * @param last the document that the summary pane shows, for when that is in front
 */
export function createActions(
  client: BaseLanguageClient,
  last: () => vscode.Uri | undefined
): (kind: string) => Promise<void> {
  return async (kind) => {
    const document = await documentFor('that this is for', last())
    if (!document) return
    const editor = await showDocument(document)
    if (!editor) return
    const params: ActionsParams = {
      uri: client.code2ProtocolConverter.asUri(document.uri),
      range: client.code2ProtocolConverter.asRange(editor.selection),
      kind
    }
    const result = await client.sendRequest<ActionsResult | null>(actionsRequest, params)
    if (!result) return
    if (result.actions.length === 0) {
      void vscode.window.showInformationMessage(result.none)
      return
    }
    const chosen = await choose(result.actions)
    if (!chosen) return
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(chosen.edit)
    // Snippets go only into the editor in front, which the list of choices may have left.
    if (!(await showDocument(document))) return
    if (!(await vscode.workspace.applyEdit(edit)))
      void vscode.window.showInformationMessage('The text has changed meanwhile; please try again.')
  }
}

async function choose(
  actions: ActionsResult['actions']
): Promise<ActionsResult['actions'][number] | undefined> {
  if (actions.length < 2) return actions[0]
  const items = actions.map((action) => ({label: action.title, detail: action.about ?? '', action}))
  return (await vscode.window.showQuickPick(items, {placeHolder: 'Which one?', matchOnDetail: true}))?.action
}
