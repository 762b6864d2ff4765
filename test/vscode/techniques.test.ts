import {assert} from 'chai'
import * as vscode from 'vscode'
import {actionsAt, applied, diagnostics, memo, openProposal, ruleOf} from './proposals.ts'

// The other techniques of docs/techniques.md are shown by the tests that its table names.
describe('Techniques', () => {
  it('words that judge the reader are pointed at', async () => {
    const words =
      'Only a fool would object to this, and anybody who reads the plan can obviously see that you must approve it at once.'
    const {document} = await openProposal(
      memo.replace('## What is to be done', `${words}\n\n## What is to be done`)
    )
    const found = await diagnostics(document, (now) =>
      now.some((one) => ['no-dismissive-language', 'no-demanding-language'].includes(ruleOf(one)))
    )
    const judged = found.filter((one) => ruleOf(one).endsWith('-language'))
    for (const {range} of judged) assert.include(words, document.getText(range))
  })

  it('a downside becomes the objection that is answered', async () => {
    const risk = 'The risk is noise: the choir rehearses next door, and on some evenings reading may be hard'
    const editor = await openProposal(`${memo}\n## Drawbacks\n\n${risk}. That is a drawback for both.\n`)
    const {document} = editor
    await diagnostics(document, (found) => found.length > 0)
    const answers = (await actionsAt(editor, 'The risk is noise')).filter(({title}) =>
      title.startsWith('Answer this as an objection')
    )
    assert.deepEqual(
      answers.map(({kind}) => kind?.value),
      ['refactor.rewrite.buyIn.objection.practical', 'refactor.rewrite.buyIn.objection.emotional']
    )
    await applied(answers[1])
    assert.include(
      document.getText(),
      `## What speaks against it\n\n⟨Who⟩ may say: “${risk}.” Behind it stands ⟨what it touches: pride in their work, a say, a purpose⟩.`
    )
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), '⟨Who⟩')
  })
})
