import {fileURLToPath} from 'node:url'
import {bundleForVSCode} from './bundle.ts'
import {runInNode} from './node.ts'
import {endWithParent} from './processes.ts'

/**
 * `npm run soak [-- SECONDS [SEED]]`: random editing, renaming, closing, settings and fixes in a real VS Code, ten minutes
 * unless told otherwise. It fails when anything is thrown or logged that it did not bring about itself, and when the
 * logs do not show the errors that it planted. The seed that it prints makes it do the same again, as far as VS Code
 * does.
 */
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const [seconds = '600', seed = `${Date.now() % 1_000_000}`] = process.argv.slice(2)
endWithParent()
console.log(`${seconds} seconds with the seed ${seed}`)
process.env.BUYIN_TEST_TIMEOUT_MS = `${Number(seconds) * 1000 + 120_000}`
const tests = await bundleForVSCode(here('../../out/soak.cjs'), {
  entryPoints: [here('../soak/soak.ts')],
  define: {SOAK_SECONDS: `${Number(seconds)}`, SOAK_SEED: `${Number(seed)}`}
})
process.exitCode = await runInNode({
  extension: here('../..'),
  tests,
  files: {'proposals/README.md': '# Proposals\n'}
})
