import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {stakeholdersOf} from '../../../src/artifacts/stakeholders.ts'
import {type UpdateOptions, updateOf} from '../../../src/artifacts/update.ts'
import {plan} from './plan.ts'

const update = (text: string, options?: UpdateOptions) => updateOf(analyze(text), options).markdown
const since = (text: string) => /\*\*New since the last update:\*\*\n\n((?:- .*\n)+)/.exec(text)?.[1] ?? ''

describe('An update', () => {
  it('tells what was built, answered and ticked since the earlier text, and nothing that stood there', () => {
    const before = plan
      .replace('We have built a prototype that two teams have used since May. ', '')
      .replace(
        '- [x] **Ask 2, delivery group:** lend us a test account (Kim, 3 May)',
        '- [ ] **Ask 2, delivery group:** lend us a test account'
      )
      .replace('## How it works', '- [ ] Order the certificates for the shop\n\n## How it works')
    const after = plan.replace(
      '## How it works',
      '- [x] Order the certificates for the shop\n\n## How it works'
    )
    const news = since(update(after, {before: analyze(before)}))
    assert.match(news, /- Agreed: delivery group: lend us a test account \(Kim, 3 May\)\./)
    assert.match(news, /- Done: Order the certificates for the shop\./)
    assert.match(news, /- We have built a prototype that two teams have used since May\./)
    assert.doesNotMatch(news, /promised the test data/)
  })

  it('has a gap where nothing is new', () => {
    assert.equal(
      since(update(plan, {before: analyze(plan)})),
      '- ⟨What has happened since your readers last heard of it?⟩\n'
    )
  })

  it('tells where it stands without an earlier text', () => {
    assert.match(update(plan), /\*\*Where it stands:\*\* We have built a prototype/)
  })

  it('has one ask, an open one, and the stakeholder’s own', () => {
    assert.equal(update(plan).match(/^- \[.\]/gm)?.length, 1)
    const [platform] = stakeholdersOf(analyze(plan))
    assert.match(
      update(plan, {stakeholder: platform}),
      /- \[ \] \*\*platform team:\*\* review the cluster design/
    )
  })
})
