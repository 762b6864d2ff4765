import {spawn} from 'node:child_process'
import {delimiter, join} from 'node:path'
import {createInterface} from 'node:readline'
import {fileURLToPath} from 'node:url'
import {cleanUpAtExit} from './host/processes.ts'
import {COUNT_PREFIX, type Count, type Outcome} from './host/report.ts'

/** `npm test [-- SUITE…]`: runs all suites, or the named ones, and says in its last line how many tests there were. */
type Step = {
  title: string
  command: string
  args: string[]
  /** Not asked for how many tests it has: it is one. */
  single?: boolean
}

const root = fileURLToPath(new URL('..', import.meta.url))
const mocha = [
  '--import=tsx',
  '--reporter=test/host/report.ts',
  '--forbid-only',
  '--forbid-pending',
  '--fail-zero'
]

const SUITES: Record<string, Step[]> = {
  static: [
    {title: 'Style', command: 'biome', args: ['check', '--error-on-warnings'], single: true},
    {title: 'Types', command: 'tsc', args: ['--noEmit', '-p', '.'], single: true},
    {
      title: 'Types, where rooms run anywhere',
      command: 'tsc',
      args: ['-p', 'tsconfig.rooms.json'],
      single: true
    }
  ],
  unit: [
    {title: 'Unit tests', command: 'mocha', args: [...mocha, '--timeout=60000', 'test/unit/**/*.test.ts']}
  ],
  node: [{title: 'VS Code, extension host with Node', command: 'tsx', args: ['test/host/suite.ts', 'node']}],
  web: [{title: 'VS Code, web worker extension host', command: 'tsx', args: ['test/host/suite.ts', 'web']}],
  browser: [
    {
      title: 'VS Code, used through its window',
      command: 'mocha',
      args: [...mocha, '--timeout=120000', '--retries=1', '--exit', 'test/browser/**/*.test.ts']
    }
  ]
}

const BUILD: Step = {title: 'Build', command: 'npm', args: ['run', 'build', '--silent'], single: true}

/** The suites that run what was built. */
const BUILT = ['unit', 'node', 'web', 'browser']

/** No suite may take longer. */
const PATIENCE_MS = 900_000

const named = process.argv.slice(2)
const unknown = named.filter((name) => !(name in SUITES))
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. There are: ${Object.keys(SUITES).join(', ')}`)
  process.exit(1)
}

const results: {title: string; outcome: Outcome; seconds: number}[] = []
let built: boolean | undefined
for (const [name, steps] of Object.entries(SUITES)) {
  if (named.length > 0 && !named.includes(name)) continue
  if (BUILT.includes(name)) built ??= (await run(BUILD)).failed === 0
  for (const step of steps) {
    if (BUILT.includes(name) && !built) {
      console.log(`\n── ${step.title}: not run, because the build failed`)
      results.push({title: step.title, outcome: one(false), seconds: 0})
    } else await run(step)
  }
}

// Said again at the end, where they are found.
for (const {title, outcome} of results) {
  for (const name of outcome.unsteady) console.log(`\n↻ ${title}: passed only when tried again: ${name}`)
  for (const failure of outcome.failures) console.log(`\n✗ ${title}: ${failure}`)
}
console.log('')
const sum: Count = {passed: 0, failed: 0}
for (const {title, outcome, seconds} of results) {
  console.log(
    `${title.padEnd(40)} ${outcome.passed} passed, ${outcome.failed} failed, ${seconds.toFixed(1)} s`
  )
  sum.passed += outcome.passed
  sum.failed += outcome.failed
}
console.log(`${sum.passed} passed, ${sum.failed} failed`)
process.exitCode = sum.failed === 0 ? 0 : 1

async function run(step: Step): Promise<Outcome> {
  console.log(`\n── ${step.title}`)
  const started = Date.now()
  const {code, said} = await execute(step.command, step.args)
  const outcome = step.single ? one(code === 0) : outcomeOf(said, code === 0)
  results.push({title: step.title, outcome, seconds: (Date.now() - started) / 1000})
  return outcome
}

function one(passed: boolean): Outcome {
  return {passed: passed ? 1 : 0, failed: passed ? 0 : 1, failures: [], unsteady: []}
}

function outcomeOf(said: string | undefined, succeeded: boolean): Outcome {
  if (!said?.startsWith('{')) {
    console.log('The suite did not say how many tests it ran: it counts as failed.')
    return one(false)
  }
  const outcome: Outcome = JSON.parse(said)
  if (!succeeded && outcome.failed === 0) {
    console.log('The suite failed, though none of its tests did.')
    outcome.failed = 1
  }
  return outcome
}

/** Runs a command of this project, showing what it prints but for the line for machines, which comes back. */
function execute(command: string, args: string[]): Promise<{code: number | null; said: string | undefined}> {
  const PATH = join(root, 'node_modules', '.bin') + delimiter + process.env.PATH
  const child = spawn(command, args, {
    cwd: root,
    env: {...process.env, PATH, FORCE_COLOR: '0'},
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const forget = cleanUpAtExit(() => child.kill())
  const late = setTimeout(() => {
    console.log(`It did not end within ${PATIENCE_MS / 1000} s.`)
    child.kill()
  }, PATIENCE_MS)
  let said: string | undefined
  createInterface({input: child.stdout}).on('line', (line) => {
    if (line.startsWith(COUNT_PREFIX)) said = line.slice(COUNT_PREFIX.length)
    else console.log(line)
  })
  child.stderr.on('data', (data) => process.stdout.write(data))
  return new Promise((resolve) => {
    const end = (code: number | null) => {
      clearTimeout(late)
      forget()
      resolve({code, said})
    }
    child.on('error', (error) => {
      console.log(error.message)
      end(null)
    })
    child.on('close', end)
  })
}
