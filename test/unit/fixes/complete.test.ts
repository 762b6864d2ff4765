import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {peopleIn} from '../../../src/analysis/people.ts'
import {trustElements} from '../../../src/analysis/trust-elements.ts'
import {completionsAt} from '../../../src/fixes/complete.ts'
import {apply} from '../../../src/fixes/fix.ts'
import {markdown} from '../markdown.ts'

const memo = `# A bench at the bus stop

We propose a bench at the bus stop. The parks department paints it, and it costs $400.

- Mira measures the place by 3 May.
- The street council lends a drill, 2 hours a week.

## What we ask

- [ ] **Ask 1, village board:** approve the place, by 12 June
`

/** What is offered at the end of a line that is added, by its label and the line that it makes. */
function offered(line: string, rest = ''): Map<string, string> {
  const source = `${memo}${line}${rest}\n`
  const found = completionsAt(analyze(source), memo.length + line.length)
  return new Map(
    found.map(({label, span, content}) => [
      label,
      apply(source, [{span, content}]).slice(memo.length).trimEnd()
    ])
  )
}

describe('Completions in an ask', () => {
  it('are the people of the document where it is named who is asked, those who are asked first', () => {
    assert.deepEqual(peopleIn(analyze(memo)), ['village board', 'parks department', 'Mira', 'street council'])
    assert.equal(offered('- [ ] **Ask 2, ').get('parks department'), '- [ ] **Ask 2, parks department:**')
    assert.equal(offered('- [ ] **Ask 2,').get('Mira'), '- [ ] **Ask 2, Mira:**')
    assert.equal(offered('- [ ] **Ask 2, par', ':** paint it').get('Mira'), '- [ ] **Ask 2, Mira:** paint it')
  })

  it('are its slots, with the amounts and dates of the document', () => {
    const slots = offered('- [ ] **Ask 2, Mira:** paint it,')
    assert.deepEqual(
      [...slots.keys()],
      [
        'about … hours a week',
        '2 hours a week',
        'by …',
        'from … until …',
        'by 3 May',
        'by 12 June',
        'with …',
        '$400',
        'decided after …',
        'to stop at any time'
      ]
    )
    assert.equal(slots.get('by 12 June'), '- [ ] **Ask 2, Mira:** paint it, by 12 June')
    assert.equal(
      slots.get('decided after …'),
      '- [ ] **Ask 2, Mira:** paint it, decided after ⟨what ask 1 shows⟩'
    )
  })

  it('take the place of what was typed of them, and put the comma', () => {
    assert.equal(
      offered('- [ ] **Ask 2, Mira:** paint it, de').get('decided after …'),
      '- [ ] **Ask 2, Mira:** paint it, decided after ⟨what ask 1 shows⟩'
    )
    assert.equal(
      offered('- [ ] **Ask 2, Mira:** paint it ').get('by …'),
      '- [ ] **Ask 2, Mira:** paint it, by ⟨date⟩'
    )
    assert.equal(
      offered('- [ ] **Ask 2, Mira:**').get('do what'),
      '- [ ] **Ask 2, Mira:** ⟨do what⟩, about ⟨hours a week⟩, by ⟨date⟩'
    )
  })

  it('are not what the ask has already', () => {
    const labels = [...offered('- [ ] **Ask 1, Mira:** paint it, 2 hours a week, until 3 May,').keys()]
    assert.deepEqual(labels, ['with …', '$400', 'to stop at any time'])
  })

  it('are none where it is answered, and none in prose or code', () => {
    assert.equal(offered('- [x] **Ask 2, Mira:** paint it,').size, 0)
    assert.equal(offered('The bench is green,').size, 0)
    assert.equal(offered('```\n- [ ] **Ask 2, Mira:** paint it,').size, 0)
  })
})

describe('Completions of sections', () => {
  it('are one for each element, in the style of the document, where a line begins', () => {
    const sections = offered('buyin-')
    assert.equal(sections.size, trustElements.length + 1)
    assert.match(sections.get('buyin-downside') ?? '', /^## What could go wrong\n\n- For you: ⟨/)
    assert.match(sections.get('buyin-ask') ?? '', /^- \[ \] \*\*Ask 2, ⟨whom⟩:\*\* ⟨do what⟩/)
    assert.equal(offered('').size, trustElements.length + 1)
    assert.equal(offered('bench').size, 0)
    assert.equal(offered('a buyin-').size, 0)
    assert.equal(offered('buyin-', ' more').size, 0)
  })

  it('keep to their line, for any text and place', () => {
    fc.assert(
      fc.property(markdown, fc.nat(), (text, at) => {
        const proposal = analyze(text)
        const offset = at % (proposal.text.length + 1)
        for (const {span, content} of completionsAt(proposal, offset)) {
          assert(span.start <= offset && span.end === offset)
          assert(!/[\r\n]/.test(proposal.text.slice(span.start, span.end)))
          assert(content.length > 0)
        }
      })
    )
  })
})
