import {BrowserMessageReader, BrowserMessageWriter, createConnection} from 'vscode-languageserver/browser'
import {type LifeResult, lifeRequest} from './protocol.ts'
import {serve} from './server.ts'

export {serve}

// A worker's global scope has a worker's messages; the language service's types know only the page's.
// Node loads this file for `serve` alone, which its own entry connects.
const scope = globalThis as unknown as Worker & {importScripts?: unknown}
if (typeof scope.importScripts === 'function') {
  const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope))
  // Browsers have locks only where an address is safe.
  const held = isSecureContext ? holdLock() : Promise.resolve(null)
  connection.onRequest(lifeRequest, (): Promise<LifeResult> => held.then((lock) => ({lock})))
  serve(connection)
}

/** Takes a lock that is free as soon as this worker is dead, and gives its name. */
function holdLock(): Promise<string> {
  const lock = `buy-in ${crypto.randomUUID()}`
  return new Promise((resolve) => {
    void navigator.locks.request(lock, () => {
      resolve(lock)
      return new Promise(() => {})
    })
  })
}
