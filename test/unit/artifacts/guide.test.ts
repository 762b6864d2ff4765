import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {guideOf} from '../../../src/artifacts/guide.ts'
import {stakeholderNamed} from '../../../src/artifacts/moves.ts'
import {plan} from './plan.ts'

const proposal = analyze(plan)
const [platform, support] = ['Platform team', 'Support desk'].map((name) => stakeholderNamed(proposal, name))
const page = (stakeholder = platform) => guideOf(proposal, {stakeholder}).markdown

describe('A conversation guide', () => {
  it('has a page for each stakeholder of the front matter, of the asks and of the text', () => {
    const pages = guideOf(proposal).markdown.match(/^## .*$/gm)
    assert.deepEqual(pages, ['## Platform team', '## Support desk', '## delivery group', '## steering group'])
  })

  it('asks open questions, also about what the stakeholder cares about', () => {
    assert.match(page(), /- How do you see this playing out\?/)
    assert.match(page(), /- What would this mean for on-call load\?/)
    assert.match(page(support), /- What would this mean for customers\?/)
  })

  it('leaves room for what was heard', () => {
    assert.match(page(), /\*\*What I heard:\*\*\n\n- ⟨what matters to them, in their words⟩/)
  })

  it('names likely objections by their reason, those that touch the stakeholder first', () => {
    assert.match(page(), /\(hear it out first\):\n\n- _practical, time:_ The on-call load may rise/)
    assert.match(
      page(support),
      /\(hear it out first\):\n\n- _practical, breakage:_ Customers might see test mails/
    )
    assert.match(page(), /_practical, money:_ The budget could run over by \$300 a month\./)
    assert.match(page(), /_emotional:_ ⟨What could make it hard for Platform team to say yes/)
  })

  it('knows an emotional objection', () => {
    const text = plan.replace(
      'The budget could run over by $300 a month.',
      'A drawback is that people are accustomed to their own environment and may fear to lose control over it.'
    )
    const {markdown} = guideOf(analyze(text), {stakeholder: platform})
    assert.match(
      markdown,
      /_emotional, (?:the familiar|self-esteem|trust):_ A drawback is that people are accustomed/
    )
  })

  it('orders what to offer by the first objection, from the ask’s own words', () => {
    assert.match(
      page(),
      /1\. A smaller commitment: instead of 6 hours a week, ⟨how little would still help\?⟩\n2\. A shorter time frame: instead of 12 June/
    )
  })
})
