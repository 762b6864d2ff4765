import assert from 'node:assert/strict'
import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {rulesTable, tableIn, withTable} from '../../../docs/pages.ts'
import {readPage} from '../../../docs/read-page.ts'
import manifest from '../../../package.json' with {type: 'json'}
import {analyze} from '../../../src/analysis/analyze.ts'
import {profiles} from '../../../src/analysis/proposal.ts'
import {sentencesOf} from '../../../src/analysis/sentences.ts'
import {defaultFiles} from '../../../src/config/which-files.ts'
import {fixesOf} from '../../../src/fixes/fixes.ts'
import {findingsOf, type Severities} from '../../../src/rules/findings.ts'
import {severities} from '../../../src/rules/rule.ts'
import {rules} from '../../../src/rules/rules.ts'

const folder = new URL('../../../docs/rules/', import.meta.url)
const readme = new URL('../../../README.md', import.meta.url)

describe('The pages of the rules', () => {
  it('are one for each rule, and no other', () => {
    assert.deepEqual(readdirSync(folder).sort(), rules.map(({id}) => `${id}.md`).sort())
  })

  for (const rule of rules) {
    describe(rule.id, () => {
      const page = () => readPage(readFileSync(new URL(`${rule.id}.md`, folder), 'utf8'))
      const section = (title: string) => {
        const found = page().sections.get(title)
        assert(found, `docs/rules/${rule.id}.md has no section “${title}”`)
        return found
      }
      const example = (title: string) => {
        const {examples} = section(title)
        assert.equal(examples.length, 1, `“${title}” has one example`)
        return examples[0] ?? ''
      }
      const loud = profiles.filter((profile) => rule.severity(profile) !== 'off')
      /** How loudly the rule speaks of a document, once for each finding. */
      const heard = (text: string, profile = loud[0], set: Severities = {}) =>
        findingsOf(analyze(text, {profile}), set)
          .filter((finding) => finding.rule === rule)
          .map(({severity}) => severity)

      it('has its id as the title, and the sections in their order', () => {
        assert.equal(page().title, rule.id)
        assert.deepEqual(
          [...page().sections.keys()],
          ['Why it matters', 'Not yet', 'Better', 'Left alone', 'How loud', 'What to do about it']
        )
      })

      it('opens with one sentence that says what the rule looks for', () => {
        const {lead} = page()
        assert(lead.includes(rule.title), `“${lead}” does not say “${rule.title}”`)
        assert.equal(sentencesOf(lead, 0).length, 1)
      })

      it('says why it matters in the words of the hover, and at most one sentence more', () => {
        const {markdown} = section('Why it matters')
        assert(markdown.includes(rule.why), `“${rule.why}” is not on the page`)
        const more = markdown.replace(rule.why, '').trim()
        assert(sentencesOf(more, 0).length <= 1, more)
      })

      it('shows a document in which the element is missing outright', () => {
        const found = rule.check(analyze(example('Not yet')))
        assert(found.length > 0, 'nothing is found')
        assert.deepEqual(
          found.filter(({weak}) => weak),
          []
        )
      })

      it('shows the same document mended', () => {
        const title = (text: string) => /^# .+/.exec(text)?.[0]
        assert.equal(title(example('Better')), title(example('Not yet')))
        assert.deepEqual(rule.check(analyze(example('Better'))), [])
      })

      it('shows two or three documents that are left alone', () => {
        const {examples} = section('Left alone')
        assert([2, 3].includes(examples.length), `${examples.length} examples`)
        for (const text of examples) assert.deepEqual(rule.check(analyze(text)), [], text)
      })

      it('says how loud the rule is in each profile in which it is not off', () => {
        assert.deepEqual(
          section('How loud').rows,
          loud.map((profile) => [profile, rule.severity(profile)])
        )
      })

      it('is as loud as that in the document it shows', () => {
        for (const profile of loud)
          assert.deepEqual(
            [...new Set(heard(example('Not yet'), profile))],
            [rule.severity(profile)],
            `in the profile ${profile}`
          )
      })

      it('names the fixes that are offered there', () => {
        const {markdown} = section('What to do about it')
        let offered = 0
        for (const profile of loud) {
          const proposal = analyze(example('Not yet'), {profile})
          for (const finding of findingsOf(proposal).filter((one) => one.rule === rule))
            for (const {fix} of fixesOf(proposal, [finding])) {
              assert(markdown.includes(`**${fix.title}**`), `“${fix.title}” is not named`)
              offered++
            }
        }
        if (offered === 0) assert.match(markdown, /There is no quick fix/)
      })

      it('says how to switch the rule off, and that does it', () => {
        const {markdown} = section('What to do about it')
        const setting = `"buyIn.rules": {"${rule.id}": "off"}`
        const disable = `<!-- buy-in-disable ${rule.id} -->`
        const enable = '<!-- buy-in-enable -->'
        for (const words of [setting, disable, enable])
          assert(markdown.includes(`\`${words}\``), `${words} is not on the page`)
        const text = example('Not yet')
        assert.deepEqual(heard(text, loud[0], {[rule.id]: 'off'}), [])
        assert.deepEqual(heard(`${disable}\n\n${text}`), [])
        assert.deepEqual(heard(`${disable}\n\n${text}\n\n${enable}\n`), [])
        assert.deepEqual(heard(`${disable}\n\n${enable}\n\n${text}`), heard(text))
      })
    })
  }
})

