import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {chosen} from '../../../src/artifacts/choose.ts'
import {artifactKinds, artifactOf} from '../../../src/artifacts/make.ts'
import {type RecapOptions, recapOf} from '../../../src/artifacts/recap.ts'
import {type Stakeholder, stakeholdersOf} from '../../../src/artifacts/stakeholders.ts'
import {sourceOf} from '../../../src/artifacts/statements.ts'
import {summaryOf} from '../../../src/artifacts/summary.ts'
import {summaryToMarkdown} from '../../../src/artifacts/summary-text.ts'
import {markdown} from '../markdown.ts'
import {plan} from './plan.ts'

const recap = (text: string, options?: RecapOptions) => recapOf(analyze(text), options).markdown
// What opened with “So,” opens with a capital without it.
const squeezed = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

describe('A recap', () => {
  it('of an empty document is all gaps', () => {
    const text = recap('')
    assert.match(text, /^# Recap: ⟨title⟩\n/)
    assert.match(text, /- \[ \] \*\*⟨whom⟩:\*\* ⟨what do you ask of them\?⟩, by ⟨date⟩ \(to be confirmed\)/)
  })

  it('never holds what a template says', () => {
    const text = recap(
      '# Plan\n\n## Motivation\n\n*Why are we doing this? What use cases does it support?*\n\n<!-- Say who is asked. -->\n'
    )
    assert.doesNotMatch(text, /use cases|who is asked/)
  })
})

describe('A summary, for any text', () => {
  it('holds only words of the proposal, each from its own place', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const proposal = analyze(source)
        const {proposed, motive, progress, downside, reward, optout, questions, answering, elements} =
          summaryOf(proposal, new Set())
        const extracts = [
          proposed,
          motive,
          progress,
          downside,
          reward,
          optout,
          questions,
          answering,
          ...elements.map(({evidence}) => evidence)
        ].flat()
        for (const {words, span} of extracts) {
          const place = squeezed(proposal.text.slice(span.start, span.end))
          let at = 0
          for (const character of squeezed(words)) {
            at = place.indexOf(character, at) + character.length
            assert(at > 0, `“${words}” is not at its place`)
          }
        }
        assert(summaryToMarkdown(summaryOf(proposal, new Set())).startsWith('# '))
      })
    )
  })
})

