import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import type {Profile} from '../../../src/analysis/proposal.ts'
import {contains} from '../../../src/analysis/span.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {type LooseEnd, looseEnds} from '../../../src/rules/ready-to-send.ts'
import {markdown} from '../markdown.ts'

function left(text: string, kind: LooseEnd['kind'], profile: Profile = 'memo'): string[] {
  const proposal = analyze(text, {profile})
  return looseEnds(proposal, findingsOf(proposal))
    .filter((one) => one.kind === kind)
    .map(({message, span}) => `${message} @${proposal.text.slice(span.start, span.end)}`)
}

describe('Before a proposal is sent', () => {
  it('the places that are not filled in are named, a line for each section', () => {
    const text = '# A pond\n\n## Why\n\nBecause ⟨reason⟩, since ⟨date⟩.\n\n## When\n\nTBD\n'
    assert.deepEqual(left(text, 'place'), [
      'Still to be filled in: ⟨reason⟩, ⟨date⟩. @⟨reason⟩',
      'Still to be filled in: TBD. @TBD'
    ])
  })

  it('asks without a name or a date are named, unless the date stands beside them', () => {
    const asks = (text: string) =>
      left(`# A pond\n\n${text}\n`, 'ask').map((line) => line.replace(/ @.*/s, ''))
    assert.deepEqual(asks('We ask the board to approve the pond.'), [
      'This ask has no date: “approve the pond”.'
    ])
    assert.deepEqual(asks('- [ ] **Ask 1:** dig the pond'), [
      'This ask has neither a name nor a date: “dig the pond”.'
    ])
    assert.deepEqual(asks('- [ ] **Ask 1:** dig the pond, by 3 May'), [
      'This ask names nobody: “dig the pond”.'
    ])
    assert.deepEqual(asks('We ask the board to approve the pond by 3 May.'), [])
    assert.deepEqual(asks('We ask the board to approve the pond. We need to know by 3 May.'), [])
    assert.deepEqual(asks('- [x] **Ask 1, board:** approve the pond (Kim, 2 May)'), [])
    assert.deepEqual(asks('- [ ] **Ask 1, ⟨whom⟩:** dig the pond, by ⟨date⟩'), [])
  })

  it('a call to answer needs an address, there or in another call', () => {
    const answer = (text: string) => left(`# A pond\n\n${text}\n`, 'answer')
    assert.equal(answer('The pond is round. Please let us know what you think.').length, 1)
    assert.equal(answer('Comments are welcome until 3 May.').length, 1)
    assert.deepEqual(answer('Please let us know what you think, by mail to pond@example.org.'), [])
    assert.deepEqual(answer('Please let us know. Comments are welcome in the garden channel.'), [])
    assert.deepEqual(answer('Please comment on [the issue](https://example.org/1).'), [])
    assert.deepEqual(left('# A pond\n\nPlease let us know what you think.\n', 'answer', 'letter'), [])
  })

  it('what the reader is not told is one line', () => {
    const lines = left(`# A pond\n\n${'The pond is round and lies behind the gym. '.repeat(20)}\n`, 'untold')
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /^Not told yet: what you ask of whom, why you pursue this,? .*\. @/)
  })

  it('nothing is left of one that is decided', () => {
    const text = '---\nstatus: accepted\n---\n\n# A pond\n\nBecause ⟨reason⟩.\n'
    assert.deepEqual(looseEnds(analyze(text), []), [])
  })

  it('each line has a place in the text, for any text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const proposal = analyze(text)
        const whole = {start: 0, end: proposal.text.length}
        for (const {span, message} of looseEnds(proposal, findingsOf(proposal))) {
          assert(contains(whole, span))
          assert(message.endsWith('.'))
        }
      })
    )
  })
})

