import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {apply} from '../../../src/fixes/fix.ts'
import {fixesOf} from '../../../src/fixes/fixes.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {description} from '../rules/documents.ts'

const findings = (text: string, rule: string) => {
  const proposal = analyze(text)
  return findingsOf(proposal)
    .filter((finding) => finding.rule.id === rule)
    .map((finding) => fixesOf(proposal, [finding]).map(({fix}) => ({fix, text: apply(text, fix.edits)})))
}

describe('A finding about words', () => {
  const cases = [
    [
      'no-vague-commitment',
      'We ask the branch council to open the shelf when they have time.',
      'We ask the branch council to open the shelf by ⟨date⟩.'
    ],
    [
      'no-vague-commitment',
      'We ask the branch council for timely answers.',
      'We ask the branch council for answers by ⟨date⟩.'
    ],
    [
      'no-vague-commitment',
      'We will need help from Ines to hang the racks.',
      'We will need help (⟨how many hours a week⟩) from Ines to hang the racks.'
    ],
    [
      'no-vague-commitment',
      'We ask the branch council for regular feedback on the racks.',
      'We ask the branch council for feedback ⟨how often⟩ on the racks.'
    ],
    [
      'no-ownerless-ask',
      'We need volunteers to paint the second rack.',
      '⟨whom⟩, could you paint the second rack by ⟨date⟩?'
    ],
    [
      'no-implied-ask',
      'The support desk will answer questions about the tools.',
      'The support desk will answer questions about the tools.\n\n- [ ] **Ask 1, support desk:** answer questions about the tools, ⟨hours a week⟩, until ⟨date⟩'
    ],
    [
      'no-implied-ask',
      'The racks will be maintained by the platform team until 4 May.',
      'The racks will be maintained by the platform team until 4 May.\n\n- [ ] **Ask 1, platform team:** maintain the racks until 4 May, ⟨hours a week⟩'
    ],
    [
      'no-ownerless-ask',
      'It would be great if someone could paint the second rack.',
      '⟨whom⟩, could you paint the second rack by ⟨date⟩?'
    ],
    [
      'no-ownerless-ask',
      'It would be great if someone could paint the second rack by 4 May.',
      '⟨whom⟩, could you paint the second rack by 4 May?'
    ],
    ['no-closed-question', 'Do you agree with the schedule?', 'How do you see the schedule playing out?'],
    ['no-demanding-language', 'You must approve this by Friday.', 'Could you approve this by Friday?']
  ] as const
  for (const [rule, written, mended] of cases) {
    it(`of ${rule} is mended in the author’s own words: “${written}”`, () => {
      const [fixes] = findings(`${description}\n${written}\n`, rule)
      const [first] = fixes ?? []
      assert.equal(first?.text, `${description}\n${mended}\n`)
      assert(first.fix.kind.startsWith('quickfix.buyIn.'))
      assert.deepEqual(findings(first.text, rule), [], 'and does not come back')
    })
  }

  it('of a duty that is told in a winding way is left to its author', () => {
    for (const written of [
      'A spade, provided by Pond Labs, will follow.',
      'Mentoring will be required from the platform team.',
      'In short, the racks, which are red, will be maintained by the platform team.'
    ])
      for (const fixes of findings(`${description}\n${written}\n`, 'no-implied-ask'))
        assert.deepEqual(fixes, [], written)
  })

  it('of an oversized ask is mended by its parts; how long the last one takes is not said of the others', () => {
    const written =
      'We ask the branch council to build the shelf, hire a librarian, paint the hall, and run the shelf with two people for two years.'
    const [[split] = []] = findings(`${description}\n${written}\n`, 'no-oversized-ask')
    assert.match(split?.text ?? '', /- \[ \] \*\*Ask 3, branch council:\*\* paint the hall, by ⟨date⟩\n/)
    assert.match(split?.text ?? '', /run the shelf with two people, for two years\n$/)
  })
})
