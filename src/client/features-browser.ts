import * as vscode from 'vscode'
import {BrowserMessageReader, BrowserMessageWriter, LanguageClient} from 'vscode-languageclient/browser'
import {type Features, startFeatures} from './features.ts'
import type {Pause} from './pause.ts'

/** Starts the language server as a web worker. */
export function start(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  pause: Pause
): Promise<Features> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true)
  let worker: Worker | undefined
  // As transports: where VS Code wraps `Worker`, the client does not know a bare one for what it is.
  const startServer = () => {
    worker?.terminate()
    worker = new Worker(script)
    return Promise.resolve({
      reader: new BrowserMessageReader(worker),
      writer: new BrowserMessageWriter(worker)
    })
  }
  context.subscriptions.push({dispose: () => worker?.terminate()})
  return startFeatures(
    context,
    log,
    pause,
    (options) => new LanguageClient('buyIn', 'Buy-In', startServer, options)
  )
}
