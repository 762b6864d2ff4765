import * as vscode from 'vscode'
import type {BaseLanguageClient, LanguageClientOptions} from 'vscode-languageclient'
import {type ArtifactKind, type DocumentParams, type StateResult, stateRequest} from '../server/protocol.ts'
import {activeDocument, isEligible} from './active-document.ts'
import {createArtifacts} from './artifacts.ts'
import {type ExportTarget, exportSummary} from './summary-export.ts'
import {createSummaryPane} from './summary-pane.ts'

/** What Buy-In does once its language server runs. */
export interface Features {
  /** @param given the answers to what it would else ask, from a key binding or another extension */
  generate(kind: ArtifactKind, given: unknown): Promise<void>
  copy(form: 'markdown' | 'plain text'): Promise<void>
  /** Null for a document that the server does not know. */
  stateOf(uri: vscode.Uri): Promise<StateResult | null>
  openSummary(): Promise<void>
  exportSummary(target: ExportTarget | undefined): Promise<void>
  restoreSummary(panel: vscode.WebviewPanel, state: unknown): Promise<void>
  restartServer(): Promise<void>
}

/** Starts the language server and all that needs it. */
export async function startFeatures(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  create: (options: LanguageClientOptions) => BaseLanguageClient
): Promise<Features> {
  const client = create({
    documentSelector: [{language: 'markdown'}],
    outputChannel: log,
    middleware: {
      didOpen: async (document, next) => {
        if (isEligible(document)) await next(document)
      },
      didChange: async (event, next) => {
        if (isEligible(event.document)) await next(event)
      },
      didClose: async (document, next) => {
        if (isEligible(document)) await next(document)
      }
    }
  })
  context.subscriptions.push({dispose: () => client.dispose()})
  await client.start()
  const pane = createSummaryPane(context, client)
  const artifacts = createArtifacts(context, client)
  return {
    generate: (kind, given) => artifacts.generate(kind, given, pane.shown()),
    copy: (form) => artifacts.copy(form),
    stateOf: (uri) => {
      const params: DocumentParams = {uri: client.code2ProtocolConverter.asUri(uri)}
      return client.sendRequest<StateResult | null>(stateRequest, params).catch(() => null)
    },
    openSummary: () => pane.open(),
    async exportSummary(target) {
      const document = await activeDocument(pane.shown())
      if (document) await exportSummary(client, document.uri, pane.stakeholderOf(document.uri), target)
      else
        await vscode.window.showInformationMessage(
          'Open the proposal whose summary you want to export, then try again.'
        )
    },
    restoreSummary: (panel, state) => pane.restore(panel, state),
    async restartServer() {
      await client.stop()
      await client.start()
      pane.refresh()
    }
  }
}
