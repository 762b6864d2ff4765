import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments
} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {version} from '../../package.json'
import {pathOf} from '../config/configuration.ts'
import type {FilePort} from '../config/project.ts'
import {projectFiles} from '../config/project-folders.ts'
import {problemMessage} from '../config/source.ts'
import {codeActionsAt, kindsOfActions, withSimpleEdit} from './code-actions.ts'
import {completeAt, triggerCharacters} from './completion.ts'
import {diagnosticsOf} from './convert.ts'
import {createReader} from './documents.ts'
import {hoverAt} from './hover.ts'
import {lensesOf} from './lenses.ts'
import {
  type DocumentParams,
  type InitializationOptions,
  type ReadFileResult,
  readFileRequest
} from './protocol.ts'
import {serveRequests} from './requests.ts'
import {legend, tokensOf} from './semantic-tokens.ts'
import {symbolsOf} from './symbols.ts'

/**
 * Serves Buy-In over a connection: the Language Server Protocol here, and the requests of `protocol.ts`.
 * @param readHere reads files where the client does not offer to
 */
export function serve(connection: Connection, readHere: FilePort = async () => undefined): void {
  const documents = new TextDocuments(TextDocument)
  let client: InitializeParams['capabilities'] = {}
  let options: InitializationOptions = {}
  let folders: readonly string[] = []
  const readFile: FilePort = async (uri) => {
    if (!options.readsFiles) return readHere(uri)
    const {text} = await connection.sendRequest<ReadFileResult>(readFileRequest, {
      uri
    } satisfies DocumentParams)
    return text ?? undefined
  }
  const reader = createReader(connection, documents, {
    async askSettings(uri) {
      if (!client.workspace?.configuration) return options.settings
      try {
        return await connection.workspace.getConfiguration({scopeUri: uri, section: 'buyIn'})
      } catch (error) {
        connection.console.warn(`The settings for ${uri} could not be had: ${String(error)}`)
        return undefined
      }
    },
    readFile,
    folders: () => folders,
    onProject: ({file, problems: [first, ...rest]}) => {
      if (!first) return
      const shown = file.slice(file.lastIndexOf('/') + 1)
      for (const {line, message} of [first, ...rest])
        connection.console.warn(`${pathOf(file)}:${line}: ${message}`)
      const message = `Buy-In: ${problemMessage([first, ...rest], shown)}`
      void connection.sendNotification(ShowMessageNotification.type, {type: MessageType.Warning, message})
    }
  })
  /** Waits while edits of a document are still coming in: a version that is superseded already is not read. */
  const settled = async (uri: string, token?: CancellationToken): Promise<void> => {
    for (;;) {
      const version = documents.get(uri)?.version
      // One turn of the event loop lets the next message in.
      await new Promise((resolve) => setTimeout(resolve, 0))
      if (token?.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.')
      if (documents.get(uri)?.version === version) return
    }
  }
  const pullsDiagnostics = () => client.textDocument?.diagnostic !== undefined
  const withSnippets = () => client.workspace?.workspaceEdit?.snippetEditSupport === true

  connection.onInitialize(
    ({capabilities, workspaceFolders, rootUri, initializationOptions}): InitializeResult => {
      client = capabilities
      options = initializationOptions ?? {}
      folders = workspaceFolders ? urisOf(workspaceFolders) : rootUri ? urisOf([{uri: rootUri}]) : []
      return {
        serverInfo: {name: 'Buy-In', version},
        capabilities: {
          textDocumentSync: TextDocumentSyncKind.Incremental,
          codeActionProvider: {codeActionKinds: [...kindsOfActions]},
          completionProvider: {triggerCharacters},
          hoverProvider: true,
          ...(options.hasOutline ? {} : {documentSymbolProvider: {label: 'Buy-In'}, codeLensProvider: {}}),
          semanticTokensProvider: {legend, full: true},
          ...(capabilities.textDocument?.diagnostic
            ? {diagnosticProvider: {interFileDependencies: false, workspaceDiagnostics: false}}
            : {}),
          workspace: {workspaceFolders: {supported: true, changeNotifications: true}}
        }
      }
    }
  )

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, {section: 'buyIn'})
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        folders = urisOf((await connection.workspace.getWorkspaceFolders()) ?? [])
        reader.forgetProjects()
        refresh()
      })
    }
    if (watches()) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: projectFiles.map((name) => ({globPattern: `**/${name}`}))
      })
    }
  })

  connection.onDidChangeConfiguration(({settings}) => {
    if (!client.workspace?.configuration) options = {...options, settings: settings?.buyIn ?? settings}
    reader.forgetSettings()
    refresh()
  })

  const watches = () => client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
  const projectChanged = () => {
    reader.forgetProjects()
    refresh()
  }
  connection.onDidChangeWatchedFiles(projectChanged)
  // Where nobody watches files, a save may be what changed one.
  documents.onDidSave(() => {
    if (!watches()) projectChanged()
  })

  const refresh = () => {
    if (pullsDiagnostics()) {
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh()
    } else for (const {uri} of documents.all()) pushed(uri)
  }

  const waiting = new Set<string>()
  /** Publishes what is to be said of a document, once for all the edits that came at once. */
  const push = async (uri: string) => {
    if (waiting.has(uri)) return
    waiting.add(uri)
    try {
      await settled(uri)
    } finally {
      waiting.delete(uri)
    }
    const read = await reader.readProposal(uri)
    const document = read?.document ?? documents.get(uri)
    if (!document) return
    const diagnostics = read ? diagnosticsOf(read) : []
    await connection.sendDiagnostics({uri, version: document.version, diagnostics})
  }
  const pushed = (uri: string) => {
    push(uri).catch((error: unknown) => connection.console.error(`${uri}: ${String(error)}`))
  }

  documents.onDidChangeContent(({document}) => {
    if (!pullsDiagnostics()) pushed(document.uri)
  })
  documents.onDidClose(({document: {uri}}) => {
    reader.forget(uri)
    if (!pullsDiagnostics()) void connection.sendDiagnostics({uri, diagnostics: []})
  })

  connection.languages.diagnostics.on(async ({textDocument: {uri}}, token) => {
    await settled(uri, token)
    const read = await reader.readProposal(uri)
    const items = read ? diagnosticsOf(read) : []
    return {kind: DocumentDiagnosticReportKind.Full, items}
  })

  connection.onHover(async ({textDocument: {uri}, position}) => {
    const read = await reader.readProposal(uri)
    return read && hoverAt(read, read.document.offsetAt(position))
  })

  connection.onCompletion(async ({textDocument: {uri}, position}) => {
    const read = await reader.readProposal(uri)
    const completes = client.textDocument?.completion?.completionItem?.snippetSupport === true
    return read ? completeAt(read, read.document.offsetAt(position), completes) : []
  })

  connection.onCodeAction(async ({textDocument: {uri}, range, context}) => {
    const read = await reader.readProposal(uri)
    if (!read) return []
    const {documentChanges, resourceOperations} = client.workspace?.workspaceEdit ?? {}
    const createsFiles = documentChanges === true && resourceOperations?.includes('create') === true
    const can = {
      snippets: withSnippets(),
      disabled: client.textDocument?.codeAction?.disabledSupport === true
    }
    const ports = {readFile, folders, createsFiles}
    const actions = await codeActionsAt(read, range, context, can, ports)
    return documentChanges ? actions : actions.map(withSimpleEdit)
  })

  connection.onCodeLens(async ({textDocument: {uri}}) => {
    const read = await reader.readProposal(uri)
    return read ? lensesOf(read) : []
  })

  connection.onDocumentSymbol(async ({textDocument: {uri}}) => {
    const read = await reader.readProposal(uri)
    return read ? symbolsOf(read) : []
  })

  connection.languages.semanticTokens.on(async ({textDocument: {uri}}, token) => {
    await settled(uri, token)
    const read = await reader.readProposal(uri)
    return read ? tokensOf(read) : {data: []}
  })

  serveRequests(connection, reader, withSnippets)
  documents.listen(connection)
  connection.listen()
}

function urisOf(folders: readonly {uri: string}[]): string[] {
  return folders.map(({uri}) => uri.replace(/\/+$/, ''))
}
