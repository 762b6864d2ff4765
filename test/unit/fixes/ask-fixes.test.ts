import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {asRequest} from '../../../src/fixes/ask-well/as-request.ts'
import {fillVague} from '../../../src/fixes/ask-well/fill-vague.ts'
import {openQuestion} from '../../../src/fixes/ask-well/open-question.ts'
import {askDirectly, askHowTheyFit} from '../../../src/fixes/ask-well/own-ask.ts'
import {apply, type Fix, plain, snippets} from '../../../src/fixes/fix.ts'
import {askFixes} from '../../../src/fixes/fixes.ts'
import {recordAnswer} from '../../../src/fixes/record-answer.ts'

const start = {start: 0, end: 0}
const titled = (text: string, title: string, at = 0): Fix | undefined => {
  const proposal = analyze(text)
  const ask = proposal.asks[at]
  return ask && askFixes(proposal, ask.span).find((fix) => fix.title.startsWith(title))
}
const done = (text: string, title: string) => {
  const fix = titled(text, title)
  return fix && apply(text, fix.edits)
}
const asksIn = (text: string) => text.split('\n').filter((line) => /^[-*+] \[ \] \*\*Ask/.test(line))

describe('Splitting an ask at its decision points', () => {
  const grant = [
    '# Open Grant Proposal: Tide tables',
    '',
    '## Plan',
    '',
    '| Milestone | Hours | Cost |',
    '| --- | --- | --- |',
    '| Survey of harbours - visits and calls | 16 | €1,180.00 |',
    '| Tide model | 40 | €2,950.00 |',
    '| Field test | 24 | €1,770.00 |',
    '| **Total** |  | **€5,900.00** |',
    '',
    '## Total Budget Requested',
    '',
    '€5,900 EUR',
    ''
  ].join('\n')

  it('shows the sums where an amount is split at its priced milestones, and leaves the table as it is', () => {
    const result = done(grant, 'Split') ?? ''
    assert(result.startsWith(grant.trimEnd()))
    assert.deepEqual(asksIn(result), [
      '- [ ] **Ask 1, ⟨funder⟩:** survey of harbours: 16 h, €1,180, by ⟨date⟩',
      '- [ ] **Ask 2, ⟨funder⟩:** tide model: 40 h, €2,950, by ⟨date⟩; decided after survey of harbours',
      '- [ ] **Ask 3, ⟨funder⟩:** field test: 24 h, €1,770, by ⟨date⟩; decided after tide model (sum: 80 h, €5,900 EUR, as requested)'
    ])
  })

  it('says why it will not, where the priced parts are not what is asked for', () => {
    const fix = titled(grant.replace('€5,900 EUR', '€9,000 EUR'), 'Split')
    assert.deepEqual(fix?.edits, [])
    assert.equal(fix?.disabled, 'The priced parts add up to €5,900, not to the €9,000 EUR that is asked for.')
  })

  it('leaves no half of a bold word and no preposition behind', () => {
    const clauses =
      '# Lamps\n\nWe ask the council to **review** this plan and choose the lamp that suits the pier.\n'
    assert.match(asksIn(done(clauses, 'Split') ?? '')[0] ?? '', /review this plan/)
    const list = [
      '# Lamps',
      '',
      'We ask the council to:',
      '',
      '- explore the ways by which the other three harbours of the bay can pay for a part of the lamps',
      '- light the pier',
      '- mend the rail',
      ''
    ].join('\n')
    const parts = asksIn(done(list, 'Split') ?? '')
    assert(parts.length > 1)
    assert.doesNotMatch(parts.join('\n'), / by[,;]/)
  })

  it('leaves what a step is for with the step', () => {
    const text =
      '# Lamps\n\nWe ask the council to write to the harbour office, to set up a visit to the pier.\n'
    assert(titled(text, 'Split')?.disabled)
  })

  it('asks each team of a table by itself, but not the authors', () => {
    const text = [
      '# Faster ferries',
      '',
      '| Task | Owner |',
      '| --- | --- |',
      '| Build the model | @harbour-wg |',
      '',
      '## Team asks',
      '',
      '| Team | Support level | Notes |',
      '| --- | --- | --- |',
      '| [harbour-wg] | Large | Implementation |',
      '| [pilots] | Small | Reviews |',
      '| [council] | Medium | Decision on the timetable |',
      ''
    ].join('\n')
    const result = done(text, 'Split') ?? ''
    assert.deepEqual(asksIn(result), [
      '- [ ] **Ask 1, pilots (Small):** reviews; ⟨reviews or hours a week⟩ until ⟨month⟩',
      '- [ ] **Ask 2, council (Medium):** decision on the timetable; ⟨reviews or hours a week⟩ until ⟨month⟩'
    ])
  })

  it('takes what the milestones say of days, hours and people, and tells two currencies apart', () => {
    const milestone = (number: number, title: string, price: string, lines: string[]) =>
      [`### Milestone ${number}: ${title}`, '', ...lines, `- **Costs:** ${price}`, ''].join('\n')
    const text = [
      '# Open Grant Proposal: Tide tables\n\n## Plan\n',
      milestone(1, 'Survey', '600 DAI', ['- **Estimated duration:** 2 month', '- **FTE:** 1.5']),
      milestone(2, 'Model', '900 DAI', ['- **Expected days:** 14', '- **FTE:** 2']),
      '## Total Budget Requested\n\n$1,500 in all\n'
    ].join('\n')
    assert.deepEqual(asksIn(done(text, 'Split') ?? ''), [
      '- [ ] **Ask 1, ⟨funder⟩:** milestone 1: Survey: 600 DAI, 1.5 FTE, 2 months',
      '- [ ] **Ask 2, ⟨funder⟩:** milestone 2: Model: 900 DAI, 2 FTE, 14 days; decided after milestone 1 (sum: 1,500 DAI, for the $1,500 requested)'
    ])
  })

  it('tells the weeks of phases that are asked for together', () => {
    const phases = ['Week 1', 'Week 2', 'Week 3-4', 'Week 5', 'Week 6'].map(
      (week, index) => `### Phase ${'ABCDE'[index]} | ${week} | $1,000\n\nWork.\n`
    )
    const text = `# Open Grant Proposal: Tides\n\n## Plan\n\n${phases.join('\n')}\n## Total Budget Requested\n\n$5,000\n`
    const times = asksIn(done(text, 'Split') ?? '').map((line) => /in weeks? [\d–]+/.exec(line)?.[0])
    assert.deepEqual(times, ['in week 1', 'in weeks 2–4', 'in weeks 5–6'])
  })

  it('keeps the quarters that a sum is for', () => {
    const text =
      '# Open Grant Proposal: Tides\n\nWe request $900 for the costs of Q3 & Q4 2031.\n\n| Kind | Cost |\n| - | - |\n| Boats | $600 |\n| Travel | $300 |\n'
    for (const line of asksIn(done(text, 'Split') ?? '')) assert.match(line, /, for Q3 & Q4 2031/)
  })

  it('names teams as one says them, and what a note adds to a task', () => {
    const text = [
      '# Faster ferries',
      '',
      '## Ownership and team asks',
      '',
      '| Task | Owner(s) or team(s) | Notes |',
      '| --- | --- | --- |',
      '| Discussion and moral support | ![Team][] [pilots], [harbour] | |',
      '| Standard reviews | ![Team][] [harbour] | In progress |',
      '| Org decision | ![Team][] [council] | approve a third pier |',
      ''
    ].join('\n')
    assert.deepEqual(asksIn(done(text, 'Split') ?? ''), [
      '- [ ] **Ask 1, pilots and harbour:** discussion and moral support, by ⟨month⟩',
      '- [ ] **Ask 2, harbour:** standard reviews, by ⟨month⟩',
      '- [ ] **Ask 3, council:** org decision (approve a third pier), by ⟨month⟩'
    ])
  })

  it('writes a verb small, also before a name, and a label as the text writes it', () => {
    const text =
      'We ask the board to:\n\n- Revoke Ms Okafor’s ban from the night watch\n- Open the gate of the yard\n- Mend the stove in the hut\n- Call the ferry at night\n'
    assert(asksIn(done(text, 'Split') ?? '').some((line) => line.includes(':** revoke Ms Okafor’s ban from')))
  })

  it('looks back after the first weeks of what lasts for months', () => {
    assert.deepEqual(
      asksIn(
        done('We ask the sailing club to maintain the buoys, 3 hours a week, for two quarters.\n', 'Split') ??
          ''
      ),
      [
        '- [ ] **Ask 1, sailing club:** maintain the buoys, 3 hours a week, for the first four weeks',
        '- [ ] **Ask 2, sailing club:** the same for the rest of the two quarters; decided after ⟨what the first four weeks show⟩'
      ]
    )
  })

  const one = {
    'We ask the board to approve bread and butter for the feast.\n': /^It asks for one thing/,
    'We ask the board to:\n\n- open the hall\n- light the stove\n': /^Its items can each be answered/,
    '# T\n\n## Total budget requested\n\nTotal: $30,000\n': /^The document does not say what parts/
  }
  for (const [text, reason] of Object.entries(one)) {
    it(`is declined, with the reason: ${JSON.stringify(text)}`, () => {
      const fix = titled(text, 'Split')
      assert.deepEqual(fix?.edits, [])
      assert.match(fix?.disabled ?? '', reason)
    })
  }

  const verbs = ['fund', 'review', 'approve', 'maintain', 'support', 'provide']
  const thing = fc.constantFrom(
    'the $20,000 roof',
    'a {left} wing',
    'the C:\\ drive',
    'our `pump` house',
    'the new quay'
  )
  const task = fc.tuple(fc.constantFrom(...verbs), thing).map((words) => words.join(' '))

  it('loses no word, whatever is asked for; amounts, braces and backslashes come out as they went in', () => {
    fc.assert(
      fc.property(fc.array(task, {minLength: 3, maxLength: 12}), fc.boolean(), (tasks, listed) => {
        const text = listed
          ? `We ask the board to:\n\n${tasks.map((one) => `- ${one}`).join('\n')}\n`
          : `We ask the board to ${tasks.slice(0, -1).join(', ')} and ${tasks.at(-1)} by 3 June.\n`
        const fix = titled(text, 'Split')
        assert(fix && fix.disabled === undefined)
        const result = apply(text, fix.edits)
        assert(result.startsWith(text.trimEnd()))
        const made = asksIn(result)
        assert(made.length >= 2 && made.length <= 4)
        for (const one of tasks)
          assert(
            made.some((line) => line.includes(one)),
            `${one} is lost`
          )
        const expanded = snippets(fix.edits).map(({snippet}) =>
          snippet.replace(/(?<!\\)\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1')
        )
        assert.deepEqual(
          expanded,
          fix.edits.map(({content}) => plain(content))
        )
      }),
      {numRuns: 30}
    )
  })
})

describe('Sweetening an ask', () => {
  const sweetened = (text: string, title: string) => done(text, `Offer a ${title}`)

  it('halves hours, and takes the lower end of a range', () => {
    const ask = (effort: string) => `We ask the club to mend the boats, ${effort}.\n`
    assert.match(sweetened(ask('6 hours a week'), 'smaller') ?? '', /3 hours a week to start with/)
    assert.match(
      sweetened(ask('2-4 hours a week'), 'smaller') ?? '',
      /too much, 2 hours a week to start with/
    )
  })

  it('shortens a long time frame to four weeks', () => {
    assert.match(
      sweetened('We ask the club to mend the boats for two quarters.\n', 'shorter') ?? '',
      /try it for four weeks first; then we decide together/
    )
  })

  it('makes an amount smaller only by what the document prices', () => {
    const text = (plan: string) => `# Quay\n\n${plan}## Total budget requested\n\nTotal: $3,000\n`
    assert.match(sweetened(text(''), 'smaller') ?? '', /⟨a smaller part, with its price⟩ alone/)
    assert.match(
      sweetened(text('- Survey: $1,000\n- Planks: $2,000\n\n'), 'smaller') ?? '',
      /the first part \(Survey, \$1,000\) alone/
    )
  })

  it('offers no part of a salary', () => {
    assert.equal(sweetened('We ask the board to fund a salary of $60,000 a year.\n', 'smaller'), undefined)
  })
})

describe('Asking well', () => {
  const rewritten = (
    fix: (proposal: ReturnType<typeof analyze>, span: typeof start) => Fix | undefined,
    text: string
  ) => {
    const found = fix(analyze(text), start)
    return found && apply(text, found.edits)
  }
  const cases: readonly [typeof askDirectly, string, string | undefined][] = [
    [
      askDirectly,
      'Someone should review the `tide` table.',
      '⟨whom⟩, could you review the `tide` table by ⟨date⟩?'
    ],
    [
      askDirectly,
      'It would be great if somebody could write the page.',
      '⟨whom⟩, could you write the page by ⟨date⟩?'
    ],
    [askDirectly, 'The club reviews the table.', undefined],
    [
      askHowTheyFit,
      'It would be great if this were done.',
      'It would be great if this were done. How do you see yourself fitting in, ⟨whom⟩?'
    ],
    [openQuestion, 'Do you agree with the schedule?', 'How do you see the schedule playing out?'],
    [openQuestion, 'Is the plan realistic?', 'What problems do you see with the plan?'],
    [
      openQuestion,
      'Should we close the harbour?',
      'What would speak for and against it if we close the harbour?'
    ],
    [openQuestion, 'Are there any risks in the **new** quay?', 'What risks in the **new** quay do you see?'],
    [openQuestion, 'How do you see this playing out?', undefined],
    [
      fillVague,
      'We ask you to spend a few hours on it ASAP.',
      'We ask you to spend ⟨how many hours a week⟩ on it by ⟨date⟩.'
    ],
    [fillVague, 'We ask you to spend 3 hours on it by 3 May.', undefined],
    [asRequest, 'You must review the plan.', 'Could you review the plan?'],
    [asRequest, 'The harbour board must approve the plan.', 'We ask the harbour board to approve the plan.'],
    [asRequest, 'We demand an end to the noise.', 'We ask for an end to the noise.'],
    [asRequest, 'The server must accept the token.', undefined]
  ]
  for (const [fix, before, after] of cases)
    it(`${fix.name}: ${before}`, () => assert.equal(rewritten(fix, before), after))
})

describe('Recording an answer', () => {
  const recorded = (text: string, title: string) => {
    const proposal = analyze(text)
    const at = text.indexOf('sing')
    const fix = recordAnswer(proposal, {start: at, end: at}).find((one) => one.title === title)
    return fix && apply(text, fix.edits)
  }
  const answer = (text: string | undefined) =>
    (text ?? '').replace('⟨who⟩', 'Ada').replace('⟨date⟩', '12 May')
  const texts = [
    '- [ ] **Ask 1, choir:** sing at the opening, until 3 July\n',
    '* We ask the choir to sing at the opening\n* More.\n',
    'We ask the choir to:\n\n- sing at the opening\n- bring the scores\n'
  ]
  for (const text of texts) {
    it(`is read back as it was written: ${JSON.stringify(text)}`, () => {
      for (const [title, state] of [
        ['Record: agreed', 'agreed'],
        ['Record: declined', 'declined']
      ]) {
        const result = recorded(text, title ?? '')
        assert(result)
        const open = analyze(result).asks.find(({words}) => words.includes('sing'))
        assert.equal(open?.answer.state, state, `unfilled: ${result}`)
        assert.equal(open?.answer.by, undefined)
        const filled = analyze(answer(result)).asks.find(({words}) => words.includes('sing'))
        assert.equal(filled?.answer.state, state)
        assert.equal(filled?.answer.by?.words, 'Ada, 12 May')
        assert.match(filled?.work?.words ?? '', /sing at the opening$/)
        assert.equal(filled?.whom?.words.replace('the ', ''), 'choir')
      }
    })
  }

  it('leaves the other items of a list open', () => {
    const result = answer(recorded(texts[2] ?? '', 'Record: agreed'))
    const open = analyze(result).asks.find(({answer}) => answer.state === 'open')
    assert.deepEqual(
      open?.items.map(({words}) => words),
      ['bring the scores']
    )
  })

  it('is not offered where an answer stands', () => {
    const text = '- [x] **Ask 1, choir:** sing (Ada, 12 May)\n'
    assert.equal(recorded(text, 'Record: agreed'), undefined)
  })
})