describe('Sums', () => {
  const table = (head: string, ...rows: string[]) =>
    `# T\n\n| ${head} |\n|${' - |'.repeat(head.split('|').length)}\n${rows.map((row) => `| ${row} |\n`).join('')}`

  it('of a table are checked column by column', () => {
    const text = table(
      'What | Hours | Cost',
      'Lamps | 2 | €1,200',
      'Tables | 3 | €655.50',
      '**Total** | 5 | **€1,955.50**'
    )
    assert.deepEqual(left(text, 'sum'), [
      'This total says €1,955.50; the parts add up to €1,855.50. @**€1,955.50**'
    ])
    const hours = table('What | Hours', 'Lamps | 2', 'Tables | 3', 'Total | 6')
    assert.deepEqual(left(hours, 'sum'), ['This total says 6; the parts add up to 5. @6'])
  })

  it('of a list are checked', () => {
    const text = '# T\n\n- Lamps: $300\n- Tables: $250\n- Total: $600\n'
    assert.deepEqual(left(text, 'sum'), ['This total says $600; the parts add up to $550. @$600'])
    assert.deepEqual(left(text.replace('$600', '$550'), 'sum'), [])
  })

  const unsure = {
    'a sum that is right': table(
      'What | Cost',
      'Lamps | $1,200',
      'Tables | -',
      'Chairs | $800',
      'Total | $2,000'
    ),
    'rounded parts': table('What | Cost', 'Lamps | $1.2k', 'Tables | $0.9k', 'Total | $2,060'),
    'a rate': table('What | Rate', 'Lamps | €70', 'Tables | €80', 'Total | €75'),
    'a range': table('What | Cost', 'Lamps | $100-200', 'Tables | $300', 'Total | $450'),
    'amounts in two currencies': table('What | Cost', 'Lamps | $100', 'Tables | €300', 'Total | €450'),
    'time spans, which may overlap': table('What | Weeks', 'Lamps | 3', 'Tables | 4', 'Total | 4'),
    'prices of several pieces': table(
      'What | Quantity | Price',
      'Lamps | 3 | $5',
      'Tables | 4 | $6',
      'Total | 7 | $39'
    ),
    'a subtotal': table('What | Cost', 'Lamps | $1', 'Subtotal | $1', 'Tables | $2', 'Total | $3'),
    'a number that can be read in two ways': table(
      'What | Cost',
      'Lamps | €1.500',
      'Tables | €2.500',
      'Total | €5.000'
    ),
    'items with more to them': '# T\n\n- Lamps: 3 × $300\n- Tables: $250 each\n- Total: $2,000\n',
    'items by the month': '# T\n\n- Hosting: $30 a month\n- Mail: $10 a month\n- Total: $480\n'
  }
  for (const [name, text] of Object.entries(unsure)) {
    it(`are left alone where nothing is sure: ${name}`, () => assert.deepEqual(left(text, 'sum'), []))
  }
})

describe('Time spans', () => {
  const time = (words: string) => left(`# T\n\n${words}\n`, 'time').map((line) => line.replace(/ @.*/s, ''))

  it('that contradict themselves are named', () => {
    assert.deepEqual(time('We try it for six weeks, from 4 May until 20 May.'), [
      'These dates are about 2 weeks apart, not six weeks.'
    ])
    assert.deepEqual(time('It runs from May 4 to August 20 (two months).'), [
      'These dates are about 15 weeks apart, not two months.'
    ])
    assert.deepEqual(time('It runs from 4 May 2026 until 20 April 2026.'), ['This ends before it begins.'])
    assert.deepEqual(time('It takes 6 hours a week for ten weeks (80 hours).'), [
      '6 hours a week for ten weeks are 60 hours, not 80.'
    ])
  })

  it('that may be right are left alone', () => {
    assert.deepEqual(time('We try it for six weeks, from 4 May until 15 June.'), [])
    assert.deepEqual(time('It runs for two months, from 20 November until 20 January.'), [])
    assert.deepEqual(time('It runs from 12 November until 3 March.'), [])
    assert.deepEqual(time('It takes 6 hours a week for ten weeks, 60 hours in all.'), [])
    assert.deepEqual(time('After six weeks, from 4 August until 20 August, the pool is shut.'), [])
  })
})
