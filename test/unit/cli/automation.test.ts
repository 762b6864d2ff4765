import assert from 'node:assert/strict'
import {chmod, mkdtemp, readFile, realpath, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {delimiter, join} from 'node:path'
import {parse} from 'yaml'
import {checkout, pond, program, type Ran, run, write} from './program.ts'

interface Step {
  readonly id?: string
  readonly run?: string
  readonly env?: Readonly<Record<string, string>>
}

describe('In a repository', () => {
  let folder: string
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-repository-')))
    await write(folder, {'proposals/old.md': pond, 'README.md': pond})
    await git('init', '-q', '-b', 'main')
    await git('add', '.')
    await git('commit', '-qm', 'Begin')
  })
  afterEach(() => rm(folder, {recursive: true}))

  const git = async (...args: string[]) => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
    const {code, stdout, stderr} = await run('git', [...who, ...args], {cwd: folder})
    assert.equal(code, 0, stderr)
    return stdout.trim()
  }

  describe('the GitHub action', () => {
    /** Runs the steps of action.yml one after the other, as a runner does; those of other actions are left out. */
    const act = async (inputs: Readonly<Record<string, string>>): Promise<Ran[]> => {
      const action = parse(await readFile(join(checkout, 'action.yml'), 'utf8'))
      const temp = join(folder, '.git')
      const outputs = new Map<string, string>()
      const value = (expression: string) =>
        expression.replace(
          /\$\{\{ *(inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))? *\}\}/g,
          (_, kind, name, output) =>
            kind === 'inputs'
              ? (inputs[name] ?? action.inputs[name].default)
              : (outputs.get(`${name}.${output}`) ?? '')
        )
      const ran: Ran[] = []
      for (const {id, run: script, env = {}} of action.runs.steps as Step[]) {
        if (script === undefined) continue
        const output = join(temp, `output-${ran.length}`)
        await writeFile(output, '')
        const given = Object.entries(env).map(([name, expression]) => [name, value(expression)])
        ran.push(
          await run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
            cwd: folder,
            env: {
              ...Object.fromEntries(given),
              GITHUB_ACTION_PATH: checkout,
              GITHUB_OUTPUT: output,
              RUNNER_TEMP: temp
            }
          })
        )
        for (const line of (await readFile(output, 'utf8')).split('\n')) {
          const [, name, words] = /^(\w+)=(.*)$/.exec(line) ?? []
          if (name) outputs.set(`${id}.${name}`, words ?? '')
        }
      }
      return ran
    }
    const sarif = async () =>
      JSON.parse(await readFile(join(folder, '.git/buy-in.sarif'), 'utf8')).runs[0].results

    it('annotates what a pull request changes, and fails by it', async () => {
      const base = await git('rev-parse', 'HEAD')
      await write(folder, {'proposals/new one.md': pond})
      await git('add', '.')
      await git('commit', '-qm', 'Propose')
      const [, lint, result] = await act({'changed-since': base})
      assert.match(lint?.stdout ?? '', /^::warning file=proposals\/new one\.md,line=1/m)
      assert(!lint?.stdout.includes('old.md'), lint?.stdout)
      assert.equal(lint?.code, 0, lint?.stderr)
      assert.equal(result?.code, 1)
      const uris = (await sarif()).map(
        (one: {locations: {physicalLocation: {artifactLocation: {uri: string}}}[]}) =>
          one.locations[0]?.physicalLocation.artifactLocation.uri
      )
      assert.deepEqual([...new Set(uris)], ['proposals/new%20one.md'])
    })

    it('passes where nothing was changed, and where so many warnings are accepted', async () => {
      const base = await git('rev-parse', 'HEAD')
      assert.deepEqual(
        (await act({'changed-since': base})).map(({code}) => code),
        [0, 0, 0]
      )
      assert.deepEqual(await sarif(), [])
      const all = await act({
        'changed-since': 'all',
        'max-warnings': '99',
        paths: 'proposals/*.md\nREADME.md\n'
      })
      assert.deepEqual(
        all.map(({code}) => code),
        [0, 0, 0]
      )
      assert((await sarif()).length > 0)
    })
  })

  it('the pre-commit hook reads the proposals among the files of a commit', async () => {
    const [hook] = parse(await readFile(join(checkout, '.pre-commit-hooks.yaml'), 'utf8'))
    assert.deepEqual([hook.language, hook.types], ['system', ['markdown']])
    const shim = join(folder, 'buy-in')
    await writeFile(shim, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
    await chmod(shim, 0o755)
    const commit = (files: string[]) =>
      run('sh', ['-c', `${hook.entry} "$@"`, 'hook', ...files], {
        cwd: folder,
        env: {PATH: `${folder}${delimiter}${process.env.PATH}`}
      })
    const {code, stdout} = await commit(['README.md', 'proposals/old.md'])
    assert.equal(code, 1)
    assert.match(stdout, /^proposals\/old\.md$/m)
    assert(!stdout.includes('README.md'))
    assert.equal((await commit(['README.md'])).code, 0)
  })
})
