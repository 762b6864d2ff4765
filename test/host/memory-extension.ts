import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'
import {MEMORY_SCHEME} from './memory-workspace.ts'

/**
 * Makes the extension that brings a workspace in memory.
 *
 * @param root folder that it is written to
 * @param files the workspace's files at the start, by their paths in it
 */
export async function writeMemoryExtension(
  root: string,
  files: Readonly<Record<string, string>>
): Promise<void> {
  const initial = Object.entries(files).map(([path, text]) => [`/workspace/${path}`, text])
  await build({
    entryPoints: [fileURLToPath(new URL('memory-files.ts', import.meta.url))],
    outfile: join(root, 'extension.js'),
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    define: {INITIAL_FILES: JSON.stringify(Object.fromEntries(initial))},
    logLevel: 'warning'
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
