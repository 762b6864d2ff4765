import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {askLinesOf, nobodyOf, writeAsk} from '../../../src/artifacts/ask-lines.ts'
import {sourceOf} from '../../../src/artifacts/statements.ts'

/** The ask lines of a text, without the frame around them. */
function linesOf(text: string): string[] {
  const source = sourceOf(analyze(text))
  return askLinesOf(source, 26).map((line) =>
    writeAsk(line, {quote: ({words}) => words, extracts: []}, nobodyOf(source.proposal, line))
      .replace(/^- \[.\] \*\*(.*?):\*\* /, '$1 | ')
      .replace(/ \(to be confirmed\)$/, '')
  )
}

describe('What is asked, line by line', () => {
  it('is but the verb where the one who is asked stands before it', () => {
    const text =
      '# Petition for the last ferry\n\nWe are passengers who believe that the new timetable is wrong, and urge the Harbour Council to reconsider.\n'
    assert.deepEqual(linesOf(text), ['the Harbour Council | reconsider, by ⟨date⟩'])
  })

  it('is what somebody is to help with, where the one who helps is named', () => {
    const text =
      '# A ferry for all\n\n## What we ask\n\nWe will need help from Noor to get the tide table out to all piers.\n'
    assert.deepEqual(linesOf(text), ['Noor | get the tide table out to all piers, by ⟨date⟩'])
  })

  it('says once what is asked twice in so many of the same words', () => {
    const text =
      '# A ferry for all\n\n## Asks\n\nPlease sign up for a day, week, month or year card of the ferry to keep it going in winter.\n\n## How to help\n\nPlease sign up for a day, week, month or year card, depending on how much money your household would spare.\n'
    assert.equal(linesOf(text).length, 1)
  })

  it('has the choices that stand below an item', () => {
    const text = `# The ferry office

We make the following recommendations to our staff:

1. Adopt the tide table as our one source for times
2. Do one (or both) of two things to learn it:
    - Set aside two hours for the tide table
    - Ask the harbour for a course on the tide table
`
    assert.match(
      linesOf(text)[1] ?? '',
      /Do one \(or both\) of two things to learn it: Set aside two hours for the tide table; Ask the harbour/
    )
  })

  it('is the title where that itself calls for it and nothing else asks', () => {
    const rest =
      '\n\n**Beginners are welcome!**\n\nReasons to join:\n\n- See many species up close\n- Meet others\n\n## Session times\n\nThe sessions begin at nine in the evening, and end at eleven.\n'
    const called = (profile: string) =>
      linesOf(`---\nbuy-in: ${profile}\n---\n\n# Join the caterpillar survey${rest}`)
    assert.deepEqual(called('letter'), ['⟨whom⟩ | Join the caterpillar survey, by ⟨date⟩'])
    assert.deepEqual(called('rfc'), [])
  })

  it('asks a funder for the total, not for the weeks and heads beside it', () => {
    const form = `# Open Grant Proposal: Tide Lamps

## Overview

We build lamps that follow the tide. We apply for a grant of the harbour fund.

## Development Roadmap

* **Total Estimated Duration:** 3 months
* **Full-time equivalent (FTE):** 2
* **Total Costs:** 900 DAI

### Milestone 1

* **FTE:** 1
* **Costs:** 400 DAI

## Additional Information

The code is private for now, please contact us for access. Please let us know if there are any lamps like ours.
`
    const grant = form.replace(' We apply for a grant of the harbour fund.', '')
    assert.deepEqual(linesOf(grant), ['⟨funder⟩ | fund this – Total Costs: 900 DAI, by ⟨date⟩'])
  })

  it('has the address of a form that it only points at, and is left out where that leads nowhere', () => {
    const ask = (page: string) =>
      linesOf(
        `# A ferry for all\n\n## How to help\n\nDonate your old trays on [this page here](${page}) to help us.\n\nPlease bring your old tide tables to the pier.\n`
      ).join('\n')
    assert.match(ask('https://example.org/came'), /\[this page here\]\(https:\/\/example\.org\/came\)/)
    assert.doesNotMatch(ask('/came'), /this page here/)
    assert.match(ask('/came'), /bring your old tide tables/)
  })

  it('sends nobody to a call that is closed, but where that sends its readers', () => {
    const call = (note: string) =>
      linesOf(
        `${note}# Lamps for the pier\n\nThis is a Request for Proposals for projects that light the pier.\n\n## How to apply\n\nPlease follow the steps to submit a proposal by August 30, 2031.\n`
      ).join('\n')
    assert.match(call(''), /August 30/)
    const closed = call(
      'NOTE (09/20/2031): The following RFP has now been closed. If you wish to apply for a lamp, please apply instead via the harbour fund.\n\n'
    )
    assert.match(
      closed,
      /^⟨applicants⟩ \| If you wish to apply for a lamp, please apply instead via the harbour fund/
    )
    assert.doesNotMatch(closed, /August 30/)
  })

  it('keeps what says of which money an amount is', () => {
    const text =
      '# More time for the lamps\n\n## Ask\n\nWe ask the council to allocate 20,000 EUR (from the approved budget) to lamps that stand the rain and the wind and the salt of the sea at each of the eleven piers of the harbour.\n'
    assert.match(linesOf(text).join(), /20,000 EUR \(from the approved budget\)/)
  })

  it('asks applicants, where a document calls for proposals', () => {
    const call = `# RFP: Lamps for the pier

## Overview

We are seeking proposals from talented teams that can build a lamp for the pier that follows the tide. There are 200,000 FIL for grants.

## Milestones and funding

Please propose a budget in your proposal.

## Proposal requirements

Proposals should include:

* Milestones & Funding requested (most projects have 2-4 milestones)
* Team

## How to apply

To submit a proposal, follow the steps on the board by 30 August 2031.
`
    const lines = linesOf(call)
    assert(
      lines.some((line) => line.startsWith('talented teams | build a lamp for the pier')),
      lines.join('\n')
    )
    assert(lines.includes('⟨applicants⟩ | propose a budget in your proposal, by ⟨date⟩'), lines.join('\n'))
    assert(!lines.some((line) => /funder|2-4 milestones/.test(line)), lines.join('\n'))
  })

  it('says what a table asks of each team, by the title of its column', () => {
    const goal = `# Faster lamps

## Team asks

| Team     | Support level | Notes                                          |
| -------- | ------------- | ---------------------------------------------- |
| [wiring] | Medium        | Champion: @kim. Design talks and code reviews. |
| [glass]  | Small         | Most of the work is in the wiring              |
| [paint]  | Small         | Code reviews                                   |
| [frames] | Small         | Code reviews                                   |
`
    assert.deepEqual(linesOf(goal), [
      'wiring | Design talks and code reviews, support level: Medium, by ⟨date⟩',
      'glass | support level: Small, by ⟨date⟩',
      'paint | Code reviews, support level: Small, by ⟨date⟩',
      'frames | Code reviews, support level: Small, by ⟨date⟩'
    ])
  })

  it('names two teams of one row as two, and says what a decision is on', () => {
    const goal = `# Lamps

## Ownership and team asks

| Task         | Owner(s) or team(s)         | Notes                        |
| ------------ | --------------------------- | ---------------------------- |
| Org decision | ![Team][] [wiring] [glass]  | approve creation of new team |
`
    assert.deepEqual(linesOf(goal), ['wiring, glass | Org decision, approve creation of new team, by ⟨date⟩'])
  })

  it('asks for a sum once, and for each of several payments', () => {
    const twice = `# Lamps

We request:

- 450k DAI for the wiring of the pier
- 90k DAI for glass and for paint

## Costs

We request 450k DAI to pay the electricians of the pier for six months.
`
    assert.equal(linesOf(twice).length, 2)
    const payments = `# Open Grant Proposal: Lamps

## Total Budget Requested

Three payments are to be made:

- End of August 2031: $4,000
- End of October 2031: $11,000
- End of December 2031: $10,000
`
    assert.equal(linesOf(payments).length, 3)
  })

  it('leaves out what points elsewhere or only names whom, where others say it', () => {
    const letter = `# A petition for the pier

To turn this around, we are petitioning the harbour for reform. We petition the harbour to:

- Open the pier in winter
- Publish the list of repairs

Please help us keep those pages up to date.
`
    assert.deepEqual(linesOf(letter), [
      'the harbour | Open the pier in winter, by ⟨date⟩',
      'the harbour | Publish the list of repairs, by ⟨date⟩'
    ])
  })

  it('takes no rule of a handbook and no note to users for an ask of the meeting', () => {
    assert.deepEqual(
      linesOf(
        '# Lamp repair handbook\n\nIn cases that stand nowhere here, please email lamps@example.org to seek guidance.\n'
      ),
      []
    )
  })
})
