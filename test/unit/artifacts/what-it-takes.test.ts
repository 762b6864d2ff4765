import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {recapOf} from '../../../src/artifacts/recap.ts'
import {totalsOf} from '../../../src/artifacts/totals.ts'

const filler =
  'The ferry office keeps its timetables on paper, and every change of the tide table means that three people write them anew by hand.\n\n'.repeat(
    24
  )

function recap(plan: string): string {
  return recapOf(
    analyze(
      `# A timetable for the ferry\n\n## Why\n\nPassengers miss the last ferry because the paper timetable is wrong.\n\n${filler}## Proposal\n\nWe propose a timetable that is worked out from the tide table.\n\n${plan}`
    )
  ).markdown
}

function takes(plan: string): string {
  return /\*\*What it takes:\*\* (.*)/.exec(recap(plan))?.[1] ?? ''
}

describe('What it takes', () => {
  it('is a table of milestones as a whole, not one row of it', () => {
    const said = takes(
      '## Milestones\n\n| No. | Milestone | Cost | Time |\n|---|---|---|---|\n| 1 | Read the tide table | $3000 | 4 weeks |\n| 2 | Work out the timetable | $2000 | 8 weeks |\n| 3 | Print it at the pier | $2000 | 4 weeks |\n'
    )
    assert.match(
      said,
      /Read the tide table: \$3000, 4 weeks; Work out the timetable: \$2000, 8 weeks; Print it at the pier/
    )
  })

  it('calls the lines of a budget by their names, whatever describes them', () => {
    const said = takes(
      '## Budget\n\n| Type | Description | Amount |\n|---|---|---|\n| Payroll | | $31k |\n| Contractors | Audits \\| Legal | $4k |\n| Travel | Offsites | $5k |\n| **Total** | | $40k |\n'
    )
    assert.match(said, /Payroll: \$31k; Contractors: \$4k; Travel: \$5k/)
  })

  it('is a time that is told by what comes then', () => {
    assert.match(
      takes('## Timeline\n\nThe work will be completed before the spring freeze.\n'),
      /before the spring freeze/
    )
  })

  it('is a list of weeks as a whole', () => {
    const said = takes(
      '## Timeline\n\n- Week 1: read the tide table\n- Weeks 2 to 4: work out the timetable\n- Week 5: print it at the pier\n'
    )
    assert.match(said, /Week 1: read the tide table; Weeks 2 to 4: work out the timetable; Week 5/)
  })

  it('is headings beside each other that name a time', () => {
    const said = takes(
      '## Plan\n\n### Reading the tides (2 weeks)\n\nWe read the table of the harbour.\n\n### Printing at the pier (3 weeks)\n\nWe print what was worked out.\n'
    )
    assert.match(said, /Reading the tides \(2 weeks\); Printing at the pier \(3 weeks\)/)
  })

  it('has the total rather than a part of the budget', () => {
    const budget =
      '## Budget\n\n- Paper for the pier: $300\n- Travel to the harbour: $500\n- A printer that stands the rain: $700\n\nTotal: $1500\n'
    const [total] = totalsOf(analyze(`# A timetable\n\n${budget}`))
    assert.deepEqual([total?.clip.words, total?.kinds], ['Total: $1500', ['money']])
  })

  it('is nothing that is so only if something fails', () => {
    const said = takes(
      '## Plan\n\nIn the event that the council deems the printer too costly, the ferry office will revert back to paper within 2 weeks.\n'
    )
    assert.doesNotMatch(said, /revert/)
  })

  it('says what is meant to be reached by the time that a heading names', () => {
    const said = takes(
      '## The next 6 months\n\nThe goal is to work out the timetable of one pier and to print it there.\n'
    )
    assert.doesNotMatch(said, /^The next 6 months\.$/)
  })

  it('leads with the time that a heading names to what is done in it', () => {
    const said = takes(
      '### Work items over the next year\n\n| Task | Owner(s) | Notes |\n|---|---|---|\n| Read the tide table | @kito | |\n| Print the timetable | @aray | |\n'
    )
    assert.match(said, /^Over the next year: Read the tide table: @kito; Print the timetable: @aray/)
  })

  it('is what was not spent or given before, and nothing that a form allows at most', () => {
    for (const other of [
      'The harbour fund has provided up to 90 % of the budget of the last printer, at $900.',
      '- Total spent: $620 for the printer',
      'Total funding amount (max $2,000): (max $2,000)',
      'The printer has run for the past two years at a cost of $300 a year.'
    ])
      assert.doesNotMatch(takes(`## Budget\n\n${other}\n`), /\$/, other)
    assert.match(takes('## Budget\n\nThe budget of the printer is $900 a year.\n'), /\$900/)
  })

  it('is the list of tasks that is announced as such, rather than a sentence beside it', () => {
    const said = takes(
      '## Work plan\n\nWe will rely on the notices at the pier in the first month.\n\nIf the council agrees, the essential steps would be:\n\n- Read the tide table of the whole year, by the harbour team\n- The printer of the harbour gets a new tray by March\n- Passengers are told of it at the pier by April\n'
    )
    assert.match(
      said,
      /essential steps would be: Read the tide table of the whole year, by the harbour team; The/
    )
  })

  it('tells of each part once how long it takes', () => {
    const said = takes(
      '### Team A: Reading the tides (Duration: 1 month)\n\nThey read the table.\n\n### Team B: Printing at the pier (Duration: 2 months)\n\nThey print it.\n\n## Milestones\n\n- Tide table read: 1 month\n- Timetable printed: 2 months\n- Notices hung up: 1 month\n'
    )
    assert.match(said, /Team A: Reading the tides \(Duration: 1 month\); Team B/)
    assert.doesNotMatch(said, /Tide table read/)
  })

  it('is no time that something lasts once it is there, nothing paid out of another purse and no half sentence', () => {
    for (const other of [
      'The `TIDE_TABLE` setting will be deprecated in the next release, and removed in the release of March 2031.',
      'Versions of the timetable are then supported for 24 months by the ferry office.',
      'We may also invite the pilots for a week of work, using other money of the harbour.',
      'There are a number of ways to set the 3 months of the plan.',
      'Given that the pier is shut on 12 March. The next best date is 18 March.',
      'To host one printer per all these piers, the yearly cost would be $3,600.',
      'Requires a commitment of 2 years at the levels indicated below.'
    ])
      assert.equal(takes(`## Costs and time\n\n${other}\n`).replace(/^⟨.*$/, ''), '', other)
    assert.match(takes('## Costs and time\n\nThe printer of the pier costs $3,600 a year.\n'), /\$3,600/)
  })

  it('is no rule of how the thing is to be, unless a plan says so', () => {
    const rule = 'To keep it fair, we should make the timetable open to all piers.\n'
    assert.doesNotMatch(takes(`## After the season\n\n${rule}`), /open to all/)
  })

  it('is not what an earlier work took, beside what was spent on it', () => {
    const past =
      '1. Notices at the pier\n    - Duration of the notices: 3 months\n    - Total spent: $620 for the notices\n'
    assert.doesNotMatch(takes(`## Deliverables\n\n${past}`), /3 months/)
  })

  it('names of a row of many columns only the amount', () => {
    const said = takes(
      '## Funding\n\n| Purpose | Cost | Funded | Sponsor(s) |\n|---|---|---|---|\n| Printer | $7,500-$9,000 | Partial | Tidewater Ltd |\n'
    )
    assert.match(said, /Printer: \$7,500-\$9,000\./)
    assert.doesNotMatch(said, /Partial/)
  })

  it('is a list of months, with what is listed below each', () => {
    const said = takes(
      '## Timeline\n\n- Month 1: Set up the printer at the pier\n- Month 2-6:\n  - Print the winter timetable\n  - Ask the passengers\n- Month 6: Report to the council\n'
    )
    assert.match(
      said,
      /Month 1: Set up the printer at the pier; Month 2-6: Print the winter timetable, Ask the passengers; Month 6: Report/
    )
  })

  it('is the weeks of a plan in paragraphs, without those that span the others', () => {
    const said = takes(
      '## Roadmap\n\n**Weeks 1-4:** Print and hang up the timetable\n\n**Week 1:** Read the tide table\n- Kim (40 hours)\n\n**Week 2-3:** Print the timetable\n- Noor (40 hours)\n\n**Week 4:** Hang it up at the piers\n- Kim (40 hours)\n'
    )
    assert.match(said, /Week 1: Read the tide table; Week 2-3: Print the timetable; Week 4: Hang it up/)
    assert.doesNotMatch(said, /Weeks 1-4/)
  })

  it('has numbered headings of phases with their times, and no bars, nor phases that are over', () => {
    const phases = (title: string) =>
      `### 3.1 Milestone 1 | Reading the tides\n\n* **Estimated duration:** 2 months\n\n### 3.2 Milestone 2 | Printing at the pier\n\n* **Estimated duration:** 1 month\n\n## ${title}\n\n### Milestone 1\n\n- tide table bought\n- tray bought\n`
    const said = takes(phases('What has been done so far?'))
    assert.match(said, /Milestone 1, Reading the tides, 2 months; Milestone 2, Printing at the pier, 1 month/)
    assert.doesNotMatch(said, /tray/)
  })

  it('announces no files that are left out, and parts a list from what was cut before it', () => {
    const said = takes(
      '## Work plan\n\nThe following changes would be made by the office:\n\n- The following pages would be moved to the pier:\n  - `tides.md`\n  - `times.md`\n- Update the notices at the pier to name the new page\n- Close the old page and ask readers to use the new one\n'
    )
    assert.doesNotMatch(said, /following pages/)
    assert.match(said, /changes would be made by the office: Update the notices/)
  })

  it('is what has to be done to make a change, all of it', () => {
    const said = takes(
      '## Implementation\n\nIn order to make this change we need to:\n\n- Switch off the old printer at the pier.\n- Add a tray that stands the rain to the new one.\n'
    )
    assert.match(said, /we need to: Switch off the old printer at the pier; Add a tray/)
  })

  it('is no name that begins as a verb does, and nothing that will not be done', () => {
    const said = takes('## Ownership\n\nWork products should be owned by all who take the ferry.\n')
    assert.doesNotMatch(said, /Work products/)
    assert.doesNotMatch(
      takes('## Plan\n\nWe will not print the timetable of the other pier.\n'),
      /other pier/
    )
  })
})

