import assert from 'node:assert/strict'
import {PassThrough} from 'node:stream'
import fc from 'fast-check'
import {createConnection} from 'vscode-languageserver/node'
import {
  createProtocolConnection,
  DocumentDiagnosticRequest,
  ErrorCodes,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ResponseError
} from 'vscode-languageserver-protocol/node'
import {serve} from '../../../src/server/server.ts'
import {markdown} from '../markdown.ts'

const uri = 'file:///work/proposal.md'
const quiet = {error() {}, warn() {}, info() {}, log() {}}

/** A client of the server that answers it, or fails to. */
function connect(answer: (section: unknown) => unknown = () => ({})): ProtocolConnection {
  const [up, down] = [new PassThrough(), new PassThrough()]
  serve(createConnection(up, down), async () => undefined)
  const connection = createProtocolConnection(down, up, quiet)
  connection.onRequest('workspace/configuration', ({items}: {items: unknown[]}) => items.map(answer))
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  return connection
}

async function client(capabilities: object, answer?: (section: unknown) => unknown) {
  const connection = connect(answer)
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{uri: 'file:///work', name: 'work'}],
    capabilities
  })
  await connection.sendNotification('initialized', {})
  return connection
}

const pulls = {textDocument: {diagnostic: {}}}
const junk = fc.oneof(fc.constant(null), fc.jsonValue({maxDepth: 3}) as fc.Arbitrary<unknown>)
const document = fc.constantFrom(
  uri,
  'file:///work/README.md',
  'untitled:1',
  'file:///%zz',
  '',
  'none',
  'vscode-vfs://a/b.md'
)
const number = fc.oneof(fc.nat(30), fc.constantFrom(-1, 2 ** 31 - 1, 0.5))
const position = fc.record({line: number, character: number})
const range = fc.record({start: position, end: position})
const textDocument = fc.record({uri: document})
const kinds = fc.constantFrom(
  'quickfix',
  'source',
  'refactor.rewrite.buyIn',
  'source.fixAll',
  'refactor.rewrite.buyIn.chunk',
  'x'
)

const requests: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  'textDocument/diagnostic': fc.record({textDocument}),
  'textDocument/hover': fc.record({textDocument, position}),
  'textDocument/completion': fc.record({textDocument, position}),
  'textDocument/codeAction': fc.record({
    textDocument,
    range,
    context: fc.record({diagnostics: fc.constant([]), only: fc.array(kinds, {maxLength: 2})})
  }),
  'textDocument/codeLens': fc.record({textDocument}),
  'textDocument/documentSymbol': fc.record({textDocument}),
  'textDocument/semanticTokens/full': fc.record({textDocument}),
  'buyIn/summary': fc.record({uri: document, stakeholder: fc.string()}, {requiredKeys: ['uri']}),
  'buyIn/summaryText': fc.record({uri: document, format: fc.constantFrom('html', 'markdown')}),
  'buyIn/mend': fc.record({uri: document, element: fc.constantFrom('motive', 'downside', 'ask')}),
  'buyIn/state': fc.record({uri: document}),
  'buyIn/actions': fc.record({uri: document, range, kind: kinds}),
  'buyIn/ready': fc.record({uri: document}),
  'buyIn/stakeholders': fc.record({uri: document}),
  'buyIn/template': fc.record({profile: fc.constantFrom('memo', 'rfc')}),
  'buyIn/artifact': fc.record({uri: document, kind: fc.constantFrom('recap', 'update', 'script', 'guide')}),
  'buyIn/closed': fc.record({uri: document, text: markdown}),
  'buyIn/tool': fc.record({
    uri: document,
    text: markdown,
    tool: fc.constantFrom('lint_proposal', 'summarize_proposal', 'list_asks')
  })
}
const request = fc
  .constantFrom(...Object.keys(requests))
  .chain((method) => (requests[method] ?? junk).map((params) => ({method, params, wellFormed: true})))
const malformed = fc
  .tuple(fc.constantFrom(...Object.keys(requests), 'no/such', 'shutdown', 'initialize'), junk)
  .map(([method, params]) => ({method, params, wellFormed: false}))

const version = fc.integer({min: -3, max: 1000})
const change = fc.oneof(fc.record({text: markdown}), fc.record({range, text: markdown}))
const notification = fc.oneof(
  fc.record({
    method: fc.constant('textDocument/didOpen'),
    params: fc.record({
      textDocument: fc.record({
        uri: document,
        languageId: fc.constantFrom('markdown', 'x'),
        version,
        text: markdown
      })
    })
  }),
  fc.record({
    method: fc.constant('textDocument/didChange'),
    params: fc.record({
      textDocument: fc.record({uri: document, version}),
      contentChanges: fc.array(change, {maxLength: 3})
    })
  }),
  fc.record({
    method: fc.constantFrom('textDocument/didClose', 'textDocument/didSave'),
    params: fc.record({textDocument})
  }),
  fc.record({
    method: fc.constant('workspace/didChangeConfiguration'),
    params: fc.record({settings: junk})
  }),
  fc.record({
    method: fc.constant('workspace/didChangeWatchedFiles'),
    params: fc.record({changes: fc.constant([])})
  }),
  fc.record({
    method: fc.constantFrom(
      'textDocument/didOpen',
      'textDocument/didChange',
      'textDocument/didClose',
      '$/cancelRequest',
      'x'
    ),
    params: junk
  })
)
const message = fc.oneof(
  {weight: 4, arbitrary: request},
  {weight: 1, arbitrary: malformed},
  {weight: 4, arbitrary: notification}
)

