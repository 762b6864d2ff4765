import {assert} from 'chai'
import * as vscode from 'vscode'
import {append, eventually, memo, openProposal} from './proposals.ts'

async function generate(name: 'Recap' | 'Update', given = {}): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand(`buyIn.generate${name}`, given)
  const editor = vscode.window.activeTextEditor
  assert(editor, 'an editor is in front')
  assert(editor.document.getText().startsWith(`# ${name}: `), 'it is the artifact')
  return editor
}

async function rewrite(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const {document} = editor
  const at = document.getText().indexOf(from)
  assert(at >= 0, `“${from}” is there`)
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length))
  assert(await editor.edit((edit) => edit.replace(range, to)))
}

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

  it('a recap is called by the file where the text has no title', async () => {
    await openProposal(memo.replace(/^# .*$/m, '## Summary'), 'proposals/0027-evening-reading-room.md')
    assert.match(await recap(), /^# Recap: Evening reading room\n/)
  })

  it('a recap shows as gaps what the proposal lacks', async () => {
    await openProposal(memo)
    const text = await recap()
    assert.include(text, '⟨Why do you pursue this?⟩')
    assert.include(text, '**How to answer:** in ⟨channel⟩ until ⟨date⟩')
    assert.notMatch(text, /\bagreed:/)
  })

  it('a recap says where to answer, until when, and privately to whom', async () => {
    await openProposal(
      `${memo.replace(/^(# .*)$/m, '$1\n\nAuthor: Kim Ito')}\nComments are welcome in [the thread](https://example.org/7) until 5 May.\n`
    )
    assert.include(
      await recap(),
      '**How to answer:** in [the thread](https://example.org/7) until 5 May, or privately to Kim Ito;'
    )
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

  for (const [command, heading] of [
    ['generateUpdate', 'Update'],
    ['generateVideoScript', 'Video script'],
    ['generateConversationGuide', 'Conversation guide']
  ]) {
    it(`a ${heading?.toLowerCase()} opens beside the proposal, unsaved`, async () => {
      const {document} = await openProposal(memo)
      await vscode.commands.executeCommand(`buyIn.${command}`, {since: 'nothing'})
      const editor = await eventually(
        () => vscode.window.activeTextEditor,
        (active) => active?.document.getText().startsWith(`# ${heading}: `) === true,
        vscode.window.onDidChangeActiveTextEditor,
        (active) => active?.document.getText() ?? ''
      )
      assert(editor?.document.isUntitled, 'it is an unsaved document')
      assert.match(
        editor.document.getText(),
        new RegExp(`^# ${heading}: A reading room for the evening school\n`)
      )
      assert.notEqual(editor.viewColumn, vscode.ViewColumn.One)
      assert.isFalse(document.isDirty, 'the proposal was left alone')
    })
  }

  /** A recap in which its user has put other words, of a proposal that has another date since; that is in front. */
  const recapLeftBehind = async (words: string, others: string) => {
    const proposal = await openProposal(memo)
    const beside = await generate('Recap')
    await rewrite(beside, words, others)
    const shown = await vscode.window.showTextDocument(proposal.document, vscode.ViewColumn.One)
    await rewrite(shown, '12 May', '19 May')
    return beside
  }

  it('generating again brings what is new and keeps what its user wrote', async () => {
    const beside = await recapLeftBehind(
      '⟨Why do you pursue this?⟩',
      'Forty learners have no quiet place to read.'
    )
    const again = await generate('Recap')
    assert.equal(again.document, beside.document)
    const text = again.document.getText()
    assert.include(text, 'Forty learners have no quiet place to read.')
    assert.include(text, '19 May')
    assert.notInclude(text, '12 May')
  })

  it('generating again shows the difference where both changed the same line, and keeps the user’s', async () => {
    const beside = await recapLeftBehind('12 May', '1 June')
    await vscode.commands.executeCommand('buyIn.generateRecap', {})
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input
    assert(input instanceof vscode.TabInputTextDiff, 'a diff editor is in front')
    assert.equal(input.modified.toString(), beside.document.uri.toString())
    const generated = await vscode.workspace.openTextDocument(input.original)
    assert.include(generated.getText(), '19 May')
    assert.include(beside.document.getText(), '1 June')
  })

  it('an update tells what is new since the last one', async () => {
    const proposal = await openProposal(memo)
    await generate('Update', {since: 'nothing'})
    const shown = await vscode.window.showTextDocument(proposal.document, vscode.ViewColumn.One)
    await append(shown, '\n## Where it stands\n\nWe have already moved both shelves and tested the lamps.\n')
    const {document} = await generate('Update', {since: 'last'})
    assert.match(
      document.getText(),
      /New since the last update:\*\*\n\n- We have already moved both shelves and tested the lamps\./
    )
  })

  it('an artifact is copied as Markdown or as plain text', async () => {
    await openProposal(memo)
    const {document} = await generate('Recap')
    await vscode.commands.executeCommand('buyIn.copyAsMarkdown')
    assert.equal(await vscode.env.clipboard.readText(), document.getText())
    await vscode.commands.executeCommand('buyIn.copyAsPlainText')
    const plain = await vscode.env.clipboard.readText()
    assert.match(plain, /^Recap: A reading room for the evening school\n/)
    assert.match(plain, /^\[ \] the house committee: approve the use of the hall/m)
    assert.notInclude(plain, '**')
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

  it('the summary is exported as HTML and as Markdown, without the author’s marks', async () => {
    const editor = await openProposal(memo, 'proposal.md')
    const folder = vscode.Uri.joinPath(editor.document.uri, '..')
    const exported = async (format: 'html' | 'markdown', name: string) => {
      const to = vscode.Uri.joinPath(folder, name)
      await vscode.commands.executeCommand('buyIn.exportSummary', {format, to})
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(to))
      await vscode.workspace.fs.delete(to)
      return text
    }
    const html = await exported('html', 'summary.html')
    assert.match(html, /^<!doctype html>/)
    assert.include(html, '<h1>A reading room for the evening school</h1>')
    assert.include(html, 'approve the use of the hall')
    assert.notMatch(html, /<script|Insert why|not told/)
    const markdown = await exported('markdown', 'exported.md')
    assert.match(markdown, /^# A reading room for the evening school\n/)
    assert.match(markdown, /- \[ \] \*\*the house committee:\*\* approve the use of the hall/)
  })
})