describe('Open questions', () => {
  it('are quoted of their section, with the sentence that they go on from', () => {
    const text = recap(
      '## Open questions\n\n- Today the office takes the tides from a book. How would this be enforced?\n- Should the timetable be printed in colour?\n- For example, is red seen in the rain?\n'
    )
    assert.match(
      text,
      /- Today the office takes the tides from a book\. How would this be enforced\?\n- Should the timetable be printed in colour\?/
    )
    assert.doesNotMatch(text, /is red seen/)
  })

  it('are also told without a mark, or by the headings below', () => {
    assert.match(
      recap('## Unresolved questions\n\n- Exact paper format\n'),
      /\*\*Open questions:\*\*\n\n- Exact paper format/
    )
    assert.match(
      recap(
        '## Open questions\n\n### Printing on holidays\n\nThe office is closed then.\n\n### Paper that stands rain\n\nNobody sells it here.\n'
      ),
      /- Printing on holidays\n- Paper that stands rain/
    )
  })

  it('are none where the section says so', () => {
    assert.match(
      recap('## Open questions\n\nNone at this time.\n'),
      /\*\*Open questions:\*\* None at this time\./
    )
  })

  it('are none of the alternatives where the section says that there are none', () => {
    const text = recap(
      '## Alternatives\n\nIf there is any interest, could we give the printer to the sailing club?\n\n## Open questions\n\nNone at the moment.\n'
    )
    assert.match(text, /\*\*Open questions:\*\* None at the moment\./)
    assert.doesNotMatch(text, /sailing club/)
  })

  it('are no rhetorical ones', () => {
    const text = recap(
      '## Introduction\n\nFeedback is welcome. What happens when we face a storm that our piers cannot stand?\n\nThe piers are old.\n'
    )
    assert.doesNotMatch(text, /face a storm/)
  })

  it('are rather the sentence that says what the question is than the heading over it', () => {
    const text = recap(
      '## Open questions\n\n### Paper that stands rain\n\nNow the question is if and when we buy paper that stands the rain. There are some choices.\n'
    )
    assert.match(text, /- Now the question is if and when we buy paper/)
  })

  it('are those that feedback is looked for on', () => {
    const text = recap('- Feedback I’m looking for:\n  - What’s the best paper for this?\n')
    assert.match(text, /- What’s the best paper for this\?/)
  })

  it('are no demands, no facts and no questions of a questionnaire', () => {
    const text = recap(
      '## Open questions\n\n### Rain\n\nWe need to ensure that the paper stands the rain.\n\n### Colours\n\nThe plan for this will be made.\n'
    )
    assert.doesNotMatch(text, /stands the rain|- Rain|plan for this/)
    const facts = recap(
      '## Open questions\n\n- When the tide is low, the paper is at the pier\n- Paper format\n'
    )
    assert.doesNotMatch(facts, /When the tide/)
    const form = recap(
      '## Readiness questionnaire\n\n### Questions on printing\n\n- Can you switch the printing off once it has been started?\n'
    )
    assert.doesNotMatch(form, /switch the printing off/)
  })

  it('are no invitations, and none that is answered below', () => {
    const text = recap('## Contact\n\nPlease reach out to us if you have any questions about the ferry!\n')
    assert.doesNotMatch(text, /\*\*Open questions:\*\*/)
  })
})

