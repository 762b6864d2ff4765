import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {
  type MendParams,
  type MendResult,
  mendRequest,
  type SummaryParams,
  type SummaryResult,
  summaryRequest
} from '../server/protocol.ts'
import {activeDocument, documentFor, isEligible} from './active-document.ts'
import {showDocument} from './show-document.ts'
import {exportSummary} from './summary-export.ts'
import {summaryPage} from './summary-page.ts'

/** What the pane's page sends. */
export type PageMessage =
  | {readonly type: 'ready'}
  | Reveal
  /** A name that the summary knows; nothing for everybody. */
  | {readonly type: 'choose'; readonly stakeholder: string}
  | {readonly type: 'mend'; readonly element: MendParams['element']}
  | {readonly type: 'export'}

/** Offsets in a version of the document. */
interface Reveal {
  readonly type: 'reveal'
  readonly version: number
  readonly start: number
  readonly end: number
}

/** What the pane's page receives. */
export type PaneMessage =
  | {readonly type: 'summary'; readonly uri: string; readonly result: SummaryResult}
  /** Where the cursor is in the proposal; `follow` when its user moved it, and did not type. */
  | {readonly type: 'cursor'; readonly offset: number; readonly follow: boolean}

/** What the page keeps, so that a reload brings it back. */
export interface PaneState {
  readonly uri: string
  readonly view: 'stakeholder' | 'author'
  readonly stakeholder?: string
}

export interface SummaryPane {
  /** Opens the pane beside the editor, for the active document. */
  open(): Promise<void>
  /** Brings the pane back after the window was reloaded. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>
  refresh(): void
  /** The document that is summarised, while the pane is open. */
  shown(): vscode.Uri | undefined
  /** Whom the pane shows a document for; undefined for everybody. */
  stakeholderOf(uri: vscode.Uri): string | undefined
}

/** How long typing must rest before the pane follows, in milliseconds. */
const rest = 120

export function createSummaryPane(context: vscode.ExtensionContext, client: BaseLanguageClient): SummaryPane {
  let panel: vscode.WebviewPanel | undefined
  let shown: vscode.Uri | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let request: vscode.CancellationTokenSource | undefined
  /** Whom each document is shown for. */
  const chosen = new Map<string, string>()

  const post = async (message: PaneMessage) => {
    await panel?.webview.postMessage(message)
  }

  const show = async (uri: vscode.Uri, asked: boolean): Promise<void> => {
    request?.cancel()
    request = new vscode.CancellationTokenSource()
    const {token} = request
    const stakeholder = chosen.get(uri.toString())
    const params: SummaryParams = {
      uri: client.code2ProtocolConverter.asUri(uri),
      ...(stakeholder ? {stakeholder} : {})
    }
    const result = await client
      .sendRequest<SummaryResult | null>(summaryRequest, params, token)
      .catch(() => null)
    if (!result || !panel || token.isCancellationRequested || !(asked || result.isProposal)) return
    shown = uri
    panel.title = `Summary: ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`
    await post({type: 'summary', uri: uri.toString(), result})
    const editor = editorOf(uri)
    if (editor) await followCursor(editor, false)
  }
  const refresh = () => {
    if (panel && shown) void show(shown, true)
  }

  const editorOf = (uri: vscode.Uri) =>
    vscode.window.visibleTextEditors.find(({document}) => document.uri.toString() === uri.toString())

  const followCursor = ({document, selection}: vscode.TextEditor, follow: boolean) =>
    post({type: 'cursor', offset: document.offsetAt(selection.active), follow})

  const reveal = async ({version, start, end}: Reveal) => {
    if (!shown) return
    const document = await vscode.workspace.openTextDocument(shown)
    // The text has moved on since the page was drawn: draw it anew, rather than select the wrong words.
    if (document.version !== version) {
      refresh()
      return
    }
    const editor = await showDocument(document)
    if (!editor) return
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
    editor.selection = new vscode.Selection(range.start, range.end)
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  }

  /** Snippets are only put into the active editor as such: the document is shown first. */
  const mend = async (element: MendParams['element']) => {
    if (!shown) return
    const editor = await showDocument(await vscode.workspace.openTextDocument(shown))
    if (!editor) return
    const params: MendParams = {uri: client.code2ProtocolConverter.asUri(shown), element}
    const result = await client.sendRequest<MendResult | null>(mendRequest, params).catch(() => null)
    if (!result) return
    await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(result.edit))
    editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  }

  const choose = (stakeholder: string) => {
    if (!shown) return
    if (stakeholder === '') chosen.delete(shown.toString())
    else chosen.set(shown.toString(), stakeholder)
    refresh()
  }

  const receive = (message: PageMessage) => {
    if (message.type === 'ready') refresh()
    else if (message.type === 'reveal') void reveal(message)
    else if (message.type === 'choose') choose(message.stakeholder)
    else if (message.type === 'mend') void mend(message.element)
    else if (shown) void exportSummary(client, shown, chosen.get(shown.toString()))
  }

  const adopt = (adopted: vscode.WebviewPanel, uri: vscode.Uri) => {
    panel = adopted
    shown = uri
    const {webview} = adopted
    webview.options = {enableScripts: true, localResourceRoots: [context.extensionUri]}
    webview.onDidReceiveMessage(receive)
    adopted.iconPath = {
      light: vscode.Uri.joinPath(context.extensionUri, 'media/summary-light.svg'),
      dark: vscode.Uri.joinPath(context.extensionUri, 'media/summary-dark.svg')
    }
    adopted.onDidDispose(() => {
      if (panel === adopted) panel = undefined
      request?.cancel()
    })
    webview.html = summaryPage(webview, context.extensionUri)
  }

  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(({document}) => {
      if (document.uri.toString() !== shown?.toString()) return
      clearTimeout(timer)
      timer = setTimeout(refresh, rest)
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (panel && editor && isEligible(editor.document)) void show(editor.document.uri, false)
    }),
    vscode.window.onDidChangeTextEditorSelection(({textEditor, kind}) => {
      if (!panel || textEditor.document.uri.toString() !== shown?.toString()) return
      const moved =
        kind === vscode.TextEditorSelectionChangeKind.Mouse ||
        kind === vscode.TextEditorSelectionChangeKind.Command
      void followCursor(textEditor, moved)
    }),
    {dispose: () => clearTimeout(timer)}
  )

  return {
    async open() {
      if (panel) {
        panel.reveal(undefined, true)
        const document = await activeDocument()
        if (document) await show(document.uri, true)
        return
      }
      const document = await documentFor('that you want a summary of')
      if (document) {
        const column = {viewColumn: vscode.ViewColumn.Beside, preserveFocus: true}
        adopt(vscode.window.createWebviewPanel('buyIn.summary', 'Stakeholder Summary', column), document.uri)
      }
    },
    async restore(restored, state) {
      const kept: Partial<Record<keyof PaneState, unknown>> =
        state !== null && typeof state === 'object' ? state : {}
      const target = typeof kept.uri === 'string' ? vscode.Uri.parse(kept.uri) : (await activeDocument())?.uri
      const document =
        target && (await Promise.resolve(vscode.workspace.openTextDocument(target)).catch(() => undefined))
      if (!document) restored.dispose()
      else {
        if (typeof kept.stakeholder === 'string') chosen.set(document.uri.toString(), kept.stakeholder)
        panel?.dispose()
        adopt(restored, document.uri)
      }
    },
    refresh,
    shown: () => (panel ? shown : undefined),
    stakeholderOf: (uri) => chosen.get(uri.toString())
  }
}
