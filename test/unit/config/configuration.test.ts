import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import {Ajv} from 'ajv'
import fc from 'fast-check'
import {parse} from 'yaml'
import {artifactOf} from '../../../src/artifacts/make.ts'
import {stakeholderNamed} from '../../../src/artifacts/moves.ts'
import {stakeholdersOf} from '../../../src/artifacts/stakeholders.ts'
import {summaryOf} from '../../../src/artifacts/summary.ts'
import {configurationOf, readUnder} from '../../../src/config/configuration.ts'
import {layerKeys} from '../../../src/config/layer.ts'
import {findProject, readProject} from '../../../src/config/project.ts'
import {configurationSchema} from '../../../src/config/schema.ts'
import {readSettings} from '../../../src/config/settings.ts'
import {projectWithout, switchOff} from '../../../src/config/switch-off.ts'
import {apply, snippets} from '../../../src/fixes/fix.ts'
import {insertElement} from '../../../src/fixes/insert-element.ts'
import {silenceHere, silenceInFile} from '../../../src/fixes/silence.ts'
import {wantedBy} from '../../../src/rules/wanted.ts'
import {markdown} from '../markdown.ts'

const root = 'file:///work/garden'
const uri = `${root}/rfcs/pond.md`

/** A project file's text, as it is read. */
function project(text: string, name = '.buy-in.json') {
  const read = readProject(`${root}/${name}`, text)
  assert(read)
  return read
}

const told = (text: string, name?: string) =>
  project(text, name).problems.map(({line, message}) => `${line}: ${message}`)

const pond = `# A pond for the school garden

${'The garden lies behind the gym and gets the sun until four in the afternoon. '.repeat(10)}

We ask the school to dig the pond, fill it with water and plant the reeds by 3 May.
`

