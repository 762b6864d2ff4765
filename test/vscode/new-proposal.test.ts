import {assert} from 'chai'
import * as vscode from 'vscode'
import {diagnostics, memo, openProposal, ruleOf} from './proposals.ts'

const start = (profile: string) => vscode.commands.executeCommand('buyIn.newProposal', profile)

describe('A new proposal', () => {
  it('is an unsaved document with the template of its kind, whose places are tabbed through', async () => {
    await openProposal(memo)
    await start('rfc')
    const editor = vscode.window.activeTextEditor
    assert(editor?.document.isUntitled)
    assert.equal(editor.document.languageId, 'markdown')
    assert.match(editor.document.getText(), /^---\nbuy-in: rfc\n---\n\n# ⟨title⟩\n\n## Summary\n/)
    assert.equal(editor.document.getText(editor.selection), '⟨title⟩')
    const found = await diagnostics(editor.document, (now) =>
      now.some((one) => ruleOf(one) === 'no-unfilled-placeholder')
    )
    assert.deepEqual([...new Set(found.map(ruleOf))], ['no-unfilled-placeholder'])
    assert.deepEqual([...new Set(found.map(({severity}) => severity))], [vscode.DiagnosticSeverity.Hint])
  })

  it('fills an empty document where it is', async () => {
    const {document} = await openProposal('---\nbuy-in: true\n---\n')
    await start('letter')
    assert.equal(vscode.window.activeTextEditor?.document, document)
    assert.match(document.getText(), /^---\nbuy-in: letter\n---\n\nDear ⟨whom you write to⟩,\n/)
    assert.equal(document.getText().match(/---/g)?.length, 2)
  })

  it('leaves a document alone that has words', async () => {
    const {document} = await openProposal('# A pond\n\nWe should dig a pond.\n')
    await start('memo')
    assert.notEqual(vscode.window.activeTextEditor?.document, document)
    assert.equal(document.getText(), '# A pond\n\nWe should dig a pond.\n')
  })
})