describe('Who decides', () => {
  const head = (fields: string) =>
    recapOf(
      analyze(
        `---\n${fields}\n---\n\n# A timetable for the ferry\n\n${filler}## Proposal\n\nWe propose a timetable that is worked out from the tide table. Can the council approve it?\n`
      )
    ).markdown

  it('is no gap where the head says that it was decided', () => {
    assert.match(head('status: draft'), /⟨Who decides/)
    for (const fields of ['status: accepted', 'stage: recommended', 'accepted: true'])
      assert.doesNotMatch(head(fields), /⟨Who decides/)
  })

  it('is what was decided, where the text says so at its top', () => {
    const text = recapOf(
      analyze(
        `# A timetable for the ferry\n\n> **Decision:** We print it for one summer.\n\n${filler}## Proposal\n\nWe propose a timetable that is worked out from the tide table.\n`
      )
    ).markdown
    assert.match(text, /\*\*Decided:\*\* We print it for one summer\./)
  })

  it('is not the sentence before one that begins with code', () => {
    const text = recap(
      '## Plan\n\nThis will take several months. `ferry/core` will watch the tides and vote on when to print it.\n'
    )
    assert.match(text, /\*\*Who decides:\*\* `ferry\/core` will watch/)
  })

  it('is the sentence that says when it will be decided', () => {
    const text = recap(
      '## Plan\n\nAt the end of the season, 1 November, we will look at the timetable again and decide whether to print it.\n'
    )
    assert.match(text, /\*\*Who decides:\*\* At the end of the season, 1 November, we will/)
  })
})
