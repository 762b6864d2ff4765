import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {listFiles, type PackageManager} from '@vscode/vsce'
import type {Metafile} from 'esbuild'
import {packagesOf, thirdPartyNotices} from '../../third-party.ts'

const root = join(import.meta.dirname, '../..')
const notices = () => readFileSync(join(root, 'dist/THIRD-PARTY.txt'), 'utf8')

describe('The licences of what is bundled', () => {
  it('are all in the file that ships', async () => {
    const bundled: string[] = JSON.parse(readFileSync(join(root, 'dist/bundled.json'), 'utf8'))
    assert(bundled.length > 50)
    for (const folder of bundled) {
      const {name, version} = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
      assert(notices().includes(`\n${name} ${version} (`), name)
    }
    const shipped = await listFiles({cwd: root, packageManager: 2 as PackageManager.None})
    assert(shipped.includes('dist/THIRD-PARTY.txt'))
  })

  it('name what the extension is known to be made of', () => {
    for (const name of [
      'mdast-util-from-markdown',
      'vscode-languageclient',
      'vscode-languageserver',
      'yaml',
      'retext-english'
    ])
      assert.match(notices(), new RegExp(`^${name} \\d`, 'm'))
    assert.match(notices(), /Permission is hereby granted, free of charge/)
  })

  it('are of each package of which something is left in a bundle', () => {
    const outputs = {
      'out.js': {
        inputs: {
          'src/a.ts': {bytesInOutput: 3},
          'node_modules/yaml/dist/a.js': {bytesInOutput: 5},
          'node_modules/@a/b/node_modules/c/c.js': {bytesInOutput: 5},
          'node_modules/gone/index.js': {bytesInOutput: 0}
        }
      }
    }
    assert.deepEqual(packagesOf([{inputs: {}, outputs} as unknown as Metafile]), [
      'node_modules/@a/b/node_modules/c',
      'node_modules/yaml'
    ])
  })

  it('are told once where they say the same', () => {
    const text = thirdPartyNotices(
      ['node_modules/remark-parse', 'node_modules/remark-gfm'].map((one) => join(root, one))
    )
    assert.equal(text.split('Permission is hereby granted').length, 2)
    assert.match(text, /^remark-parse .*\n(?: {2}.*\n)*remark-gfm /m)
  })
})
