import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {mkdtemp, realpath, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {Client} from '@modelcontextprotocol/sdk/client/index.js'
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js'
import {remark} from 'remark'
import {VFile} from 'vfile'
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver-protocol/node'
import {configurationOf, readUnder} from '../../../src/config/configuration.ts'
import {readProject} from '../../../src/config/project.ts'
import {sameDocuments, sameProject} from '../../same-documents.ts'
import {buyIn, program, write} from '../cli/program.ts'

/** A finding as every face can tell it; lines and columns from 1. */
interface Told {
  readonly rule: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
}

describe('All faces', function () {
  this.timeout(120_000)
  let folder: string
  let texts: Record<string, string>
  let expected: Map<string, Told[]>

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-faces-')))
    texts = sameDocuments()
    await write(folder, {...texts, '.buy-in.json': sameProject})
    expected = await byCommandLine()
  })
  after(() => rm(folder, {recursive: true}))

  const byCommandLine = async () => {
    const {stdout} = await buyIn(['lint', '--format', 'json', ...Object.keys(texts)], {cwd: folder})
    return new Map<string, Told[]>(
      JSON.parse(stdout).map(({file, findings}: {file: string; findings: (Told & {ruleId: string})[]}) => [
        file,
        findings.map(told)
      ])
    )
  }

  const told = ({
    ruleId,
    line,
    column,
    endLine,
    endColumn,
    message
  }: Omit<Told, 'rule'> & {ruleId: string}): Told => ({
    rule: ruleId,
    line,
    column,
    endLine,
    endColumn,
    message
  })

  it('have documents with something to say', () => {
    assert(Object.keys(texts).length >= 9, `${Object.keys(texts).length} documents`)
    assert([...expected.values()].flat().length > 20)
  })

  it('of the command line agree: SARIF has what JSON has', async () => {
    const {stdout} = await buyIn(['lint', '--format', 'sarif', ...Object.keys(texts)], {cwd: folder})
    const found = new Map<string, Told[]>(Object.keys(texts).map((file) => [file, []]))
    for (const {ruleId, message, locations} of JSON.parse(stdout).runs[0].results) {
      const {artifactLocation, region} = locations[0].physicalLocation
      found.get(decodeURIComponent(artifactLocation.uri))?.push({
        rule: ruleId,
        line: region.startLine,
        column: region.startColumn,
        endLine: region.endLine,
        endColumn: region.endColumn,
        message: message.text
      })
    }
    assert.deepEqual(found, expected)
  })

  it('agree: the remark plugin', async () => {
    const {default: remarkBuyIn} = await import('../../../src/remark/index.ts')
    for (const [path, value] of Object.entries(texts)) {
      const file = new VFile({value, path, cwd: folder})
      await remark().use(remarkBuyIn).run(remark().parse(file), file)
      const found = file.messages.map(({ruleId, place, reason}): Told => {
        assert(place && 'start' in place)
        const {start, end} = place
        return {
          rule: ruleId ?? '',
          line: start.line,
          column: start.column,
          endLine: end.line,
          endColumn: end.column,
          message: reason
        }
      })
      assert.deepEqual(found, expected.get(path), path)
    }
  })

  it('agree: the MCP server', async () => {
    const client = new Client({name: 'test', version: '1.0.0'})
    await client.connect(
      new StdioClientTransport({command: process.execPath, args: [program, 'mcp', '--stdio'], cwd: folder})
    )
    try {
      for (const path of Object.keys(texts)) {
        const {content} = await client.callTool({name: 'lint_proposal', arguments: {path}})
        assert(Array.isArray(content))
        assert.deepEqual(JSON.parse(String(content[0]?.text)).findings.map(told), expected.get(path), path)
      }
    } finally {
      await client.close()
    }
  })

  // An editor shows findings of one range as one; which findings those are, the reading says.
  it('agree: the language server, whose diagnostics are the same findings, those of one range as one', async () => {
    const server = spawn(process.execPath, [program, 'language-server', '--stdio'])
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin)
    )
    connection.listen()
    try {
      const root = pathToFileURL(folder).href
      await connection.sendRequest(InitializeRequest.type, {
        processId: process.pid,
        rootUri: root,
        capabilities: {textDocument: {diagnostic: {}}}
      })
      await connection.sendNotification(InitializedNotification.type, {})
      const project = readProject(`${root}/.buy-in.json`, sameProject)
      for (const [path, source] of Object.entries(texts)) {
        // Editors keep a byte order mark to themselves.
        const text = source.replace(/^\uFEFF/, '')
        const uri = pathToFileURL(join(folder, path)).href
        await connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: {uri, languageId: 'markdown', version: 1, text}
        })
        const report = await connection.sendRequest(DocumentDiagnosticRequest.type, {textDocument: {uri}})
        assert(report.kind === 'full')
        const {shown} = readUnder(text, configurationOf({uri, text, project, folders: [root]}))
        const all = expected.get(path) ?? []
        const places = report.items.map(({code, range, message}) => {
          const here = all.filter(
            ({line, column, endLine, endColumn}) =>
              line === range.start.line + 1 &&
              column === range.start.character + 1 &&
              endLine === range.end.line + 1 &&
              endColumn === range.end.character + 1
          )
          assert(
            here.some(({rule}) => rule === code),
            `${path}: ${code} stands where the command line has it`
          )
          return {message, rules: here.map(({rule}) => rule).sort()}
        })
        assert.deepEqual(
          places,
          shown.map(({message, findings}) => ({message, rules: findings.map(({rule}) => rule.id).sort()})),
          path
        )
      }
    } finally {
      connection.dispose()
      server.kill()
    }
  })
})