describe('A project file', () => {
  it('is JSON, YAML or a key of package.json, and says the same in each', () => {
    const set = {profile: 'rfc', rules: {'require-effort': 'off'}, stakeholders: [{name: 'the board'}]}
    const json = project(JSON.stringify(set))
    const yaml = project(
      'profile: rfc\nrules:\n  require-effort: off\nstakeholders: [the board]\n',
      '.buy-in.yaml'
    )
    const npm = project(JSON.stringify({name: 'garden', 'buy-in': set}), 'package.json')
    assert.deepEqual(json.layer, set)
    assert.deepEqual(yaml.layer, set)
    assert.deepEqual(npm.layer, set)
    assert.equal(readProject(`${root}/package.json`, '{"name": "garden"}'), undefined)
  })

  it('is the nearest one upwards, and never one outside the workspace', async () => {
    const files: Record<string, string> = {
      'file:///work/.buy-in.json': '{"profile": "talk"}',
      [`${root}/package.json`]: '{"name": "garden"}',
      [`${root}/.buy-in.yaml`]: 'profile: memo',
      [`${root}/deep/package.json`]: '{"buy-in": {"profile": "grant"}}'
    }
    const asked: string[] = []
    const read = async (file: string) => {
      asked.push(file)
      return files[file]
    }
    const found = async (document: string, workspace: string[]) =>
      (await findProject(document, workspace, read))?.layer.profile
    assert.equal(await found(uri, [root]), 'memo')
    assert.equal(await found(`${root}/deep/down/a.md`, [`${root}/`]), 'grant')
    delete files[`${root}/.buy-in.yaml`]
    assert.equal(await found(uri, [root]), undefined)
    assert.equal(await found(uri, []), undefined)
    assert.deepEqual(
      asked.filter((file) => file.startsWith('file:///work/.')),
      []
    )
  })

  it('names the line and the nearest valid key of what does not fit, and keeps the rest', () => {
    const text = `{
  "profil": "rfc",
  "rules": {
    "require-efort": "off",
    "require-ask": "lout",
    "require-motive": "error"
  },
  "profile": "novel",
  "thresholds": {"draftWord": 3},
  "cues": {"downsides": ["x"]}
}`
    assert.deepEqual(told(text), [
      '2: there is no setting "profil"; did you mean "profile"?',
      '4: there is no rule "require-efort"; did you mean "require-effort"?',
      '5: require-ask cannot be "lout"; did you mean "off"?',
      '8: there is no profile "novel"; did you mean "goal"?',
      '9: there is no threshold "draftWord"; did you mean "draftWords"?',
      '10: there is no element "downsides"; did you mean "downside"?'
    ])
    assert.deepEqual(project(text).layer.rules, {'require-motive': 'error'})
    assert.deepEqual(told('rules:\n  require-ask: off\n  require-dialogue: off\n', '.buy-in.yaml'), [
      '3: there is no rule "require-dialogue"; did you mean "require-dialog"?'
    ])
    assert.deepEqual(told('{\n  "name": "x",\n  "buy-in": {\n    "file": []\n  }\n}', 'package.json'), [
      '4: there is no setting "file"; did you mean "files"?'
    ])
    assert.match(told('{\n  "rules": {\n')[0] ?? '', /^\d: this cannot be read: /)
  })

  it('has a schema that agrees on what fits, also with the page about it', async () => {
    const fits = new Ajv({strict: false}).compile(configurationSchema)
    const page = await readFile(new URL('../../../docs/configuration.md', import.meta.url), 'utf8')
    const block = (language: string) =>
      new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(page)?.[1] ?? ''
    const cases: [string, boolean][] = [
      [block('json'), true],
      [JSON.stringify(parse(block('yaml'))), true],
      ['{"stakeholders": ["board", {"name": "gym", "role": "lends", "caresAbout": ["quiet"]}]}', true],
      ['{"stakeholders": [{"role": "lends"}]}', false],
      ['{"stakeholders": [{"name": "gym", "cares": ["quiet"]}]}', false],
      ['{"rules": {"require-motiv": "off"}}', false],
      ['{"rules": {"require-motive": "loud"}}', false],
      ['{"overrides": [{"profile": "talk"}]}', false],
      ['{"thresholds": {"draftWords": 1.5}}', false],
      ['{"cues": {"danger": ["blast"]}}', false],
      ['{"profil": "rfc"}', false]
    ]
    for (const [text, good] of cases) {
      assert.equal(fits(JSON.parse(text)), good, text)
      assert.equal(project(text).problems.length === 0, good, text)
    }
  })

  it('cannot reach outside its folder', () => {
    for (const glob of [
      '../a.md',
      '/etc/*.md',
      'a/../../b.md',
      'C:/a.md',
      '{a,../b}/*.md',
      '~/a.md',
      '..\\a.md'
    ]) {
      const {layer, problems} = project(JSON.stringify({files: [glob, 'ok.md']}))
      assert.deepEqual(layer.files, ['ok.md'], glob)
      assert.equal(problems.length, 1, glob)
    }
    assert.deepEqual(project('{"files": ["a..b.md", "docs/**/*.md"]}').problems, [])
  })

  it('has no globs that could keep the reader busy', () => {
    const wild = ['(a+)+b', '*a*a*a*a*a*a*b.md', '**/a/**/a/**/a/**/b.md', '!(*(a))', 'a'.repeat(501)]
    const {layer, problems} = project(JSON.stringify({files: [...wild, 'ok.md'], overrides: [{files: wild}]}))
    assert.deepEqual(layer.files, ['ok.md'])
    assert.equal(problems.length, 2 * wild.length)
    assert.match(problems[0]?.message ?? '', /has parentheses or too many wildcards/)
    const settings = {files: wild}
    const started = performance.now()
    configurationOf({uri: `${root}/${'a'.repeat(200)}.md`, text: '', settings, folders: [root]})
    assert(performance.now() - started < 1000)
  })

  it('may refer to itself', () => {
    assert.deepEqual(told('profile: &a [*a]', '.buy-in.yaml'), [
      '1: there is no profile this list; use one of auto, memo, rfc, grant, goal, talk, sponsorship, letter'
    ])
    assert.equal(told('rules: &a {require-ask: *a}', '.buy-in.yaml').length, 1)
  })

  it('is not parsed where it is nested too deep', () => {
    assert.deepEqual(told('['.repeat(20_000)), [
      '1: this cannot be read: it is nested more than 100 levels deep'
    ])
  })

  it('can be anything at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.json(), fc.string()),
        fc.constantFrom('.buy-in.json', '.buy-in.yaml', 'package.json'),
        (text, name) => {
          const read = readProject(`${root}/${name}`, text)
          for (const {line} of read?.problems ?? []) assert(line >= 1 && line <= text.split('\n').length)
        }
      )
    )
  })
})

