import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {mkdir, mkdtemp, readdir, readFile, realpath, rename, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Client} from '@modelcontextprotocol/sdk/client/index.js'
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js'
import {
  createProtocolConnection,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver-protocol/node'
import {checkout, pond, type Ran, run, write} from './program.ts'

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

describe('The package, as npm installs it', () => {
  let folder: string
  let program: string
  before(async function () {
    this.timeout(60_000)
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-packed-')))
    const packed = await run(npm, ['pack', '--ignore-scripts', '--pack-destination', folder], {cwd: checkout})
    assert.equal(packed.code, 0, packed.stderr)
    const [tarball = ''] = await readdir(folder)
    await run('tar', ['-xzf', tarball], {cwd: folder})
    // Alone: nothing of the checkout's own packages is in reach.
    await mkdir(join(folder, 'node_modules'))
    await rename(join(folder, 'package'), join(folder, 'node_modules/buy-in'))
    const {bin} = JSON.parse(await readFile(join(folder, 'node_modules/buy-in/package.json'), 'utf8'))
    program = join(folder, 'node_modules/buy-in', bin['buy-in'])
    await write(folder, {'proposal.md': pond})
  })
  after(() => rm(folder, {recursive: true}))

  const buyIn = (...args: string[]): Promise<Ran> => run(process.execPath, [program, ...args], {cwd: folder})

  it('needs no other package', async () => {
    const {dependencies = {}} = JSON.parse(
      await readFile(join(folder, 'node_modules/buy-in/package.json'), 'utf8')
    )
    assert.deepEqual(dependencies, {})
  })

  it('lints and makes what stakeholders get', async () => {
    const sarif = await buyIn('lint', '--format', 'sarif', 'proposal.md')
    assert.deepEqual([sarif.code, sarif.stderr], [1, ''])
    assert.match(sarif.stdout, /require-downside/)
    const summary = await buyIn('summary', '--format', 'html', 'proposal.md')
    assert.deepEqual([summary.code, summary.stderr], [0, ''])
    assert.match(summary.stdout, /<h1>A pond for the school garden/)
  })

  it('serves editors', async () => {
    const server = spawn(process.execPath, [program, 'language-server', '--stdio'], {cwd: folder})
    const connection = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin)
    )
    connection.listen()
    const params = {processId: process.pid, rootUri: null, capabilities: {}}
    const {serverInfo} = await connection.sendRequest(InitializeRequest.type, params)
    connection.dispose()
    server.kill()
    assert.equal(serverInfo?.name, 'Buy-In')
  })

  it('serves assistants', async () => {
    const client = new Client({name: 'test', version: '1.0.0'})
    const args = [program, 'mcp', '--stdio']
    await client.connect(new StdioClientTransport({command: process.execPath, args, cwd: folder}))
    const {content} = await client.callTool({name: 'lint_proposal', arguments: {path: 'proposal.md'}})
    await client.close()
    assert.match(JSON.stringify(content), /require-downside/)
  })

  it('brings plugin and preset for remark, and the schema of the project file', async () => {
    const script = `import plugin from 'buy-in/remark'
import preset from 'buy-in/remark-preset'
import {readFileSync} from 'node:fs'
const schema = JSON.parse(readFileSync('node_modules/buy-in/dist/configuration.schema.json'))
console.log(typeof plugin, preset.plugins.length > 1, Object.keys(schema.properties).includes('overrides'))`
    const {stdout, stderr} = await run(process.execPath, ['--input-type=module', '-e', script], {cwd: folder})
    assert.equal(stdout, 'function true true\n', stderr)
  })
})
