import assert from 'node:assert/strict'
import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtemp, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {
  type CodeAction,
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  DocumentDiagnosticRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  InsertTextFormat,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver-protocol/node'
import {pond, program, write} from '../cli/program.ts'

describe('buy-in language-server --stdio', () => {
  let folder: string
  let server: ChildProcess
  let connection: ProtocolConnection
  let answer: InitializeResult
  let uri: string

  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-stdio-')))
    await write(folder, {'proposal.md': pond, '.buy-in.yaml': 'rules:\n  require-dialog: off\n'})
    uri = pathToFileURL(join(folder, 'proposal.md')).href
  })
  afterEach(async () => {
    connection.dispose()
    server.kill()
    await rm(folder, {recursive: true})
  })

  /** Starts the server for a client that can do so much, and opens the proposal. */
  const start = async (
    capabilities: InitializeParams['capabilities'],
    initializationOptions: unknown = {}
  ) => {
    server = spawn(process.execPath, [program, 'language-server', '--stdio', '--clientProcessId=1'])
    assert(server.stdout && server.stdin)
    connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin)
    )
    connection.listen()
    answer = await connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities,
      initializationOptions
    })
    await connection.sendNotification(InitializedNotification.type, {})
    await connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: {uri, languageId: 'markdown', version: 1, text: pond}
    })
  }
  const published = () =>
    new Promise<PublishDiagnosticsParams>((resolve) => {
      const listener = connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
        listener.dispose()
        resolve(params)
      })
    })
  /** Whether a client is told of the missing downside; several findings of one range are one diagnostic. */
  const tellsOfDownside = ({diagnostics}: Pick<PublishDiagnosticsParams, 'diagnostics'>) =>
    diagnostics.some(({message}) => String(message).includes('what could go wrong'))
  const actions = async (line: number) => {
    const position = {line, character: 4}
    const found = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range: {start: position, end: position},
      context: {diagnostics: []}
    })
    return (found ?? []).filter((action): action is CodeAction => 'edit' in action)
  }

  it('answers a client that pulls, asks it to pull anew, and pushes nothing whatever happens', async () => {
    await start({textDocument: {diagnostic: {}}, workspace: {diagnostics: {refreshSupport: true}}})
    assert.deepEqual(answer.capabilities.diagnosticProvider, {
      interFileDependencies: false,
      workspaceDiagnostics: false
    })
    const pushed: string[] = []
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      pushed.push(params.uri)
    })
    const pulled = async () => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
      assert(report.kind === 'full')
      return {diagnostics: report.items}
    }
    assert(tellsOfDownside(await pulled()))
    const asked = new Promise<void>((resolve) => {
      connection.onRequest(DiagnosticRefreshRequest.method, () => resolve())
    })
    const settings = {buyIn: {rules: {'require-downside': 'off'}}}
    await connection.sendNotification(DidChangeConfigurationNotification.type, {settings})
    await asked
    assert(!tellsOfDownside(await pulled()))
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri, version: 2},
      contentChanges: [{text: `---\nstatus: accepted\n---\n\n${pond}`}]
    })
    assert.deepEqual((await pulled()).diagnostics, [])
    await connection.sendNotification(DidSaveTextDocumentNotification.type, {textDocument: {uri}})
    await connection.sendNotification(DidCloseTextDocumentNotification.type, {textDocument: {uri}})
    // Messages keep their order: what was pushed would have come before this answer.
    await pulled()
    assert.deepEqual(pushed, [])
  })

  it('pushes to a client that cannot pull, and offers it no pulling', async () => {
    await start({})
    assert.equal(answer.capabilities.diagnosticProvider, undefined)
    const first = await published()
    assert(tellsOfDownside(first))
    assert.equal(first.version, 1)
    const last = published()
    await connection.sendNotification(DidCloseTextDocumentNotification.type, {textDocument: {uri}})
    assert.deepEqual(await last, {uri, diagnostics: []})
  })

  it('follows the settings that a client sends, and a project file that was saved', async () => {
    await start({}, {settings: {rules: {'require-downside': 'off'}}})
    assert(!tellsOfDownside(await published()))
    const second = published()
    await connection.sendNotification(DidChangeConfigurationNotification.type, {settings: {buyIn: {}}})
    assert(tellsOfDownside(await second))
    await writeFile(join(folder, '.buy-in.yaml'), 'rules:\n  require-downside: off\n')
    const third = published()
    await connection.sendNotification(DidSaveTextDocumentNotification.type, {textDocument: {uri}})
    assert(!tellsOfDownside(await third))
  })

  it('gives plain edits, versioned or not, to a client that knows no snippets', async () => {
    await start({})
    const [fix] = await actions(0)
    const plain = fix?.edit?.changes?.[uri]?.[0]
    assert.match(plain?.newText ?? '', /⟨/)
    assert(!plain?.newText.includes('$'))
  })

  it('gives snippet edits to a client that knows them', async () => {
    await start({workspace: {workspaceEdit: {documentChanges: true, snippetEditSupport: true}}})
    const [fix] = await actions(0)
    const [change] = fix?.edit?.documentChanges ?? []
    assert(change && 'edits' in change && change.edits[0] && 'snippet' in change.edits[0])
    assert.match(change.edits[0].snippet.value, /\$\{1:⟨/)
  })

  for (const snippetSupport of [true, false])
    it(`completes an ask ${snippetSupport ? 'with a snippet' : 'with plain text'} where the client can insert ${snippetSupport ? 'one' : 'none'}`, async () => {
      await start({textDocument: {completion: {completionItem: {snippetSupport}}}})
      const line = '- [ ] **Ask 2, the school:** '
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: {uri, version: 2},
        contentChanges: [{text: `${pond}\n${line}`}]
      })
      const items = await connection.sendRequest(CompletionRequest.type, {
        textDocument: {uri},
        position: {line: pond.split('\n').length, character: line.length}
      })
      assert(Array.isArray(items) && items[0])
      const [{insertTextFormat, textEdit}] = items
      assert.equal(insertTextFormat, snippetSupport ? InsertTextFormat.Snippet : InsertTextFormat.PlainText)
      const place = snippetSupport ? /\$\{1:⟨do what⟩\}/ : /^⟨do what⟩/
      assert.match(textEdit?.newText ?? '', place)
    })

  it('switches a rule off in the project as the client can: by an edit, and by a new file where it makes some', async () => {
    const ofProject = async () =>
      (await actions(0)).find(({title}) => title === 'Disable require-downside in the project')
    await start({})
    const edit = (await ofProject())?.edit
    const project = pathToFileURL(join(folder, '.buy-in.yaml')).href
    assert.match(edit?.changes?.[project]?.[0]?.newText ?? '', /^require-downside: off/)
    assert.equal(edit?.documentChanges, undefined)
    await rm(join(folder, '.buy-in.yaml'))
    await connection.sendNotification(DidSaveTextDocumentNotification.type, {textDocument: {uri}})
    assert.equal(await ofProject(), undefined, 'a client that makes no files is not asked to')
  })

  it('explains a finding in the hover, and has the elements and asks as symbols', async () => {
    await start({})
    const hover = await connection.sendRequest(HoverRequest.type, {
      textDocument: {uri},
      position: {line: 0, character: 5}
    })
    assert(hover && 'value' in Object(hover.contents))
    const symbols = (await connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: {uri}
    })) as DocumentSymbol[]
    const ask = symbols.find(({name}) => name === 'ask: the school')
    assert.match(ask?.detail ?? '', /^We ask the school to dig the pond/)
    assert(symbols.some(({name}) => name.startsWith('stakeholder')))
    for (const {range, selectionRange} of symbols)
      assert(range.start.line <= selectionRange.start.line && selectionRange.end.line <= range.end.line)
  })

  it('says above the text what is not told yet, and above an ask how it stands', async () => {
    await start({})
    const lenses = await connection.sendRequest(CodeLensRequest.type, {textDocument: {uri}})
    const [top, ask] = lenses ?? []
    assert.match(top?.command?.title ?? '', /^memo: \d+ not told yet$/)
    assert.equal(top?.range.start.line, 0)
    assert.equal(ask?.command?.title, 'asked of the school: open')
  })

  it('leaves outline and lenses to a client that has an outline and a pane', async () => {
    await start({}, {hasOutline: true})
    assert.equal(answer.capabilities.documentSymbolProvider, undefined)
    assert.equal(answer.capabilities.codeLensProvider, undefined)
  })

  it('ends when it is told to', async () => {
    await start({})
    const ended = once(server, 'exit')
    await connection.sendRequest(ShutdownRequest.type)
    await connection.sendNotification(ExitNotification.type)
    assert.deepEqual(await ended, [0, null])
  })
})
