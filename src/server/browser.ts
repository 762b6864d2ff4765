import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type Connection,
  createConnection
} from 'vscode-languageserver/browser'
import {type LifeParams, lifeNotification} from './protocol.ts'
import {serve} from './server.ts'

export {serve}

// A worker's global scope has a worker's messages; the language service's types know only the page's.
// Node loads this file for `serve` alone, which its own entry connects.
const scope = globalThis as unknown as Worker & {importScripts?: unknown}
if (typeof scope.importScripts === 'function') {
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope))
  serve(connection)
  // Browsers have locks only where an address is safe.
  if (isSecureContext) holdLock(connection)
}

/** Takes a lock that is free as soon as this worker is dead, and tells the client its name. */
function holdLock(connection: Connection): void {
  const lock = `buy-in ${crypto.randomUUID()}`
  void navigator.locks.request(lock, async () => {
    await connection.sendNotification(lifeNotification, {lock} satisfies LifeParams)
    await new Promise(() => {})
  })
}
