import * as vscode from 'vscode'
import {LanguageClient} from 'vscode-languageclient/browser'
import {type LifeParams, lifeNotification} from '../server/protocol.ts'
import {type Features, startFeatures} from './features.ts'
import type {Pause} from './pause.ts'
import {type ServerWorker, startServerWorker} from './server-worker.ts'

/** Starts the language server as a web worker. */
export function start(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
  pause: Pause
): Promise<Features> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true)
  let worker: ServerWorker | undefined
  const startServer = async () => {
    worker?.terminate()
    worker = startServerWorker(script)
    return worker.transports
  }
  context.subscriptions.push({dispose: () => worker?.terminate()})
  return startFeatures(context, log, pause, (options) => {
    const client = new LanguageClient('buyIn', 'Buy-In', startServer, options)
    client.onNotification(lifeNotification, ({lock}: LifeParams) => worker?.watch(lock))
    return client
  })
}
