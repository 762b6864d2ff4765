import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {cpus} from 'node:os'
import {join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {cacheFolder} from '../test/host/cache.ts'
import {textFolder} from './accuracy/corpus.ts'
import {median, record} from './results.ts'

// `npm run bench:cli [-- NAME…]`: how long `buy-in lint` takes for a folder of 100 documents of the size of an
// RFC, beside other linters of Markdown and prose on the same folder, by turns in one run. They are fetched once,
// into the cache folder; what is compared is whole programs, from their start to their end.

const rounds = 3
const documents = 100
const size = 20_000
/** What takes longer than this is not run again. */
const patienceMs = 60_000

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const home = installRivals()
const folder = join(home, 'rfcs')
const bytes = writeDocuments(folder)
const program = (name: string) => join(home, 'node_modules', '.bin', name)
const files = readdirSync(folder).map((name) => join('rfcs', name))

const commands: Readonly<Record<string, readonly string[]>> = {
  'buy-in': [process.execPath, here('../dist/cli.cjs'), 'lint', 'rfcs'],
  'write-good': [program('write-good'), ...files],
  'markdownlint-cli2': [program('markdownlint-cli2'), 'rfcs/*.md'],
  'remark-lint': [
    program('remark'),
    'rfcs',
    '--quiet',
    '--no-stdout',
    '--use',
    'remark-preset-lint-recommended'
  ],
  alex: [program('alex'), 'rfcs'],
  textlint: [
    program('textlint'),
    ...['write-good', 'common-misspellings', 'no-todo', 'stop-words'].flatMap((rule) => ['--rule', rule]),
    'rfcs'
  ]
}

const asked = process.argv.slice(2)
const names = Object.keys(commands).filter((name) => asked.length === 0 || asked.includes(name))

interface Times {
  readonly wall: number
  /** Of all processors together; undefined where the system does not tell. */
  readonly processor: number | undefined
}

const taken = new Map<string, Times[]>(names.map((name) => [name, []]))
for (let round = 0; round < rounds; round++) {
  for (const name of names) {
    const before = taken.get(name) ?? []
    if (before.some(({wall}) => wall > patienceMs)) continue
    const times = run(commands[name] ?? [])
    before.push(times)
    console.error(`${name}, ${round + 1} of ${rounds}: ${shown(times.wall)} s`)
  }
}
rmSync(folder, {recursive: true})

const results = names.map((name) => {
  const times = taken.get(name) ?? []
  const processor = times.flatMap((one) => one.processor ?? [])
  return {
    name,
    runs: times.length,
    wall: median(times.map(({wall}) => wall)),
    ...(processor.length > 0 ? {processor: median(processor)} : {})
  }
})
const own = results.find(({name}) => name === 'buy-in')
const ratio = (value: number | undefined, to: number | undefined) =>
  value === undefined || to === undefined ? undefined : Number((value / to).toFixed(2))

console.log(
  `\n${documents} documents, ${(bytes / 1e6).toFixed(1)} MB, ${cpus().length} processors, median of ${rounds} runs by turns\n`
)
console.log('| program           | seconds | of processor time | as many times as buy-in |')
console.log('| ----------------- | ------: | ----------------: | ----------------------: |')
for (const {name, wall, processor} of results)
  console.log(
    `| ${name.padEnd(17)} | ${shown(wall).padStart(7)} | ${shown(processor).padStart(17)} | ${String(ratio(wall, own?.wall) ?? '').padStart(23)} |`
  )
// Only a whole run is kept: its figures belong together.
if (own && names.length === Object.keys(commands).length)
  record('lintOfAFolder', {
    documents,
    bytes,
    processors: cpus().length,
    // Times as long as `buy-in lint` takes.
    wall: Object.fromEntries(results.map(({name, wall}) => [name, ratio(wall, own.wall)])),
    processorTime: Object.fromEntries(
      results.map(({name, processor}) => [name, ratio(processor, own.processor)])
    )
  })

function shown(ms: number | undefined): string {
  return ms === undefined ? '' : (ms / 1000).toFixed(2)
}

/** Runs a program in the folder of the rivals; what it prints goes nowhere. */
function run(command: readonly string[]): Times {
  const timed = process.platform !== 'win32'
  // A shell tells how much processor time what it ran has taken.
  const [name = '', ...args] = timed
    ? ['/bin/sh', '-c', '"$@" >/dev/null 2>&1; code=$?; times; exit $code', 'sh', ...command]
    : command
  const start = performance.now()
  const {status, stdout, error} = spawnSync(name, args, {
    cwd: home,
    encoding: 'utf8',
    shell: !timed,
    stdio: ['ignore', timed ? 'pipe' : 'ignore', 'ignore']
  })
  const wall = performance.now() - start
  // 1 says that there are findings; write-good says how many there are.
  if (error || status === null || status === 127 || (status > 1 && !command[0]?.endsWith('write-good')))
    throw new Error(`${command.slice(0, 3).join(' ')} ended with ${status}: ${error?.message ?? ''}`)
  const [, minutes = '', seconds = '', more = '', rest = ''] =
    /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s/.exec(stdout ?? '') ?? []
  const processor = minutes
    ? (Number(minutes) * 60 + Number(seconds) + Number(more) * 60 + Number(rest)) * 1000
    : undefined
  return {wall, processor}
}

/** Installs what `bench/rivals` names, unless it is there: gives its folder. */
function installRivals(): string {
  const lock = readFileSync(here('rivals/package-lock.json'))
  const home = join(cacheFolder(), `rivals-${createHash('sha256').update(lock).digest('hex').slice(0, 12)}`)
  if (existsSync(join(home, 'complete'))) return home
  console.error(`Fetching the other linters (130 MB on disk, once) into ${home} …`)
  mkdirSync(home, {recursive: true})
  cpSync(here('rivals'), home, {recursive: true})
  const {status} = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: home,
    shell: process.platform === 'win32',
    stdio: ['ignore', 'ignore', 'inherit']
  })
  if (status !== 0) throw new Error('The other linters could not be installed: see above.')
  writeFileSync(join(home, 'complete'), '')
  return home
}

/**
 * Fills a folder with documents of about the same size: the labelled ones where they are here, else made-up ones,
 * as many after one another as it takes.
 * @returns their size in bytes
 */
function writeDocuments(folder: string): number {
  rmSync(folder, {recursive: true, force: true})
  mkdirSync(folder)
  const source = textFolder() ?? here('accuracy/made-up')
  console.error(`Documents of ${relative(process.cwd(), source)}`)
  const texts = readdirSync(source)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readFileSync(join(source, name), 'utf8'))
  let [bytes, next] = [0, 0]
  for (let number = 1; number <= documents; number++) {
    let text = ''
    while (text.length < size) text += `${texts[next++ % texts.length]}\n\n`
    bytes += Buffer.byteLength(text)
    writeFileSync(join(folder, `rfc-${String(number).padStart(3, '0')}.md`), text)
  }
  return bytes
}
