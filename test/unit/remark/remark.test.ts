import assert from 'node:assert/strict'
import {mkdir, mkdtemp, realpath, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {remark} from 'remark'
import {VFile} from 'vfile'
import remarkBuyIn from '../../../src/remark/index.ts'
import {checkout, pond, run, write} from '../cli/program.ts'

const remarkCli = join(checkout, 'node_modules/remark-cli/cli.js')
const hollow = `${pond}\n## Risks\n\nTBD\n`

describe('The remark plugin', () => {
  const messages = async (text: string, path = 'proposal.md', options = {}) => {
    const file = new VFile({value: text, path, cwd: tmpdir()})
    await remark().use(remarkBuyIn, options).process(file)
    return file.messages
  }

  it('gives messages with rule, source, page, place and what is expected', async () => {
    const found = await messages(hollow)
    const title = found.find(({ruleId}) => ruleId === 'require-progress')
    assert(title)
    assert.equal(title.source, 'buy-in')
    assert.equal(title.fatal, false)
    assert.match(title.url ?? '', /\/docs\/rules\/require-progress\.md$/)
    assert.deepEqual([title.line, title.column, title.actual], [1, 3, 'A pond for the school garden'])
    assert.match(title.note ?? '', /For example: /)
    const placeholder = found.find(({ruleId}) => ruleId === 'no-unfilled-placeholder')
    assert.deepEqual([placeholder?.line, placeholder?.actual], [hollow.split('\n').indexOf('TBD') + 1, 'TBD'])
    assert.match(placeholder?.expected?.[0] ?? '', /^- For you: ⟨what it may cost the reader⟩/)
  })

  it('reads the text, not the tree: front matter and tables count also where the tree has none', async () => {
    assert.deepEqual(await messages(`---\nbuy-in: false\n---\n\n${pond}`), [])
    const row = `---\nbuy-in:\n  profile: rfc\n---\n\n${pond}`
    assert((await messages(row)).some(({ruleId}) => ruleId === 'require-objection'))
  })

  it('leaves files alone that are no proposals, unless it is told otherwise', async () => {
    assert.deepEqual(await messages(pond, 'README.md'), [])
    assert.notDeepEqual(await messages(pond, 'README.md', {all: true}), [])
  })
})

describe('remark-cli', () => {
  let folder: string
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'buy-in-remark-')))
    await mkdir(join(folder, 'node_modules'))
    await symlink(checkout, join(folder, 'node_modules/buy-in'), 'junction')
    await write(folder, {
      'package.json': '{"type": "module", "buy-in": {"rules": {"require-downside": "error"}}}',
      'proposals/pond.md': `---\ntitle: Pond\n---\n\n${pond}\n| a | b |\n| - | - |\n| 1 | 2 |\n`,
      'soft/.buy-in.json': '{}',
      'soft/proposal.md': `---\ntitle: Pond\n---\n\n${pond}\n| a | b |\n| - | - |\n| 1 | 2 |\n`,
      'README.md': '# Read me\n'
    })
  })
  after(() => rm(folder, {recursive: true}))
  const use = (name: string) =>
    run(process.execPath, [remarkCli, '--no-color', '--use', name, '.'], {cwd: folder})

  it('uses the plugin, which follows the project file', async () => {
    const {stderr, code} = await use('buy-in/remark')
    assert.equal(code, 1, stderr)
    assert.match(
      stderr,
      /proposals\/pond\.md[\s\S]*5:3-5:31\s+error\s+Not told yet: what could go wrong\.\s+require-downside\s+buy-in/
    )
    assert.match(stderr, /README\.md: no issues found/)
  })

  it('uses the preset, which writes a proposal back as it was', async () => {
    const {stderr, stdout} = await run(
      process.execPath,
      [remarkCli, '--no-color', '--use', 'buy-in/remark-preset', 'soft/proposal.md'],
      {cwd: folder}
    )
    assert.match(stderr, /require-downside\s+buy-in/)
    assert.match(stdout, /^---\ntitle: Pond\n---\n\n# A pond/)
    assert.match(stdout, /\| a \| b \|/)
  })
})
