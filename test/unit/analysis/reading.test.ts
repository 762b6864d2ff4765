import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import type {Profile} from '../../../src/analysis/proposal.ts'

describe('Quantities', () => {
  const cases: [string, string[]][] = [
    ['About 4 hours a week until 12 May.', ['effort 4 hours a week', 'date 12 May']],
    ['It costs $3,000 a month, or €1.5m in all.', ['money $3,000 a month', 'money €1.5m']],
    ['Up to US$125k/year for two years.', ['money US$125k/year', 'duration two years']],
    [
      'Two weeks, 0.5 FTE and 3 person-days.',
      ['duration Two weeks', 'effort 0.5 FTE', 'effort 3 person-days']
    ],
    ['By Q3 2027, with 2 engineers.', ['date Q3 2027', 'effort 2 engineers']],
    ['Version 2.4 reads 300 files in a row.', []],
    ['The march to the may tree.', []]
  ]
  for (const [text, expected] of cases) {
    it(`are found in “${text}”`, () => {
      const found = analyze(text).quantities.map(
        ({kind, span}) => `${kind} ${text.slice(span.start, span.end)}`
      )
      assert.deepEqual(found, expected)
    })
  }
})

describe('Places to fill in', () => {
  const cases: [string, string[]][] = [
    ['From ⟨date⟩ until ⟨date⟩.', ['⟨date⟩', '⟨date⟩']],
    ['Contact: [Your Name], TBD', ['[Your Name]', 'TBD']],
    ['It takes XX days and $XXk.', ['XX', '$XXk']],
    ['The chapter on chromosome XX.', []],
    ['See [your rights](https://example.org) and `TBD`.', []],
    ['Size XXL, and 20XX.', ['20XX'].slice(1)]
  ]
  for (const [text, expected] of cases) {
    it(`are found in “${text}”`, () =>
      assert.deepEqual(
        analyze(text).places.map(({words}) => words),
        expected
      ))
  }
})

describe('A time frame', () => {
  it('is told best by what has a time, be it the heading', () => {
    const text =
      '# Nets\n\nOur nets tear each week, and the crew loses a day.\n\n## The next six months\n\nWe plan to finish the first nets and to test them in the harbour.\n'
    const {level, evidence} = analyze(text).elements.timeframe
    assert.notEqual(level, 'missing')
    const [best] = evidence.map(({best}) => text.slice(best.start, best.end))
    assert.match(best ?? '', /six months/)
  })
})

describe('A closed proposal', () => {
  const closed = [
    '---\nstage: accepted\n---\n\n# A\n',
    '---\nstatus: Rejected\n---\n',
    '# A\n\n| | |\n| - | - |\n| Status | Accepted |\n',
    '# A\n\n- Status: Implemented\n',
    'NOTE (4 May): The following call has now been closed.\n\n# A\n'
  ]
  const open = [
    '# A\n\n- Status: Draft\n',
    '---\nstatus: proposed\n---\n',
    '# A\n\nThe status quo is accepted by nobody.\n',
    '# A\n\nThe following road has been dug up twice.\n'
  ]
  for (const text of closed)
    it(`says so: ${JSON.stringify(text)}`, () => assert.notEqual(analyze(text).closed, undefined))
  for (const text of open)
    it(`is not: ${JSON.stringify(text)}`, () => assert.equal(analyze(text).closed, undefined))
})

describe('Front matter', () => {
  it('takes no heading far down for what the document is called', () => {
    const lines = Array.from({length: 12}, (_, at) => `The net has hole ${at}.`).join('\n\n')
    assert.equal(analyze(`${lines}\n\n###### last updated in May\n\nMend it.\n`).title, undefined)
  })

  it('takes the notice of a repository, and a form’s word on its space, for nothing of the author’s', () => {
    const {boilerplate} = analyze(
      '> [!WARNING]\n> The plans have been moved to [the shed](https://example.org).\n> Please otherwise refer to the shed.\n\n# Nets\n\n*This is a good place to elaborate on your reasoning.*\n\nWe have moved the nets.\n'
    )
    assert.deepEqual(boilerplate, [true, true, false])
  })

  it('names the profile', () => {
    for (const text of [
      '---\nbuy-in: grant\n---\n',
      '---\nbuy-in:\n  profile: grant\n---\n',
      '---\nprofile: grant\n---\n'
    ]) {
      assert.deepEqual(analyze(text, {profile: 'memo'}).profile.name, 'grant')
    }
  })

  it('that is broken is told, and the rest is read', () => {
    const {frontMatter, title} = analyze('---\na: [1\n---\n\n# Title\n')
    assert.match(frontMatter.problem ?? '', /flow/i)
    assert.equal(title?.words, 'Title')
  })
})

