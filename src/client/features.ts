import * as vscode from 'vscode'
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type LanguageClientOptions
} from 'vscode-languageclient'
import {
  type DocumentParams,
  type InitializationOptions,
  type ReadFileResult,
  readFileRequest,
  type StateResult,
  stateRequest,
  type ToolParams,
  toolRequest
} from '../server/protocol.ts'
import {isEligible} from './active-document.ts'
import {isProjectFile, textOf} from './project-files.ts'
import {generateRecap} from './recap.ts'
import {createSummaryPane} from './summary-pane.ts'
import {createWorkspaceView} from './workspace-view.ts'

/** What Buy-In does once its language server runs. */
export interface Features {
  generateRecap(): Promise<void>
  /** Null for a document that the server does not know. */
  stateOf(uri: vscode.Uri): Promise<StateResult | null>
  /** The answer of a tool for assistants. */
  answer(params: {tool: ToolParams['tool']; uri: vscode.Uri; text: string}): Promise<string>
  lintWorkspace(): Promise<void>
  /** The proposals that were seen so far, by their URIs. */
  proposals(): ReadonlyMap<string, StateResult>
  openSummary(): Promise<void>
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
    initializationOptions: {readsFiles: true, hasOutline: true} satisfies InitializationOptions,
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
  client.onRequest(readFileRequest, async ({uri}: DocumentParams): Promise<ReadFileResult> => {
    return {text: (await textOf(client.protocol2CodeConverter.asUri(uri))) ?? null}
  })
  context.subscriptions.push(
    {dispose: () => client.dispose()},
    // What is typed into a project file takes effect at once, also before it is saved.
    vscode.workspace.onDidChangeTextDocument(({document: {uri}}) => {
      if (!isProjectFile(uri) || !client.isRunning()) return
      const change = {uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Changed}
      void client.sendNotification(DidChangeWatchedFilesNotification.method, {changes: [change]})
    })
  )
  await client.start()
  const pane = createSummaryPane(context, client)
  const stateOf = (uri: vscode.Uri) => {
    const params: DocumentParams = {uri: client.code2ProtocolConverter.asUri(uri)}
    return client.sendRequest<StateResult | null>(stateRequest, params).catch(() => null)
  }
  const workspace = createWorkspaceView(client, stateOf)
  context.subscriptions.push(workspace)
  return {
    generateRecap: () => generateRecap(client, pane.shown()),
    stateOf,
    lintWorkspace: () => workspace.lint(),
    proposals: () => workspace.proposals(),
    answer: ({tool, uri, text}) => {
      const params: ToolParams = {tool, uri: client.code2ProtocolConverter.asUri(uri), text}
      return client.sendRequest<string>(toolRequest, params)
    },
    openSummary: () => pane.open(),
    restoreSummary: (panel, state) => pane.restore(panel, state),
    async restartServer() {
      await client.stop()
      await client.start()
      pane.refresh()
    }
  }
}