describe('Settings and front matter', () => {
  const names = [...layerKeys, 'overrides', '__proto__']
  const key = fc.oneof(
    fc.constantFrom(...names, 'require-ask', 'downside', 'channel', 'largestKB'),
    fc.string()
  )
  const anything = fc.oneof(
    fc.anything({key, withBigInt: true, withDate: true, withMap: true, withSparseArray: true, maxDepth: 4}),
    fc.dictionary(key, fc.jsonValue())
  )

  it('can be anything at all', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const {settings, problems} = readSettings(value)
        for (const problem of problems) assert(problem.length < 400)
        readUnder(pond, configurationOf({uri, text: pond, settings, folders: [root]}))
      })
    )
    fc.assert(
      fc.property(fc.oneof(fc.json({maxDepth: 4}), fc.string(), fc.string({unit: 'binary'})), (value) => {
        const text = `---\nbuy-in: ${value}\n---\n\n${pond}`
        const configuration = configurationOf({uri, text, folders: [root]})
        for (const {line} of configuration.problems) assert(line >= 1 && line <= text.split('\n').length)
        readUnder(text, configuration)
      })
    )
  })
})

describe('One configuration', () => {
  const configured = (text: string, file: string, settings = {}, asked = {}) =>
    configurationOf({uri, text, settings, project: project(file), asked, folders: [root]})

  it('has front matter before the command, the command before the project file, that before the settings', () => {
    const file = '{"profile": "goal", "rules": {"require-ask": "hint", "require-work": "off"}}'
    const settings = {profile: 'talk', rules: {'require-ask': 'error', 'require-reward': 'off'}} as const
    const plain = configured(pond, file, settings)
    assert.equal(plain.profile, 'goal')
    assert.deepEqual(plain.rules, {'require-ask': 'hint', 'require-work': 'off', 'require-reward': 'off'})
    assert.equal(configured(pond, file, settings, {profile: 'rfc'}).profile, 'rfc')
    const own = `---\nbuy-in:\n  profile: letter\n  rules: {require-work: error}\n---\n\n${pond}`
    const matter = configured(own, file, settings, {profile: 'rfc'})
    assert.equal(matter.profile, 'letter')
    assert.equal(matter.rules['require-work'], 'error')
    assert.equal(configured(pond, '{"profile": "auto"}', settings).profile, undefined)
  })

  it('has overrides for the files that they name, the later before the earlier', () => {
    const file = JSON.stringify({
      profile: 'memo',
      overrides: [
        {files: ['rfcs/**'], profile: 'rfc', feedback: {channel: '#rfcs', until: '12 May'}},
        {files: ['RFCS/pond.md'], feedback: {channel: '#pond'}},
        {files: ['talks/*.md'], profile: 'talk'}
      ]
    })
    const {profile, feedback} = configured(pond, file)
    assert.deepEqual([profile, feedback], ['rfc', {channel: '#pond', until: '12 May'}])
  })

  it('says which files are proposals, by globs below the folder of the project file', () => {
    const file = '{"files": ["rfcs/*.md"]}'
    assert(configured(pond, file).isProposal)
    const other = {uri: `${root}/proposal.md`, text: pond, folders: [root]}
    assert(configurationOf(other).isProposal)
    assert(!configurationOf({...other, project: project(file)}).isProposal)
  })

  it('names the line of front matter that cannot be followed', () => {
    const own = '---\ntitle: A pond\nbuy-in:\n  profile: memo\n  rule: {}\n---\n'
    const {problems, profile} = configured(own, '{}')
    assert.deepEqual(problems, [
      {file: uri, line: 5, message: 'there is no setting "rule"; did you mean "rules"?'}
    ])
    assert.equal(profile, 'memo')
    assert.deepEqual(
      configured('---\nbuy-in: memmo\n---\n', '{}').problems.map(({line, message}) => [line, message]),
      [[2, 'buy-in cannot be "memmo"; did you mean memo?']]
    )
  })

  it('makes extra cue words prove an element, in a sentence or under a heading', () => {
    const level = (text: string, file: string) =>
      readUnder(text, configured(text, file)).proposal.elements.downside.level
    const cues = '{"cues": {"downside": ["blast radius"]}}'
    const sentence = `${pond}\nThe blast radius of this is the frog club on Mondays.\n`
    assert.equal(level(sentence, '{}'), 'missing')
    assert.equal(level(sentence, cues), 'present')
    assert.equal(
      level(`${pond}\n## Blast radius\n\nThe frog club on Mondays would have to move.\n`, cues),
      'present'
    )
    assert.equal(level(`${pond}\n## Blast radius\n\n⟨who⟩ would have to ⟨do what⟩.\n`, cues), 'missing')
    assert.equal(level(`${pond}\nBlast radius: TBD\n`, cues), 'missing')
    assert.equal(level(`${pond}\nThe blast radiuses of all gardens are told elsewhere.\n`, cues), 'missing')
  })

  it('has thresholds that decide when a draft ends and how much is shown', () => {
    const shown = (file: string) => readUnder(pond, configured(pond, file)).shown
    assert(shown('{}').some(({severity}) => severity === 'warning'))
    assert(shown('{"thresholds": {"draftWords": 9999}}').every(({severity}) => severity === 'hint'))
    assert(shown('{"thresholds": {"shownWarnings": 0}}').every(({severity}) => severity !== 'warning'))
  })

  it('knows stakeholders by name, or with what they care about, and says what does not fit', () => {
    const {stakeholders, problems} = configured(
      pond,
      '{"stakeholders": ["the board", {"name": "class 4", "role": "waters it", "caresAbout": "frogs"},\n{"name": "gym", "caresabout": ["quiet"]}, {"role": "digs"}, 7]}'
    )
    assert.deepEqual(stakeholders, [
      {name: 'the board'},
      {name: 'class 4', role: 'waters it', caresAbout: ['frogs']},
      {name: 'gym'}
    ])
    assert.deepEqual(
      problems.map(({line, message}) => [line, message]),
      [
        [2, 'a stakeholder has no "caresabout"; did you mean "caresAbout"?'],
        [2, 'each stakeholder needs a name, in one line of text'],
        [2, 'stakeholders should be a list of names, or of objects with name, role and caresAbout']
      ]
    )
  })

  it('makes for a stakeholder what moves them, as far as the document does not say it', () => {
    const file =
      '{"stakeholders": [{"name": "School", "role": "owns the garden", "caresAbout": ["frogs"]}, {"name": "gardeners", "caresAbout": ["slugs"]}]}'
    const {proposal} = readUnder(pond, configured(pond, file))
    const known = stakeholdersOf(proposal)
    assert.deepEqual(
      known.map(({name, role, caresAbout, asks, named}) => [name, role, caresAbout, asks > 0, named]),
      [
        ['school', 'owns the garden', ['frogs'], true, true],
        ['gardeners', undefined, ['slugs'], false, false]
      ]
    )
    const guide = (name?: string) =>
      artifactOf('guide', proposal, {stakeholder: stakeholderNamed(proposal, name)}).markdown
    assert.match(guide(), /^## school\n\n_owns the garden; cares about frogs_$/m)
    assert(!guide().includes('gardeners'), 'the proposal does not name them')
    assert.match(guide('the gardeners'), /What would this mean for slugs\?/)
    assert.equal(summaryOf(proposal, wantedBy(proposal, {}), 'gardeners').stakeholder?.name, 'gardeners')
    const own = `---\nstakeholders:\n  - {name: school, caresAbout: [lessons]}\n---\n\n${pond}`
    const [school] = stakeholdersOf(readUnder(own, configured(own, file)).proposal)
    assert.deepEqual([school?.role, school?.caresAbout], ['owns the garden', ['lessons']])
  })

  it('fills in what the project knows: its channel, and whom to name', () => {
    const file = '{"feedback": {"channel": "#garden"}, "stakeholders": ["the board", "class 4, room {2}"]}'
    const {proposal} = readUnder(pond, configured(pond, file))
    assert.match(
      apply(pond, insertElement(proposal, 'dialog', false).edits),
      /Answers are welcome at #garden until ⟨date⟩/
    )
    const [edit] = snippets(insertElement(proposal, 'stakeholder', false).edits)
    assert.match(edit?.snippet ?? '', /Asked: \$\{1\|⟨team or person⟩,the board,class 4\\, room \{2\\\}\|\}/)
    assert.match(
      artifactOf('recap', proposal, {feedback: proposal.project.feedback}).markdown,
      /in #garden until ⟨date⟩/
    )
  })
})

describe('Switching a rule off', () => {
  const off = (text: string, name = '.buy-in.json') => {
    const change = switchOff(`${root}/${name}`, text, 'require-ask')
    return change && text.slice(0, change.start) + change.text + text.slice(change.end)
  }

  it('in a project file changes one line and leaves the rest as it stands', () => {
    const cases: [string, string, string?][] = [
      ['{}', '{\n  "rules": {\n    "require-ask": "off"\n  }\n}'],
      [
        '{\n  "profile": "rfc"\n}\n',
        '{\n  "rules": {\n    "require-ask": "off"\n  },\n  "profile": "rfc"\n}\n'
      ],
      ['{"rules": {}}', '{"rules": {\n  "require-ask": "off"\n}}'],
      [
        '{\n\t"rules": {\n\t\t"require-work": "off"\n\t}\n}',
        '{\n\t"rules": {\n\t\t"require-ask": "off",\n\t\t"require-work": "off"\n\t}\n}'
      ],
      ['{"rules": {"require-ask": "error"}}', '{"rules": {"require-ask": "off"}}'],
      ['profile: rfc # ours\n', 'rules:\n  require-ask: off\nprofile: rfc # ours\n', '.buy-in.yaml'],
      [
        'rules:\n  require-work: off # why\n',
        'rules:\n  require-ask: off\n  require-work: off # why\n',
        '.buy-in.yaml'
      ],
      ['rules:\n  require-ask: error\n', 'rules:\n  require-ask: off\n', '.buy-in.yaml'],
      ['', 'rules:\n  require-ask: off\n', '.buy-in.yaml'],
      [
        '{\n  "name": "x",\n  "buy-in": {\n    "profile": "rfc"\n  }\n}',
        '{\n  "name": "x",\n  "buy-in": {\n    "rules": {\n      "require-ask": "off"\n    },\n    "profile": "rfc"\n  }\n}',
        'package.json'
      ]
    ]
    for (const [before, after, name] of cases) assert.equal(off(before, name), after)
    assert.equal(off('{"rules": '), undefined)
  })

  it('is heard, whatever the file says otherwise', () => {
    const rules = fc.dictionary(
      fc.constantFrom('require-ask', 'require-work', 'no-such'),
      fc.constantFrom('off', 'error', 3)
    )
    const file = fc.record(
      {profile: fc.constant('memo'), rules, files: fc.constant(['*.md'])},
      {requiredKeys: []}
    )
    fc.assert(
      fc.property(file, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const changed = off(JSON.stringify(value, undefined, indent))
        assert(changed)
        assert.equal(JSON.parse(changed).rules['require-ask'], 'off')
        const {'require-ask': _, ...others} = JSON.parse(changed).rules
        const {'require-ask': __, ...before} = value.rules ?? {}
        assert.deepEqual({...others}, {...before})
      })
    )
    assert.deepEqual(project(projectWithout('require-ask')).layer.rules, {'require-ask': 'off'})
  })

  it('by a comment, for any text, silences the finding and moves no word', () => {
    const read = (text: string) => readUnder(text, configurationOf({uri, text}))
    fc.assert(
      fc.property(markdown, (text) => {
        const {proposal, findings} = read(text)
        for (const finding of findings) {
          const inFile = apply(proposal.text, silenceInFile(proposal, finding).edits)
          assert(
            read(inFile).findings.every(({rule}) => rule !== finding.rule),
            'in the file'
          )
          const here = silenceHere(proposal, finding)
          if (!here) continue
          const silenced = apply(proposal.text, here.edits)
          const count = (all: typeof findings) => all.filter(({rule}) => rule === finding.rule).length
          assert(count(read(silenced).findings) < count(findings), `here: ${silenced}`)
        }
      }),
      {numRuns: 15}
    )
  })
})
