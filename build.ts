import {chmod, mkdir, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {dirname, join, resolve} from 'node:path'
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

// An extension that carried the parts that are the same in Node and in a browser twice would be half as large
// again: what is built for browsers lends them to what is built for Node.

/** Modules that one bundle lends to another, by the names that they go by there: their files. */
type Lent = Readonly<Record<string, string>>

/** The entry of a bundle that lends modules: each is made when it is first asked for. */
function lending(entry: string, lent: Lent): BuildOptions {
  const getters = Object.entries(lent).map(
    ([name, file]) => `get ${name}() {return require(${JSON.stringify(file)})}`
  )
  const contents = `export * from './${entry}'\nexport const lent = {${getters.join(',')}}`
  return {stdin: {contents, resolveDir: '.', sourcefile: 'lending.ts', loader: 'ts'}}
}

/** Takes modules from a bundle that lends them. */
function borrowing(bundle: string, lent: Lent): Plugin {
  const seen = 'seen by borrowing'
  return {
    name: 'borrowing',
    setup({onLoad, onResolve, resolve}) {
      onResolve({filter: /./}, async ({path, pluginData, namespace, ...rest}) => {
        if (namespace === 'lent') return {path, external: true}
        if (pluginData === seen) return undefined
        const {path: file} = await resolve(path, {...rest, namespace, pluginData: seen})
        const name = Object.keys(lent).find((name) => lent[name] === file)
        return name === undefined ? undefined : {path: name, namespace: 'lent'}
      })
      onLoad({filter: /./, namespace: 'lent'}, ({path}) => ({
        contents: `module.exports = require('${bundle}').lent.${path}`
      }))
    }
  }
}

/** The file that a module gets for the name of a package. */
const fileOf = (name: string, from = import.meta.filename) => createRequire(from).resolve(name)
/** What a library of the protocol's is made of, besides what it has for Node alone or for browsers alone. */
function commonParts(library: string): Lent {
  const api = fileOf(library)
  const protocol = fileOf('vscode-languageserver-protocol', api)
  return {api, protocol, rpc: fileOf('vscode-jsonrpc', protocol)}
}
const ofClient: Lent = {
  ...commonParts('vscode-languageclient'),
  client: join(dirname(fileOf('vscode-languageclient')), 'client.js'),
  features: resolve('src/client/features.ts')
}
const ofServer: Lent = {
  ...commonParts('vscode-languageserver'),
  connection: join(dirname(fileOf('vscode-languageserver')), 'server.js'),
  server: resolve('src/server/server.ts')
}

const shared: BuildOptions = {
  bundle: true,
  metafile: true,
  minify: true,
  // Each host reads scripts as UTF-8: escapes would only take room.
  charset: 'utf8',
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
  build({
    ...node,
    entryPoints: ['src/client/features-node.ts'],
    outfile: 'dist/features.cjs',
    plugins: [borrowing('./web/extension.cjs', ofClient)]
  }),
  build({
    ...node,
    entryPoints: ['src/server/node.ts'],
    outfile: 'dist/server.cjs',
    plugins: [borrowing('./web/server.js', ofServer)]
  }),
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
    ...lending('src/client/extension-browser.ts', ofClient),
    format: 'cjs',
    outfile: 'dist/web/extension.cjs'
  }),
  // A worker has no DOM, which some packages use for a browser.
  build({
    ...web,
    ...lending('src/server/browser.ts', ofServer),
    format: 'iife',
    globalName: 'server',
    footer: {js: "if(typeof module==='object')module.exports=server"},
    conditions: ['worker'],
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
