import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {deflateRawSync} from 'node:zlib'
import {listFiles, type PackageManager} from '@vscode/vsce'

/** `PackageManager.None`: the .vsix holds the bundles, never `node_modules`. */
const none = 2 as PackageManager.None
const root = fileURLToPath(new URL('../..', import.meta.url))

/** The bytes that each file takes in the .vsix, which is a ZIP file. */
async function packed(): Promise<Map<string, number>> {
  const files = await listFiles({cwd: root, packageManager: none})
  return new Map(files.map((file) => [file, deflateRawSync(readFileSync(join(root, file))).length]))
}

describe('The extension as it is packaged', () => {
  it('takes less than 800 KB', async () => {
    const sizes = await packed()
    assert(sizes.has('dist/extension.cjs') && sizes.has('dist/web/server.js'), 'it is built')
    const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
    assert(bytes < 800_000, `it takes ${bytes} bytes: ${JSON.stringify([...sizes])}`)
  })

  it('has a small entry, as every Markdown file loads it', async () => {
    assert(readFileSync(join(root, 'dist/extension.cjs')).length < 50_000)
  })
})
