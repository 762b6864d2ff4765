import {assert} from 'chai'
import * as vscode from 'vscode'
import {diagnostics, memo, openProposal, ruleOf} from './proposals.ts'

/** Opens the memo with the cursor where some words begin. */
async function memoAt(words: string, text = memo): Promise<vscode.TextEditor> {
  const {document} = await openProposal(text)
  await diagnostics(document, (found) => found.length > 0)
  const at = document.positionAt(text.indexOf(words))
  // Unlike a selection that is set, it is the window's, too, once this comes back.
  return vscode.window.showTextDocument(document, {selection: new vscode.Range(at, at), preview: false})
}

const run = (name: string) => vscode.commands.executeCommand(`buyIn.${name}`)

describe('Commands', () => {
  it('insert all that is missing as one edit, whose places are tabbed through and stay open findings', async () => {
    const {document} = await memoAt('four rows')
    await run('insertMissing')
    const text = document.getText()
    for (const heading of ['Why this matters to us', 'Where it stands', 'What could go wrong'])
      assert.include(text, `\n## ${heading}\n`)
    const editor = vscode.window.activeTextEditor
    assert.equal(document.getText(editor?.selection), '⟨what drives you⟩')
    await diagnostics(document, (found) =>
      found.some(
        (one) => ruleOf(one) === 'no-unfilled-placeholder' && one.message.includes('⟨what drives you⟩')
      )
    )
    await vscode.commands.executeCommand('undo')
    assert.equal(document.getText(), memo)
  })

  it('show the document that they edit, also while the summary has the focus', async () => {
    const {document} = await memoAt('We ask the house')
    await run('openSummary')
    await vscode.commands.executeCommand('workbench.action.focusNextGroup')
    await run('insertMissing')
    assert.equal(vscode.window.activeTextEditor?.document, document)
    assert.notInclude(document.getText(), '${')
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), '⟨what drives you⟩')
  })

  it('split the ask at the cursor, or the only one there is', async () => {
    for (const words of ['We ask the house', 'four rows']) {
      const {document} = await memoAt(words)
      await run('chunkAsk')
      assert.include(document.getText(), '- [ ] **Ask 2, house committee:** lend us two desk lamps')
    }
  })

  const sweeteners = {
    sweetenSmaller: '1 hour a week to start with',
    sweetenReward: 'In return, there is for the house committee',
    sweetenShorter: 'Let us try it until ⟨an earlier date⟩ first',
    sweetenOptOut: 'can stop at any time'
  }
  for (const [name, words] of Object.entries(sweeteners)) {
    it(`sweeten the ask: ${name}`, async () => {
      const {document} = await memoAt('We ask the house')
      await run(name)
      assert.include(document.getText(), words)
    })
  }

  const inserted = {
    insertHeard: '## What we heard\n\n- House committee: ⟨their concern, in your own words⟩',
    insertQuestions: '- How do you see this playing out for the house committee, ⟨on an ordinary day⟩?',
    insertMotive: '## Why this matters to us\n',
    insertProgress: '- Done: ⟨what works already⟩\n- Lined up: ⟨who or what is ready⟩\n- Promised: ⟨',
    insertDownside:
      '- For the house committee: 2 hours a week by 12 May, during which ⟨what has to wait⟩\n- For us: ⟨'
  }
  for (const [name, words] of Object.entries(inserted)) {
    it(`help to be heard and honest: ${name}`, async () => {
      const {document} = await memoAt('four rows')
      await run(name)
      assert.include(document.getText(), words)
      await vscode.commands.executeCommand('undo')
      assert.equal(document.getText(), memo)
    })
  }

  it('leave the text alone where there is nothing to do', async () => {
    const {document} = await memoAt(
      'We ask the house',
      `${memo}\n## Why\n\nWe want this because half of the course drops out before June. Today it costs the school a teacher.\n`
    )
    const before = document.getText()
    await run('insertMotive')
    assert.equal(document.getText(), before)
  })

  it('are code actions that a key can be bound to by their kind', async function () {
    // VS Code looks for actions where its window has the cursor, which may come there a moment later.
    this.retries(2)
    const {document} = await memoAt('We ask the house')
    await vscode.commands.executeCommand('editor.action.codeAction', {
      kind: 'refactor.rewrite.buyIn.sweeten.optOut',
      apply: 'first'
    })
    const applied = () => document.getText().includes('can stop at any time')
    if (!applied())
      await new Promise<void>((resolve) => {
        const listener = vscode.workspace.onDidChangeTextDocument(() => {
          if (!applied()) return
          listener.dispose()
          resolve()
        })
      })
    assert(applied())
  })

  it('offer what concerns the whole document only as source actions', async () => {
    const {document, selection} = await memoAt('four rows')
    const titles = async (kind?: string) => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        selection,
        kind
      )
      return actions.map(({title}) => title)
    }
    assert.deepEqual(await titles(), [])
    assert.includeMembers(await titles('source'), [
      'Insert all that is missing',
      'Insert “What we heard”: their concerns, restated',
      'Insert an objection and its answer: a practical one'
    ])
  })
})
