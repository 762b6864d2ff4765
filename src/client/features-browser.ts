import * as vscode from 'vscode'
import {LanguageClient, State} from 'vscode-languageclient/browser'
import {type LifeResult, lifeRequest} from '../server/protocol.ts'
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
    client.onDidChangeState(async ({newState}) => {
      if (newState !== State.Running) return
      const started = worker
      // It may be stopped, or dead, before it can answer.
      const life = await client.sendRequest<LifeResult>(lifeRequest).catch(() => undefined)
      if (life?.lock) started?.watch(life.lock)
    })
    return client
  })
}
