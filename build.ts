import {chmod, mkdir, rm, writeFile} from 'node:fs/promises'
import {type BuildOptions, build, type Plugin} from 'esbuild'
import {configurationSchema, packageSchema} from './src/config/schema.ts'
import {packagesOf, thirdPartyNotices} from './third-party.ts'

/** What an entry needs only sometimes is a file of its own, loaded then. */
function late(modules: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'late',
    setup({onResolve}) {
      onResolve({filter: /\.ts$/}, ({kind, path}) => {
        const file = modules[path]
        return kind === 'dynamic-import' && file ? {path: file, external: true} : undefined
      })
    }
  }
}

/** The server itself is the web worker's: an extension that carried it twice would be half as large again. */
const sameServer: Plugin = {
  name: 'same-server',
  setup({onResolve}) {
    onResolve({filter: /^\.\/server\.ts$/}, () => ({path: './web/server.js', external: true}))
  }
}

const shared: BuildOptions = {
  bundle: true,
  metafile: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning'
}
const node: BuildOptions = {...shared, platform: 'node', format: 'cjs', external: ['vscode']}
const web: BuildOptions = {...shared, platform: 'browser', external: ['vscode']}

await rm('dist', {recursive: true, force: true})
await mkdir('dist/web', {recursive: true})
await Promise.all([
  writeFile('dist/configuration.schema.json', JSON.stringify(configurationSchema)),
  writeFile('dist/package.schema.json', JSON.stringify(packageSchema)),
  // The package is one of ES modules; what is built for hosts is not.
  writeFile('dist/web/package.json', '{"type": "commonjs"}\n')
])
const bundles = await Promise.all([
  build({
    ...node,
    entryPoints: ['src/client/extension-node.ts'],
    outfile: 'dist/extension.cjs',
    plugins: [late({'./features-node.ts': './features.cjs'})]
  }),
  build({...node, entryPoints: ['src/client/features-node.ts'], outfile: 'dist/features.cjs'}),
  build({...node, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs', plugins: [sameServer]}),
  build({
    ...node,
    entryPoints: ['src/cli/cli.ts'],
    outfile: 'dist/cli.cjs',
    banner: {js: '#!/usr/bin/env node'},
    plugins: [late({'../server/node.ts': './server.cjs', '../mcp/mcp.ts': './mcp.cjs'})]
  }),
  build({...node, entryPoints: ['src/mcp/mcp.ts'], outfile: 'dist/mcp.cjs'}),
  build({
    ...shared,
    platform: 'node',
    format: 'esm',
    splitting: true,
    // Some packages are CommonJS and require Node's own modules.
    banner: {js: "import {createRequire} from 'node:module';const require=createRequire(import.meta.url);"},
    entryPoints: ['src/remark/index.ts', 'src/remark/preset.ts'],
    outdir: 'dist/remark'
  }),
  build({
    ...web,
    format: 'cjs',
    entryPoints: ['src/client/extension-browser.ts'],
    outfile: 'dist/web/extension.cjs'
  }),
  // A worker has no DOM, which some packages use for a browser.
  build({
    ...web,
    format: 'iife',
    globalName: 'server',
    footer: {js: "if(typeof module==='object')module.exports=server"},
    conditions: ['worker'],
    entryPoints: ['src/server/browser.ts'],
    outfile: 'dist/web/server.js'
  }),
  build({...web, format: 'iife', entryPoints: ['media/summary.ts'], outfile: 'dist/summary.js'}),
  // The icons that the style names become part of it.
  build({
    ...web,
    entryPoints: ['media/summary.css'],
    outfile: 'dist/summary.css',
    loader: {'.svg': 'dataurl'}
  })
])
const bundled = packagesOf(bundles.flatMap(({metafile}) => metafile ?? []))
await writeFile('dist/bundled.json', JSON.stringify(bundled))
await writeFile('dist/THIRD-PARTY.txt', thirdPartyNotices(bundled))
await chmod('dist/cli.cjs', 0o755)
