import ignore, {type Ignore} from 'ignore'
import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {type ClosedParams, type ClosedResult, closedRequest, type StateResult} from '../server/protocol.ts'
import {isEligible, openDocument} from './active-document.ts'
import {findFiles} from './find-files.ts'
import {textOf} from './project-files.ts'
import {summed} from './status.ts'

const markdown = '**/*.{md,markdown}'

export interface WorkspaceView extends vscode.Disposable {
  /** Reads all proposals of the workspace, also those that no editor has open; from then on they are kept up to date. */
  lint(): Promise<void>
  /** The proposals that were seen so far, by their URIs. */
  proposals(): ReadonlyMap<string, StateResult>
}

/**
 * The view “Proposals” in the explorer, and the diagnostics of files that no editor has open.
 * @param stateOf asks the language server for an open document
 */
export function createWorkspaceView(
  client: BaseLanguageClient,
  stateOf: (uri: vscode.Uri) => Promise<StateResult | null>
): WorkspaceView {
  const proposals = new Map<string, StateResult>()
  const closed = vscode.languages.createDiagnosticCollection('buyIn.closed')
  const changed = new vscode.EventEmitter<void>()
  let linted = false

  const remember = (uri: vscode.Uri, state: StateResult | null) => {
    if (state?.isProposal) proposals.set(uri.toString(), state)
    else proposals.delete(uri.toString())
    changed.fire()
  }
  const forget = (uri: vscode.Uri) => {
    closed.delete(uri)
    remember(uri, null)
  }
  let ignores: Ignores = []

  const read = async (uri: vscode.Uri): Promise<void> => {
    if (isInTab(uri)) {
      closed.delete(uri)
      remember(uri, await stateOf(uri))
      return
    }
    const text = await textOf(uri)
    const params: ClosedParams = {uri: client.code2ProtocolConverter.asUri(uri), text: text ?? ''}
    const result =
      text === undefined ? null : await client.sendRequest<ClosedResult | null>(closedRequest, params)
    // It may have been opened meanwhile: then the language client has its diagnostics; or no longer be wanted.
    const diagnostics = await client.protocol2CodeConverter.asDiagnostics([...(result?.diagnostics ?? [])])
    if (isInTab(uri)) closed.delete(uri)
    else if (isIgnored(uri, ignores)) return forget(uri)
    else closed.set(uri, diagnostics)
    remember(uri, result?.state ?? null)
  }
  /** A file that changed; one that vanished is forgotten. */
  const follow = (uri: vscode.Uri) => {
    if (linted && client.isRunning() && !isIgnored(uri, ignores)) read(uri).catch(() => remember(uri, null))
  }

  const lint = (): Thenable<void> =>
    vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: 'Buy-In reads the proposals',
        cancellable: true
      },
      async (progress, token) => {
        ignores = await ignoresOf(token)
        linted = true
        const files = await findFiles(['.md', '.markdown'], token)
        // What was found so far says nothing of the rest.
        if (token.isCancellationRequested) return
        const found = files
          .filter((uri) => !isIgnored(uri, ignores))
          .sort((a, b) => (a.path < b.path ? -1 : 1))
        for (const key of proposals.keys())
          if (!key.startsWith('untitled:') && !found.some((uri) => uri.toString() === key)) {
            proposals.delete(key)
            closed.delete(vscode.Uri.parse(key))
          }
        for (const [index, uri] of found.entries()) {
          if (token.isCancellationRequested) break
          progress.report({increment: 100 / found.length, message: `${index + 1} of ${found.length}`})
          await read(uri)
        }
        changed.fire()
      }
    )

  const tree = vscode.window.createTreeView('buyIn.proposals', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: (): [string, StateResult][] => [...proposals].sort(([a], [b]) => (a < b ? -1 : 1)),
      getTreeItem: ([key, state]: [string, StateResult]) => itemOf(vscode.Uri.parse(key), state)
    }
  })
  const watcher = vscode.workspace.createFileSystemWatcher(markdown)
  void vscode.commands.executeCommand('setContext', 'buyIn.awake', true)

  const parts = vscode.Disposable.from(
    closed,
    changed,
    tree,
    watcher,
    watcher.onDidCreate(follow),
    watcher.onDidChange(follow),
    watcher.onDidDelete(forget),
    // As the language client does it: it has the diagnostics of what is in a tab.
    vscode.window.tabGroups.onDidChangeTabs((tabs) => {
      for (const {input} of tabs.opened) if (input instanceof vscode.TabInputText) closed.delete(input.uri)
      for (const {input} of tabs.closed) {
        if (!(input instanceof vscode.TabInputText) || isInTab(input.uri)) continue
        if (input.uri.scheme === 'untitled' || !linted) remember(input.uri, null)
        else if (proposals.has(input.uri.toString())) follow(input.uri)
      }
    }),
    vscode.languages.onDidChangeDiagnostics(({uris}) => {
      for (const uri of uris) {
        if (isMarkdown(uri) && isInTab(uri) && client.isRunning())
          void stateOf(uri).then((state) => remember(uri, state))
      }
    })
  )
  return {
    lint: async () => lint(),
    proposals: () => proposals,
    dispose: () => parts.dispose()
  }
}

type Ignores = readonly (readonly [folder: string, rules: Ignore])[]

/** What the `.buy-inignore` files of the workspace name, each below its folder. */
async function ignoresOf(token: vscode.CancellationToken): Promise<Ignores> {
  const lists = await findFiles(['.buy-inignore'], token)
  return Promise.all(
    lists.map(async (list) => {
      const folder = list.path.slice(0, list.path.lastIndexOf('/') + 1)
      return [folder, ignore().add((await textOf(list)) ?? '')] as const
    })
  )
}

function isIgnored({path}: vscode.Uri, ignores: Ignores): boolean {
  return ignores.some(
    ([folder, rules]) => path.startsWith(folder) && rules.ignores(path.slice(folder.length))
  )
}

function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({tabs}) =>
    tabs.some(({input}) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString())
  )
}

function isMarkdown(uri: vscode.Uri): boolean {
  const document = openDocument(uri)
  return document !== undefined && isEligible(document)
}

function itemOf(uri: vscode.Uri, state: StateResult): vscode.TreeItem {
  const item = new vscode.TreeItem(uri)
  item.description = summed(state, uri)
  item.tooltip = `${vscode.workspace.asRelativePath(uri)}\n${state.profile.name}: ${state.profile.reason}`
  const shown = vscode.languages.getDiagnostics(uri).filter(({source}) => source === 'Buy-In')
  const warns = shown.some(({severity}) => severity <= vscode.DiagnosticSeverity.Warning)
  const name = warns ? 'warning' : shown.length > 0 ? 'info' : 'pass'
  item.iconPath = new vscode.ThemeIcon(name)
  item.command = {command: 'vscode.open', title: 'Open', arguments: [uri]}
  return item
}
