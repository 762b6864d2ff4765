import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {check} from 'recheck'
import {isProse, longestPassage} from '../../../src/analysis/prose.ts'

// Each regular expression of the product, checked by recheck for time that grows faster than the text. That takes
// minutes for all, so those that were found good are remembered in checked.json by a hash; a new or changed one is
// checked when the test runs. `BUYIN_CHECK_MORE=1` writes the file, `BUYIN_CHECK_ALL=1` checks all anew and writes it.

/** Expressions that recheck doubts or gives up on, each with why it is good all the same. */
const judged: readonly (readonly [begins: string, why: string])[] = [
  [
    String.raw`/^(?:Ask(?:\s{1,9}\d{1,9})?)(?:\s{0,9},`,
    'each repetition has a limit; too many states for recheck'
  ],
  [
    String.raw`/^\s*([\w-][\w -]{0,99}?)\s{0,99}[:=]/`,
    'each repetition has a limit; too many states for recheck'
  ],
  [
    String.raw`/\b(?:we (?:care|want|believe|need)\b.{0,80}because`,
    'looks 80 characters ahead at most, 110 ms in 10,000'
  ]
]

const file = join(import.meta.dirname, 'checked.json')
const anew = process.env.BUYIN_CHECK_ALL === '1'
const writes = anew || process.env.BUYIN_CHECK_MORE === '1'
const known: ReadonlySet<string> = new Set(anew ? [] : JSON.parse(readFileSync(file, 'utf8')))
/** Milliseconds for one expression. */
const patience = writes ? 20_000 : 5000
/** Milliseconds that the worst passage may take; expressions that take quadratic time stay far below. */
const longestMatch = 300

function hashOf(expression: string): string {
  return createHash('sha256').update(expression).digest('hex').slice(0, 12)
}

/** Without a repetition that has no limit the time cannot grow faster than the text. */
function repeats(source: string): boolean {
  return /[*+]|\{\d+,\}/.test(source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, 'x'))
}

/** What is wrong with an expression; undefined where nothing is. */
async function wrongWith(expression: string): Promise<string | undefined> {
  const at = expression.lastIndexOf('/')
  const source = expression.slice(1, at)
  // recheck does not know the flag for indices, which changes nothing in how long it takes.
  const flags = expression.slice(at + 1).replace('d', '')
  if (!repeats(source)) return undefined
  let found = await check(source, flags, {timeout: patience})
  if (found.status === 'unknown') found = await check(source, flags, {timeout: patience, checker: 'fuzz'})
  if (found.status === 'safe') return undefined
  if (found.status === 'unknown') return 'recheck could not tell'
  if (found.complexity.type === 'exponential') return `exponential time for ${found.attack.pattern}`
  // What is looked through is no longer than a passage, and has no endless runs.
  const {string} = found.attack
  const worst = [longestPassage, 2000, 250].map((most) => string.slice(0, most)).find(isProse) ?? ''
  const started = performance.now()
  if (flags.includes('g')) Array.from(worst.matchAll(new RegExp(source, flags)))
  else new RegExp(source, flags).test(worst)
  const took = performance.now() - started
  return took > longestMatch ? `${took.toFixed(0)} ms for ${found.attack.pattern}` : undefined
}

describe('The regular expressions', function () {
  this.timeout(writes ? 3_600_000 : 120_000)
  let expressions: [expression: string, where: string][]

  before(() => {
    const collect = join(import.meta.dirname, 'collect.ts')
    const options = {encoding: 'utf8', maxBuffer: 64 * 1024 * 1024} as const
    expressions = JSON.parse(execFileSync(process.execPath, ['--import=tsx', collect], options))
  })

  it('are found, those built from data, too', () => {
    assert(expressions.length > 500, `${expressions.length} were found`)
    assert(expressions.some(([expression, where]) => where.includes('wording') && expression.length > 500))
    assert(expressions.some(([expression]) => expression.includes('blast\\s+radius')))
  })

  it('take time that grows with the text', async () => {
    const good: string[] = []
    const bad: string[] = []
    for (const [expression, where] of expressions) {
      const hash = hashOf(expression)
      const wrong =
        known.has(hash) || judged.some(([begins]) => expression.startsWith(begins))
          ? undefined
          : await wrongWith(expression)
      if (wrong === undefined) good.push(hash)
      else bad.push(`${where}: ${expression.slice(0, 300)}: ${wrong}`)
    }
    if (writes) writeFileSync(file, `${JSON.stringify(good.sort(), undefined, 2)}\n`)
    assert.equal(bad.length, 0, bad.join('\n'))
  })

  it('would be told apart', async () => {
    assert.match((await wrongWith('/^(a+)+$/')) ?? '', /exponential/)
    assert.equal(await wrongWith('/^[a-z]+$/'), undefined)
  })
})
