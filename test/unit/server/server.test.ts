import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import {createConnection} from 'vscode-languageserver/node'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type ResourceOperationKind,
  ShowMessageNotification,
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

${'The garden lies behind the gym and gets the sun until four in the afternoon. '.repeat(10)}The problem is that our pupils have no place to see how frogs and dragonflies live, and we want to change that.

We ask the school to dig the pond, fill the basin with water and plant the reeds.
`

/** A client of the server, with what it says it can do, and the files beside the document. */
async function client(
  capabilities: InitializeParams['capabilities'],
  files: Readonly<Record<string, string>> = {}
): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()]
  serve(createConnection(up, down), async (file) => files[file])
  const connection = createProtocolConnection(down, up)
  connection.listen()
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    workspaceFolders: [{uri: 'file:///work', name: 'work'}],
    capabilities
  })
  await connection.sendNotification(InitializedNotification.type, {})
  return connection
}

/** What a client offers at a position, at last: the connection ends. */
const codeActions = async (connection: ProtocolConnection, position: Position) => {
  const found = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: {uri},
    range: {start: position, end: position},
    context: {diagnostics: []}
  })
  connection.dispose()
  return found ?? []
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
    const found = await codeActions(connection, {line: 4, character: 8})
    return found.filter((action): action is CodeAction => 'edit' in action || 'disabled' in action)
  }
  const edits = (action: CodeAction | undefined) => {
    const [change] = action?.edit?.documentChanges ?? []
    assert(change && TextDocumentEdit.is(change))
    assert.deepEqual(change.textDocument, {uri, version: 1})
    return change.edits
  }

  it('gives snippets to a client that can insert them', async () => {
    const found = await actions({
      workspace: {workspaceEdit: {documentChanges: true, snippetEditSupport: true}}
    })
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
    const [edit] = edits(
      (await actions({workspace: {workspaceEdit: {documentChanges: true}}})).find(({title}) =>
        title.startsWith('Split')
      )
    )
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

  describe('with a project file', () => {
    const file = 'file:///work/.buy-in.json'
    const tellsOfDownside = ({diagnostics}: PublishDiagnosticsParams) =>
      diagnostics.some(({message}) => String(message).includes('what could go wrong'))

    it('follows it, and its changes at once', async () => {
      const files: Record<string, string> = {[file]: '{"rules": {"require-downside": "off"}}'}
      const connection = await client({}, files)
      const first = published(connection)
      await open(connection)
      assert(!tellsOfDownside(await first))
      files[file] = '{}'
      const second = published(connection)
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, {changes: []})
      assert(tellsOfDownside(await second))
      connection.dispose()
    })

    it('says in one message what does not fit, and goes on', async () => {
      const connection = await client(
        {},
        {[file]: '{\n"profil": "rfc",\n"rules": {"require-downside": "of"}}'}
      )
      const said = new Promise<string>((resolve) =>
        connection.onNotification(ShowMessageNotification.type, ({message}) => resolve(message))
      )
      const first = published(connection)
      await open(connection)
      assert.equal(
        await said,
        'Buy-In: .buy-in.json:2: there is no setting "profil"; did you mean "profile"? The same file has 1 more such line: 3. All else keeps working.'
      )
      assert(tellsOfDownside(await first))
      connection.dispose()
    })

    it('marks the line of front matter that it cannot follow', async () => {
      const connection = await client({})
      const first = published(connection)
      await open(connection, uri, `---\nbuy-in:\n  profile: memmo\n---\n\n${text}`)
      const [problem] = (await first).diagnostics
      assert.deepEqual(
        [problem?.code, problem?.range.start.line, problem?.message],
        ['configuration', 2, 'there is no profile "memmo"; did you mean "memo"?']
      )
      connection.dispose()
    })

    const disabling = async (files: Record<string, string>, resourceOperations: ResourceOperationKind[]) => {
      const connection = await client(
        {workspace: {workspaceEdit: {documentChanges: true, resourceOperations}}},
        files
      )
      await open(connection)
      const found = await codeActions(connection, {line: 0, character: 4})
      return found.filter(
        (action): action is CodeAction => 'edit' in action && action.title.startsWith('Disable')
      )
    }

    it('offers to switch a rule off in the file and in the project', async () => {
      const actions = await disabling({[file]: '{"profile": "memo"}'}, [])
      const [, rule] = /^Disable (\S+) in this file$/.exec(actions[0]?.title ?? '') ?? []
      assert.equal(actions[1]?.title, `Disable ${rule} in the project`)
      assert.deepEqual(actions[1]?.edit?.documentChanges, [
        {
          textDocument: {uri: file, version: null},
          edits: [
            {
              range: {start: {line: 0, character: 1}, end: {line: 0, character: 1}},
              newText: `\n  "rules": {\n    "${rule}": "off"\n  },\n  `
            }
          ]
        }
      ])
    })

    it('makes a project file where there is none, if the client can', async () => {
      const [, project] = await disabling({}, ['create'])
      assert.deepEqual(project?.edit?.documentChanges?.[0], {
        kind: 'create',
        uri: file,
        options: {ignoreIfExists: true}
      })
      assert.equal((await disabling({}, [])).length, 1)
    })
  })
})
