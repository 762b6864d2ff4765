import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {apply} from '../../../src/fixes/fix.ts'
import {fixMissing} from '../../../src/fixes/fixes.ts'
import {insertElement} from '../../../src/fixes/insert-element.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {shownOf} from '../../../src/rules/shown.ts'

/** A document that ends in a closing, with what could go wrong inserted. */
function withDownside(text: string): string {
  const proposal = analyze(text, {profile: 'memo'})
  return apply(proposal.text, insertElement(proposal, 'downside', false).edits)
}

const body =
  '# A second ferry\n\nThe ferry is full by nine.\n\n## The boat\n\nIt is blue, and it holds forty.\n'

describe('What is inserted at the end', () => {
  const closings: [string, string][] = [
    ['thanks', 'Thank you for reading, we hope to hear from you!'],
    ['thanks and an address', 'Many thanks!\n\n## [kim@example.org](mailto:kim@example.org)'],
    ['a farewell with a name and a role', 'Kind regards,\n\nKim Okafor\n\nHarbour club'],
    ['whom to write to', 'Contact: kim@example.org'],
    ['references', '## References\n\n1. The log of the harbour, 2019.'],
    ['an appendix with parts', '## Appendix A: the count\n\n### Mornings\n\n40\n\n### Evenings\n\n12'],
    ['a contact and references', '## Contact\n\nKim, at the pier.\n\n## References\n\n- The log.'],
    ['thanks below a rule', '---\n\nThanks for your time.'],
    ['footnotes', '[^1]: As counted in May.']
  ]
  for (const [what, closing] of closings)
    for (const [ends, eol] of [
      ['', '\n'],
      [', with Windows line ends', '\r\n']
    ] as const)
      it(`stands before ${what}${ends}`, () => {
        const mended = withDownside(`${body}\n${closing}\n`.replaceAll('\n', eol)).replaceAll('\r\n', '\n')
        assert(mended.startsWith(`${body}\n## What could go wrong\n\n`), mended)
        assert(mended.endsWith(`\n\n${closing}\n`), mended)
      })

  const substance: [string, string][] = [
    ['an address that is all that a section says', '## The timetable\n\nhttps://example.org/ferry'],
    [
      'thanks that are the point',
      '## How we thank you\n\nThank you with a free crossing: that is the offer.'
    ],
    ['a last short paragraph', 'Forty seats in all']
  ]
  for (const [what, last] of substance)
    it(`stands after ${what}`, () =>
      assert(withDownside(`${body}\n${last}\n`).startsWith(`${body}\n${last}\n\n## What could go wrong\n`)))
})

describe('Insert What Is Missing, in a call for land', () => {
  const call = `# The garden club seeks a field

Our club has grown apples on borrowed ground for six years, and in autumn the owner sells it. Forty
families live on these apples through the winter, and the trees are too old to be moved twice. We
have ninety young trees in pots, a shed that can be taken apart, and a promise of the beekeeper to
come with us. Children of two schools visit us each week to see how a graft is made.

We are looking for access to land near the river, by gift, lease or sale, for thirty years or more.

We have kept the old orchard free of poison, and we would do so again. The soil is tested each
spring, and whoever lends us a field can walk in it whenever they like. The bees fly for two miles,
and the neighbours of the old orchard have had good harvests.

Thank you for reading!

## [kim@example.org](mailto:kim@example.org)
`
  const proposal = analyze(call, {profile: 'memo'})
  const fix = fixMissing(proposal, findingsOf(proposal))
  assert(fix)
  const mended = apply(proposal.text, fix.edits)

  it('asks for no hours where land is asked for', () => {
    assert(!mended.includes('hours a week'), mended)
    assert.equal(proposal.asks.length, 1)
  })

  it('closes with the thanks and the address', () =>
    assert(
      mended.endsWith('\n\nThank you for reading!\n\n## [kim@example.org](mailto:kim@example.org)\n'),
      mended
    ))

  it('leaves nothing but places to fill in, and the ask an ask', () => {
    const again = analyze(mended, {profile: 'memo'})
    const shown = shownOf(findingsOf(again), {...again, unsaved: false})
    const left = shown.flatMap(({findings}) => findings).filter(({weak}) => !weak)
    assert.deepEqual([...new Set(left.map(({rule}) => rule.id))], ['no-unfilled-placeholder'])
    assert.equal(again.asks.length, 1)
  })
})

describe('A scaffold at the heading of the plan', () => {
  it('speaks for what is still to be said there', () => {
    const plan = `# A wash basin in the workshop

${'The basin hangs beside the door and has one tap. '.repeat(16)}

## What is to be done

- ⟨who⟩ does ⟨what⟩ by ⟨date⟩
`
    const left = findingsOf(analyze(plan, {profile: 'grant'})).filter(({homeless}) => !homeless)
    assert.deepEqual([...new Set(left.map(({rule}) => rule.id))], ['no-unfilled-placeholder'])
  })
})
