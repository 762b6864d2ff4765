import assert from 'node:assert/strict'
import {readSettings} from '../../../src/config/settings.ts'
import {defaultFiles, isProposal, pathInWorkspace} from '../../../src/config/which-files.ts'

describe('Which files are proposals', () => {
  const proposals = [
    'proposal.md',
    'docs/PROPOSAL.md',
    'my-proposal-v2.md',
    'pitch.md',
    'rfc-12.md',
    'work/rfcs/0001-a.md',
    'Grants/2026/spring.md',
    'applications/a/b/c.md'
  ]
  const others = [
    'README.md',
    'docs/guide.md',
    'propose.md',
    'rfcs.md',
    'proposals/data.json',
    'archive/rfc.md'
  ]
  for (const path of proposals) it(`${path} is one`, () => assert(isProposal({path, text: ''}, defaultFiles)))
  for (const path of others) it(`${path} is none`, () => assert(!isProposal({path, text: ''}, defaultFiles)))

  it('front matter goes before the name', () => {
    for (const field of [
      'buy-in: true',
      'buy-in: rfc',
      'buy-in: "memo"',
      'profile: grant',
      'buy-in:\n  profile: talk'
    ]) {
      assert(isProposal({path: 'README.md', text: `---\ntitle: x\n${field}\n---\n`}, defaultFiles), field)
    }
    assert(!isProposal({path: 'proposal.md', text: '---\nbuy-in: false\n---\n'}, defaultFiles))
    assert(!isProposal({path: 'README.md', text: '---\nprofile: admin\n---\n'}, defaultFiles))
    assert(!isProposal({path: 'README.md', text: 'buy-in: true\n'}, defaultFiles))
  })

  it('unsaved Markdown is one, unless Buy-In wrote it', () => {
    assert(isProposal({path: undefined, text: '# Plan'}, defaultFiles))
    assert(!isProposal({path: undefined, text: '# Recap: Plan'}, defaultFiles))
  })

  it('a path begins with the name of the innermost workspace folder', () => {
    assert.equal(pathInWorkspace('/home/ada/rfcs/a.md', ['/home/ada/rfcs']), 'rfcs/a.md')
    assert.equal(pathInWorkspace('/a/b/c/d.md', ['/a', '/a/b']), 'b/c/d.md')
    assert.equal(pathInWorkspace('/ab/c.md', ['/a']), '/ab/c.md')
  })
})

describe('Settings', () => {
  it('that do not fit are named, and the rest keeps working', () => {
    const {settings, problems} = readSettings({
      files: 'proposal.md',
      profile: 'novel',
      rules: {'require-motive': 'loud', 'require-magic': 'off', 'require-ask': 'error'},
      thresholds: {draftWords: 'few', oversizedWeeks: 8, most: 3}
    })
    assert.deepEqual(settings, {rules: {'require-ask': 'error'}, thresholds: {oversizedWeeks: 8}})
    assert.equal(problems.length, 6)
  })

  it('that only stand for “not set” are no problem', () => {
    const given = {
      files: ['a.md'],
      profile: 'auto',
      rules: {},
      feedback: {channel: '', private: ''},
      trace: {server: 'off'}
    }
    const {settings, problems} = readSettings(given)
    assert.deepEqual(settings, {files: ['a.md'], profile: 'auto', rules: {}})
    assert.deepEqual(problems, [])
  })

  it('can be anything at all', () => {
    for (const value of [null, undefined, 3, 'x', [], {rules: []}, {files: [1]}, {thresholds: 3}]) {
      assert.doesNotThrow(() => readSettings(value))
    }
  })
})
