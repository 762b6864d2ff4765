import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {SyntaxKind} from 'typescript/unstable/ast'
import {API} from 'typescript/unstable/sync'

// Prints all regular expressions of the product as JSON, [as it is written or was built, where][]: those in the
// sources, by their syntax trees, and those that are built from data or from a text, by watching.

const root = join(import.meta.dirname, '../../..')
const found = new Map<string, string>()

const Original = RegExp
globalThis.RegExp = new Proxy(Original, {
  construct(target, given, by) {
    const made = Reflect.construct(target, given, by === globalThis.RegExp ? target : by)
    const [, , caller = ''] = new Error().stack?.split('\n') ?? []
    const file = /[\\/](src|media)[\\/][^:]*/.exec(caller)?.[0]
    if (file && !caller.includes('node_modules')) found.set(String(made), file)
    return made
  }
})

const sources = readdirSync(join(root, 'src'), {recursive: true, encoding: 'utf8'})
  .filter((file) => file.endsWith('.ts'))
  // What needs VS Code, and what starts something when it is loaded.
  .filter((file) => !/^client[\\/]|^cli[\\/]cli\.ts$|^server[\\/](?:node|browser)\.ts$/.test(file))
for (const file of sources) await import(join(root, 'src', file))

const {configurationOf, readUnder} = await import('../../../src/config/configuration.ts')
const {fixesOf} = await import('../../../src/fixes/fixes.ts')
const {summaryOf} = await import('../../../src/artifacts/summary.ts')
const {wantedBy} = await import('../../../src/rules/wanted.ts')
for (const name of readdirSync(join(root, 'examples'))) {
  const text = readFileSync(join(root, 'examples', name), 'utf8')
  const settings = {
    cues: {downside: ['blast radius', 'a b']},
    stakeholders: [{name: 'the board'}, {name: 'ops'}]
  }
  const configuration = configurationOf({uri: 'untitled:1', text, settings})
  const {proposal, findings} = readUnder(text, configuration)
  for (const finding of findings) fixesOf(proposal, [finding])
  summaryOf(proposal, wantedBy(proposal, {}))
}
globalThis.RegExp = Original

const api = new API({cwd: root})
const [project] = api.updateSnapshot({openProjects: [join(root, 'tsconfig.json')]}).getProjects()
for (const name of project?.program.getSourceFileNames() ?? []) {
  const file = /[\\/](?:src|media)[\\/].*/.exec(name.slice(root.length))?.[0]
  const source = file && project?.program.getSourceFile(name)
  if (!source || name.includes('node_modules')) continue
  type Tree = Parameters<Parameters<typeof source.forEachChild>[0]>[0]
  const visit = (node: Tree): void => {
    if (node.kind === SyntaxKind.RegularExpressionLiteral) found.set(node.getText(source), file)
    node.forEachChild(visit)
  }
  source.forEachChild(visit)
}
api.close()
process.stdout.write(JSON.stringify([...found]))
