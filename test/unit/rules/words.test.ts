import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import type {Profile} from '../../../src/analysis/proposal.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {defaultThresholds} from '../../../src/rules/thresholds.ts'
import {description} from './documents.ts'

/** What a rule underlines in a memo, after a page of description. */
function heard(rule: string, words: string, profile: Profile = 'memo'): string[] {
  const proposal = analyze(`${description}\n${words}\n`, {profile})
  return findingsOf(proposal, {[rule]: 'warning'})
    .filter((finding) => finding.rule.id === rule)
    .map(({span}) => proposal.text.slice(span.start, span.end))
}

const said: Readonly<Record<string, string>> = {
  'no-vague-commitment': 'We ask the caretaker to open the door as soon as possible.',
  'no-ownerless-ask': 'Someone should paint the racks.',
  'no-closed-question': 'Are there any objections?',
  'no-demanding-language': 'You must approve the shelf.',
  'no-dismissive-language': 'No sane person is against a shelf.',
  'no-unanswered-objection': '## Doubts\n\nSome may object that the lids are ugly.'
}

describe('Rules about words', () => {
  for (const [rule, words] of Object.entries(said)) {
    describe(rule, () => {
      it('speaks of the author’s own words', () => {
        assert.equal(heard(rule, words).length, 1)
      })

      it('leaves alone what is quoted, shown as code, commented out or struck out', () => {
        for (const foreign of [
          `> ${words.replace(/^## .*\n\n/, '')}`,
          `\`\`\`text\n${words}\n\`\`\``,
          `<!-- ${words} -->`,
          `The old letter said: “${words.replace(/^## .*\n\n/, '')}”`,
          `~~${words.replace(/^## .*\n\n/, '')}~~`
        ])
          assert.deepEqual(heard(rule, foreign), [], foreign)
      })
    })
  }

  const more: Readonly<Record<string, {told: readonly string[]; left: readonly string[]}>> = {
    'no-vague-commitment': {
      told: [
        'We ask the caretaker for timely answers.',
        'We ask the caretaker to answer in a timely manner.',
        'We will need help from Ines and Jonas to hang the racks.',
        'We ask the guild to contribute a fixed amount every month.',
        'We ask the guild for regular feedback on the racks.',
        'If you like the racks, we ask for your support.'
      ],
      left: [
        'We will send you timely answers.',
        'We ask the guild to contribute a fixed amount of £40 every month.',
        'We ask the caretaker for help from the crew, 3 hours a week, until 4 May.',
        'We ask the guild for your support letter by 4 May.',
        'We would love to hear from you. Please write to us about how you can get involved.'
      ]
    },
    'no-ownerless-ask': {
      told: [
        'Somebody needs to paint the racks.',
        'We need volunteers to paint the racks.',
        'The colour needs to be discussed.'
      ],
      left: [
        'When somebody needs to paint, the door is shut.',
        'We need someone who shows up on Mondays, and have found her.',
        'The colour has to be approved by the board.',
        'The lids need to be discussed in the same breath.'
      ]
    },
    'no-demanding-language': {
      told: [
        'The council must act.',
        'You can’t look away any longer.',
        'We urge you to take immediate action.',
        'We call for all demands to be met.'
      ],
      left: [
        'The lid must act as a shelf.',
        'The demands of the wood are met by oil.',
        'Bees cannot stand the smell, and the wall can stand by itself.'
      ]
    },
    'no-dismissive-language': {
      told: [
        'Instead of a pointless rule, we paint them.',
        'We hold the new rules to be misguided.',
        'It’s naive to think that nobody will notice.'
      ],
      left: [
        'I thought it pointless, and was wrong.',
        'It is easy to think of a better lid.',
        'The rules are clear to all.'
      ]
    }
  }
  for (const [rule, {told, left}] of Object.entries(more)) {
    for (const words of told) it(`${rule} hears “${words}”`, () => assert.equal(heard(rule, words).length, 1))
    for (const words of left)
      it(`${rule} leaves “${words}” alone`, () => assert.deepEqual(heard(rule, words), []))
  }

  it('says at most two hints of one kind', () => {
    const demands = 'You must approve it. '.repeat(5)
    assert.equal(heard('no-demanding-language', demands).length, 2)
  })

  it('leaves a form’s instructions and its empty questions alone', () => {
    const form = '## Notes\n\n*Please describe your team. You must sign this form; someone should read it.*'
    for (const rule of Object.keys(said)) assert.deepEqual(heard(rule, form), [], rule)
  })

  it('leaves “TBD” alone in a template’s question, and where others will have done it', () => {
    const rule = 'no-unfilled-placeholder'
    assert.deepEqual(heard(rule, 'What parts of the design are still TBD?\n\n- Accepted: TBD'), [])
    assert.deepEqual(heard(rule, '- Price: TBD'), ['TBD'])
  })

  describe('no-hollow-section', () => {
    const rule = 'no-hollow-section'

    it('speaks of a promise over nothing, a form’s text, “TBD” or “none”', () => {
      for (const body of [
        '',
        '<!-- Describe the risks. -->',
        'None.',
        'N/A',
        'To be decided.',
        'Why should we *not* do this?'
      ])
        assert.deepEqual(heard(rule, `## Risks\n\n${body}\n\n## Racks\n\nRed.`), ['Risks'], body)
    })

    it('takes “none” for an answer where it is one', () => {
      for (const title of ['Dependencies', 'Unresolved questions', 'Budget', 'Migration'])
        assert.deepEqual(heard(rule, `## ${title}\n\nNone.`), [], title)
    })

    it('takes code, a table, a picture and an answer in a block quote for content', () => {
      for (const body of [
        '```\nx\n```',
        '| a |\n| - |\n| b |',
        '![a plan](plan.png)',
        '> It may leak.',
        '1. It may leak.'
      ])
        assert.deepEqual(heard(rule, `## Risks\n\n${body}`), [], body)
    })
  })

  describe('no-oversized-ask', () => {
    const rule = 'no-oversized-ask'
    const ask = 'We ask the branch council to lend us the hall for two years.'

    it('counts weeks from the setting on', () => {
      const proposal = analyze(`${description}\n${ask}\n`, {profile: 'memo'})
      const told = (oversizedWeeks: number) =>
        findingsOf(proposal, {}, {...defaultThresholds, oversizedWeeks}).some(
          (finding) => finding.rule.id === rule
        )
      assert(told(104))
      assert(!told(105))
    })

    it('says which of its sizes is too large', () => {
      const proposal = analyze(`${description}\n${ask}\n`, {profile: 'memo'})
      const [finding] = findingsOf(proposal).filter((one) => one.rule.id === rule)
      assert.match(finding?.message ?? '', /104 weeks/)
    })
  })

  describe('no-oversized-ask, of parts', () => {
    const told = (words: string) => heard('no-oversized-ask', words)
    const parts = ['lend us the hall', 'buy the paint', 'print the list', 'ring the bell']

    it('counts the parts of a list that have no numbers to answer by', () => {
      const list = (mark: (at: number) => string) =>
        `We ask the branch council to:\n\n${parts.map((part, at) => `${mark(at)} ${part}`).join('\n')}`
      assert.equal(told(list(() => '-')).length, 1)
      assert.deepEqual(told(list((at) => `${at + 1}.`)), [])
    })

    it('hears a commitment without an end', () => {
      assert.equal(told('We ask the branch council to hire a full-time painter.').length, 1)
      assert.deepEqual(
        told('We ask the branch council to hire a full-time painter, at first for a trial.'),
        []
      )
    })
  })

  describe('require-decision', () => {
    it('says which half is missing', () => {
      const messages = (words: string) =>
        findingsOf(analyze(`${description}\n${words}\n`, {profile: 'memo'}))
          .filter(({rule}) => rule.id === 'require-decision')
          .map(({message}) => message)
      assert.match(messages('The library board decides.').join(), /by when/)
      assert.deepEqual(messages('Each member of the garden subcommittee has one vote on 4 June.'), [])
      assert.match(messages('A decision is needed by 4 June.').join(), /who decides/)
      assert.deepEqual(messages('The library board decides on 4 June.'), [])
      assert.deepEqual(messages('If the board decides to paint it, we wait.'), [], 'nothing is proposed')
      assert.match(messages('We ask the board to approve red.').join(), /by when/)
      assert.match(
        messages('We propose red. If the board decides to paint it, we wait.').join(),
        /Not told yet/
      )
    })
  })

  describe('What is handed in', () => {
    const text =
      '# Final Project Proposal\n\nOur robot mends the nets of the harbour, because they tear each week.\n'
    const ids = (set = {}) => findingsOf(analyze(text), set).map(({rule}) => rule.id)

    it('asks by being handed in, and misses no decider, date or price', () => {
      for (const id of [
        'ask',
        'decision',
        'dialog',
        'stakeholder',
        'effort',
        'resources',
        'timeframe',
        'progress'
      ])
        assert(!ids().includes(`require-${id}`), id)
      assert(ids().includes('require-downside'), 'what its readers look for is still told')
    })

    it('is told nonetheless what its author set', () =>
      assert(ids({'require-ask': 'warning'}).includes('require-ask')))
  })

  describe('An RFC in a community’s process', () => {
    const decision = (text: string) =>
      findingsOf(analyze(text, {profile: 'rfc'})).some(({rule}) => rule.id === 'require-decision')
    const body = '## Motivation\n\nReaders mistake 03/04 for 4 March.\n\n## Drawbacks\n\nOld files break.\n'

    it('needs no word on who decides', () => {
      assert(!decision(`# RFC 12: Months by name\n\n${body}`))
      assert(!decision(`# Months by name\n\n- RFC PR: https://example.org/pull/12\n\n${body}`))
      assert(!decision(`# Months by name\n\n${body}\n## Release Signoff Checklist\n\n- [ ] Tests\n`))
      assert(!decision(`---\nstage: initial\n---\n\n# Months by name\n\n${body}`))
    })

    it('needs no word on progress and on how to comment either, unless its author wants it', () => {
      for (const rule of ['require-progress', 'require-dialog']) {
        const told = (text: string, set = {}) =>
          findingsOf(analyze(text, {profile: 'rfc'}), set).some((finding) => finding.rule.id === rule)
        assert(!told(`# RFC 12: Months by name\n\n${body}`), rule)
        assert(told(`# RFC 12: Months by name\n\n${body}`, {[rule]: 'warning'}), rule)
        assert(told(`# Months by name\n\n${body}`), rule)
      }
    })

    it('is known by the sections that communities share, where nobody is asked to decide', () => {
      const text = `# Months by name\n\n## Proposal\n\nWe propose names.\n\n${body}`
      assert(!decision(text))
      assert(decision(`${text}\nWe ask the calendar team to approve it.\n`))
      const two = '# Months by name\n\n## Motivation\n\nReaders err.\n\n## Proposal\n\nWe propose names.\n'
      assert(!decision(two))
    })

    it('is known by its head', () => assert(decision(`# Months by name\n\nWe propose names.\n\n${body}`)))
  })

  describe('require-resources', () => {
    it('is content with an ask for things, and not with one for a word', () => {
      const told = (words: string) =>
        findingsOf(analyze(`${description}\n${words}\n`, {profile: 'memo'})).some(
          ({rule}) => rule.id === 'require-resources'
        )
      assert(!told('We ask the guild to lend us the small room until 4 May.'))
      assert(told('We ask the guild to agree to the racks by 4 May.'))
    })

    it('is not wanted of a memo that speaks of no money and asks for nobody’s approval', () => {
      const told = (words: string, set = {}) =>
        findingsOf(analyze(`${description}\n${words}\n`, {profile: 'memo'}), set).some(
          ({rule}) => rule.id === 'require-resources'
        )
      assert(!told('We ask the guild for comments on the racks by 4 May.'))
      assert(told('We ask the guild for comments on the racks by 4 May.', {'require-resources': 'warning'}))
    })
  })

  describe('no-ownerless-ask', () => {
    it('leaves a call for volunteers alone', () => {
      const isTold = (title: string) =>
        findingsOf(analyze(`${title}\n\n${description}\nWe need someone to hang the racks.\n`)).some(
          ({rule}) => rule.id === 'no-ownerless-ask'
        )
      assert.deepEqual([isTold('# Volunteer with us'), isTold('# A tool shelf')], [false, true])
    })
  })

  describe('require-objection', () => {
    it('is not wanted of a call for volunteers, and is of a petition', () => {
      const isTold = (title: string) =>
        findingsOf(analyze(`${title}\n\n${description}\nPlease join us on Sundays.\n`)).some(
          ({rule}) => rule.id === 'require-objection'
        )
      assert.deepEqual([isTold('# Volunteer with us'), isTold('# Petition for a tool shelf')], [false, true])
    })
  })

  describe('require-effort', () => {
    it('is not wanted of who calls for proposals', () => {
      const told = (text: string) =>
        findingsOf(analyze(text, {profile: 'grant'})).some(({rule}) => rule.id === 'require-effort')
      const body = 'The harbour pays $900 for a net that a child can mend.'
      assert(!told(`# RFP: Nets for children\n\n${body}\n`))
      assert(!told(`# Nets for children\n\nThis is a request for proposals. ${body}\n`))
      assert(told(`# RFP Proposal: Nets for children\n\n${body}\n`))
    })
  })

  describe('the parts of a commitment', () => {
    const ids = (words: string, profile: Profile) =>
      findingsOf(analyze(`${description}\n${words}\n`, {profile})).map(({rule}) => rule.id)

    it('are not hours where a thing, a view or a result at a price is asked for', () => {
      for (const words of [
        'We are looking for access to land near the river, by gift or lease.',
        'Please send us your comments on the racks.'
      ])
        assert(!ids(words, 'memo').includes('require-effort'), words)
      assert(ids('We ask the guild to help us paint the racks by 4 May.', 'memo').includes('require-effort'))
      const sum = 'We ask the culture fund to pay $900 for the racks, by 4 May 2027.'
      assert(!ids(sum, 'grant').includes('require-effort'), sum)
      const wages = 'We ask the culture fund to pay $900 for the wages of a joiner, by 4 May 2027.'
      assert(ids(wages, 'grant').includes('require-effort'), wages)
    })

    it('are counted heads, too', () => {
      assert(
        !ids('We are looking for four helpers to join and paint the racks.', 'memo').includes(
          'require-effort'
        )
      )
      const table = '| Step | People involved | Price |\n| - | - | - |\n| Racks | 2 | $900 for wages |'
      assert(!ids(table, 'grant').includes('require-effort'))
    })

    it('are no work of those who ask for a thing, and of those who call for applications', () => {
      const land = 'We are looking for access to land near the river, by gift or lease.'
      assert(!ids(land, 'memo').includes('require-work'))
      assert(ids('We ask the guild to agree to the racks.', 'memo').includes('require-work'))
      const call = '## Eligibility\n\nAll joiners.\n\n## How to apply\n\nPlease fill in the form.'
      for (const id of ['require-work', 'require-progress', 'require-resources'])
        assert(!ids(call, 'memo').includes(id), id)
    })
  })

  describe('in a talk', () => {
    it('require-progress asks what its speaker has done', () => {
      const [finding] = findingsOf(analyze(description, {profile: 'talk'})).filter(
        ({rule}) => rule.id === 'require-progress'
      )
      assert.match(finding?.message ?? '', /what you have done on the subject yourself/)
    })
  })

  describe('require-reward', () => {
    it('hints where somebody is asked for nothing of their own, also where the profile has it off', () => {
      const ask = 'We ask the friends of the museum to paint the racks by 4 May.'
      const [finding] = findingsOf(analyze(`${description}\n${ask}\n`, {profile: 'memo'})).filter(
        ({rule}) => rule.id === 'require-reward'
      )
      assert.equal(finding?.severity, 'hint')
      assert.match(finding.message, /friends of the museum/)
      const off = findingsOf(analyze(`${description}\n${ask}\n`, {profile: 'memo'}), {
        'require-reward': 'off'
      })
      assert(!off.some(({rule}) => rule.id === 'require-reward'))
    })
  })
})
