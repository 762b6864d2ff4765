import assert from 'node:assert/strict'
import {mkdtemp, realpath, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Client} from '@modelcontextprotocol/sdk/client/index.js'
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js'
import manifest from '../../../package.json' with {type: 'json'}
import {toolDescriptions, toolNames} from '../../../src/artifacts/tool-answers.ts'
import {pond, program, write} from '../cli/program.ts'

describe('buy-in mcp --stdio', () => {
  let folder: string
  const client = new Client({name: 'test', version: '1.0.0'})
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-mcp-')))
    await write(folder, {
      'proposal.md': pond,
      '.buy-in.json': '{"rules": {"require-downside": "error"}}',
      'x.txt': 'x'
    })
    await client.connect(
      new StdioClientTransport({command: process.execPath, args: [program, 'mcp', '--stdio'], cwd: folder})
    )
  })
  after(async () => {
    await client.close()
    await rm(folder, {recursive: true})
  })

  const call = async (name: string, args: Record<string, unknown>) => {
    const {content, isError} = await client.callTool({name, arguments: args})
    assert(Array.isArray(content))
    return {text: String(content[0]?.text), isError: isError === true}
  }

  it('offers its tools, which only read', async () => {
    const {tools} = await client.listTools()
    assert.deepEqual(
      tools.map(({name}) => name),
      [...toolNames]
    )
    for (const {description, annotations} of tools) assert(description && annotations?.readOnlyHint)
  })

  it('offers the same in VS Code', () => {
    const {languageModelTools} = manifest.contributes
    assert.deepEqual(
      languageModelTools.map(({name, modelDescription}) => [name, modelDescription]),
      toolNames.map((name) => [`buyIn_${name}`, toolDescriptions[name]])
    )
  })

  it('lints a file by its project file', async () => {
    const {findings, profile} = JSON.parse((await call('lint_proposal', {path: 'proposal.md'})).text)
    assert.equal(profile, 'memo')
    const downside = findings.find(({ruleId}: {ruleId: string}) => ruleId === 'require-downside')
    assert.deepEqual([downside.severity, downside.line], ['error', 1])
    assert(downside.why && downside.example)
  })

  it('lints a text', async () => {
    const {findings, profile} = JSON.parse((await call('lint_proposal', {text: pond, profile: 'rfc'})).text)
    assert.equal(profile, 'rfc')
    assert(findings.some(({ruleId}: {ruleId: string}) => ruleId === 'require-objection'))
  })

  it('summarises, and lists the asks', async () => {
    assert.match(
      (await call('summarize_proposal', {path: 'proposal.md'})).text,
      /^# A pond for the school garden/
    )
    const [ask] = JSON.parse((await call('list_asks', {path: 'proposal.md'})).text)
    assert.deepEqual([ask.whom, ask.answer.state], ['the school', 'open'])
  })

  it('reads nothing outside its folder, and only Markdown', async () => {
    for (const [args, expected] of [
      [{path: '../proposal.md'}, /outside/],
      [{path: '/etc/hosts'}, /outside/],
      [{path: 'x.txt'}, /no Markdown file/],
      [{path: 'gone.md'}, /no such file/],
      [{}, /path of a Markdown file, or its text/]
    ] as const) {
      const {text, isError} = await call('lint_proposal', args)
      assert(isError)
      assert.match(text, expected)
    }
  })
})
