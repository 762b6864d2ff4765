import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import type {Ask} from '../../../src/analysis/proposal.ts'

const slots = ({whom, work, timeframe, effort, resources}: Ask) => ({
  whom: whom?.words,
  work: work?.words,
  timeframe: timeframe?.words,
  effort: effort?.words,
  resources: resources?.words
})
const asksOf = (text: string) => analyze(text).asks

describe('Asks', () => {
  it('know whom, what, by when and how much, as it stands in the text', () => {
    const [ask] = asksOf('We ask the platform team to review the design by 12 May, about 2 hours a week.')
    assert(ask)
    assert.deepEqual(slots(ask), {
      whom: 'the platform team',
      work: 'review the design',
      timeframe: '12 May',
      effort: '2 hours a week',
      resources: undefined
    })
  })

  it('have null slots for what is not said', () => {
    const [ask] = asksOf('We ask the council to open the hall.')
    assert(ask)
    assert.deepEqual(slots(ask), {
      whom: 'the council',
      work: 'open the hall',
      timeframe: undefined,
      effort: undefined,
      resources: undefined
    })
  })

  it('keep an amount that the work itself is about', () => {
    const [ask] = asksOf(
      'We ask the board to pay $20,000 for the roof, mend the gutter and paint the door by 3 June.'
    )
    assert.equal(ask?.work?.words, 'pay $20,000 for the roof, mend the gutter and paint the door')
    assert.equal(ask?.resources?.words, '$20,000')
    assert.equal(ask?.timeframe?.words, '3 June')
  })

  it('span the items that spell them out', () => {
    const [ask, ...others] = asksOf(
      'We urge the ministry to:\n\n1. Open the archive.\n2. Publish the list.\n'
    )
    assert.deepEqual(
      ask?.items.map(({words}) => words),
      ['Open the archive.', 'Publish the list.']
    )
    assert.deepEqual(others, [])
  })

  it('name the person that a letter speaks to', () => {
    const [ask] = asksOf(
      'Dear Headmistress,\n\nThe garden is dry.\n\nCould you lend us the pump until Friday?\n'
    )
    assert.equal(ask?.whom?.words, 'Headmistress')
  })

  it('read the rows of a table of asks', () => {
    const asks = asksOf(
      '# Goal\n\n## Team asks\n\n| Team | Notes |\n| --- | --- |\n| kitchen | taste the soup |\n| hall | |\n'
    )
    assert.deepEqual(
      asks.map(slots).map(({whom, work}) => [whom, work]),
      [
        ['kitchen', 'taste the soup'],
        ['hall', undefined]
      ]
    )
  })

  it('read Buy-In’s own notation, and the answer to it', () => {
    const [agreed, open, declined] = asksOf(
      [
        '- [x] **Ask 1, choir:** sing at the opening, 2 hours a week, until 3 July (Ada, 12 May)',
        '- [ ] **Ask 2, ⟨whom⟩:** print the leaflets',
        '- [ ] ~~**Ask 3, band:** play at night~~'
      ].join('\n')
    )
    assert(agreed && open && declined)
    assert.deepEqual(slots(agreed), {
      whom: 'choir',
      work: 'sing at the opening',
      timeframe: '3 July',
      effort: '2 hours a week',
      resources: undefined
    })
    assert.deepEqual([agreed.answer.state, agreed.answer.by?.words], ['agreed', 'Ada, 12 May'])
    assert.deepEqual([open.whom, open.answer.state], [undefined, 'open'])
    assert.equal(declined.answer.state, 'declined')
  })

  const none = [
    'We propose to paint the hall.',
    'Clients MUST ask the server for a token.',
    'She said: “Could you close the door?”',
    'Questions like "can you explain the plan?" are welcome.',
    'We will build the shed and paint it.',
    '```\nplease review the design\n```',
    '<!-- We ask the author to fill this in. -->'
  ]
  for (const text of none)
    it(`are not read into: ${text.split('\n').join(' ')}`, () => assert.deepEqual(asksOf(text), []))
})

