import {BrowserMessageReader, BrowserMessageWriter, createConnection} from 'vscode-languageserver/browser'
import {serve} from './server.ts'

export {serve}

// A worker's global scope has a worker's messages; the language service's types know only the page's.
// Node loads this file for `serve` alone, which its own entry connects.
const scope = globalThis as unknown as Worker & {importScripts?: unknown}
if (typeof scope.importScripts === 'function')
  serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)))
