import assert from 'node:assert/strict'
import {mkdtemp, readFile, realpath, rm, writeFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import AjvDraft4 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import {touched} from '../../../src/cli/git.ts'
import {buyIn, checkout, pond, run, type Surroundings, write} from './program.ts'

const clean = join(checkout, 'examples/rfc-quiet-hours.md')

describe('buy-in lint', () => {
  let folder: string
  beforeEach(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-lint-')))
  })
  afterEach(() => rm(folder, {recursive: true}))

  const lint = (args: readonly string[], surroundings: Surroundings = {}) =>
    buyIn(['lint', ...args], {cwd: folder, ...surroundings})
  const found = async (...args: string[]): Promise<{file: string; rules: string[]}[]> => {
    const {stdout, stderr} = await lint(['--format', 'json', ...args])
    assert(stdout.startsWith('['), stderr)
    return JSON.parse(stdout).map(({file, findings}: {file: string; findings: {ruleId: string}[]}) => ({
      file,
      rules: findings.map(({ruleId}) => ruleId)
    }))
  }
  const files = async (...args: string[]) => (await found(...args)).map(({file}) => file)
  const git = async (...args: string[]) => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false']
    const {code, stderr} = await run('git', [...who, ...args], {cwd: folder})
    assert.equal(code, 0, stderr)
  }

  describe('finds files', () => {
    beforeEach(() =>
      write(folder, {
        'proposals/a.md': pond,
        'proposals/old/b.md': pond,
        'notes/c.md': pond,
        'notes/d.md': `---\nbuy-in: true\n---\n\n${pond}`,
        'out/proposal.md': pond,
        'node_modules/x/proposal.md': pond
      })
    )

    it('by globs, whose files are always proposals', async () => {
      assert.deepEqual(await files('notes/*.md'), ['notes/c.md', 'notes/d.md'])
      assert.deepEqual(await files('./**/{a,b}.md'), ['proposals/a.md', 'proposals/old/b.md'])
    })

    it('in folders, where only proposals are read', async () => {
      assert.deepEqual(await files('.'), [
        'notes/d.md',
        'out/proposal.md',
        'proposals/a.md',
        'proposals/old/b.md'
      ])
      assert.deepEqual(await files('notes', 'notes/c.md'), ['notes/c.md', 'notes/d.md'])
    })

    it('but not those that .gitignore or .buy-inignore names', async () => {
      await write(folder, {
        '.gitignore': 'out/\n',
        'proposals/.buy-inignore': 'old/*\n!old/keep.md\n',
        'proposals/old/keep.md': pond
      })
      assert.deepEqual(await files('.'), ['notes/d.md', 'proposals/a.md', 'proposals/old/keep.md'])
      assert.deepEqual(await files('out/proposal.md'), ['out/proposal.md'])
      const {code, stderr} = await lint(['proposals/old/b.md'])
      assert.deepEqual([code, stderr], [0, 'proposals/old/b.md: left out, because .buy-inignore names it.\n'])
    })

    it('and says which argument names none', async () => {
      const {code, stderr} = await lint(['nothing/*.md'])
      assert.deepEqual([code, stderr], [2, 'nothing/*.md: no file matches this.\n'])
    })

    it('reads standard input under the name it goes by', async () => {
      await write(folder, {
        '.buy-in.yaml': 'overrides:\n  - files: ["drafts/*"]\n    rules: {require-downside: error}\n'
      })
      const {stdout} = await lint(['--format', 'json', '--stdin-filename', 'drafts/x.md', '-'], {input: pond})
      const [{file, findings}] = JSON.parse(stdout)
      assert.equal(file, 'drafts/x.md')
      const downside = findings.find(({ruleId}: {ruleId: string}) => ruleId === 'require-downside')
      assert.equal(downside.severity, 'error')
    })
  })

  it('follows the project file, and says once what is wrong with it', async () => {
    await write(folder, {
      '.buy-in.json': '{\n  "rules": {"require-downside": "off"},\n  "profil": "rfc"\n}',
      'a.md': pond,
      'b.md': pond
    })
    const {stdout, stderr, code} = await lint(['a.md', 'b.md'])
    assert.equal(code, 1)
    assert(!stdout.includes('require-downside'))
    assert.equal(
      stderr,
      '.buy-in.json:3: there is no setting "profil"; did you mean "profile"? All else keeps working.\n'
    )
  })

  it('says of many files together, in their order, what it says of each', async () => {
    const long = (title: string) => `# ${title}\n\n${pond.slice(pond.indexOf('\n')).repeat(55)}`
    const texts = Object.fromEntries(
      ['moss', 'fern', 'reed', 'oak'].map((name) => [`proposals/${name}.md`, long(name)])
    )
    await write(folder, {...texts, 'proposals/broken.md': 'a\u0000b'})
    const {code, stdout, stderr} = await lint(['--format', 'json', 'proposals'])
    assert.equal(code, 2)
    assert.equal(stderr, `${join('proposals', 'broken.md')}: this is no text file; Buy-In reads Markdown.\n`)
    const names = Object.keys(texts).sort()
    // But for its title, each is the same.
    const [first] = await found('proposals/fern.md')
    assert.deepEqual(
      JSON.parse(stdout).map(({file, findings}: {file: string; findings: {ruleId: string}[]}) => ({
        file,
        rules: findings.map(({ruleId}) => ruleId)
      })),
      names.map((file) => ({...first, file}))
    )
  })

  it('says the same where its threads break', async () => {
    const names = Array.from({length: 12}, (_, at) => `rfcs/${at}.md`)
    await write(folder, Object.fromEntries(names.map((name, at) => [name, pond.repeat(15 + at)])))
    await write(folder, {
      'break.cjs': "if (!require('node:worker_threads').isMainThread) throw new Error('x')\n"
    })
    const whole = await lint(['rfcs'])
    const broken = await lint(['rfcs'], {env: {NODE_OPTIONS: `--require ${join(folder, 'break.cjs')}`}})
    assert.match(whole.stdout, /rfcs\/11\.md/)
    assert.deepEqual(broken, whole)
  })

  it('takes a profile', async () => {
    await write(folder, {'a.md': pond})
    const rules = async (...args: string[]) => (await found('a.md', ...args))[0]?.rules ?? []
    assert(!(await rules()).includes('require-objection'))
    assert((await rules('--profile', 'rfc')).includes('require-objection'))
    assert.equal((await lint(['--profile', 'novel', 'a.md'])).code, 2)
  })

  it('says that --fix has nothing to do without an author', async () => {
    await write(folder, {'a.md': pond})
    const {stderr, code} = await lint(['--fix', 'a.md'])
    assert.equal(code, 1)
    assert.match(stderr, /^--fix changed nothing: what is missing here needs the words of its author\./)
    assert.equal(await readFile(join(folder, 'a.md'), 'utf8'), pond)
  })

  it('fixes what needs no author: what the project knows, and what was inserted twice', async () => {
    const section =
      '\n## Questions for you\n\n- How do you see this for ⟨your team⟩?\n\nAnswers at ⟨where⟩.\n'
    const own = pond.replace('We ask the school', 'Write to ⟨where⟩.\n\nWe ask the school')
    await write(folder, {
      '.buy-in.json': '{"feedback": {"channel": "#garden"}}',
      'a.md': `\uFEFF${own}${section}${section}`
    })
    const {stderr} = await lint(['--fix', 'a.md'])
    assert.equal(stderr, '')
    const known = (text: string) => text.replaceAll('⟨where⟩', '#garden')
    assert.equal(await readFile(join(folder, 'a.md'), 'utf8'), `\uFEFF${known(own)}${known(section)}`)
    assert.match((await lint(['--fix', 'a.md'])).stderr, /^--fix changed nothing/)
  })

  it('has colours on request, and none in a pipe', async () => {
    await write(folder, {'a.md': pond})
    assert(!(await lint(['a.md'])).stdout.includes('\u001B'))
    assert((await lint(['a.md'], {env: {FORCE_COLOR: '1'}})).stdout.includes('\u001B[33mwarning'))
  })

  describe('since a change', () => {
    beforeEach(async () => {
      await write(folder, {'proposals/a.md': pond, 'proposals/b.md': pond})
      await git('init', '-q', '-b', 'main')
      await git('add', '.')
      await git('commit', '-qm', 'Begin')
    })

    it('reports only what stands on changed lines', async () => {
      assert.deepEqual(await found('--changed-since', 'HEAD', '.'), [])
      await writeFile(
        join(folder, 'proposals/a.md'),
        pond.replace('plant the reeds.', 'plant reeds and irises.')
      )
      const [only, ...others] = await found('--changed-since', 'HEAD', '.')
      assert.deepEqual(others, [])
      assert.equal(only?.file, 'proposals/a.md')
      assert(only.rules.includes('require-work'), 'at the ask, which changed')
      assert(!only.rules.includes('require-downside'), 'at the title, which did not')
    })

    it('counts a new file as changed throughout, and what the branch did, not what the other did meanwhile', async () => {
      await git('checkout', '-qb', 'work')
      await write(folder, {'proposals/c.md': pond})
      await git('add', '.')
      await git('commit', '-qm', 'Propose')
      await git('checkout', '-q', 'main')
      await writeFile(join(folder, 'proposals/b.md'), `# Another title\n\n${pond}`)
      await git('commit', '-qam', 'Go on')
      await git('checkout', '-q', 'work')
      await write(folder, {'proposals/d.md': pond})
      const changed = await found('--changed-since', 'main', '.')
      assert.deepEqual(
        changed.map(({file}) => file),
        ['proposals/c.md', 'proposals/d.md']
      )
      for (const {rules} of changed) assert(rules.includes('require-downside'))
    })

    it('says when git does not know the commit', async () => {
      for (const ref of ['nowhere', '--output=x']) {
        const {code, stderr} = await lint([`--changed-since=${ref}`, '.'])
        assert.equal(code, 2)
        assert.match(stderr, /git knows no commit/)
      }
    })

    it('reads the hunks of a diff', () => {
      assert.deepEqual(touched('@@ -1 +1 @@\n-a\n+b\n@@ -4,2 +4,3 @@ x\n@@ -9,2 +10,0 @@\n'), [
        [1, 1],
        [4, 6],
        [10, 11]
      ])
    })
  })

  describe('with a baseline', () => {
    const at = 'baseline.json'
    beforeEach(async () => {
      await write(folder, {'a.md': pond})
      const {code, stdout} = await lint(['--baseline', at, '--update-baseline', 'a.md'])
      assert.deepEqual([code, stdout], [0, ''])
    })

    it('says nothing of what was there before, wherever it moves', async () => {
      assert.equal((await lint(['--baseline', at, 'a.md'])).code, 0)
      const moved = pond
        .replace('## What we ask', 'The gym is painted white.\n\nThe fence is low.\n\n## What we ask')
        .replace('# A pond for', '# A small pond for')
      await writeFile(join(folder, 'a.md'), moved)
      const {code, stdout} = await lint(['--baseline', at, 'a.md'])
      assert.deepEqual([code, stdout], [0, ''])
    })

    it('knows a finding again when only its own line was edited', async () => {
      await writeFile(join(folder, 'a.md'), pond.replace('plant the reeds.', 'plant the irises.'))
      assert.equal((await lint(['--baseline', at, 'a.md'])).code, 0)
    })

    it('reports what is new', async () => {
      await writeFile(join(folder, 'a.md'), `${pond}\n## Risks\n\nTBD\n`)
      const {code, stdout} = await lint(['--baseline', at, 'a.md'])
      assert.equal(code, 1)
      assert.match(stdout, /no-unfilled-placeholder/)
      assert(!stdout.includes('require-downside'))
    })

    it('says when there is none', async () => {
      const {code, stderr} = await lint(['--baseline', 'gone.json', 'a.md'])
      assert.equal(code, 2)
      assert.match(stderr, /gone\.json: there is no such baseline/)
      assert.equal((await lint(['--update-baseline', 'a.md'])).code, 2)
    })
  })

  describe('prints', () => {
    beforeEach(() => write(folder, {'proposals/a & b, 100%.md': pond}))

    it('SARIF that fits its schema, with the rules’ help and the fixes', async () => {
      const {stdout} = await lint(['--format', 'sarif', '.', clean])
      const log = JSON.parse(stdout)
      const schema = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/package.json')
      const text = await readFile(join(schema, '../lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')
      const ajv = addFormats.default(new AjvDraft4({allErrors: true, strict: false, unicodeRegExp: false}))
      const validate = ajv.compile(JSON.parse(text))
      assert(validate(log), JSON.stringify(validate.errors, undefined, 2))
      assert(!validate({...log, version: '3'}), 'the schema is strict enough to fail')
      const [{tool, results}] = log.runs
      for (const rule of tool.driver.rules) assert(rule.help.text && rule.helpUri.endsWith(`${rule.id}.md`))
      const downside = results.find(({ruleId}: {ruleId: string}) => ruleId === 'require-downside')
      assert.equal(tool.driver.rules[downside.ruleIndex].id, 'require-downside')
      const [{physicalLocation}] = downside.locations
      assert.deepEqual(physicalLocation.artifactLocation, {
        uri: 'proposals/a%20%26%20b%2C%20100%25.md',
        uriBaseId: 'SRCROOT'
      })
      assert.equal(physicalLocation.region.startLine, 1)
      assert.match(
        downside.fixes[0].artifactChanges[0].replacements[0].insertedContent.text,
        /⟨what it may cost the reader⟩/
      )
    })

    it('workflow commands for GitHub', async () => {
      const {stdout} = await lint(['--format', 'github', '.'])
      assert.match(
        stdout,
        /^::warning file=proposals\/a & b%2C 100%25\.md,line=1,endLine=1,title=require-\w+,col=3,endColumn=\d+::Not told yet: /m
      )
    })

    it('JUnit XML', async () => {
      const {stdout} = await lint(['--format', 'junit', '.', clean])
      assert.match(stdout, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="buy-in">\n/)
      assert.match(
        stdout,
        /<testsuite name="proposals\/a &amp; b, 100%\.md" tests="\d" failures="\d" errors="0">/
      )
      assert.match(stdout, /<failure type="warning" message="Not told yet: /)
      assert.match(stdout, /<testcase classname="[^"]*rfc-quiet-hours\.md" name="buy-in"\/>/)
      const opened = stdout.match(/<(?!\/|\?)[^>]*[^/]>/g)?.length
      assert.equal(opened, stdout.match(/<\//g)?.length, 'every element is closed')
    })
  })
})
