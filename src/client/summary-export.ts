import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {type SummaryTextParams, type SummaryTextResult, summaryTextRequest} from '../server/protocol.ts'

type Format = SummaryTextParams['format']

/** What a keybinding or another extension can say beforehand; what it leaves out is asked. */
export interface ExportTarget {
  readonly format?: Format
  readonly to?: vscode.Uri
}

const formats: readonly (vscode.QuickPickItem & {readonly format: Format; readonly extension: string})[] = [
  {
    label: '$(browser) HTML',
    detail: 'One file that opens in any browser and prints well',
    format: 'html',
    extension: 'html'
  },
  {
    label: '$(markdown) Markdown',
    detail: 'For a wiki, an issue or a chat',
    format: 'markdown',
    extension: 'md'
  }
]

/** Writes the stakeholder's part of a document's summary to a file, which the user chooses. */
export async function exportSummary(
  client: BaseLanguageClient,
  uri: vscode.Uri,
  stakeholder: string | undefined,
  target: ExportTarget = {}
): Promise<void> {
  const format =
    formats.find((one) => one.format === target.format) ??
    (await vscode.window.showQuickPick(formats, {title: 'Export the stakeholder summary'}))
  if (!format) return
  const params: SummaryTextParams = {
    uri: client.code2ProtocolConverter.asUri(uri),
    format: format.format,
    ...(stakeholder ? {stakeholder} : {})
  }
  const result = await client.sendRequest<SummaryTextResult | null>(summaryTextRequest, params)
  if (!result) return
  const to = target.to ?? (await chosenFile(uri, format))
  if (!to) return
  await vscode.workspace.fs.writeFile(to, new TextEncoder().encode(result.text))
  if (target.to) return
  const open = await vscode.window.showInformationMessage(
    `The summary of “${result.title}” is in ${to.path.slice(to.path.lastIndexOf('/') + 1)}.`,
    'Open'
  )
  if (!open) return
  if (to.scheme === 'file' && format.format === 'html') await vscode.env.openExternal(to)
  else await vscode.window.showTextDocument(to)
}

/** "proposal.md" → "proposal-summary.html", beside it where it has a place of its own. */
function chosenFile(
  uri: vscode.Uri,
  {label, extension}: (typeof formats)[number]
): Thenable<vscode.Uri | undefined> {
  const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '')
  const folder =
    uri.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(uri, '..')
  return vscode.window.showSaveDialog({
    title: 'Export the stakeholder summary',
    filters: {[label.replace(/^\$\([a-z]+\) /, '')]: [extension]},
    ...(folder ? {defaultUri: vscode.Uri.joinPath(folder, `${name}-summary.${extension}`)} : {})
  })
}
