import * as vscode from 'vscode'
import {LanguageClient} from 'vscode-languageclient/browser'
import {type Features, startFeatures} from './features.ts'

/** Starts the language server as a web worker. */
export function start(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Promise<Features> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true)
  return startFeatures(
    context,
    log,
    (options) => new LanguageClient('buyIn', 'Buy-In', () => Promise.resolve(new Worker(script)), options)
  )
}
