import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {bundleForVSCode} from './bundle.ts'
import type {Files} from './files.ts'
import {MEMORY_SCHEME} from './memory-workspace.ts'

/**
 * Makes the extension that brings a workspace in memory.
 *
 * @param root folder that it is written to
 * @param files the workspace's files at the start
 */
export async function writeMemoryExtension(root: string, files: Files): Promise<void> {
  const initial = Object.entries(files).map(([path, text]) => [`/workspace/${path}`, text])
  await bundleForVSCode(join(root, 'extension.js'), {
    entryPoints: [fileURLToPath(new URL('memory-files.ts', import.meta.url))],
    define: {INITIAL_FILES: JSON.stringify(Object.fromEntries(initial))}
  })
  const manifest = {
    name: 'memory-files',
    publisher: 'buy-in-test',
    version: '1.0.0',
    engines: {vscode: '^1.106.0'},
    browser: './extension.js',
    activationEvents: [`onFileSystem:${MEMORY_SCHEME}`],
    capabilities: {virtualWorkspaces: true, untrustedWorkspaces: {supported: true}}
  }
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest))
}
