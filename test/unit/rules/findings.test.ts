import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {type Profile, profiles} from '../../../src/analysis/proposal.ts'
import {apply} from '../../../src/fixes/fix.ts'
import {fixesOf} from '../../../src/fixes/fixes.ts'
import {findingsOf, type Severities} from '../../../src/rules/findings.ts'
import {type Finding, severities} from '../../../src/rules/rule.ts'
import {rules} from '../../../src/rules/rules.ts'
import {draftWords, type Shown, shownOf, waitingOf} from '../../../src/rules/shown.ts'
import {description, french, german, japanese} from './documents.ts'

const commitment = ['require-timeframe', 'require-effort', 'require-work', 'require-resources']
const ask = 'We ask the branch council to approve the shelf.'

interface Told {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly shown: readonly Shown[]
}

function tell(source: string, profile: Profile = 'memo', set: Severities = {}, unsaved = false): Told {
  const proposal = analyze(source, {profile})
  const findings = findingsOf(proposal, set)
  return {text: proposal.text, findings, shown: shownOf(findings, {...proposal, unsaved})}
}

function ids(source: string, profile?: Profile, set?: Severities): string[] {
  return tell(source, profile, set).findings.map(({rule}) => rule.id)
}

function underlined({text}: Told, {span}: Finding): string {
  return text.slice(span.start, span.end)
}

/** What the findings of one rule underline, in the order of the text. */
function underlines(source: string, rule: string, profile?: Profile): string[] {
  const told = tell(source, profile)
  return told.findings
    .filter((finding) => finding.rule.id === rule)
    .map((finding) => underlined(told, finding))
}

