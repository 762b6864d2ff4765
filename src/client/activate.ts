import * as vscode from 'vscode'
import {isProposal, pathInWorkspace} from '../config/which-files.ts'
import type {StateResult} from '../server/protocol.ts'
import {actionCommands} from './action-commands.ts'
import {isEligible} from './active-document.ts'
import type {Features} from './features.ts'
import {createPause, type Pause} from './pause.ts'
import {mayBeNamed} from './project-files.ts'
import {showStatus} from './status.ts'
import type {ExportTarget} from './summary-export.ts'
import {registerTools} from './tools.ts'
import {treatAsProposal} from './treat-as-proposal.ts'

/** What other extensions can ask Buy-In. */
export interface BuyIn {
  /** Whether the language server was started; a window without a proposal never starts it. */
  isAwake(): boolean
  /** The proposals that were seen so far, by their URIs, and what each was read as. */
  proposals(): Promise<ReadonlyMap<string, StateResult>>
}

/**
 * Wakes Buy-In when the first proposal opens or a command asks for it; until then nothing is loaded or started.
 * @param load loads the rest of the extension and starts the language server
 */
export function activateWith(
  context: vscode.ExtensionContext,
  load: (context: vscode.ExtensionContext, log: vscode.LogOutputChannel, pause: Pause) => Promise<Features>
): BuyIn {
  const log = vscode.window.createOutputChannel('Buy-In', {log: true})
  const pause = createPause()
  let awake: Promise<Features> | undefined
  const wake = (): Promise<Features> => {
    awake ??= load(context, log, pause).catch((error: unknown) => {
      awake = undefined
      log.error('Buy-In could not start its language server.', error instanceof Error ? error : String(error))
      throw error
    })
    return awake
  }
  const command = <Argument>(name: string, run: (features: Features, argument?: Argument) => unknown) =>
    vscode.commands.registerCommand(`buyIn.${name}`, async (argument?: Argument) =>
      run(await wake(), argument)
    )

  const look = (document: vscode.TextDocument) => {
    if (!awake && countsAsProposal(document)) wake().catch(() => {})
  }
  const open = async (document: vscode.TextDocument) => {
    look(document)
    if (!awake && isEligible(document) && (await mayBeNamed(document))) wake().catch(() => {})
  }
  const status = showStatus(countsAsProposal, pause, async (uri) =>
    awake ? (await awake).stateOf(uri) : null
  )

  context.subscriptions.push(
    log,
    pause,
    status,
    command('generateRecap', (features, given: unknown) => features.generate('recap', given)),
    command('generateUpdate', (features, given: unknown) => features.generate('update', given)),
    command('generateVideoScript', (features, given: unknown) => features.generate('script', given)),
    command('generateConversationGuide', (features, given: unknown) => features.generate('guide', given)),
    command('copyAsMarkdown', (features) => features.copy('markdown')),
    command('copyAsPlainText', (features) => features.copy('plain text')),
    command('polish', (features) => features.polish()),
    command('acceptPolish', (features, offered: unknown) => features.settlePolish(true, offered)),
    command('keepMine', (features, offered: unknown) => features.settlePolish(false, offered)),
    command('openSummary', (features) => features.openSummary()),
    command('exportSummary', (features, target?: ExportTarget) => features.exportSummary(target)),
    command('newProposal', (features, profile?: string) => features.newProposal(profile)),
    command('openSample', (features) => features.openSample()),
    command('readyToSend', (features) => features.readyToSend()),
    command('lintWorkspace', (features) => features.lintWorkspace()),
    command('restartServer', (features) => features.restartServer()),
    ...Object.entries(actionCommands).map(([name, kind]) => command(name, (features) => features.act(kind))),
    vscode.commands.registerCommand('buyIn.treatAsProposal', treatAsProposal),
    vscode.commands.registerCommand('buyIn.pause', () => pause.toggle()),
    registerTools(async (params) => (await wake()).answer(params)),
    vscode.window.registerWebviewPanelSerializer('buyIn.summary', {
      deserializeWebviewPanel: async (panel, state: unknown) => (await wake()).restoreSummary(panel, state)
    }),
    vscode.workspace.onDidOpenTextDocument((document) => void open(document)),
    vscode.workspace.onDidChangeTextDocument(({document}) => look(document))
  )
  for (const document of vscode.workspace.textDocuments) void open(document)
  return {
    isAwake: () => awake !== undefined,
    proposals: async () => (awake ? (await awake).proposals() : new Map())
  }
}

/** Whether a document is a proposal, by its name, its folder or its front matter. */
function countsAsProposal(document: vscode.TextDocument): boolean {
  if (!isEligible(document)) return false
  const globs = vscode.workspace.getConfiguration('buyIn', document).get<string[]>('files', [])
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({uri}) => uri.path)
  const path = document.isUntitled ? undefined : pathInWorkspace(document.uri.path, folders)
  return isProposal({path, text: document.getText()}, globs)
}