describe('Asks of a careful reading', () => {
  it('are made by the heading over a sum, for what the document is called', () => {
    const [ask, ...others] = asksOf(
      '# Open Grant Proposal: Tide tables\n\n**Prepared for:** Harbour board\n\n## Total budget requested\n\n- Survey: $1,000\n- Total: $3,000\n'
    )
    assert(ask)
    assert.deepEqual(slots(ask), {
      whom: 'Harbour board',
      work: 'Tide tables',
      timeframe: undefined,
      effort: undefined,
      resources: '$3,000'
    })
    assert.deepEqual(others, [])
  })

  it('leave out what the authors do themselves, and what is done', () => {
    const asks = asksOf(
      [
        '# Goal',
        '',
        '| Task | Owner |',
        '| --- | --- |',
        '| Dig | @diggers |',
        '',
        '## Team asks',
        '',
        '| Team | Support level | Notes |',
        '| --- | --- | --- |',
        '| [diggers] | Large | Implementation |',
        '| [pilots] | Small | Reviews |',
        '| [cooks] | Small | Done |',
        ''
      ].join('\n')
    )
    assert.deepEqual(
      asks.map(({whom, effort}) => [whom?.words, effort?.words]),
      [['pilots', 'Small']]
    )
  })

  it('name each addressee of a labelled list', () => {
    const asks = asksOf(
      'We ask for the following activities from the teams:\n\n- Cooks:\n  - taste the soup\n  - set the table\n- Pilots:\n  - moor the boat\n'
    )
    assert.deepEqual(
      asks.map(({whom, items}) => [whom?.words, items.map(({words}) => words)]),
      [
        ['Cooks', ['taste the soup', 'set the table']],
        ['Pilots', ['moor the boat']]
      ]
    )
  })

  it('name who decides by the front matter', () => {
    const [ask] = asksOf(
      '---\nteams:\n  - harbour\n  - ferry\n---\n\n# Quay\n\nThe intent is to approve this design as it stands.\n'
    )
    assert.deepEqual(ask && [ask.whom?.words, ask.work?.words], [
      'harbour, ferry',
      'approve this design as it stands'
    ])
  })

  it('take hours for effort, and what is over for no time frame', () => {
    const [ask] = asksOf('We ask the pilots to give us 2 hours, as they did several days ago.')
    assert.deepEqual([ask?.effort?.words, ask?.timeframe], ['2 hours', undefined])
  })

  it('read the answers to the tasks of a list', () => {
    const asks = asksOf(
      'We ask the club to:\n\n- [x] open the hall (Ada, 12 May)\n- [ ] ~~light the stove~~ (Kim, 13 May)\n- sweep the floor\n'
    )
    assert.deepEqual(
      asks.map(({work, items, answer}) => [
        work?.words ?? items.map(({words}) => words),
        answer.state,
        answer.by?.words
      ]),
      [
        [['sweep the floor'], 'open', undefined],
        ['open the hall', 'agreed', 'Ada, 12 May'],
        ['light the stove', 'declined', 'Kim, 13 May']
      ]
    )
  })

  it('keep what stands in brackets whole', () => {
    const [ask] = asksOf('We ask the archive to send us the list (with titles and years).')
    assert(ask)
    assert.equal(slots(ask).work, 'send us the list (with titles and years)')
  })

  it('are not read into the columns of a table that is asked for', () => {
    const [ask, ...more] = asksOf(
      '# Films\n\nWe ask the archive to send us a table with the following columns:\n\n- `title`\n- `year`\n'
    )
    assert(ask)
    assert.deepEqual([ask.items, more], [[], []])
    assert.match(slots(ask).work ?? '', /send us a table/)
  })

  it('are made by the row of a table, and by a field, that names the sum', () => {
    const row =
      '# Lamps\n\n## Budget\n\n| what | cost |\n| - | - |\n| lamps | $70 |\n| Total requested | $90 |\n'
    const field = '# Lamps\n\n**Proposer**: Ada\n\n**Requested funds**: 100 000 ARB\n'
    for (const [text, sum] of [
      [row, '$90'],
      [field, '100 000 ARB']
    ] as const) {
      const [ask, ...more] = asksOf(text)
      assert(ask)
      assert.deepEqual([slots(ask).resources, more], [sum, []])
      assert.notEqual(slots(ask).work, sum)
    }
  })

  it('are made as letters, petitions and calls for sponsors make them', () => {
    for (const [text, whom, work] of [
      ['I’d love if our company could send me to the fair.', 'our company', 'send me to the fair'],
      [
        'It is therefore recommended that the Ministry of Parks consider a trial of this bench.',
        'the Ministry of Parks',
        'consider a trial of this bench'
      ],
      [
        'Drop us an email if you would like to sponsor a hive.',
        undefined,
        'Drop us an email if you would like to sponsor a hive'
      ],
      ['Funding request: $900 for two hives.', undefined, '$900 for two hives'],
      ['We explicitly invite the other clubs to propose dates.', 'the other clubs', 'propose dates']
    ] as const) {
      const [ask] = asksOf(`# Bees\n\n${text}\n`)
      assert(ask, text)
      assert.deepEqual([slots(ask).whom, slots(ask).work], [whom, work])
    }
  })

  it('say what a sum is for where the sentence says it', () => {
    const [ask, ...more] = asksOf(
      '# Application: Lamps\n\n## Budget request\n\nWe are requesting a total of $900 to light the pier.\n'
    )
    assert(ask)
    assert.match(slots(ask).work ?? '', /light the pier/)
    assert.deepEqual([slots(ask).resources, more], ['$900', []])
  })

  it('name a sum once, where a field repeats what a sentence asks for', () => {
    const [ask, ...more] = asksOf(
      '# Lamps\n\nThis proposal requests a grant of $5,000 to light the pier.\n\n## Cost\n\nTotal funding request: $5,000\n'
    )
    assert(ask)
    assert.match(ask.words, /light the pier/)
    assert.deepEqual(more, [])
    const twice = '# Lamps\n\nFunding request: $5,000\n\n## Cost\n\nTotal funding request: $5,000\n'
    assert.equal(asksOf(twice).length, 1)
  })

  it('are read without the signs of an escape', () => {
    const [ask] = asksOf('We ask the archive to rename list\\_a to list\\_b.')
    assert(ask)
    assert.equal(slots(ask).work, 'rename list_a to list_b')
  })

  it('know whom by the heading, the label or the title above them, and by the rest of the text', () => {
    for (const [text, whom, work] of [
      ['## How can the harbour help?\n\nLend us two ladders.', 'the harbour', 'Lend us two ladders'],
      [
        '## How you can help\n\n- Hall sponsors. Contribute a lamp every month.',
        'Hall sponsors',
        'Contribute a lamp every month'
      ],
      [
        'We ask that the food sponsor provide bread and cheese.',
        'the food sponsor',
        'provide bread and cheese'
      ],
      ['We request a commitment from our tutors to run a class within a year.', 'our tutors', 'run a class'],
      ['We encourage all plans with wood and glass to apply.', 'all plans with wood and glass', 'apply'],
      [
        'Lumio can not look away and must take actions:\n\n1. Close the office\n2. Cancel all licenses\n',
        'Lumio',
        undefined
      ]
    ] as const) {
      const [ask] = asksOf(`# The office must close\n\n${text}\n`)
      assert(ask, text)
      assert.deepEqual([slots(ask).whom, slots(ask).work], [whom, work])
    }
    const client = asksOf(
      '# Tea House — Client Proposal\n\n## Your responsibilities\n\n- Provide access to the till.\n'
    )
    assert.equal(client[0]?.whom?.words, 'Tea House')
    const [, sum] = asksOf(
      '# Lamps\n\nWe ask for funding from the Harbour Fund to light the pier.\n\n## Budget\n\nRequested grant amount: $900\n'
    )
    assert.equal(sum?.whom?.words, 'the Harbour Fund')
  })

  it('take no date of the sentences after them that tell of something else', () => {
    const [ask] = asksOf(
      'We ask all students to gather in groups. Each group should then hold a class of its own no later than 1 April 2031.'
    )
    assert.equal(ask?.timeframe, undefined)
    const [other] = asksOf('We ask the crew to paint the racks. This will take 3 hours a week until 4 May.')
    assert.deepEqual([other?.effort?.words, other?.timeframe?.words], ['3 hours a week', '4 May'])
  })

  it('are none where a question is out to learn something', () => {
    assert.deepEqual(asksOf('How do pupils learn about lamps? Can you use lamps to teach them to read?'), [])
  })
})
