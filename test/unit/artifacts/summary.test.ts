import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {type Summary, summaryOf} from '../../../src/artifacts/summary.ts'
import {summaryToHtml, summaryToMarkdown} from '../../../src/artifacts/summary-text.ts'
import {wantedBy} from '../../../src/rules/wanted.ts'
import {markdown} from '../markdown.ts'

const memo = `---
stakeholders:
  - name: Support Desk
    role: answers first
    caresAbout: quiet mornings
  - caretaker
---

# A shared calendar for the halls

We propose one calendar for the three halls, so that nobody drives to a locked door.

## Why this matters to us

Last winter I stood before a locked hall with forty children, twice. I never want to do that again.

## Where it stands

The calendar has run for the small hall since 3 March, and 12 groups write into it already.

## What could go wrong

In the first weeks some groups will forget to book. The support desk would have to sort that out, about ten times a week.

## What you gain

Nobody waits at a locked door any more. The caretaker gets the plan of the week on Sunday evening.

## What we ask

- [ ] **Ask 1, support desk:** enter the bookings of the old list, 6 hours, by 12 May
- [ ] **Ask 2, house committee:** approve the rules of booking by 2 May
- [x] **Ask 3, caretaker:** open the halls by the calendar from 1 June (Kim, 3 April)

The keys will be maintained by the garden group.

## Questions for you

What would make this easier for your group? Please answer on the notice board until 28 April. The house committee decides on 4 May.

## Thanks

We thank the rowing club for the idea.
`

const summarised = (text: string, name?: string): Summary => {
  const proposal = analyze(text)
  return summaryOf(proposal, wantedBy(proposal), name)
}

describe('Stakeholders', () => {
  const names = summarised(memo).stakeholders.map(({name}) => name.toLowerCase())

  it('are who is asked, counted on or listed, and not who is only thanked', () => {
    for (const name of ['support desk', 'house committee', 'caretaker', 'garden group'])
      assert(names.includes(name), `${name} is not among ${names.join(', ')}`)
    assert(!names.some((name) => name.includes('rowing')))
  })

  it('are the same with and without article and capitals, and keep what the front matter says of them', () => {
    assert.equal(new Set(names).size, names.length)
    const [desk] = summarised(memo).stakeholders.filter(({role}) => role)
    assert.deepEqual(desk, {
      name: 'Support Desk',
      role: 'answers first',
      caresAbout: ['quiet mornings'],
      asks: 1,
      named: true
    })
  })

  it('are not those who wrote it, unless something is asked of them', () => {
    const namesOf = (text: string) => summarised(text).stakeholders.map(({name}) => name)
    const head = '# Plan\n\n- **Author:** Kim Ito (@kito)\n- **Reviewers:** Ada Ray\n\n## Who does what\n\n'
    const work = '@kito will build the shed by 3 May, and @lo will paint it, four hours a week.\n'
    assert.deepEqual(namesOf(head + work), ['Ada Ray', '@lo'])
    const asked = '\n## What we ask\n\n- [ ] **Ask 1, @kito:** bring the ladder, by 3 May\n'
    assert(namesOf(head + work + asked).includes('@kito'))
  })

  it('are known by a name however long, with its titles', () => {
    const {stakeholders} = summarised(
      '# A petition\n\nDear Harbour Secretary Rt Hon Ada Mira Ray,\n\nWe ask you to open the old pier by 3 May.\n'
    )
    assert.deepEqual(
      stakeholders.map(({name}) => name),
      ['Harbour Secretary Rt Hon Ada Mira Ray']
    )
  })

  it('are no annotations, packages or things that are proposed', () => {
    const {stakeholders} = summarised(
      '# The Quiet Ledger\n\n## What we do\n\nThe Quiet Ledger will replace the book by 3 May, four hours a week. We mark each entry with `@checked`, install @ledger/print, and @lo will test it for two hours a week. Initially Kim Ito will keep the book, and The Old Press will be sold. The @ledger/core team reviews it.\n'
    )
    assert.deepEqual(stakeholders.map(({name}) => name).sort(), ['@ledger/core', '@lo'])
  })

  it('are no pronouns and no places to fill in', () => {
    const {stakeholders} = summarised(
      '# Plan\n\n## What we ask\n\n- [ ] **Ask 1, ⟨who⟩:** dig, by 3 May\n- [ ] **Ask 2, you:** water it, by 4 May\n'
    )
    assert.deepEqual(stakeholders, [])
  })

  it('find no question and no place to answer in a scaffold that still waits', () => {
    const {questions, answering} = summarised(
      '# Plan\n\nDig.\n\n## Questions for you\n\n- How do you see this playing out for ⟨your team⟩?\n\nPlease answer in the channel ⟨where⟩ until ⟨date⟩.\n'
    )
    assert.deepEqual([questions, answering], [[], []])
  })

  it('survive front matter of any form', () => {
    for (const value of ['7', '[7, null, {name: 3}, {role: x}]', '{name: a}', '"the board"'])
      assert.doesNotThrow(() => summarised(`---\nstakeholders: ${value}\n---\n\n# Plan\n\nDig.\n`))
  })
})

