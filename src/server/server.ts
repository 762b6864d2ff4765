import {
  type Connection,
  DidChangeConfigurationNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments
} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {version} from '../../package.json'
import {recapOf} from '../artifacts/recap.ts'
import {summaryOf} from '../artifacts/summary.ts'
import {summaryToHtml, summaryToMarkdown} from '../artifacts/summary-text.ts'
import {snippets} from '../fixes/fix.ts'
import {mendElement} from '../fixes/mend-element.ts'
import {templateOf} from '../fixes/templates.ts'
import {waitingOf} from '../rules/shown.ts'
import {wantedBy} from '../rules/wanted.ts'
import {actionsOfKind, codeActionsAt, kindsOfActions} from './code-actions.ts'
import {completeAt, triggerCharacters} from './completion.ts'
import {diagnosticOf, editOf} from './convert.ts'
import {createReader, type Read} from './documents.ts'
import {hoverAt} from './hover.ts'
import {
  type ActionsParams,
  type ActionsResult,
  actionsRequest,
  type DocumentParams,
  type MendParams,
  type MendResult,
  mendRequest,
  type ReadyResult,
  type RecapResult,
  readyRequest,
  recapRequest,
  type StateResult,
  type SummaryParams,
  type SummaryResult,
  type SummaryTextParams,
  type SummaryTextResult,
  stateRequest,
  summaryRequest,
  summaryTextRequest,
  type TemplateParams,
  type TemplateResult,
  templateRequest
} from './protocol.ts'
import {readyOf} from './ready.ts'
import {legend, tokensOf} from './semantic-tokens.ts'

/** Serves Buy-In over a connection: the Language Server Protocol, and the requests of `protocol.ts`. */
export function serve(connection: Connection): void {
  const documents = new TextDocuments(TextDocument)
  let client: InitializeParams['capabilities'] = {}
  let folders: readonly string[] = []
  const reader = createReader(
    connection,
    documents,
    () => client.workspace?.configuration === true,
    () => folders
  )
  const pullsDiagnostics = () => client.textDocument?.diagnostic !== undefined
  const withSnippets = () => client.workspace?.workspaceEdit?.snippetEditSupport === true

  connection.onInitialize(({capabilities, workspaceFolders}): InitializeResult => {
    client = capabilities
    folders = pathsOf(workspaceFolders ?? [])
    return {
      serverInfo: {name: 'Buy-In', version},
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        codeActionProvider: {codeActionKinds: [...kindsOfActions]},
        completionProvider: {triggerCharacters},
        hoverProvider: true,
        semanticTokensProvider: {legend, full: true},
        ...(capabilities.textDocument?.diagnostic
          ? {diagnosticProvider: {interFileDependencies: false, workspaceDiagnostics: false}}
          : {}),
        workspace: {workspaceFolders: {supported: true, changeNotifications: true}}
      }
    }
  })

  connection.onInitialized(async () => {
    if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
      await connection.client.register(DidChangeConfigurationNotification.type, {section: 'buyIn'})
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        folders = pathsOf((await connection.workspace.getWorkspaceFolders()) ?? [])
        refresh()
      })
    }
  })

  connection.onDidChangeConfiguration(() => {
    reader.forgetSettings()
    refresh()
  })

  const refresh = () => {
    if (pullsDiagnostics()) {
      if (client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh()
    } else for (const {uri} of documents.all()) void push(uri)
  }

  const push = async (uri: string) => {
    const read = await reader.readProposal(uri)
    const document = read?.document ?? documents.get(uri)
    if (!document) return
    const shown = read?.shown ?? []
    await connection.sendDiagnostics({
      uri,
      version: document.version,
      diagnostics: shown.map((one) => diagnosticOf(document, one))
    })
  }

  documents.onDidChangeContent(({document}) => {
    if (!pullsDiagnostics()) void push(document.uri)
  })
  documents.onDidClose(({document: {uri}}) => {
    reader.forget(uri)
    if (!pullsDiagnostics()) void connection.sendDiagnostics({uri, diagnostics: []})
  })

  connection.languages.diagnostics.on(async ({textDocument: {uri}}) => {
    const read = await reader.readProposal(uri)
    const items = read ? read.shown.map((one) => diagnosticOf(read.document, one)) : []
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
    return read
      ? codeActionsAt(read, range, context, {
          snippets: withSnippets(),
          disabled: client.textDocument?.codeAction?.disabledSupport === true
        })
      : []
  })

  connection.languages.semanticTokens.on(async ({textDocument: {uri}}) => {
    const read = await reader.readProposal(uri)
    return read ? tokensOf(read) : {data: []}
  })

  const summaryFor = ({proposal, settings}: Read, stakeholder: string | undefined) =>
    summaryOf(proposal, wantedBy(proposal, settings.rules), stakeholder)

  connection.onRequest(
    summaryRequest,
    async ({uri, stakeholder}: SummaryParams): Promise<SummaryResult | null> => {
      const read = await reader.read(uri)
      if (!read) return null
      const {document, isProposal} = read
      return {version: document.version, isProposal, summary: summaryFor(read, stakeholder)}
    }
  )

  connection.onRequest(
    summaryTextRequest,
    async ({uri, stakeholder, format}: SummaryTextParams): Promise<SummaryTextResult | null> => {
      const read = await reader.read(uri)
      if (!read) return null
      const summary = summaryFor(read, stakeholder)
      const text = format === 'html' ? summaryToHtml(summary) : summaryToMarkdown(summary)
      return {title: summary.title, text}
    }
  )

  connection.onRequest(mendRequest, async ({uri, element}: MendParams): Promise<MendResult | null> => {
    const read = await reader.read(uri)
    if (!read) return null
    const fix = mendElement(read.proposal, element)
    return {title: fix.title, edit: editOf(read.document, fix, withSnippets())}
  })

  connection.onRequest(stateRequest, async ({uri}: DocumentParams): Promise<StateResult | null> => {
    const read = await reader.read(uri)
    if (!read) return null
    const {isProposal, findings, shown, proposal} = read
    const {profile, closed, language, words, frontMatter} = proposal
    return {
      isProposal,
      profile,
      language,
      words,
      waiting: isProposal ? waitingOf(findings, shown).length : 0,
      draft: words < read.settings.thresholds.draftWords || read.document.uri.startsWith('untitled:'),
      ...(closed === undefined ? {} : {closed}),
      ...(frontMatter.problem === undefined ? {} : {problem: frontMatter.problem})
    }
  })

  connection.onRequest(recapRequest, async ({uri}: DocumentParams): Promise<RecapResult | null> => {
    const read = await reader.read(uri)
    return read ? {markdown: recapOf(read.proposal)} : null
  })

  connection.onRequest(
    actionsRequest,
    async ({uri, range, kind}: ActionsParams): Promise<ActionsResult | null> => {
      const read = await reader.read(uri)
      return read ? actionsOfKind(read, range, kind, withSnippets()) : null
    }
  )

  connection.onRequest(readyRequest, async ({uri}: DocumentParams): Promise<ReadyResult | null> => {
    const read = await reader.read(uri)
    return read ? readyOf(read) : null
  })

  connection.onRequest(templateRequest, ({profile}: TemplateParams): TemplateResult => {
    const [template] = snippets([{span: {start: 0, end: 0}, content: templateOf(profile)}])
    return {snippet: template?.snippet ?? ''}
  })

  documents.listen(connection)
  connection.listen()
}

function pathsOf(folders: readonly {uri: string}[]): string[] {
  return folders.map(({uri}) => decodeURIComponent(new URL(uri).pathname))
}