describe('Findings', () => {
  describe('One cause, one finding', () => {
    it('tells only that nothing is asked where nothing is asked', () => {
      const told = ids(description)
      assert(told.includes('require-ask'))
      assert.deepEqual(
        told.filter((id) => commitment.includes(id)),
        []
      )
      const {elements} = analyze(description)
      assert.equal(elements.timeframe.level, 'missing', 'though the reading knows of it')
      assert.equal(elements.effort.level, 'missing', 'though the reading knows of it')
    })

    it('tells the parts of the commitment at the ask where there is one', () => {
      const source = `${description}\n${ask}\n`
      assert(!ids(source).includes('require-ask'))
      for (const rule of ['require-timeframe', 'require-effort'])
        assert.deepEqual(underlines(source, rule), ['We ask the branch council to approve the'])
    })

    it('tells the parts of the commitment in a form, which is the ask itself', () => {
      const told = ids(description, 'grant')
      assert(!told.includes('require-ask'))
      for (const rule of commitment) assert(told.includes(rule), rule)
    })

    it('lets a scaffold that waits to be filled in speak for its element', () => {
      for (const rule of rules.filter(({element}) => element)) {
        const set = {
          ...Object.fromEntries(rules.map(({id}) => [id, 'off' as const])),
          [rule.id]: 'warning' as const,
          'no-unfilled-placeholder': 'warning' as const
        }
        const proposal = analyze(description, {profile: 'memo'})
        const [offered] = fixesOf(proposal, findingsOf(proposal, set))
        assert(offered, rule.id)
        const told = ids(apply(proposal.text, offered.fix.edits), 'memo', set)
        assert.deepEqual([...new Set(told)], ['no-unfilled-placeholder'], rule.id)
      }
    })
  })

  describe('What has no home', () => {
    it('stands at the title', () => {
      const told = tell(description)
      assert(told.findings.length >= 4)
      for (const finding of told.findings) {
        assert(finding.homeless, finding.rule.id)
        assert.equal(underlined(told, finding), 'A tool shelf in the branch library')
      }
    })

    it('stands at the first words where there is no title', () => {
      const told = tell(description.replace(/^# .*\n+/, '').replaceAll(/^## .*\n/gm, ''))
      for (const finding of told.findings)
        assert.equal(underlined(told, finding), 'The shelf stands between the atlases and the')
    })

    it('stands at the title, not at the front matter', () => {
      const told = tell(`---\nauthor: Noor\n---\n\n${description}`)
      for (const finding of told.findings)
        assert.equal(underlined(told, finding), 'A tool shelf in the branch library')
    })

    it('is one line that names all, the loudest first', () => {
      const {findings, shown} = tell(description)
      assert.equal(shown.length, 1)
      const [line] = shown
      assert(line)
      assert.deepEqual(new Set(line.findings), new Set(findings))
      for (const {rule} of findings) assert(line.message.includes(rule.missing ?? '?'), rule.id)
      assert.equal(line.severity, 'warning')
      const order = line.findings.map(({severity}) => severities.indexOf(severity))
      assert.deepEqual(
        order,
        order.toSorted((a, b) => b - a)
      )
      assert.equal(line.findings[0].rule.id, 'require-ask')
    })

    it('says the sentence of the one finding where there is only one', () => {
      const {findings, shown} = tell(description, 'memo', {
        ...Object.fromEntries(rules.map(({id}) => [id, 'off'])),
        'require-motive': 'warning'
      })
      assert.equal(findings.length, 1)
      assert.deepEqual(
        shown.map(({message}) => message),
        findings.map(({message}) => message)
      )
    })

    it('says it of an empty document, too, without a wall', () => {
      for (const source of ['', '\n\n', '\uFEFF', '---\nbuy-in: true\n---\n']) {
        const {shown} = tell(source)
        assert(shown.length <= 1, JSON.stringify(source))
        for (const {severity} of shown) assert.equal(severity, 'hint')
      }
    })
  })

  describe('What has a home', () => {
    it('stands at a section that says nothing, and only informs', () => {
      const source = `${description}\n## Drawbacks\n\nNone.\n`
      assert.deepEqual(underlines(source, 'no-hollow-section'), ['Drawbacks'])
      const [finding] = tell(source).findings.filter(({rule}) => rule.id === 'no-hollow-section')
      assert.equal(finding?.severity, 'information')
      assert.equal(finding.homeless, false)
      assert.deepEqual(underlines(source, 'require-downside'), [], 'which speaks for what it promises')
      assert.notEqual(analyze(source).elements.downside.level, 'present', 'though the reading knows of it')
    })

    it('is one finding where vague words stand for a slot, as loud as the slot', () => {
      const source = `${description}\nWe ask the branch council to open the shelf when they have time.\n`
      assert.deepEqual(underlines(source, 'no-vague-commitment'), ['when they have time'])
      assert.deepEqual(underlines(source, 'require-timeframe'), [])
      const [vague] = tell(source).findings.filter(({rule}) => rule.id === 'no-vague-commitment')
      assert.equal(vague?.severity, 'warning')
      const exact = source.replace('when they have time', 'by 4 May')
      assert(!ids(exact).includes('no-vague-commitment'))
    })

    it('is one finding where an ask is there and nobody is asked', () => {
      const source = `${description}\nSomeone should paint the second rack, too.\n`
      assert.deepEqual(underlines(source, 'no-ownerless-ask'), ['Someone should'])
      assert(!ids(source).includes('require-ask'))
      assert.deepEqual(
        ids(source).filter((id) => commitment.includes(id)),
        []
      )
    })

    it('stands at the first place to fill in of a section', () => {
      const source = `${description}\nThe joiner is ⟨who⟩, and the shelf opens on ⟨date⟩.\n`
      assert.deepEqual(underlines(source, 'no-unfilled-placeholder'), ['⟨who⟩'])
    })

    it('stands at the place to fill in of a table, too', () => {
      const source = `${description}\n| Part | Who | When |\n| --- | --- | --- |\n| Racks | ⟨who⟩ | ⟨date⟩ |\n`
      assert.deepEqual(underlines(source, 'no-unfilled-placeholder'), ['⟨who⟩'])
    })

    it('stands at the place to fill in of each heading, too', () => {
      const source = `${description.replace('A tool shelf', '⟨a thing⟩')}\n## Costs of ⟨what⟩\n\nIt is £40.\n`
      assert.deepEqual(underlines(source, 'no-unfilled-placeholder'), ['⟨a thing⟩', '⟨what⟩'])
    })

    it('stands at the plan where there is no ask', () => {
      const plan = `${description}\n## Next steps\n\nThe joiner saws the boards, and the clerk prints the names.\n`
      assert.deepEqual(underlines(plan, 'require-effort', 'grant'), ['Next steps'])
    })
  })

  describe('A document that is not to be judged', () => {
    it('has no findings when its front matter says that it is decided', () => {
      assert.deepEqual(ids(`---\nstatus: accepted\n---\n\n${description}`), [])
      assert.deepEqual(ids(`---\r\nstatus: Rejected\r\n---\r\n\r\n${description}`), [])
      assert.notDeepEqual(ids(`---\nstatus: draft\n---\n\n${description}`), [])
    })

    it('has no findings when a table among its first lines says that it is decided', () => {
      const table = (status: string) =>
        description.replace(
          '\n\n',
          `\n\n| Field | Value |\n| --- | --- |\n| Author | Noor |\n| Status | ${status} |\n\n`
        )
      assert.deepEqual(ids(table('Accepted')), [])
      assert.notDeepEqual(ids(table('Proposed')), [])
    })

    it('has no findings when the first line of that table says so', () => {
      const table = '| Status | Accepted |\n| --- | --- |\n| Author | Noor |'
      assert.deepEqual(ids(description.replace('\n\n', `\n\n${table}\n\n`)), [])
    })

    it('keeps its findings when it only speaks of what is accepted', () => {
      assert.notDeepEqual(ids(`${description}\nThe design of the boxes was accepted and is done.\n`), [])
    })

    for (const [language, source] of Object.entries({German: german, French: french, Japanese: japanese})) {
      it(`has no findings in ${language}`, () => {
        for (const profile of profiles) assert.deepEqual(ids(source, profile), [], profile)
      })
    }
  })

  describe('Severities', () => {
    const severity = (source: string, set: Severities) =>
      tell(source, 'memo', set).findings.find(({rule}) => rule.id === 'require-downside')?.severity

    it('are those of the profile', () => {
      for (const profile of profiles)
        for (const {rule, severity, weak} of tell(description, profile).findings)
          assert.equal(severity, weak ? 'information' : rule.severity(profile), `${rule.id} in ${profile}`)
    })

    it('can be set', () => {
      for (const wanted of ['hint', 'information', 'warning', 'error'] as const)
        assert.equal(severity(description, {'require-downside': wanted}), wanted)
    })

    it('can be switched off', () => {
      const before = ids(description)
      assert.deepEqual(
        ids(description, 'memo', {'require-motive': 'off'}),
        before.filter((id) => id !== 'require-motive')
      )
    })

    it('can be set for a rule that its profile has switched off', () => {
      assert(!ids(description).includes('require-opt-out'))
      assert(ids(description, 'memo', {'require-opt-out': 'warning'}).includes('require-opt-out'))
    })
  })

  describe('Comments', () => {
    const twoPlaces = (between: string) =>
      `# A shelf\n\n${between}\n\nThe first one is ⟨one⟩.\n\n<!-- buy-in-enable -->\n\n## Doors\n\nThe second one is ⟨two⟩.\n`

    it('switch off the rule that they name', () => {
      assert.deepEqual(
        ids(`<!-- buy-in-disable require-motive -->\n\n${description}`),
        ids(description).filter((id) => id !== 'require-motive')
      )
    })

    it('switch off all rules that they name', () => {
      const named = ['require-motive', 'require-downside']
      assert.deepEqual(
        ids(`<!-- buy-in-disable ${named.join(' ')} -->\n\n${description}`),
        ids(description).filter((id) => !named.includes(id))
      )
    })

    it('switch off every rule when they name none', () => {
      assert.deepEqual(ids(`<!-- buy-in-disable -->\n\n${description}`), [])
    })

    it('switch off an empty document, too', () => {
      assert.deepEqual(ids('<!-- buy-in-disable -->'), [])
    })

    it('switch off until they switch on again', () => {
      const rule = 'no-unfilled-placeholder'
      assert.deepEqual(underlines(twoPlaces(`<!-- buy-in-disable ${rule} -->`), rule), ['⟨two⟩'])
      assert.deepEqual(underlines(twoPlaces('<!-- buy-in-disable -->'), rule), ['⟨two⟩'])
      assert.deepEqual(underlines(twoPlaces('<!-- buy-in-disable require-motive -->'), rule), [
        '⟨one⟩',
        '⟨two⟩'
      ])
    })

    it('switch on only the rule that they name', () => {
      const source = `<!-- buy-in-disable require-motive require-downside -->\n\n<!-- buy-in-enable require-motive -->\n\n${description}`
      assert.deepEqual(
        ids(source),
        ids(description).filter((id) => id !== 'require-downside')
      )
    })

    it('switch off what has no home from anywhere, and nothing else that stands above them', () => {
      const source = `${description}\nThe joiner is ⟨who⟩.\n\n<!-- buy-in-disable -->\n`
      assert.deepEqual(ids(source), ['no-unfilled-placeholder'])
    })

    it('switch off the line that comes next, or the paragraph that begins there', () => {
      const rule = 'no-unfilled-placeholder'
      const source = (ids: string) =>
        `# A shelf\n\n<!-- buy-in-disable-next-line${ids} -->\n\nThe first one\nis ⟨one⟩.\n\n## Doors\n\nThe second one is ⟨two⟩.\n`
      for (const named of ['', ` ${rule}`]) assert.deepEqual(underlines(source(named), rule), ['⟨two⟩'])
      assert.deepEqual(underlines(source(' require-motive'), rule), ['⟨one⟩', '⟨two⟩'])
      assert.deepEqual(ids(`<!-- buy-in-disable-next-line -->\n${description}`), [])
      assert.deepEqual(ids(`${description}\n<!-- buy-in-disable-next-line -->\n`), ids(description))
    })

    it('switch off the whole file, wherever they stand', () => {
      assert.deepEqual(ids(`${description}\nBy ⟨date⟩.\n\n<!-- buy-in-disable-file -->\n`), [])
      assert.deepEqual(
        ids(`${description}\n<!-- buy-in-disable-file require-motive -->\n\n<!-- buy-in-enable -->\n`),
        ids(description).filter((id) => id !== 'require-motive')
      )
    })

    it('switch off nothing where they are shown as code', () => {
      const shown = '```markdown\n<!-- buy-in-disable -->\n```'
      for (const source of [
        `${shown}\n\n${description}`,
        `Write \`<!-- buy-in-disable -->\`.\n\n${description}`
      ]) {
        assert(ids(source).includes('require-ask'))
        assert(ids(source).includes('require-downside'))
      }
    })
  })

  describe('An early draft', () => {
    const at = (words: number, unsaved = false) =>
      shownOf(tell(description).findings, {text: description, words, unsaved})

    it('only hints while it has under 120 words', () => {
      assert.equal(draftWords, 120)
      assert.deepEqual(
        at(119).map(({severity}) => severity),
        ['hint']
      )
      assert.deepEqual(
        at(120).map(({severity}) => severity),
        ['warning']
      )
    })

    it('only hints while it was never saved, however long', () => {
      assert.deepEqual(
        at(5000, true).map(({severity}) => severity),
        ['hint']
      )
    })

    it('keeps the words of its findings', () => {
      assert.deepEqual(
        at(10).map(({message}) => message),
        at(500).map(({message}) => message)
      )
    })

    it('only hints at its places to fill in, too', () => {
      const template =
        '# ⟨what⟩\n\nWe propose to ⟨do what⟩ by ⟨date⟩.\n\n- ⟨who⟩ does ⟨what⟩\n- ⟨who⟩ does ⟨what⟩\n'
      for (const unsaved of [true, false])
        for (const {severity, message} of tell(template, 'memo', {}, unsaved).shown)
          assert.equal(severity, 'hint', message)
    })
  })

  describe('What is underlined', () => {
    const fits = (told: Told) => {
      for (const finding of told.findings) {
        const words = underlined(told, finding)
        assert(words.split(/\s+/).length <= 8, `${finding.rule.id} underlines “${words}”`)
        assert.doesNotMatch(words, /[\r\n]/, finding.rule.id)
      }
    }

    it('is at most eight words of a title', () => {
      const told = tell('# One two three four five six seven eight nine ten\n')
      assert.equal(told.findings.length > 0, true)
      for (const finding of told.findings)
        assert.equal(underlined(told, finding), 'One two three four five six seven eight')
    })

    it('is the first line of a title, without its markup', () => {
      for (const eol of ['\n', '\r\n']) {
        const told = tell(['A shelf of **tools**', 'for the *library*', '===', '', 'It is red.'].join(eol))
        fits(told)
        for (const finding of told.findings) assert.match(underlined(told, finding), /^A shelf of/)
      }
      const told = tell('# **A shelf** of tools ##\n')
      for (const finding of told.findings) assert.match(underlined(told, finding), /^A shelf\b.* of tools$/)
    })

    it('is at most eight words of a passage and of a row', () => {
      const long = 'The caretaker empties the old print room on the second floor and paints it'
      for (const source of [
        `${description}\n${long} by 4 May.\n`,
        `${description}\n- ${long} by 4 May.\n`,
        `${description}\n> ${long} by 4 May.\n`,
        `${description}\n| What | When |\n| --- | --- |\n| ${long} | 4 May |\n`,
        `${description}\n${long.replaceAll(' ', '\n')}\nby 4 May.\n`,
        `${description}\n[your one two three four five six seven eight nine]\n`
      ])
        for (const profile of profiles) fits(tell(source, profile))
    })
  })

  describe('Of any text at all', function () {
    this.timeout(60_000)

    const fragments = [
      '# A shelf for the library',
      '## Drawbacks',
      '## Plan',
      '## What we ask',
      'Title over two\nlines\n===',
      '**Next steps:**',
      'None.',
      'TBD',
      'It is hard, and we may fail. Costs: £40 or 3 hours a week by 4 May 2031.',
      'We ask the **choir** to vote by Friday, and the board to pay €50.',
      'Could you, please, tell us what you think?',
      '- [ ] **Ask 1, ⟨whom⟩:** ⟨do what⟩, ⟨hours a week⟩, until ⟨date⟩',
      '- [x] ~~Bring a chair~~ (Sam, 12 May)',
      '1. The joiner saws,\n   - the clerk prints,\n   - everybody helps with a very long list of things to do',
      '> We considered a box. > It was rejected because it leaks.',
      '| What | Who | When |\n| --- | :-: | --- |\n| A long cell with more words than eight in it | [name] | 4 May |\n| | | |',
      '| Status | Accepted |\n| --- | --- |\n| x | y |',
      '```markdown\n<!-- buy-in-disable -->\n```',
      '<!-- buy-in-disable require-motive -->',
      '<!-- buy-in-disable -->',
      '<!-- buy-in-enable -->',
      '---',
      '---\nbuy-in: rfc\nstatus: draft\n---',
      '---\nbroken: [\n---',
      '👩🏽‍🔬 The 🐝 team would 👍 it, because we need 🍯.',
      '図書館に棚を置きます。',
      '[^1]: A note about the risks, with 2 FTE.',
      '<details>\n<summary>More</summary>\n\nWe propose a pilot.\n\n</details>',
      '[link]( <a b> "XX")',
      '\\*not bold\\* &amp; &#0; `code TBD`',
      '\t indented ⟨code⟩',
      '⟨⟩ ⟨ ⟩ [your one two three four five six seven eight nine ten]',
      '\u2028\u0085\u00A0',
      ' '
    ]
    const anything = fc.oneof(
      fc.string({unit: 'binary', maxLength: 200}),
      fc.string({unit: 'grapheme', maxLength: 200}),
      fc.string({unit: fc.constantFrom(...'#*_-|>`~[]()<>!\\\n\r\t :⟨⟩1a.'), maxLength: 80})
    )
    const markdown = fc
      .record({
        mark: fc.constantFrom('', '\uFEFF'),
        eol: fc.constantFrom('\n', '\r\n', '\r'),
        gap: fc.constantFrom(1, 2),
        parts: fc.array(fc.oneof({weight: 9, arbitrary: fc.constantFrom(...fragments)}, anything), {
          maxLength: 8
        })
      })
      .map(({mark, eol, gap, parts}) => mark + parts.join('\n'.repeat(gap)).replaceAll('\n', eol))
    const source = fc.oneof(anything, {weight: 3, arbitrary: markdown})
    const settings = fc.dictionary(
      fc.constantFrom(...rules.map(({id}) => id)),
      fc.constantFrom(...severities),
      {maxKeys: 4}
    )
    const always = (judge: (told: Told) => void) =>
      fc.assert(
        fc.property(
          source,
          fc.constantFrom(...profiles),
          settings,
          fc.boolean(),
          (text, profile, set, unsaved) => judge(tell(text, profile, set, unsaved))
        ),
        {numRuns: 300}
      )

    it('nothing is thrown, and every finding lies inside the text, in its order', () => {
      always(({text, findings}) => {
        for (const [index, {span, severity, message}] of findings.entries()) {
          assert(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span))
          assert(span.start >= (findings[index - 1]?.span.start ?? 0))
          assert(severities.includes(severity))
          assert.notEqual(message, '')
        }
      })
    })

    it('something is underlined unless nothing is written', () => {
      always((told) => {
        for (const finding of told.findings)
          if (finding.span.start === finding.span.end) assert.equal(finding.span.end, 0)
          else assert.match(underlined(told, finding), /\S/)
      })
    })

    it('at most eight words are underlined, within one line', () => {
      always((told) => {
        for (const finding of told.findings) {
          assert(underlined(told, finding).trim().split(/\s+/).length <= 8, underlined(told, finding))
          assert.doesNotMatch(underlined(told, finding), /[\r\n]/)
        }
      })
    })

    it('no two shown ones overlap, and each finding is shown once or waits', () => {
      always(({findings, shown}) => {
        for (const [index, {findings: together}] of shown.entries()) {
          const end = Math.max(
            ...shown.slice(0, index).flatMap((one) => one.findings.map(({span}) => span.end))
          )
          for (const {span} of together) assert(span.start >= end || index === 0, `${span.start} < ${end}`)
        }
        const all = [...shown.flatMap((one) => one.findings), ...waitingOf(findings, shown)]
        assert.equal(all.length, findings.length)
        assert.deepEqual(new Set(all), new Set(findings))
      })
    })

    it('at most five warnings are shown, and at most two within forty lines', () => {
      const lines = fc.array(
        fc.constantFrom('## Plan for ⟨what⟩', 'It costs [amount].', 'TBD', '', '\n'.repeat(15), 'Words.'),
        {maxLength: 60}
      )
      fc.assert(
        fc.property(lines, (some) => {
          const {text, shown} = tell(`${description}\n${some.join('\n\n')}`)
          const at = shown
            .filter(({severity}) => severity === 'warning')
            .map(({findings: [{span}]}) => text.slice(0, span.start).split('\n').length)
          assert(at.length <= 5)
          at.forEach((line, index) => {
            assert((at[index + 2] ?? Number.POSITIVE_INFINITY) - line >= 40, `${at}`)
          })
          assert(shown.length <= 8)
        }),
        {numRuns: 60}
      )
    })

    it('a rule that is off is silent, and the same text has the same findings', () => {
      fc.assert(
        fc.property(source, fc.constantFrom(...profiles), settings, (text, profile, set) => {
          const told = ids(text, profile, set)
          for (const id of told) assert.notEqual(set[id], 'off')
          assert.deepEqual(ids(text, profile, set), told)
        }),
        {numRuns: 100}
      )
    })
  })
})
