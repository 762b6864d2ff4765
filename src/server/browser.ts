import {BrowserMessageReader, BrowserMessageWriter, createConnection} from 'vscode-languageserver/browser'
import {serve} from './server.ts'

// A worker's global scope has a worker's messages; the language service's types know only the page's.
const scope = globalThis as unknown as Worker
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)))
