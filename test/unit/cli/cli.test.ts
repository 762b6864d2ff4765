import assert from 'node:assert/strict'
import {execFile} from 'node:child_process'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {trustElements} from '../../../src/analysis/trust-elements.ts'
import {buyIn, checkout} from './program.ts'

const told = join(checkout, 'examples/rfc-quiet-hours.md')
const untold = join(checkout, 'examples/proposal.md')

describe('The command line', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'buy-in-cli-'))
  })
  after(() => rm(folder, {recursive: true}))

  it('inspects files, one JSON object a line, in the order given', async () => {
    const {code, stdout} = await buyIn(['inspect', '--format', 'json', untold, told])
    assert.equal(code, 0)
    const [first, second] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    assert.deepEqual([first.file, second.file], [untold, told])
    assert.deepEqual([first.profile, second.profile], ['memo', 'rfc'])
    assert.deepEqual(Object.keys(first.elements).toSorted(), [...trustElements].toSorted())
    assert.equal(first.elements.motive.level, 'missing')
    assert.equal(second.elements.motive.level, 'present')
    for (const [from, to] of second.elements.motive.lines) assert(from >= 1 && from <= to)
    assert.deepEqual(Object.keys(first.asks[0]).slice(0, 7), [
      'lines',
      'text',
      'whom',
      'timeframe',
      'effort',
      'work',
      'resources'
    ])
  })

  it('lints: 0 clean, 1 findings, 2 it could not run', async () => {
    const missing = await buyIn(['lint', untold])
    assert.equal(missing.code, 1)
    assert.match(missing.stdout, /warning\s+Not told yet: why you pursue this\.\s+require-motive/)
    assert.equal((await buyIn(['lint', told])).code, 0)
    assert.equal((await buyIn(['lint', '--max-warnings', '99', untold])).code, 0)
    assert.equal((await buyIn(['lint', join(folder, 'gone.md')])).code, 2)
    assert.equal((await buyIn(['lint', '--format', 'haiku', told])).code, 2)
    assert.equal((await buyIn(['lint', '--max-warnings', 'few', told])).code, 2)
    assert.equal((await buyIn(['lint'])).code, 2)
  })

  it('prints findings as JSON, each rule by itself, with its page and fixes', async () => {
    const {stdout} = await buyIn(['lint', '--format', 'json', untold])
    const [{file, findings}] = JSON.parse(stdout)
    assert.equal(file, untold)
    const motive = findings.find(({ruleId}: {ruleId: string}) => ruleId === 'require-motive')
    assert.deepEqual(
      {...motive, message: undefined},
      {
        ruleId: 'require-motive',
        severity: 'warning',
        line: 1,
        column: 3,
        endLine: 1,
        endColumn: 45,
        message: undefined,
        url: 'https://github.com/buy-in/buy-in/blob/v0.1.0/docs/rules/require-motive.md',
        fixes: ['Insert why you pursue this']
      }
    )
  })

  it('reads standard input', async () => {
    const {stdout} = await buyIn(['inspect', '-'], {
      input: '# A pond\n\nWe ask the school to dig a pond by 3 May.\n'
    })
    const {file, asks} = JSON.parse(stdout)
    assert.deepEqual(
      [file, asks[0].whom, asks[0].timeframe, asks[0].lines],
      ['-', 'the school', '3 May', [3, 3]]
    )
  })

  it('says what is wrong with a file, and reads the others all the same', async () => {
    const binary = join(folder, 'picture.md')
    await writeFile(binary, Buffer.from([0x89, 0x50, 0, 1]))
    const latin = join(folder, 'latin.md')
    await writeFile(latin, Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    const {code, stdout, stderr} = await buyIn(['inspect', binary, latin, folder, told])
    assert.equal(code, 2)
    assert.match(stderr, /picture\.md: this is no text file/)
    assert.match(stderr, /latin\.md: this is not UTF-8/)
    assert.match(stderr, /: this is a folder/)
    assert.equal(JSON.parse(stdout).file, told)
  })

  it('prints a recap and a summary', async () => {
    assert.match((await buyIn(['recap', told])).stdout, /^# Recap: RFC: Quiet hours/)
    assert.match((await buyIn(['summary', told])).stdout, /^# RFC: Quiet hours[\s\S]*## What is asked/)
    assert.match(
      (await buyIn(['summary', '--format', 'html', told])).stdout,
      /^<!doctype html>[\s\S]*<h1>RFC/
    )
    assert.equal(JSON.parse((await buyIn(['summary', '--format', 'json', told])).stdout).profile.name, 'rfc')
    const gone = await buyIn(['recap', join(folder, 'gone.md')])
    assert.deepEqual([gone.code, gone.stdout], [2, ''])
  })

  it('prints a summary for one stakeholder, and names those it knows', async () => {
    const forTeam = await buyIn(['summary', '--for', 'Platform Team', untold])
    assert.match(forTeam.stdout, /## Asked of the platform team/)
    const forMoon = await buyIn(['summary', '--for', 'the moon', untold])
    assert.equal(forMoon.code, 2)
    assert.match(forMoon.stderr, /nobody called “the moon” has a part in it; it knows platform team/)
  })

  it('prints an update, a script and a guide, for one stakeholder where asked', async () => {
    assert.match((await buyIn(['update', told])).stdout, /^# Update: RFC: Quiet hours/)
    assert.match((await buyIn(['script', told])).stdout, /^# Video script: RFC: Quiet hours/)
    const guide = await buyIn(['guide', told, '--for', 'Kim'])
    assert.match(guide.stdout, /^# Conversation guide: RFC: Quiet hours.*\n\n## Kim\n/)
    const recap = await buyIn(['recap', told, '--for', 'Kim', '--meeting', '12 May'])
    assert.match(recap.stdout, /^_For Kim, after our meeting of 12 May_$/m)
  })

  it('compares an update with an earlier commit', async () => {
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.org', ...args])
    const run = (command: string, args: string[]) =>
      new Promise<void>((resolve, reject) =>
        execFile(command, args, {cwd: folder}, (error) => (error ? reject(error) : resolve()))
      )
    const file = join(folder, 'pond.md')
    await git('init', '-q')
    await writeFile(file, '# A pond\n\nWe propose a pond for the frogs of the garden.\n')
    await git('add', 'pond.md')
    await git('commit', '-qm', 'Propose a pond')
    await writeFile(
      file,
      '# A pond\n\nWe propose a pond for the frogs of the garden.\n\n## Status\n\nWe have already dug the hole and tested the liner.\n'
    )
    const {stdout} = await buyIn(['update', file, '--since', 'HEAD'])
    assert.match(
      stdout,
      /\*\*New since the last update:\*\*\n\n- We have already dug the hole and tested the liner\./
    )
    const unknown = await buyIn(['update', file, '--since', 'gone'])
    assert.equal(unknown.code, 2)
    assert.match(unknown.stderr, /pond\.md: Git does not show it as of gone/)
  })
})
