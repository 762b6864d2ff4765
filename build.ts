import {chmod, rm} from 'node:fs/promises'
import {type BuildOptions, build, type Plugin} from 'esbuild'

/** The Node entry stays small: the language client and all that needs it are a file of their own, loaded late. */
const lateFeatures: Plugin = {
  name: 'late-features',
  setup({onResolve}) {
    onResolve({filter: /\/features-node\.ts$/}, ({kind}) =>
      kind === 'dynamic-import' ? {path: './features.cjs', external: true} : undefined
    )
  }
}

const shared: BuildOptions = {
  bundle: true,
  minify: true,
  target: 'es2022',
  legalComments: 'none',
  logLevel: 'warning'
}
const node: BuildOptions = {...shared, platform: 'node', format: 'cjs', external: ['vscode']}
const web: BuildOptions = {...shared, platform: 'browser', external: ['vscode']}

await rm('dist', {recursive: true, force: true})
await Promise.all([
  build({
    ...node,
    entryPoints: ['src/client/extension-node.ts'],
    outfile: 'dist/extension.cjs',
    plugins: [lateFeatures]
  }),
  build({...node, entryPoints: ['src/client/features-node.ts'], outfile: 'dist/features.cjs'}),
  build({...node, entryPoints: ['src/server/node.ts'], outfile: 'dist/server.cjs'}),
  build({
    ...node,
    entryPoints: ['src/cli/cli.ts'],
    outfile: 'dist/cli.cjs',
    banner: {js: '#!/usr/bin/env node'}
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
await chmod('dist/cli.cjs', 0o755)
