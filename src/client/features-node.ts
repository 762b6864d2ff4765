import type * as vscode from 'vscode'
import {LanguageClient, TransportKind} from 'vscode-languageclient/node'
import {type Features, startFeatures} from './features.ts'
import type {Pause} from './pause.ts'

/** Starts the language server as a process of its own. */
export function start(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  pause: Pause
): Promise<Features> {
  const module = context.asAbsolutePath('dist/server.cjs')
  return startFeatures(
    context,
    log,
    pause,
    (options) => new LanguageClient('buyIn', 'Buy-In', {module, transport: TransportKind.ipc}, options)
  )
}
