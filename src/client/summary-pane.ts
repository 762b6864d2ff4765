import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {type DocumentParams, type SummaryResult, summaryRequest} from '../server/protocol.ts'
import {activeDocument, isEligible} from './active-document.ts'
import {summaryPage} from './summary-page.ts'

/** What the pane's page sends. */
export type PageMessage = {readonly type: 'ready'} | Reveal

/** Offsets in a version of the document. */
interface Reveal {
  readonly type: 'reveal'
  readonly version: number
  readonly start: number
  readonly end: number
}

/** What the pane's page receives; it keeps `uri` as its state, so that a reload brings it back. */
export interface PaneMessage {
  readonly type: 'summary'
  readonly uri: string
  readonly result: SummaryResult
}

export interface SummaryPane {
  /** Opens the pane beside the editor, for the active document. */
  open(): Promise<void>
  /** Brings the pane back after the window was reloaded. */
  restore(panel: vscode.WebviewPanel, state: unknown): Promise<void>
  refresh(): void
  /** The document that is summarised, while the pane is open. */
  shown(): vscode.Uri | undefined
}

/** How long typing must rest before the pane follows, in milliseconds. */
const rest = 120

export function createSummaryPane(context: vscode.ExtensionContext, client: BaseLanguageClient): SummaryPane {
  let panel: vscode.WebviewPanel | undefined
  let shown: vscode.Uri | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let request: vscode.CancellationTokenSource | undefined

  const show = async (uri: vscode.Uri, asked: boolean): Promise<void> => {
    request?.cancel()
    request = new vscode.CancellationTokenSource()
    const {token} = request
    const params: DocumentParams = {uri: client.code2ProtocolConverter.asUri(uri)}
    const result = await client
      .sendRequest<SummaryResult | null>(summaryRequest, params, token)
      .catch(() => null)
    if (!result || !panel || token.isCancellationRequested || !(asked || result.isProposal)) return
    shown = uri
    panel.title = `Summary: ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`
    const message: PaneMessage = {type: 'summary', uri: uri.toString(), result}
    await panel.webview.postMessage(message)
  }
  const refresh = () => {
    if (panel && shown) void show(shown, true)
  }

  const reveal = async ({version, start, end}: Reveal) => {
    if (!shown) return
    const document = await vscode.workspace.openTextDocument(shown)
    // The text has moved on since the page was drawn: draw it anew, rather than select the wrong words.
    if (document.version !== version) {
      refresh()
      return
    }
    const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document)
    const editor = await vscode.window.showTextDocument(document, {
      viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
      preview: false
    })
    const range = new vscode.Range(document.positionAt(start), document.positionAt(end))
    editor.selection = new vscode.Selection(range.start, range.end)
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  }

  const adopt = (adopted: vscode.WebviewPanel, uri: vscode.Uri) => {
    panel = adopted
    shown = uri
    const {webview} = adopted
    webview.options = {enableScripts: true, localResourceRoots: [context.extensionUri]}
    webview.onDidReceiveMessage((message: PageMessage) => {
      if (message.type === 'ready') refresh()
      else void reveal(message)
    })
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
    {dispose: () => clearTimeout(timer)}
  )

  return {
    async open() {
      const document = await activeDocument()
      if (!document && !panel) {
        await vscode.window.showInformationMessage(
          'Open the proposal that you want a summary of, then try again.'
        )
        return
      }
      if (panel) {
        panel.reveal(undefined, true)
        if (document) await show(document.uri, true)
      } else if (document) {
        const column = {viewColumn: vscode.ViewColumn.Beside, preserveFocus: true}
        adopt(vscode.window.createWebviewPanel('buyIn.summary', 'Stakeholder Summary', column), document.uri)
      }
    },
    async restore(restored, state) {
      const uri = state !== null && typeof state === 'object' && 'uri' in state ? state.uri : undefined
      const target = typeof uri === 'string' ? vscode.Uri.parse(uri) : (await activeDocument())?.uri
      const document =
        target && (await Promise.resolve(vscode.workspace.openTextDocument(target)).catch(() => undefined))
      if (!document) restored.dispose()
      else {
        panel?.dispose()
        adopt(restored, document.uri)
      }
    },
    refresh,
    shown: () => (panel ? shown : undefined)
  }
}
