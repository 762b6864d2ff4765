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
import {analyze} from '../analysis/analyze.ts'
import {artifactKindOf} from '../artifacts/artifact-kind.ts'
import {artifactOf} from '../artifacts/make.ts'
import {stakeholderNamed} from '../artifacts/moves.ts'
import {polished} from '../artifacts/polish/check.ts'
import {polishPrompt} from '../artifacts/polish/prompt.ts'
import {stakeholdersOf} from '../artifacts/stakeholders.ts'
import {summaryOf} from '../artifacts/summary.ts'
import {summaryToHtml, summaryToMarkdown} from '../artifacts/summary-text.ts'
import {toolAnswer} from '../artifacts/tool-answers.ts'
import {pathOf} from '../config/configuration.ts'
import type {FilePort} from '../config/project.ts'
import {projectFiles} from '../config/project-folders.ts'
import {problemMessage} from '../config/source.ts'
import {snippets} from '../fixes/fix.ts'
import {mendElement} from '../fixes/mend-element.ts'
import {templateOf} from '../fixes/templates.ts'
import {waitingOf} from '../rules/shown.ts'
import {wantedBy} from '../rules/wanted.ts'
import {actionsOfKind, codeActionsAt, kindsOfActions, withSimpleEdit} from './code-actions.ts'
import {completeAt, triggerCharacters} from './completion.ts'
import {diagnosticsOf, editOf} from './convert.ts'
import {createReader, type Read} from './documents.ts'
import {hoverAt} from './hover.ts'
import {lensesOf} from './lenses.ts'
import {
  type ActionsParams,
  type ActionsResult,
  type ArtifactParams,
  type ArtifactResult,
  actionsRequest,
  artifactRequest,
  type ClosedParams,
  type ClosedResult,
  closedRequest,
  type DocumentParams,
  type InitializationOptions,
  type MendParams,
  type MendResult,
  mendRequest,
  type PolishedParams,
  type PolishedResult,
  type PolishParams,
  type PolishResult,
  polishedRequest,
  polishRequest,
  type ReadFileResult,
  type ReadyResult,
  readFileRequest,
  readyRequest,
  type Stakeholder,
  type StateResult,
  type SummaryParams,
  type SummaryResult,
  type SummaryTextParams,
  type SummaryTextResult,
  stakeholdersRequest,
  stateRequest,
  summaryRequest,
  summaryTextRequest,
  type TemplateParams,
  type TemplateResult,
  type ToolParams,
  templateRequest,
  toolRequest
} from './protocol.ts'
import {readyOf} from './ready.ts'
import {legend, tokensOf} from './semantic-tokens.ts'
import {symbolsOf} from './symbols.ts'

