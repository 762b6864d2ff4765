import * as vscode from 'vscode'
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  type LanguageClientOptions
} from 'vscode-languageclient'
import {
  type ArtifactKind,
  type DocumentParams,
  type InitializationOptions,
  type ReadFileResult,
  readFileRequest,
  type StateResult,
  stateRequest,
  type ToolParams,
  toolRequest
} from '../server/protocol.ts'
import {createActions} from './actions.ts'
import {documentFor, isEligible, openDocument} from './active-document.ts'
import {createArtifacts} from './artifacts.ts'
import {createChangedFiles} from './changed-files.ts'
import {createErrorHandler} from './crash.ts'
import {createHoldBack} from './hold-back.ts'
import {newProposal} from './new-proposal.ts'
import {openSample} from './open-sample.ts'
import type {Pause} from './pause.ts'
import {createPolish, type PolishOutcome} from './polish.ts'
import {isProjectFile, textOf} from './project-files.ts'
import {readyToSend} from './ready.ts'
import {type ExportTarget, exportSummary} from './summary-export.ts'
import {createSummaryPane} from './summary-pane.ts'
import {createWorkspaceView} from './workspace-view.ts'

/** What Buy-In does once its language server runs. */
export interface Features {
  /** Does a code action of a kind to the active document. */
  act(kind: string): Promise<void>
  /** @param given the answers to what it would else ask, from a key binding or another extension */
  generate(kind: ArtifactKind, given: unknown): Promise<void>
  copy(form: 'markdown' | 'plain text'): Promise<void>
  polish(): Promise<PolishOutcome>
  /** @param offered the reworded side of the comparison; the one in front by default */
  settlePolish(accepted: boolean, offered: unknown): Promise<void>
  /** Null for a document that the server does not know. */
  stateOf(uri: vscode.Uri): Promise<StateResult | null>
  /** The answer of a tool for assistants. */
  answer(params: {tool: ToolParams['tool']; uri: vscode.Uri; text: string}): Promise<string>
  lintWorkspace(): Promise<void>
  /** The proposals that were seen so far, by their URIs. */
  proposals(): ReadonlyMap<string, StateResult>
  openSummary(): Promise<void>
  exportSummary(target: ExportTarget | undefined): Promise<void>
  readyToSend(): Promise<void>
  openSample(): Promise<void>
  /** Starts a proposal of a kind, which the user chooses where none is named. */
  newProposal(profile: unknown): Promise<void>
  restoreSummary(panel: vscode.WebviewPanel, state: unknown): Promise<void>
  restartServer(): Promise<void>
}

/** Starts the language server and all that needs it. */
export async function startFeatures(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  pause: Pause,
  create: (options: LanguageClientOptions) => BaseLanguageClient
): Promise<Features> {
  const refresh = (document: vscode.TextDocument) =>
    client
      .getFeature(DocumentDiagnosticRequest.method)
      .getProvider(document)
      ?.onDidChangeDiagnosticsEmitter.fire()
  const refreshAll = () => vscode.workspace.textDocuments.forEach(refresh)
  const holdBack = createHoldBack(refresh)
  const changedFiles = createChangedFiles(refreshAll)
  const client = create({
    documentSelector: [{language: 'markdown'}],
    outputChannel: log,
    errorHandler: createErrorHandler(),
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
      },
      async provideDiagnostics(resource, previous, token, next) {
        const report = await next(resource, previous, token)
        const document = resource instanceof vscode.Uri ? openDocument(resource) : resource
        if (report?.kind !== 'full' || !document) return report
        const wanted = !pause.paused && (await changedFiles.includes(document))
        return {...report, items: wanted ? holdBack.admit(document, report.items) : []}
      },
      provideHover: (document, position, token, next) =>
        pause.paused ? undefined : next(document, position, token),
      provideCodeActions: (document, range, asked, token, next) =>
        pause.paused ? undefined : next(document, range, asked, token)
    }
  })
  client.onRequest(readFileRequest, async ({uri}: DocumentParams): Promise<ReadFileResult> => {
    return {text: (await textOf(client.protocol2CodeConverter.asUri(uri))) ?? null}
  })
  const projectChanged = ({uri}: vscode.TextDocument) => {
    if (!isProjectFile(uri) || !client.isRunning()) return
    const change = {uri: client.code2ProtocolConverter.asUri(uri), type: FileChangeType.Changed}
    void client.sendNotification(DidChangeWatchedFilesNotification.method, {changes: [change]})
  }
  context.subscriptions.push(
    holdBack,
    changedFiles,
    pause.onDidChange(refreshAll),
    vscode.workspace.onDidSaveTextDocument(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('buyIn.changedFilesOnly')) refreshAll()
    }),
    {dispose: () => client.dispose()},
    // What is typed into a project file takes effect at once, also before it is saved, and none of it once it was
    // closed without that.
    vscode.workspace.onDidChangeTextDocument(({document}) => projectChanged(document)),
    vscode.workspace.onDidCloseTextDocument(projectChanged)
  )
  await client.start()
  const pane = createSummaryPane(context, client)
  const stateOf = (uri: vscode.Uri) => {
    const params: DocumentParams = {uri: client.code2ProtocolConverter.asUri(uri)}
    return client.sendRequest<StateResult | null>(stateRequest, params).catch(() => null)
  }
  const act = createActions(client, () => pane.shown())
  const workspace = createWorkspaceView(client, stateOf)
  context.subscriptions.push(workspace)
  const artifacts = createArtifacts(context, client)
  const polish = createPolish(context, client)
  context.subscriptions.push(polish)
  return {
    act,
    newProposal: (profile) =>
      newProposal(
        client,
        profile,
        async (uri) => (await stateOf(uri))?.draft === true,
        () => act('source.buyIn.insertMissing')
      ),
    openSample: () => openSample(context),
    generate: (kind, given) => artifacts.generate(kind, given, pane.shown()),
    copy: (form) => artifacts.copy(form),
    polish: () => polish.polish(),
    settlePolish: (accepted, offered) =>
      polish.settle(accepted, offered instanceof vscode.Uri ? offered : undefined),
    stateOf,
    lintWorkspace: () => workspace.lint(),
    proposals: () => workspace.proposals(),
    answer: ({tool, uri, text}) => {
      const params: ToolParams = {tool, uri: client.code2ProtocolConverter.asUri(uri), text}
      return client.sendRequest<string>(toolRequest, params)
    },
    openSummary: () => pane.open(),
    async exportSummary(target) {
      const document = await documentFor('whose summary you want to export', pane.shown())
      if (document) await exportSummary(client, document.uri, pane.stakeholderOf(document.uri), target)
    },
    readyToSend: () => readyToSend(client, pane.shown()),
    restoreSummary: (panel, state) => pane.restore(panel, state),
    async restartServer() {
      // One that stopped too often is not there to be stopped.
      if (client.isRunning()) await client.stop()
      await client.start()
      pane.refresh()
    }
  }
}
