import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {createConnection} from 'vscode-languageserver/node'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  TextDocumentEdit
} from 'vscode-languageserver-protocol/node'
import {
  type MendResult,
  mendRequest,
  type SummaryTextResult,
  summaryTextRequest
} from '../../../src/server/protocol.ts'
import {serve} from '../../../src/server/server.ts'

const uri = 'file:///work/proposal.md'
const text = `# A pond for the school garden

${'The garden lies behind the gym and gets the sun until four in the afternoon. '.repeat(10)}

We ask the school to dig the pond, fill the basin with water and plant the reeds.
`

/** A client of the server, with what it says it can do. */
async function client(capabilities: InitializeParams['capabilities']): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()]
  serve(createConnection(up, down))
  const connection = createProtocolConnection(down, up)
  connection.listen()
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities
  })
  await connection.sendNotification(InitializedNotification.type, {})
  return connection
}

const open = (connection: ProtocolConnection, opened = uri, content = text) =>
  connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: {uri: opened, languageId: 'markdown', version: 1, text: content}
  })

const published = (connection: ProtocolConnection) =>
  new Promise<PublishDiagnosticsParams>((resolve) => {
    const listener = connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      listener.dispose()
      resolve(params)
    })
  })

describe('The language server', () => {
  it('publishes diagnostics to a client that cannot pull, with the version they are of', async () => {
    const connection = await client({})
    const first = published(connection)
    await open(connection)
    const {diagnostics, version} = await first
    assert.equal(version, 1)
    assert(diagnostics.some(({message}) => /what could go wrong/.test(String(message))))
    const second = published(connection)
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: {uri, version: 2},
      contentChanges: [{text: '---\nbuy-in: false\n---\n'}]
    })
    assert.deepEqual(await second, {uri, version: 2, diagnostics: []})
    connection.dispose()
  })

  it('answers a client that pulls, and then publishes nothing', async () => {
    const connection = await client({textDocument: {diagnostic: {}}})
    let pushed = false
    connection.onNotification(PublishDiagnosticsNotification.type, () => {
      pushed = true
    })
    await open(connection)
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
    assert(report.kind === 'full' && report.items.length > 0)
    assert.equal(pushed, false)
    connection.dispose()
  })

  it('says nothing of Markdown that is no proposal', async () => {
    const connection = await client({textDocument: {diagnostic: {}}})
    const readme = 'file:///work/README.md'
    await open(connection, readme)
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri: readme}})
    assert.deepEqual(report, {kind: 'full', items: []})
    connection.dispose()
  })

  const actions = async (capabilities: InitializeParams['capabilities'], content = text) => {
    const connection = await client(capabilities)
    await open(connection, uri, content)
    const position = {line: 4, character: 8}
    const found = await connection.sendRequest(CodeActionRequest.type, {
      textDocument: {uri},
      range: {start: position, end: position},
      context: {diagnostics: []}
    })
    connection.dispose()
    return (found ?? []).filter((action): action is CodeAction => 'edit' in action || 'disabled' in action)
  }
  const edits = (action: CodeAction | undefined) => {
    const [change] = action?.edit?.documentChanges ?? []
    assert(change && TextDocumentEdit.is(change))
    assert.deepEqual(change.textDocument, {uri, version: 1})
    return change.edits
  }

  it('gives snippets to a client that can insert them', async () => {
    const found = await actions({workspace: {workspaceEdit: {snippetEditSupport: true}}})
    const [edit] = edits(found.find(({title}) => title.startsWith('Split')))
    assert(edit && 'snippet' in edit)
    assert.match(edit.snippet.value, /\*\*Ask 1, school:\*\* dig the pond, by \$\{1:⟨date⟩\}/)
  })

  it('says why an ask cannot be split, to a client that can show it', async () => {
    const whole = text.replace('dig the pond, fill the basin with water and plant the reeds', 'dig the pond')
    const splitting = async (capabilities: InitializeParams['capabilities']) =>
      (await actions(capabilities, whole)).find(({title}) => title.startsWith('Split'))
    const shown = await splitting({textDocument: {codeAction: {disabledSupport: true}}})
    assert.match(shown?.disabled?.reason ?? '', /one thing/)
    assert.equal(await splitting({}), undefined)
  })

  it('gives plain text to a client that cannot', async () => {
    const [edit] = edits((await actions({})).find(({title}) => title.startsWith('Split')))
    assert(edit && 'newText' in edit)
    assert.match(edit.newText, /\*\*Ask 1, school:\*\* dig the pond, by ⟨date⟩/)
  })

  it('gives the fix for one element, and the summary as text', async () => {
    const connection = await client({
      textDocument: {diagnostic: {}},
      workspace: {workspaceEdit: {snippetEditSupport: true, documentChanges: true}}
    })
    await open(connection)
    const mend: MendResult | null = await connection.sendRequest(mendRequest, {uri, element: 'downside'})
    const [change] = mend?.edit.documentChanges ?? []
    assert(change && TextDocumentEdit.is(change))
    assert.equal(change.textDocument.version, 1)
    assert.match(JSON.stringify(change.edits), /What could go wrong.*\$\{1:/)
    const written: SummaryTextResult | null = await connection.sendRequest(summaryTextRequest, {
      uri,
      stakeholder: 'school',
      format: 'markdown'
    })
    assert.match(written?.text ?? '', /## Asked of the school\n/)
    assert.equal(
      await connection.sendRequest(mendRequest, {uri: 'file:///none.md', element: 'downside'}),
      null
    )
    connection.dispose()
  })
})