/**
 * Serves Buy-In over a connection: the Language Server Protocol, and the requests of `protocol.ts`.
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

  /** An open document, for what is made of the whole of it. */
  const readWhole = async (uri: string): Promise<Read | undefined> => {
    const read = await reader.read(uri)
    if (read?.proposal.unread !== undefined)
      throw new ResponseError(LSPErrorCodes.RequestFailed, read.proposal.unread)
    return read
  }

  const summaryFor = ({proposal, configuration}: Read, stakeholder: string | undefined) =>
    summaryOf(proposal, wantedBy(proposal, configuration.rules), stakeholder)

  connection.onRequest(
    summaryRequest,
    async ({uri, stakeholder}: SummaryParams): Promise<SummaryResult | null> => {
      const read = await readWhole(uri)
      if (!read) return null
      const {document, isProposal} = read
      return {version: document.version, isProposal, summary: summaryFor(read, stakeholder)}
    }
  )

  connection.onRequest(
    summaryTextRequest,
    async ({uri, stakeholder, format}: SummaryTextParams): Promise<SummaryTextResult | null> => {
      const read = await readWhole(uri)
      if (!read) return null
      const summary = summaryFor(read, stakeholder)
      const text = format === 'html' ? summaryToHtml(summary) : summaryToMarkdown(summary)
      return {title: summary.title, text}
    }
  )

  connection.onRequest(mendRequest, async ({uri, element}: MendParams): Promise<MendResult | null> => {
    const read = await readWhole(uri)
    if (!read) return null
    const fix = mendElement(read.proposal, element)
    return {title: fix.title, edit: editOf(read.document, fix, withSnippets())}
  })

  connection.onRequest(stateRequest, async ({uri}: DocumentParams): Promise<StateResult | null> => {
    const read = await reader.read(uri)
    if (!read) return null
    return stateOf(read)
  })

  connection.onRequest(closedRequest, async ({uri, text}: ClosedParams): Promise<ClosedResult | null> => {
    const read = await reader.readClosed(TextDocument.create(uri, 'markdown', 0, text.replace(/^\uFEFF/, '')))
    return read ? {state: stateOf(read), diagnostics: diagnosticsOf(read)} : null
  })

  connection.onRequest(artifactRequest, async (params: ArtifactParams): Promise<ArtifactResult | null> => {
    const read = await readWhole(params.uri)
    if (!read) return null
    const {proposal, configuration} = read
    const {markdown} = artifactOf(params.kind, proposal, {
      meeting: params.meeting,
      stakeholder: stakeholderNamed(proposal, params.stakeholder),
      before: params.before === undefined ? undefined : analyze(params.before),
      feedback: proposal.project.feedback,
      wanted: wantedBy(proposal, configuration.rules)
    })
    return {markdown}
  })

  connection.onRequest(polishRequest, ({text}: PolishParams): PolishResult | null => {
    const kind = artifactKindOf(text)
    return kind ? {kind, prompt: polishPrompt(kind, text)} : null
  })

  connection.onRequest(
    polishedRequest,
    ({text, answer}: PolishedParams): PolishedResult => polished(text, answer)
  )

  connection.onRequest(stakeholdersRequest, async ({uri}: DocumentParams): Promise<Stakeholder[] | null> => {
    const read = await reader.read(uri)
    return read ? stakeholdersOf(read.proposal) : null
  })

  connection.onRequest(
    actionsRequest,
    async ({uri, range, kind}: ActionsParams): Promise<ActionsResult | null> => {
      const read = await readWhole(uri)
      return read ? actionsOfKind(read, range, kind, withSnippets()) : null
    }
  )

  connection.onRequest(readyRequest, async ({uri}: DocumentParams): Promise<ReadyResult | null> => {
    const read = await readWhole(uri)
    return read ? readyOf(read) : null
  })

  connection.onRequest(templateRequest, ({profile}: TemplateParams): TemplateResult => {
    const [template] = snippets([{span: {start: 0, end: 0}, content: templateOf(profile)}])
    return {snippet: template?.snippet ?? ''}
  })

  connection.onRequest(toolRequest, async ({tool, uri, text}: ToolParams): Promise<string> => {
    const read = await reader.readText(TextDocument.create(uri, 'markdown', 0, text))
    if (read.proposal.unread !== undefined)
      throw new ResponseError(LSPErrorCodes.RequestFailed, read.proposal.unread)
    return toolAnswer(tool, read.proposal, read.findings, read.configuration.rules)
  })

  documents.listen(connection)
  connection.listen()
}

function urisOf(folders: readonly {uri: string}[]): string[] {
  return folders.map(({uri}) => uri.replace(/\/+$/, ''))
}

function stateOf({document, configuration, isProposal, findings, shown, proposal}: Read): StateResult {
  const {profile, unread, closed, language, words, frontMatter} = proposal
  return {
    isProposal,
    profile,
    language,
    words,
    draft:
      unread === undefined &&
      (words < configuration.thresholds.draftWords || document.uri.startsWith('untitled:')),
    waiting: isProposal ? waitingOf(findings, shown).length : 0,
    ...(unread === undefined ? {} : {unread}),
    ...(closed === undefined ? {} : {closed}),
    ...(frontMatter.problem === undefined ? {} : {problem: frontMatter.problem})
  }
}
