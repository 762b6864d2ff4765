import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {build} from 'esbuild'

const suites = fileURLToPath(new URL('../vscode/', import.meta.url))

/** Where the bundle goes: what VS Code is given as `extensionTestsPath`. */
export const TESTS = fileURLToPath(new URL('../../out/vscode-tests.cjs', import.meta.url))

/**
 * Bundles all of `test/vscode/**` with mocha into one CommonJS module, the only kind that both of VS
 * Code's extension hosts load. Its `run()` runs the tests.
 *
 * @throws esbuild's error when a test file does not compile
 */
export async function bundleTests(): Promise<void> {
  const files = readdirSync(suites, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  const entry = ["export {run} from './mocha.ts'", ...files.map((file) => `import './${file}'`)]
  await build({
    stdin: {contents: entry.join('\n'), resolveDir: suites, sourcefile: 'vscode-tests.ts', loader: 'ts'},
    outfile: TESTS,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    // Neither host has a DOM, which some packages use for a browser.
    conditions: ['worker'],
    // Mocha looks for a module to export itself through, and would take this bundle's.
    define: {exports: 'undefined'},
    sourcemap: 'linked',
    logLevel: 'warning'
  })
}
