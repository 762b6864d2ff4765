import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {type DocumentParams, type RecapResult, recapRequest} from '../server/protocol.ts'
import {activeDocument} from './active-document.ts'

/**
 * Opens a recap of the active document beside it, as an unsaved Markdown document.
 * @param last the document that the summary pane shows, for when that is in front
 */
export async function generateRecap(client: BaseLanguageClient, last: vscode.Uri | undefined): Promise<void> {
  const document = await activeDocument(last)
  if (!document) {
    await vscode.window.showInformationMessage('Open the proposal that you want a recap of, then try again.')
    return
  }
  const params: DocumentParams = {uri: client.code2ProtocolConverter.asUri(document.uri)}
  const recap = await client.sendRequest<RecapResult | null>(recapRequest, params)
  if (!recap) return
  const opened = await vscode.workspace.openTextDocument({language: 'markdown', content: recap.markdown})
  await vscode.window.showTextDocument(opened, {viewColumn: vscode.ViewColumn.Beside, preview: false})
}
