import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {type BuildOptions, build} from 'esbuild'

const suites = fileURLToPath(new URL('../vscode/', import.meta.url))

/**
 * Bundles a module that VS Code is to load, an extension or the `run()` of tests, into one CommonJS file, the only kind
 * that both of its extension hosts load.
 *
 * @param outfile path of the bundle
 * @param module which it is, as esbuild is told, and anything else
 * @returns the path of the bundle
 * @throws esbuild's error when a file does not compile
 */
export async function bundleForVSCode(outfile: string, module: BuildOptions): Promise<string> {
  await build({
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
    ...module
  })
  return outfile
}

/**
 * Bundles all of `test/vscode/**` with mocha; its `run()` runs the tests.
 *
 * @returns the path of the bundle
 * @throws esbuild's error when a test file does not compile
 */
export function bundleTests(): Promise<string> {
  const files = readdirSync(suites, {recursive: true, encoding: 'utf8'})
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  const entry = ["export {run} from './mocha.ts'", ...files.map((file) => `import './${file}'`)]
  return bundleForVSCode(fileURLToPath(new URL('../../out/vscode-tests.cjs', import.meta.url)), {
    stdin: {contents: entry.join('\n'), resolveDir: suites, sourcefile: 'vscode-tests.ts', loader: 'ts'},
    // Neither host has a DOM, which some packages use for a browser.
    conditions: ['worker'],
    // Mocha looks for a module to export itself through, and would take this bundle's.
    define: {exports: 'undefined'},
    sourcemap: 'linked'
  })
}
