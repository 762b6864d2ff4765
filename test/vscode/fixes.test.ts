import {assert} from 'chai'
import * as vscode from 'vscode'
import {actionsAt, applied, diagnostics, memo, openProposal, ruleOf} from './proposals.ts'

const named = (actions: readonly vscode.CodeAction[], title: string) =>
  actions.find((one) => one.title === title)

describe('Fixes', () => {
  it('insert what is missing where a reader looks for it, taken back by one undo', async () => {
    const editor = await openProposal(memo)
    const {document} = editor
    await diagnostics(document, (found) => found.length > 0)
    const actions = await actionsAt(editor, 'reading room for')
    await applied(named(actions, 'Insert what could go wrong'))
    const text = document.getText()
    assert.include(text, '\n\n## What could go wrong\n\n- For you: ⟨what it may cost the reader⟩\n')
    assert.isBelow(text.indexOf('## What could go wrong'), text.indexOf('## What we ask'))
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), memo)
  })

  it('insert a section at the margin, also after a nested list', async () => {
    const text = memo.replace(
      '\n## What we ask\n',
      '\n- The keys:\n  - one for Mira\n  - one for the school\n'
    )
    const editor = await openProposal(text.slice(0, text.indexOf('\nWe ask the house')))
    await diagnostics(editor.document, (found) => found.length > 0)
    await applied(named(await actionsAt(editor, 'reading room for'), 'Insert what could go wrong'))
    assert.include(editor.document.getText(), '\n\n## What could go wrong\n\n- For you: ⟨')
  })

  it('turn a missing element into places to fill in, and never into a green light', async () => {
    const editor = await openProposal(memo)
    const {document} = editor
    await diagnostics(document, (found) => found.some(({message}) => message.includes('why you pursue this')))
    await applied(named(await actionsAt(editor, 'reading room for'), 'Insert why you pursue this'))
    const found = await diagnostics(document, (now) =>
      now.some((one) => ruleOf(one) === 'no-unfilled-placeholder')
    )
    assert.isFalse(found.some(({message}) => message.includes('Not told yet: why you pursue this')))
    const gaps = found
      .filter((one) => ruleOf(one) === 'no-unfilled-placeholder')
      .map(({range}) => document.getText(range))
    assert.include(gaps, '⟨what drives you⟩')
  })

  it('insert all that is missing at once', async () => {
    const editor = await openProposal(memo)
    await diagnostics(editor.document, (found) => found.length > 0)
    await applied(named(await actionsAt(editor, 'reading room for'), 'Insert all that is missing'))
    const text = editor.document.getText()
    for (const heading of ['Why this matters to us', 'What could go wrong', 'Where it stands'])
      assert.include(text, `## ${heading}\n`)
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), memo)
  })

  it('can be tabbed through', async () => {
    const editor = await openProposal(memo)
    await diagnostics(editor.document, (found) => found.length > 0)
    await applied(named(await actionsAt(editor, 'reading room for'), 'Insert why you pursue this'))
    assert.equal(editor.document.getText(editor.selection), '⟨what drives you⟩')
    await vscode.commands.executeCommand('type', {text: 'we teach there'})
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder')
    assert.equal(editor.document.getText(editor.selection), '⟨whom⟩')
    assert.include(editor.document.getText(), 'We want this because we teach there.')
  })

  it('split an ask by its own clauses', async () => {
    const editor = await openProposal(memo)
    await diagnostics(editor.document, (found) => found.length > 0)
    const split = (await actionsAt(editor, 'We ask the house')).find(({title}) =>
      title.startsWith('Split into')
    )
    assert.equal(split?.title, 'Split into 3 asks that can each get a yes')
    await applied(split)
    const text = editor.document.getText()
    assert.include(text, '- [ ] **Ask 1, house committee:** approve the use of the hall')
    assert.include(text, '- [ ] **Ask 2, house committee:** lend us two desk lamps')
    assert.include(text, '- [ ] **Ask 3, house committee:** put up a sign at the gate')
    assert.include(text, memo.trimEnd())
  })

  it('record the answer to an ask, taken back by one undo', async () => {
    const text = memo.replace(
      /We ask the house[^\n]*/,
      '- [ ] **Ask 1, house committee:** approve the use of the hall, by 3 May'
    )
    const editor = await openProposal(text)
    await diagnostics(editor.document, (found) => found.length > 0)
    await applied(named(await actionsAt(editor, 'approve the use'), 'Record: agreed'))
    assert.include(
      editor.document.getText(),
      '- [x] **Ask 1, house committee:** approve the use of the hall, by 3 May (⟨who⟩, ⟨date⟩)'
    )
    assert.equal(editor.document.getText(editor.selection), '⟨who⟩')
    await vscode.commands.executeCommand('undo')
    assert.equal(editor.document.getText(), text)
    await applied(named(await actionsAt(editor, 'approve the use'), 'Record: declined'))
    assert.include(
      editor.document.getText(),
      '- [ ] ~~**Ask 1, house committee:** approve the use of the hall, by 3 May~~ (⟨who⟩, ⟨date⟩)'
    )
  })

  it('ask somebody in place of nobody', async () => {
    const editor = await openProposal(`${memo}\nSomeone should review the floor plan.\n`)
    await diagnostics(editor.document, (found) => found.length > 0)
    await applied(named(await actionsAt(editor, 'Someone should'), 'Ask somebody directly'))
    assert.include(editor.document.getText(), '⟨whom⟩, could you review the floor plan by ⟨date⟩?')
  })

  const sweeteners = {
    'Offer a smaller commitment': 'If that is too much, 1 hour a week to start with would already help.',
    'Offer a larger reward': 'In return, there is for the house committee: ⟨something of use',
    'Offer a shorter time frame':
      'Let us try it until ⟨an earlier date⟩ first; then we decide together whether to go on.',
    'Offer a way to opt out': 'You (the house committee) can stop at any time, without giving a reason'
  }
  for (const [title, words] of Object.entries(sweeteners)) {
    it(`sweeten an ask: ${title.toLowerCase()}`, async () => {
      const editor = await openProposal(memo)
      await diagnostics(editor.document, (found) => found.length > 0)
      await applied(named(await actionsAt(editor, 'We ask the house'), title))
      assert.include(editor.document.getText(), `about 2 hours a week. ${words}`)
      await vscode.commands.executeCommand('undo')
      assert.equal(editor.document.getText(), memo)
    })
  }

  it('escape what a snippet would swallow', async () => {
    const dear = memo.replace('lend us two desk lamps', 'pay $20,000 for the roof')
    const editor = await openProposal(dear)
    await diagnostics(editor.document, (found) => found.length > 0)
    await applied(
      (await actionsAt(editor, 'We ask the house')).find(({title}) => title.startsWith('Split into'))
    )
    assert.include(editor.document.getText(), '**Ask 2, house committee:** pay $20,000 for the roof')
  })

  it('keep the line endings of the document', async () => {
    const editor = await openProposal(memo.replaceAll('\n', '\r\n'))
    await diagnostics(editor.document, (found) => found.length > 0)
    await applied(named(await actionsAt(editor, 'reading room for'), 'Insert where it stands'))
    assert.notMatch(editor.document.getText(), /[^\r]\n/)
  })

  it('do on save only what needs no author', async () => {
    const twice = '\n## What could go wrong\n\n- For you: ⟨what it may cost the reader⟩\n'
    const {document} = await openProposal(`${memo}${twice}${twice}`)
    await diagnostics(document, (found) => found.some((one) => ruleOf(one) === 'no-unfilled-placeholder'))
    await vscode.workspace
      .getConfiguration('editor', document)
      .update('codeActionsOnSave', {'source.fixAll': 'explicit'}, vscode.ConfigurationTarget.Global)
    try {
      // Without a change there is nothing to save.
      await vscode.commands.executeCommand('type', {text: ' '})
      await vscode.commands.executeCommand('workbench.action.files.save')
      assert.equal(document.getText(), ` ${memo}${twice}`)
    } finally {
      await vscode.workspace
        .getConfiguration('editor', document)
        .update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global)
    }
  })

  it('are not offered where nothing is to be mended', async () => {
    const editor = await openProposal(memo)
    await diagnostics(editor.document, (found) => found.length > 0)
    assert.deepEqual(
      (await actionsAt(editor, 'four rows')).map(({title}) => title),
      []
    )
  })
})