describe('A summary for one stakeholder', () => {
  it('holds what is asked of them, and says how much is asked of others', () => {
    const {asks, others, stakeholder} = summarised(memo, 'the support desk')
    assert.equal(stakeholder?.name, 'Support Desk')
    assert.deepEqual(
      asks.map(({what}) => what),
      ['enter the bookings of the old list']
    )
    assert.equal(others, 2)
  })

  it('leads with what touches them', () => {
    const [worst] = summarised(memo, 'support desk').downside
    assert.match(worst?.words ?? '', /support desk would have to sort/)
  })

  it('leads with what they care about where nothing touches them by name', () => {
    const cares = memo.replace('  - caretaker', '  - name: night desk\n    caresAbout: groups that forget')
    const [worst] = summarised(cares, 'night desk').downside
    assert.match(worst?.words ?? '', /some groups will forget/)
    assert.doesNotMatch(summarised(memo).downside[0]?.words ?? '', /some groups will forget/)
  })

  it('is for everybody where the proposal knows no such one', () => {
    const {asks, stakeholder} = summarised(memo, 'the moon')
    assert.equal(stakeholder, undefined)
    assert.equal(asks.length, 3)
  })
})

describe('What a summary says of time', () => {
  it('puts the decision before the date for answers', () => {
    const {decision} = summarised(memo)
    assert.equal(decision?.what, 'Decision')
    assert.match(decision?.when ?? '', /4 May$/)
  })

  it('orders what has a date, and leaves out what is past', () => {
    const {milestones} = summarised(memo)
    const dates = milestones.map(({date}) => date)
    assert.deepEqual(
      dates.filter((date) => ['2 May', '4 May', '12 May'].includes(date)),
      ['2 May', '4 May', '12 May']
    )
    assert(!dates.includes('3 March'))
  })

  it('knows that February comes after November', () => {
    const {milestones} = summarised(
      '# Plan\n\n## What we ask\n\n- [ ] **Ask 1, board:** approve the plan by 20 November\n- [ ] **Ask 2, board:** open the doors by 3 February\n'
    )
    assert.deepEqual(
      milestones.map(({date}) => date),
      ['20 November', '3 February']
    )
  })

  it('gives the hours of an ask and its limit', () => {
    const [first] = summarised(memo, 'support desk').asks
    assert.equal(first?.effort, '6 hours')
    assert.equal(first?.when, 'by 12 May')
  })
})

