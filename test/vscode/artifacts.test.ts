import {assert} from 'chai'
import * as vscode from 'vscode'
import {eventually, memo, openProposal} from './proposals.ts'

async function recap(): Promise<string> {
  await vscode.commands.executeCommand('buyIn.generateRecap', {})
  const document = vscode.window.activeTextEditor?.document
  assert(document?.isUntitled, 'the recap is an unsaved document')
  assert.equal(document.languageId, 'markdown')
  const text = document.getText()
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  return text
}

describe('Artifacts', () => {
  it('a recap says what is asked of whom, by when, in the words of the proposal', async () => {
    await openProposal(memo)
    const text = await recap()
    assert.match(text, /^# Recap: A reading room for the evening school\n/)
    assert.include(text, 'We propose to open the small hall as a reading room for the evening school')
    assert.match(
      text,
      /- \[ \] \*\*the house committee:\*\* approve the use of the hall.*12 May.*\(to be confirmed\)/
    )
  })

  it('a recap shows as gaps what the proposal lacks', async () => {
    await openProposal(memo)
    const text = await recap()
    assert.include(text, '⟨Why do you pursue this?⟩')
    assert.include(text, '**How to answer:** in ⟨channel⟩ until ⟨date⟩')
    assert.notMatch(text, /\bagreed:/)
  })

  it('a recap says agreed or declined only where the author ticked or struck it out', async () => {
    const answered = `${memo}
- [x] **Ask 1, house committee:** approve the use of the hall (Kim, 3 May)
- [ ] ~~**Ask 2, caretaker:** lend us two desk lamps~~
- [ ] **Ask 3, gardener:** put up a sign
`
    await openProposal(answered)
    const text = await recap()
    assert.match(text, /- \[x\] \*\*house committee:\*\* approve the use of the hall.*\(agreed: Kim, 3 May\)/)
    assert.match(text, /~~lend us two desk lamps.*~~ \(declined\)/)
    assert.match(text, /\*\*gardener:\*\* put up a sign.*\(to be confirmed\)/)
  })

  it('the summary opens beside the editor and follows the active proposal', async () => {
    const panes = () =>
      vscode.window.tabGroups.all
        .flatMap(({tabs}) => tabs)
        .filter(({input}) => input instanceof vscode.TabInputWebview)
        .map(({label}) => label)
    const labelled = (label: string) =>
      eventually(
        panes,
        (labels) => labels.includes(label),
        vscode.window.tabGroups.onDidChangeTabs,
        (labels) => labels.join()
      )
    await openProposal(memo, 'proposal.md')
    await vscode.commands.executeCommand('buyIn.openSummary')
    await labelled('Summary: proposal.md')
    await openProposal(memo.replace('reading room', 'music room'), 'grants/second.md')
    await labelled('Summary: second.md')
    await openProposal(memo, 'README.md')
    assert.deepEqual(panes(), ['Summary: second.md'])
  })
})