describe('The language server, whatever it is sent,', function () {
  this.timeout(120_000)
  const rejected: unknown[] = []
  const note = (reason: unknown) => rejected.push(reason)
  before(() => process.on('unhandledRejection', note))
  after(() => process.off('unhandledRejection', note))
  afterEach(() => assert.deepEqual(rejected.splice(0), []))

  /** What it says of a proposal that is opened now, which it can always tell. */
  const lives = async (connection: ProtocolConnection) => {
    const opened = 'file:///work/proposal-last.md'
    const text = '# A pond\n\nWe ask the school to dig the pond.\n'
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri: opened, languageId: 'markdown', version: 1, text}
    })
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri: opened}})
    assert(report.kind === 'full' && report.items.length > 0)
  }

  it('answers each request, or says what is wrong with it, and goes on', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(message, {maxLength: 25}),
        fc.constantFrom(pulls, {}, {...pulls, workspace: {configuration: true}}),
        junk,
        async (messages, capabilities, settings) => {
          const connection = await client(capabilities, () => settings)
          const answers = messages.map(async ({method, params, ...kind}) => {
            const given = params as object
            if (!('wellFormed' in kind)) return connection.sendNotification(method, given)
            return connection.sendRequest(method, given).catch((error: unknown) => {
              assert(error instanceof ResponseError, String(error))
              assert(error.message.length > 0)
              if (kind.wellFormed)
                assert.notEqual(error.code, ErrorCodes.InternalError, `${method}: ${error.message}`)
            })
          })
          await Promise.all(answers)
          await lives(connection)
          connection.dispose()
        }
      ),
      {numRuns: 60}
    ))

  it('goes on where its client does not answer it', async () => {
    const connection = await client({...pulls, workspace: {configuration: true}}, () => {
      throw new Error('no settings today')
    })
    await lives(connection)
    connection.dispose()
    const other = await client({workspace: {configuration: true}}, () => {
      throw new Error('no settings today')
    })
    const published = new Promise((resolve) =>
      other.onNotification(PublishDiagnosticsNotification.type, resolve)
    )
    await other.sendNotification('textDocument/didOpen', {
      textDocument: {uri, languageId: 'markdown', version: 1, text: '# A pond\n'}
    })
    await published
    other.dispose()
  })

  const longText = `# A pond\n\n${'We ask the school to dig the pond, because the frogs have none.\n\n'.repeat(400)}`
  const typed = async (connection: ProtocolConnection, at: number) =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: {uri, version: at + 1},
      contentChanges: [{range: {start: {line: 2, character: 0}, end: {line: 2, character: 0}}, text: 'a'}]
    })
  const opened = (connection: ProtocolConnection) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: {uri, languageId: 'markdown', version: 1, text: longText}
    })

  it('reads the last of many edits that come at once, and none before it', async () => {
    const connection = await client({})
    const versions: (number | undefined)[] = []
    const last = new Promise<void>((resolve) =>
      connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
        versions.push(published.version)
        if (published.version === 201) resolve()
      })
    )
    void opened(connection)
    for (let at = 1; at <= 200; at++) void typed(connection, at)
    await last
    assert(versions.length <= 3, `it published ${versions.join(', ')}`)
    connection.dispose()
  })

  it('does not read for a request that was cancelled meanwhile', async () => {
    const connection = await client(pulls)
    await opened(connection)
    await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
    const {CancellationTokenSource} = await import('vscode-languageserver-protocol/node')
    const answers: string[] = []
    const asked = Array.from({length: 30}, async (_, at) => {
      const source = new CancellationTokenSource()
      void typed(connection, at + 1)
      const answer = connection
        .sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}}, source.token)
        .then(() => answers.push('read'))
        .catch((error: ResponseError<unknown>) => answers.push(String(error.code)))
      if (at < 29) source.cancel()
      return answer
    })
    await Promise.all(asked)
    assert.equal(answers.filter((answer) => answer === 'read').length, 1)
    connection.dispose()
  })

  it('says of a document that is too large that it was not read, and why it makes nothing of it', async () => {
    const connection = await client({...pulls, workspace: {configuration: true}}, () => ({
      thresholds: {largestKB: 20}
    }))
    await opened(connection)
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
    assert(report.kind === 'full')
    assert.deepEqual(
      report.items.map(({code, severity, message}) => [code, severity, message]),
      [['size', 3, 'This has 26 KB; Buy-In reads documents of up to 20 KB (thresholds.largestKB).']]
    )
    await assert.rejects(
      connection.sendRequest('buyIn/artifact', {uri, kind: 'recap'}),
      /This has 26 KB; Buy-In reads documents of up to 20 KB/
    )
    connection.dispose()
  })
})