describe('The profile', () => {
  const kinds: Record<Profile, string> = {
    memo: '# A second printer\n\nOur team wastes time at the printer. We ask the office manager to buy another.',
    rfc: '# RFC: Iterators\n\n## Detailed design\n\nThe API.\n\n## Drawbacks\n\nBreaks.\n\n## Alternatives\n\nNone.',
    grant: '# Open Grant Proposal\n\n## Milestones\n\nMilestone 1.\n\n## Total Budget Requested\n\n$5,000',
    goal: '# Faster ferries\n\n| Point of contact | @kim |\n| - | - |\n| Champion | @lee |\n\n## Team asks\n\n| Team | Notes |\n| - | - |\n| harbour | reviews |',
    talk: '# Mending nets\n\nIn this talk we mend a net on stage. In this talk attendees learn two knots.',
    sponsorship: '# Become a sponsor\n\n## Sponsorship levels\n\nGold sponsors get a table.',
    letter: 'Dear Mayor,\n\nthe bridge is closed.\n\nYours sincerely,\n\nThe rowing club'
  }
  for (const [profile, text] of Object.entries(kinds)) {
    it(`${profile} is told by what a document says`, () => assert.equal(analyze(text).profile.name, profile))
  }

  const others: [string, Profile, string][] = [
    [
      'a numbered request for comments about people',
      'rfc',
      '# RFC 31: Lunch at one table\n\n## Problem\n\nEach team eats alone.\n\n## Proposal\n\nOne table.'
    ],
    [
      'a design told in code',
      'rfc',
      '# Knots in the net file\n\n## Background\n\nThe API.\n\n```go\nknot()\n```\n\n## Rationale\n\nShort.\n\n## Compatibility\n\nNone breaks.'
    ],
    [
      'a petition',
      'letter',
      '# Petition for a dry cellar\n\nWe, the undersigned, live in Mill Lane.\n\nSign the petition.'
    ],
    [
      'a title that says what somebody must do',
      'letter',
      '# The harbour board must reopen the north pier\n\nSince March nobody can land there.'
    ],
    [
      'what says what must and what should be',
      'rfc',
      '# Lunch at one table\n\n## Summary\n\nOne table.\n\n## Proposal\n\nTeams SHOULD eat together. Nobody MUST. Guests MAY come. The cook SHOULD know. We MAY stop.'
    ],
    [
      'words for a manager',
      'letter',
      '# Convince your boss\n\nHere are three reasons to let you travel to the harbour days.'
    ],
    [
      'the parts of an application',
      'grant',
      '# School of nets\n\n### Project Team\n\nKim.\n\n### Approximate Budget\n\n$900'
    ],
    ['the options of sponsors', 'sponsorship', '# Sponsors\n\n## Sponsorship options\n\nA banner.'],
    ['a call to join', 'letter', '## Opportunities to get involved\n\nWe need people who read aloud.'],
    ['a session', 'talk', '## Session title\n\nNets\n\nSession description: this talk mends one.'],
    ['an abstract under a title', 'talk', '## Title\n\nNets\n\n## Abstract\n\nHow to mend one.'],
    ['a call for volunteers', 'letter', '---\ntitle: "Volunteer with us"\n---\n\nWe read aloud on Sundays.'],
    ['no tool for volunteers', 'memo', '# Volunteer scheduling in a spreadsheet\n\nWe lose an hour a week.'],
    ['a page for sponsors', 'sponsorship', 'Sponsorship\n===========\n\nAttendees meet the audience.'],
    ['an appeal for donations', 'sponsorship', '# Support the hives\n\n## Why donate?\n\nBees eat.'],
    [
      'a plan with goals and a contact',
      'memo',
      '# Bikes\n\n## Project goals\n\nThe desk is the first point of contact.'
    ],
    ['what asks a treasury', 'grant', '# Treasury proposal: a lamp\n\n## Why\n\nIt is dark.']
  ]
  for (const [what, profile, text] of others)
    it(`${profile} is ${what}`, () => assert.equal(analyze(text).profile.name, profile))

  const handedIn: [string, string][] = [
    ['a study', '# Nets\n\n## Question\n\nWhich nets tear?\n\n## Data\n\nThe log.'],
    ['a course project', '# Final Project Proposal\n\nOur robot mends nets.'],
    ['a project of a numbered course', '# CS126 nets\n\nOur robot mends nets.'],
    ['a form of a school', '# Nets\n\n**Name of student:** Kim\n\nOur robot mends nets.'],
    [
      'a project proposal with its team',
      '# Project proposal\n\n## Team members\n\nKim, Lee\n\nA robot mends nets.'
    ],
    [
      'a thesis',
      '# The knots of the north\n\nA PhD research proposal.\n\n## Research questions\n\nWhich knots?'
    ],
    ['a summer of code', '# Faster ferries\n\nGSoC is in May. I apply for GSoC with two projects.'],
    [
      'the answers to a form',
      '# Nets\n\n### Does the project have a house?\n\nYes.\n\n### Do you have a project website?\n\nNo.\n\n### Please confirm tools in use\n\nHooks.'
    ],
    [
      'an offer to a client',
      '# A booking page\n\n**Prepared for:** The rowing club\n\n**Total fee:** $800\n\n## Scope\n\nBoats can be booked.'
    ]
  ]
  for (const [what, text] of handedIn)
    it(`knows what is handed in to be assessed: ${what}`, () =>
      assert.deepEqual([analyze(text).profile.name, analyze(text).profile.handedIn], ['memo', true]))

  const kept = [
    '# Mentors for students\n\nOur students wait. We ask every team for a mentor, and the university for a room.',
    '# A second printer\n\nA professor broke the first one. We ask the office for another.',
    '# A second till\n\nCustomers wait. We ask the client team to agree on a price.',
    '# Questions about the pond\n\n## Do you have a key?\n\nYes.'
  ]
  for (const text of kept)
    it(`takes no other for that: ${text.split('\n')[0]}`, () =>
      assert.equal(analyze(text).profile.handedIn, undefined))

  it('that is set says nothing of handing in', () =>
    assert.equal(analyze(handedIn[0]?.[1] ?? '', {profile: 'memo'}).profile.handedIn, undefined))
})