describe('The settings in package.json', () => {
  const {properties} = manifest.contributes.configuration

  it('name exactly the rules, each with all severities', () => {
    const schema = properties['buyIn.rules']
    assert.deepEqual(Object.keys(schema.properties).sort(), rules.map(({id}) => id).sort())
    for (const [id, rule] of Object.entries(schema.properties)) assert.deepEqual(rule.enum, severities, id)
    assert.equal(schema.additionalProperties, false)
  })

  it('have the default files', () => {
    assert.deepEqual(properties['buyIn.files'].default, defaultFiles)
  })

  it('offer auto and every profile', () => {
    assert.deepEqual(properties['buyIn.profile'].enum, ['auto', ...profiles])
  })
})

describe('The table of rules in README.md', () => {
  it('is the one that the rules make', () => {
    assert(existsSync(readme), 'There is no README.md, so it has no table of rules.')
    const table = tableIn(readFileSync(readme, 'utf8'))
    assert(table !== undefined, 'README.md has no <!-- rules --> with a <!-- /rules --> below it.')
    assert.equal(table, rulesTable(), 'README.md is behind the rules: run npx tsx docs/pages.ts')
  })

  it('has a row for each rule, with a link to its page and its profiles', () => {
    const rows = rulesTable().split('\n').slice(2)
    assert.equal(rows.length, rules.length)
    for (const [index, rule] of rules.entries()) {
      const [link, title, warns, informs] = (rows[index] ?? '')
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      const [, path] = /\]\((.+)\)$/.exec(link ?? '') ?? []
      assert(path && existsSync(new URL(`../../../${path}`, import.meta.url)), `${link} leads nowhere`)
      assert.equal(title, rule.title)
      const named = (cell: string | undefined) => (cell === 'every profile' ? profiles : cell?.split(', '))
      for (const profile of profiles) {
        const severity = rule.severity(profile)
        assert.equal(named(warns)?.includes(profile), ['warning', 'error'].includes(severity), profile)
        assert.equal(named(informs)?.includes(profile), ['information', 'hint'].includes(severity), profile)
      }
    }
  })

  it('replaces what stands between the comments, and nothing else', () => {
    const before = '# Buy-In\n\n<!-- rules -->\n\n'
    const after = '\n\n<!-- /rules -->\n\nThe end: $& $1\n'
    const old = `${before}| Rule |\n| ---- |\n| old $1 |${after}`
    assert.equal(withTable(old), `${before}${rulesTable()}${after}`)
    assert.equal(withTable(withTable(old)), withTable(old))
    assert.equal(tableIn(withTable(old)), rulesTable())
    const empty = `${before.trimEnd()}\n${after.trimStart()}`
    assert.equal(withTable(empty), withTable(old), 'also where there is no table yet')
  })

  it('is not written where the comments are missing', () => {
    assert.throws(() => withTable('# Buy-In\n\n<!-- rules -->\n'), /<!-- \/rules -->/)
  })
})