describe('The parts of a summary', () => {
  it('never tell one sentence twice', () => {
    const {proposed, motive, progress, downside, reward, optout} = summarised(memo)
    const words = [proposed, motive, progress, downside, reward, optout].flat().map((one) => one.words)
    assert.equal(new Set(words).size, words.length)
  })

  it('take no question for an ask', () => {
    const {asks, questions} = summarised(memo)
    assert(!asks.some(({what}) => what.includes('easier for your group')))
    assert(questions.some(({words}) => words.includes('easier for your group')))
  })

  it('count an ask once that the digest names beforehand', () => {
    const {asks} = summarised(
      '# A pond\n\n## Summary\n\nWe ask the fund for €900 to dig a pond behind the school.\n\n## What we ask\n\nWe ask the fund to grant €900 by 3 May.\n'
    )
    assert.equal(asks.length, 1)
    assert.match(asks[0]?.what ?? '', /grant/)
  })

  it('say that nothing is asked only where nothing is', () => {
    assert.match(summaryToMarkdown(summarised('# A pond\n')), /_Nothing is asked of anyone yet\._/)
    assert.doesNotMatch(summaryToMarkdown(summarised(memo)), /Nothing is asked/)
  })
})

describe('What the author sees', () => {
  it('is the fix for each element that is not told, or the place that waits for it', () => {
    const {elements} = summarised(
      '# A pond\n\nWe ask the school to dig a pond.\n\n## Why this matters to us\n\nWe want this because ⟨reason⟩.\n'
    )
    const mend = (name: string) => elements.find(({element}) => element === name)?.mend
    assert.notEqual(mend('motive')?.place, undefined)
    assert.equal(mend('downside')?.place, undefined)
    assert.match(mend('downside')?.title ?? '', /^Insert/)
  })

  it('offers no fix for a proposal that is decided or not in English', () => {
    const decided = summarised('---\nstatus: accepted\n---\n\n# A pond\n\nDig a pond behind the school.\n')
    assert(decided.elements.every(({mend}) => mend === undefined))
  })
})

describe('What is handed on, for any text', () => {
  it('holds no HTML of the document', () => {
    const html = summaryToHtml(
      summarised('# A `<img src=x onerror=alert(1)>` pond\n\nWe propose to dig "it" & `<script>`.\n')
    )
    assert.doesNotMatch(html, /<img|<script/)
    assert.match(html, /&lt;img src=x/)
  })

  it('is well-formed HTML without scripts, and Markdown, and has none of the author’s marks', () => {
    fc.assert(
      fc.property(markdown, fc.constantFrom(undefined, 'you', 'the team'), (source, name) => {
        const summary = summarised(source, name)
        const html = summaryToHtml(summary)
        assert.match(html, /^<!doctype html>/)
        const [, body = ''] = html.split('<body>')
        const tags = Array.from(body.matchAll(/<\/?([a-z\d]+)/g), ([, tag]) => tag)
        const known = 'main h1 h2 section p strong em ul li br small s code table tr th td body html'.split(
          ' '
        )
        assert.deepEqual(
          tags.filter((tag) => !known.includes(tag ?? '')),
          []
        )
        // With other marks for the author, the same is handed on.
        const unmarked = {
          ...summary,
          elements: summary.elements.map((one) => ({...one, mend: undefined, wanted: false, evidence: []}))
        }
        assert.equal(summaryToHtml(unmarked), html)
        assert.equal(summaryToMarkdown(unmarked), summaryToMarkdown(summary))
      })
    )
  })
})

describe('Where no words of an element read well by themselves', () => {
  const proposal = analyze(memo)
  const {elements} = summaryOf(proposal, new Set())

  it('a summary names the section that tells it, and goes to the passage', () => {
    const {motive, progress, downside, toldIn} = summaryOf(proposal, new Set())
    for (const [element, shown] of Object.entries({motive, progress, downside}))
      assert.equal(
        toldIn.some((one) => one.element === element),
        shown.length === 0 && elements.some((one) => one.element === element && one.level === 'present')
      )
  })

  it('says so in one line', () => {
    const summary = summaryOf(proposal, new Set())
    const span = {start: 3, end: 9}
    const bare = {...summary, progress: [], toldIn: [{element: 'progress', words: 'Status', span} as const]}
    assert.match(summaryToMarkdown(bare), /## Where it stands\n\n_This is told in “Status”\._/)
  })
})
