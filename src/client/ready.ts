import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {type DocumentParams, type ReadyResult, readyRequest} from '../server/protocol.ts'
import {documentFor} from './active-document.ts'
import {showDocument} from './show-document.ts'

type Kind = ReadyResult['looseEnds'][number]['kind']

const icons: Readonly<Record<Kind, string>> = {
  place: 'edit',
  ask: 'person',
  answer: 'mail',
  sum: 'symbol-number',
  time: 'calendar',
  decision: 'law',
  untold: 'comment'
}

/**
 * Lists what is left to settle before the active document is sent; choosing a line goes to its place.
 * @param last the document that the summary pane shows, for when that is in front
 */
export async function readyToSend(client: BaseLanguageClient, last: vscode.Uri | undefined): Promise<void> {
  const document = await documentFor('that you want to send', last)
  if (!document) return
  const params: DocumentParams = {uri: client.code2ProtocolConverter.asUri(document.uri)}
  const result = await client.sendRequest<ReadyResult | null>(readyRequest, params)
  if (!result) return
  const editor = await showDocument(document)
  if (!editor) return
  const before = editor.selection
  const items = result.looseEnds.map(({kind, message, range}) => {
    const at = client.protocol2CodeConverter.asRange(range)
    return {label: `$(${icons[kind]}) ${message}`, description: `line ${at.start.line + 1}`, at}
  })
  const go = (range: vscode.Range) => {
    editor.selection = new vscode.Selection(range.start, range.end)
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
  }
  if (items.length === 0) {
    const label = `$(pass) ${friendly(result)}`
    await vscode.window.showQuickPick([{label}], {title: 'Ready to Send?'})
    return
  }
  const chosen = await vscode.window.showQuickPick(items, {
    title: 'Ready to Send?',
    placeHolder: `${items.length === 1 ? 'One thing is' : `${items.length} things are`} left to settle`,
    onDidSelectItem: (item) => {
      const picked = items.find((one) => one === item)
      if (picked) go(picked.at)
    }
  })
  if (chosen) await showDocument(document).then(() => go(chosen.at))
  else go(before)
}

function friendly({empty, closed}: ReadyResult): string {
  if (closed !== undefined) return `It is decided (${closed}). Nothing is left to settle.`
  if (empty) return 'Nothing is written yet.'
  return 'Nothing is left to settle. Off it goes!'
}
