/** What starts the line that a suite ends with, for whoever counts. */
export const COUNT_PREFIX = 'buy-in-tests: '

/** The line that says that from here on the tests speak. */
export const STARTED = `${COUNT_PREFIX}started`

/** Frames of a stack that are not of a test nor of what it tests. */
const FOREIGN = /^\s+at .*(node:internal|workbench\.js|extensionHost\w*\.js|node_modules\/mocha)/

/** A test that takes longer is shown with its time. */
const SLOW_MS = 200

/** How many tests there were. */
export type Count = {passed: number; failed: number}

/** What a suite says at its end: beside the numbers, the tests that failed, and those that passed only when tried again. */
export type Outcome = Count & {failures: string[]; unsteady: string[]}

/**
 * A reporter for mocha, in Node and in both of VS Code's extension hosts: a line for each test, and at
 * the end one for machines, `buy-in-tests: {"passed":N,"failed":N,…}`. Mocha calls it with `new`.
 *
 * @param runner what runs the tests
 */
export default function Report(runner: Mocha.Runner): void {
  const outcome: Outcome = {passed: 0, failed: 0, failures: [], unsteady: []}
  let depth = 0
  const print = (line: string) => console.log('  '.repeat(depth) + line)

  runner.on('start', () => console.log(STARTED))
  runner.on('suite', (suite) => {
    if (suite.title) print(suite.title)
    depth += suite.root ? 0 : 1
  })
  runner.on('suite end', (suite) => {
    depth -= suite.root ? 0 : 1
  })
  runner.on('pass', (test) => {
    outcome.passed++
    const {duration = 0} = test
    print(duration < SLOW_MS ? `✓ ${test.title}` : `✓ ${test.title} (${duration} ms)`)
  })
  const explain = (error: Error | undefined) => {
    for (const line of (error?.stack ?? String(error)).split('\n')) {
      if (!FOREIGN.test(line)) print(`  ${line.trimEnd()}`)
    }
  }
  runner.on('retry', (test, error) => {
    const name = test.titlePath().join(' › ')
    if (!outcome.unsteady.includes(name)) outcome.unsteady.push(name)
    print(`↻ ${test.title}`)
    explain(error)
  })
  runner.on('fail', (test, error) => {
    const name = test.titlePath().join(' › ')
    outcome.failed++
    outcome.failures.push(`${name}: ${error?.message ?? error}`)
    outcome.unsteady = outcome.unsteady.filter((other) => other !== name)
    print(`✗ ${test.title}`)
    explain(error)
  })
  runner.on('end', () => {
    console.log(COUNT_PREFIX + JSON.stringify(outcome))
  })
}
