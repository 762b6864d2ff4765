import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('../../src/', import.meta.url))

/** What each room may import, besides itself. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  analysis: [],
  rules: ['analysis'],
  fixes: ['analysis', 'rules'],
  artifacts: ['analysis', 'rules', 'fixes'],
  config: ['analysis', 'rules'],
  server: ['analysis', 'rules', 'fixes', 'artifacts', 'config'],
  client: ['config'],
  cli: ['analysis', 'rules', 'fixes', 'artifacts', 'config', 'server'],
  remark: ['analysis', 'rules', 'fixes', 'artifacts', 'config', 'cli'],
  mcp: ['analysis', 'rules', 'fixes', 'artifacts', 'config', 'cli']
}

const imports = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => {
    const source = readFileSync(`${root}/${file}`, 'utf8')
    return Array.from(
      source.matchAll(/^(?:import|export) (type )?(?:[^'"\n]|\n(?! *\n))*? from '([^']+)'/gm),
      ([, type, from]) => ({
        file: file.replaceAll('\\', '/'),
        room: file.split(/[\\/]/)[0] ?? '',
        typeOnly: type !== undefined,
        from: from ?? ''
      })
    )
  })

describe('The house', () => {
  it('is found', () => assert(imports.length > 50))

  it('has data flow one way', () => {
    const wrong = imports.filter(({room, from}) => {
      const other = /^\.\.\/([a-z]+)\//.exec(from)?.[1]
      // What client and server say to each other is the server's protocol.
      return other !== undefined && !rooms[room]?.includes(other) && from !== '../server/protocol.ts'
    })
    assert.deepEqual(wrong, [])
  })

  it('knows VS Code only in the client', () => {
    const wrong = imports.filter(
      ({room, from}) => room !== 'client' && (from === 'vscode' || from.startsWith('vscode-languageclient'))
    )
    assert.deepEqual(wrong, [])
  })

  it('knows Node only in the command line, what runs in it, and the entries', () => {
    const wrong = imports.filter(
      ({room, file, from}) =>
        !['cli', 'remark', 'mcp'].includes(room) && !file.endsWith('node.ts') && /^node:|\/node$/.test(from)
    )
    assert.deepEqual(wrong, [])
  })

  it('keeps the entry small: the client loads neither the language client nor the other rooms until it wakes', () => {
    const early = [
      'client/extension-node.ts',
      'client/activate.ts',
      'client/pause.ts',
      'client/action-commands.ts',
      'client/status.ts',
      'client/treat-as-proposal.ts',
      'client/active-document.ts',
      'client/project-files.ts',
      'client/tools.ts',
      'config/project-folders.ts',
      'config/which-files.ts'
    ]
    const wrong = imports.filter(
      ({file, from, typeOnly}) =>
        early.includes(file) &&
        !typeOnly &&
        !['vscode', 'picomatch'].includes(from) &&
        !early.some((other) => from.endsWith(`/${other.split('/')[1]}`))
    )
    assert.deepEqual(wrong, [])
  })
})