describe('The parts of a recap', () => {
  it('stand on their own: what tied a sentence to the one before it is left out', () => {
    assert.match(recap(plan), /\*\*Why:\*\* The five environments cost us two days in April/)
  })

  it('say what was answered where the author ticked it or struck it out', () => {
    const text = recap(plan)
    assert.match(text, /- \[x\] \*\*delivery group:\*\* lend us a test account \(agreed: Kim, 3 May\)/)
    assert.match(text, /~~answer questions at night~~ \(declined\)/)
    assert.match(
      text,
      /\*\*platform team:\*\* review the cluster design, 6 hours a week, until 12 June \(to be confirmed\)/
    )
  })

  it('say who decides, what is open, and how to answer', () => {
    const text = recap(plan)
    assert.match(text, /\*\*Who decides:\*\* The steering group will decide on this proposal on 20 June\./)
    assert.match(text, /- Which services should move first\?/)
    assert.match(text, /in the channel #staging until ⟨date⟩, or privately to Kim Ito; “not yet”/)
  })

  it('name the meeting, and whom the recap is for', () => {
    const [stakeholder] = stakeholdersOf(analyze(plan))
    assert.match(
      recap(plan, {meeting: '14 May', stakeholder}),
      /^_For Platform team, after our meeting of 14 May_$/m
    )
  })

  it('are chosen by what the stakeholder cares about', () => {
    const [platform, support] = stakeholdersOf(analyze(plan))
    const wrong = (stakeholder: Stakeholder | undefined) =>
      /\*\*What could go wrong:\*\* (.*)/.exec(recap(plan, {stakeholder}))?.[1] ?? ''
    assert.match(wrong(platform), /on-call load/)
    assert.match(wrong(support), /Customers might see test mails/)
  })

  it('leave out what is asked of others where it is for one', () => {
    const [platform] = stakeholdersOf(analyze(plan))
    const text = recap(plan, {stakeholder: platform})
    assert.match(text, /review the cluster design/)
    assert.doesNotMatch(text, /lend us a test account/)
  })

  it('take the channel of the settings where the text names none', () => {
    const text = recap('# A pond\n\nDig.\n', {
      feedback: {channel: 'the channel #pond', private: 'Kim', until: '12 May'}
    })
    assert.match(
      text,
      /\*\*How to answer:\*\* in the channel #pond until 12 May, or privately to Kim; “not yet”/
    )
  })

  it('take the address that the text ends with for a private answer, a heading, too', () => {
    assert.match(
      recap(`${plan}\n## [pond@example.org](mailto:pond@example.org)\n`),
      /or privately to pond@example\.org;/
    )
  })

  it('do not count where to answer among what is asked', () => {
    const text = recap(
      '# A pond\n\nWe propose a pond.\n\nWe ask the school to dig the pond by 4 May.\n\nPlease comment on this page, or write to the garden channel.\n'
    )
    assert.match(text, /- \[ \] \*\*the school:\*\* dig the pond/)
    assert.doesNotMatch(text, /- \[ \].*comment on this page/)
    assert.match(text, /\*\*How to answer:\*\* on this page or in the garden channel until/)
  })

  it('hold no question of a form', () => {
    const text = recap(
      '# Open grant\n\nTotal budget requested: $5,000. Milestones and budget below.\n\n**Do you agree to open source all work you do on behalf of this RFP?** Yes.\n'
    )
    assert.doesNotMatch(text, /Do you agree/)
  })

  it('keep within half of the source', () => {
    assert(recap(plan).split(/\s+/).length <= plan.split(/\s+/).length / 2)
  })
})

describe('An amount in an ask', () => {
  it('stands whole, also before a place to fill in', () => {
    const {markdown} = recapOf(analyze('- [ ] **Ask 1, the board:** $20,000 ⟨date⟩ for the hall.\n'))
    assert.match(markdown, /\$20,000/)
  })
})

describe('What a recap chooses', () => {
  const line = (label: string, text: string) =>
    recap(text)
      .split('\n')
      .find((one) => one.startsWith(`**${label}:**`)) ?? ''
  const ledger = (parts: Readonly<Record<string, string>>) =>
    [
      '# A shared ledger',
      ...Object.entries({
        Summary:
          'Most choirs keep their money in a box. We propose a shared ledger for the five choirs of the valley.',
        Motivation:
          'Each choir pays for its own hall, and nobody knows what the others pay, which is tedious.',
        Status:
          'Choirs exist in many towns of the country. We have built a prototype that two choirs have used since May.',
        Risks:
          'A short training should reduce the effort. If the server fails, the choirs lose the entries of a week.',
        'How it works':
          'The ledger has one page for each choir and one for all of them. Whoever pays for something writes it down on the day itself, with the sum and the reason. At the end of the month the treasurers look through the pages together. '.repeat(
            3
          ),
        ...parts
      }).map(([title, words]) => `## ${title}\n\n${words}`)
    ].join('\n\n')

  it('says what is proposed by the sentence that proposes, not by how things are', () => {
    assert.match(line('Proposed', ledger({})), /^\*\*Proposed:\*\* We propose a shared ledger/)
  })

  it('says where it stands by what was done, not by the state of the world', () => {
    assert.match(line('Where it stands', ledger({})), /We have built a prototype/)
    assert.doesNotMatch(line('Where it stands', ledger({})), /many towns/)
  })

  it('names what may go wrong, not what is done about it', () => {
    assert.match(line('What could go wrong', ledger({})), /the choirs lose the entries/)
    assert.doesNotMatch(line('What could go wrong', ledger({})), /training/)
  })

  it('takes no word for a risk that the document is about, and no open question', () => {
    const text = `# A database of security vulnerabilities\n\n## Summary\n\nWe propose a database of the known vulnerabilities of our packages.\n\n## How it works\n\nThe package page will show vulnerabilities in the displayed package, and possibly vulnerabilities in its dependencies. Each vulnerability has an entry. ${'An entry names the vulnerability, the versions and who found it. '.repeat(8)}\n\n## Open questions\n\nHow should a team handle a false vulnerability report that fails its build?\n`
    assert.doesNotMatch(line('What could go wrong', text), /package page|false vulnerability/)
  })

  it('leads to the section where it is told, if no sentence of it reads well by itself', () => {
    const text = recap(
      ledger({Status: 'We are a group of singers who live in the valley and meet on Mondays.'})
    )
    assert.match(text, /^\*\*Where it stands:\*\* told in “Status”\.$/m)
    assert.doesNotMatch(text, /group of singers/)
  })

  it('shows a gap where nothing tells where it stands', () => {
    assert.match(recap(ledger({Status: 'TBD'})), /⟨Where it stands\?⟩/)
  })

  it('says what is proposed by what the document says of itself, not by a part of it', () => {
    const text = ledger({
      Summary:
        'A key aspect of this proposal is a page for each choir. This proposal unifies the money of the five choirs in one shared ledger.'
    })
    assert.match(line('Proposed', text), /This proposal unifies the money/)
    assert.doesNotMatch(line('Proposed', text), /^\*\*Proposed:\*\* A key aspect/)
  })

  it('quotes no sentence for why that goes on from another', () => {
    const text = ledger({
      Motivation:
        'Nobody knows what the other choirs pay for their halls, which is tedious. For example, a treasurer pays twice for one evening. As such, are often late with the rent, which is a problem.'
    })
    assert.match(line('Why', text), /Nobody knows what the other choirs pay/)
    assert.doesNotMatch(line('Why', text), /Are often|treasurer pays twice/)
  })

  it('shows as what it takes the phases of the work, with what a table of each delivers', () => {
    const table = (...rows: string[]) =>
      `| Number | Deliverable | Specification |\n| --- | --- | --- |\n${rows.map((row, at) => `| ${at}. | ${row} |`).join('\n')}`
    const text = ledger({
      'Development roadmap': 'Two choirs take part. The work costs $4,000 in total.',
      'Milestone 1 - Pages': table('License | MIT', 'Page of a choir | One page for each choir that pays'),
      'Milestone 2 - Sums': table('Monthly sums | A sum for each month and for each choir')
    })
    assert.match(
      line('What it takes', text),
      /Milestone 1 - Pages: Page of a choir; Milestone 2 - Sums: Monthly sums/
    )
    assert.doesNotMatch(line('What it takes', text), /License|MIT/)
  })

  it('shows no features and no agenda as what it takes', () => {
    const text = ledger({
      Features:
        '- Users can look up a sum in 2 seconds\n- The ledger will show 12 months on one page\n- Treasurers can print a page',
      Agenda: '- 9:00 Welcome\n- 10:00 Learn how a ledger works, 2 hours\n- 12:00 Lunch'
    })
    assert.doesNotMatch(line('What it takes', text), /2 seconds|12 months|2 hours|Welcome/)
  })

  it('takes what is proposed from the front matter where the text does not say it', () => {
    const text = `---\ndescription: Moving the money of the five choirs\n  into one shared ledger\n---\n\n${ledger({Summary: 'TBD'})}`
    assert.match(line('Proposed', text), /Moving the money of the five choirs into one shared ledger\./)
  })

  it('takes the state from the front matter', () => {
    const text = `---\nstatus: under review\n---\n\n${ledger({Status: 'TBD'})}`
    assert.match(line('Where it stands', text), /Status: under review\./)
  })

  it('leaves off the number of a clause', () => {
    const text = ledger({Risks: '1.4.2 The choirs may lose their money if the treasurer falls ill.'})
    assert.match(line('What could go wrong', text), /:\*\* The choirs may lose their money/)
  })

  it('leaves off what announces a list, and labels', () => {
    const text = ledger({
      Summary:
        'TL;DR: We propose a shared ledger for the five choirs of the valley, for the following reasons:\n\n- it is cheap\n- it is open'
    })
    assert.match(
      line('Proposed', text),
      /\*\* We propose a shared ledger for the five choirs of the valley\./
    )
  })

  it('keeps the ticks of code that a sentence begins with', () => {
    const text = ledger({
      Summary: '`ledger` is a program that we propose to add to the five choirs of the valley.'
    })
    assert.match(line('Proposed', text), /\*\* `ledger` is a program/)
  })

  it('takes the state from a line at the top, or a row, or what became of it', () => {
    const at = (top: string) => `# A shared ledger\n\n${top}\n\n${ledger({Status: 'TBD'})}`
    assert.match(
      line('Where it stands', at('* Status: **Used by two choirs**')),
      /Status: Used by two choirs\./
    )
    assert.match(
      line('Where it stands', at('| Field | Value |\n| --- | --- |\n| Status | Accepted |')),
      /Status: Accepted\./
    )
    assert.match(
      line('Where it stands', at('Accepted at the meeting of May.')),
      /Accepted at the meeting of May\./
    )
    assert.match(
      line('Where it stands', at('Note (4 May): this call has now been closed. Please write to the office.')),
      /Note \(4 May\): this call has now been closed\./
    )
    assert.doesNotMatch(line('Where it stands', at('Status: Draft | Accepted | Rejected')), /Draft/)
  })

  it('takes no curriculum vitae and no condition for progress', () => {
    for (const Status of [
      'I received the master’s degree in music in 2017, and I have built programs for years.',
      'If we have built a prototype by then, two choirs try it.',
      'Below are the programs that we have built.',
      'We have rich experience in ledgers of all kinds.'
    ])
      assert.match(
        recap(ledger({Status})),
        /⟨Where it stands\?⟩|\*\*Where it stands:\*\* (?:told in|⟨)/,
        Status
      )
  })

  it('takes what was done for progress, whatever it is to lead to', () => {
    const text = ledger({
      Status:
        'We have built a first page, and the ledger was tested by two choirs, which might help the others.'
    })
    assert.match(line('Where it stands', text), /was tested by two choirs/)
  })

  it('leads whoever fills in a gap to a section that promises something else, and not the reader', () => {
    const text = ledger({
      Status: 'TBD',
      Motivation:
        'Each choir pays for its own hall, and nobody knows what the others pay, which is tedious. If the choirs had built their own ledgers, they would have been lost. I have been a treasurer for ten years and have experience in ledgers.'
    })
    assert.doesNotMatch(recap(text), /Where it stands:\*\* told in “Motivation”/)
  })

  it('takes the risks of a table of risks, and not what is done about them', () => {
    const text = ledger({
      Risks:
        '| Risk | Mitigation |\n| --- | --- |\n| The server fails and the choirs lose a week | Keep a copy at each choir |\n| Treasurers may forget to write a sum down | Ask them each month |'
    })
    assert.match(line('What could go wrong', text), /lose a week|forget to write/)
    assert.doesNotMatch(line('What could go wrong', text), /Keep a copy|Ask them/)
  })

  it('quotes what opens a section on drawbacks, though it says only “this”', () => {
    const text = ledger({
      Risks: 'This will cost each treasurer an hour a week, and may confuse singers at first.'
    })
    assert.match(line('What could go wrong', text), /This will cost each treasurer an hour/)
  })

  it('names a second risk only where its words tell of some harm', () => {
    const risks = (first: string, second: string) => ledger({Risks: `- ${first}\n- ${second}`})
    const two = risks('The server may fail in winter.', 'The wardens may lose the keys.')
    assert.match(line('What could go wrong', two), /server .*wardens/)
    const one = risks('The wardens write everything down twice.', 'The choirs bring the books to the hall.')
    assert.equal(chosen(sourceOf(analyze(one)), 'downside', {most: 2, words: 44}).length, 2)
    assert.doesNotMatch(line('What could go wrong', one), /wardens.*choirs/)
  })

  it('goes on from no list that goes on from what was said before it', () => {
    const text = ledger({
      Risks:
        'There are two other ledgers. Those ledgers do not cover:\n\n- the cost of lost keys\n- the risk of a fire'
    })
    assert.doesNotMatch(line('What could go wrong', text), /Those ledgers/)
  })

  it('takes what is set off with a bar and a label for no quotation', () => {
    const penalty = (words: string) =>
      sourceOf(analyze(`# A shared ledger\n\nWe propose a ledger.\n\n> ${words}\n`)).statements.find(
        ({clip}) => clip(40).words.includes('entries of a week')
      )?.penalty
    const set = penalty('Caveats: the ledger may lose the entries of a week.')
    const quotation = penalty('The ledger may lose the entries of a week.')
    assert(set !== undefined && quotation !== undefined && set < quotation)
  })

  it('says of a log where it stands by its last entry', () => {
    const entries = [
      '2023-02-01: prototype of the ledger was built and reviewed',
      '2024-03-01: two choirs of the valley were asked and agreed',
      '2025-04-01: the ledger was approved by all of the wardens'
    ]
    const {Status: _, ...log} = {
      Status: '',
      'Implementation history': entries.map((one) => `- ${one}`).join('\n')
    }
    const text = ledger(log).replace(/## Status\n\n[^\n]+\n\n/, '')
    assert.match(line('Where it stands', text), /2025-04-01/)
    assert.doesNotMatch(line('Where it stands', text), /2023-02-01/)
  })

  it('takes what people have done before for no state of the work', () => {
    const text = ledger({Status: ''}).replace(
      '## Status\n\n',
      '## Relevant experience\n\nIn 2018 we built a prototype of a hymn book for the wardens.'
    )
    assert.doesNotMatch(line('Where it stands', text), /hymn book/)
  })

  it('says what is proposed once, though the text says it twice', () => {
    const text = `# Reed Bank\n\nThis document proposes the creation of a new organization called Reed Bank.\n\n## Motivation\n\nEach choir pays for its own hall, and nobody knows what the others pay, which is tedious.\n\n## Overview\n\nI'm proposing to create a new organization called Reed Bank. ${'Whoever pays for something writes it down on the day itself, with the sum and the reason. At the end of the month the treasurers look through the pages together. '.repeat(6)}\n`
    assert.equal(line('Proposed', text).match(/Reed Bank/g)?.length, 1)
  })

  it('goes on from what is proposed to what it will do, and not to why or how the world is', () => {
    const proposed = 'We propose a shared ledger for the five choirs of the valley.'
    const followed = (next: string) => line('Proposed', ledger({Summary: `${proposed} ${next}`}))
    assert.match(followed('It will have a page for each choir.'), /page for each choir/)
    assert.doesNotMatch(followed('This is necessary to relieve the treasurers.'), /necessary/)
    assert.doesNotMatch(followed('Choirs reach hundreds of listeners each day.'), /hundreds/)
  })

  it('quotes no answer to a form for what could go wrong', () => {
    const text = ledger({
      Risks: 'Cost of the work, also in code and complexity: fine. The benefits outweigh the cons.'
    })
    assert.doesNotMatch(line('What could go wrong', text), /fine|outweigh/)
  })

  it('tells no amount of one milestone as if it were of all, and no date of nothing', () => {
    const text = ledger({
      'Development roadmap': '14 May 2030\n\n- Total duration: 5 months',
      'Milestone 1 - Pages of the choirs': '- Estimated duration: 2 months\n- Costs: $1,000',
      'Milestone 2 - Sums of the months': '- Estimated duration: 3 months\n- Costs: $3,000'
    })
    assert.doesNotMatch(line('What it takes', text), /: 2 months|: 3 months|\$1,000|\$3,000|14 May/)
  })

  it('names what is delivered once, and neither a licence nor a guide', () => {
    const rows = [
      'License | MIT',
      'Testing guide | How to test it',
      'Page | Of a choir',
      'Page | Of all choirs'
    ]
    const text = ledger({
      'Milestone 1 - Pages': `| Number | Deliverable | Specification |\n| --- | --- | --- |\n${rows.map((row, at) => `| ${at}. | ${row} |`).join('\n')}`,
      'Milestone 2 - Sums':
        '| Number | Deliverable | Specification |\n| --- | --- | --- |\n| 1. | Sums | Of a month |'
    })
    assert.match(line('What it takes', text), /Milestone 1 - Pages: Page; Milestone 2 - Sums: Sums/)
  })

  it('names the first things to do of each phase, where no table says what it delivers', () => {
    const text = ledger({
      'How it is': 'The pages lie on the table in the hall where the choirs sing together. '.repeat(20),
      'Phase 1: Pages (May)':
        '- ✓ Draw the pages\n- Ask the treasurers of all choirs what they would like to see there, and why\n- Print them',
      'Phase 2: Sums (June)': '- Add up the sums'
    })
    assert.match(
      line('What it takes', text),
      /Phase 1: Pages \(May\): Draw the pages, Print them; Phase 2: Sums \(June\): Add up the sums/
    )
  })

  it('takes a table of tasks and their owners for what it takes', () => {
    const text = ledger({
      'How it is': 'The pages lie on the table in the hall where the choirs sing together. '.repeat(20),
      'The ledger of the valley':
        'We will do the work in three months.\n\n| Task | Owner |\n| --- | --- |\n| Implement and print the pages | @kim |\n| Test them with the treasurers | @sam |'
    })
    assert.match(line('What it takes', text), /Implement and print the pages: @kim/)
  })

  it('says when by the words of a heading that say it', () => {
    const text = ledger({'Work items over the next year': 'We will build a page for each choir.'})
    assert.doesNotMatch(line('What it takes', text), /Work items over/)
  })

  it('says what is proposed by the goal of the project, and by no second part of it', () => {
    const text = ledger({
      Summary:
        'The second part of this proposal is to remedy this. This project’s objective is to give the five choirs one ledger.'
    })
    assert.match(line('Proposed', text), /This project’s objective is/)
    assert.doesNotMatch(line('Proposed', text), /second part/)
  })

  it('leaves off what only leads to a list', () => {
    const text = ledger({
      Summary:
        'We propose a shared ledger for the five choirs of the valley, but which allows choirs to be:\n\nJoined later.\n\nRemoved again.'
    })
    assert.match(line('Proposed', text), /We propose a shared ledger for the five choirs of the valley\./)
  })

  it('says who decides on it, and not on what is decided again and again', () => {
    const text = ledger({
      Governance: 'New members of the ledger group must be approved by the council of the choirs.'
    })
    assert.doesNotMatch(recap(text), /New members of the ledger group/)
  })

  it('asks for the sum of a grant where no sentence asks', () => {
    const text = recap(
      '# Open grant proposal: A shared ledger\n\n## Project overview\n\nThe ledger is a program for choirs that we will build in three milestones.\n\n## Milestones\n\n- Total costs: $5,000\n- Full-time equivalent (FTE): 1\n- Estimated duration: 2 months\n\n## Team\n\nWe have written programs for choirs for ten years, and our grant proposal builds on them.\n'
    )
    assert.match(text, /- \[ \] \*\*⟨funder⟩:\*\* .*\$5,000/)
  })
})

describe('A recap of a short proposal', () => {
  const short = `# A shared hall

We propose a shared hall for the five choirs of the valley, so that nobody sings in a cold room any more.

Last winter three choirs gave up a concert because their halls could not be heated, and that must not happen again.

We ask the council to open the old school from October, on four evenings a week.

The roof may leak in the first winter, and the choirs would have to pay for the repair themselves.

In the old school there are two large rooms on the ground floor, a kitchen, and a stove in each of the rooms. Each choir has its own evening, and on the first Saturday of the month all five of them meet there and sing together.
`
  it('is at most half as long, and still says what is proposed and asked', () => {
    const text = recap(short)
    const words = (some: string) => some.trim().split(/\s+/).length
    assert(words(text) <= words(short) / 2, `${words(text)} of ${words(short)}`)
    assert.match(text, /\*\*Proposed:\*\* We propose a shared hall/)
    assert.match(text, /- \[ \] \*\*the council:\*\* open the old school/)
  })
})

describe('The pane and the artifacts', () => {
  it('quote the same passage for an element', () => {
    const proposal = analyze(plan)
    const summary = summaryOf(proposal, new Set())
    const text = recapOf(proposal).markdown
    for (const element of ['downside', 'motive'] as const) {
      const first = summary[element][0]?.words.replace(/[.]$/, '')
      assert(first && text.includes(first), `${element}: ${first}`)
    }
  })

  it('ask for the same things, each in words that stand by themselves', () => {
    const proposal = analyze(`# A site for the harbour club

You will need to work with your registrar (it takes a day) to:

- move the name

We ask the harbour board for €900. We ask you to read it. Please comment on this page.
`)
    const text = recapOf(proposal).markdown
    const {asks} = summaryOf(proposal, new Set())
    assert(asks.length > 0)
    for (const {what, whom} of asks) {
      assert(text.includes(what.replace(/[.]$/, '')), `“${what}” in ${text}`)
      assert.notEqual(whom, 'you')
    }
    assert.equal(text.match(/^- \[ \]/gm)?.length, asks.length)
  })

  it('say the same of what is proposed', () => {
    const proposal = analyze(plan)
    const [first] = summaryOf(proposal, new Set()).proposed
    assert(first)
    for (const kind of artifactKinds) assert(artifactOf(kind, proposal).markdown.includes(first.words), kind)
  })

  it('take no praise for an ask', () => {
    const proposal = analyze(
      '# Make the case\n\nOur meeting has forty talks. We want you to be there! We are certain that your time will be well spent with us.\n'
    )
    assert.deepEqual(summaryOf(proposal, new Set()).asks, [])
  })
})
