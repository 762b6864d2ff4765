import {assert} from 'chai'
import * as vscode from 'vscode'
import {append, diagnostics, memo, openProposal, ruleOf} from './proposals.ts'

const telling = {
  'why you pursue this':
    '\n## Why\n\nThe problem is that our pupils have nowhere to read after work. The motivation is ours: half of the course drops out before June because they cannot study at home.\n',
  'what could go wrong':
    '\n## Drawbacks\n\nThe risk is noise: the choir rehearses next door, and on some evenings reading may be hard. That is a drawback for both.\n',
  'where the work stands':
    '\n## Where it stands\n\nWe have already collected two hundred course books, and the caretaker has agreed to lock up.\n'
}

describe('Findings', () => {
  it('say what a reader is not told, with the page of the rule', async () => {
    const {document} = await openProposal(memo)
    const [first] = await diagnostics(document, (found) => found.length > 0)
    assert(first)
    for (const missing of Object.keys(telling)) assert.include(first.message, missing)
    assert.equal(document.getText(first.range), 'A reading room for the evening school')
    assert.equal(first.severity, vscode.DiagnosticSeverity.Warning)
    assert(typeof first.code === 'object', 'the code is a link')
    assert.match(first.code.target.toString(), new RegExp(`/docs/rules/${ruleOf(first)}\\.md$`))
  })

  for (const [missing, words] of Object.entries(telling)) {
    it(`no longer say “${missing}” once the text tells it`, async () => {
      const editor = await openProposal(memo)
      await diagnostics(editor.document, (found) => found.some(({message}) => message.includes(missing)))
      await append(editor, words)
      await diagnostics(editor.document, (found) => found.every(({message}) => !message.includes(missing)))
    })
  }

  it('name only the ask where nothing is asked, and the slots of the ask where they are missing', async () => {
    const [before] = memo.split('## What we ask')
    const editor = await openProposal(before ?? '')
    const asked = await diagnostics(editor.document, (found) =>
      found.some((one) => ruleOf(one) === 'require-ask')
    )
    assert.isFalse(asked.some(({message}) => message.includes('how long it takes')))
    await append(editor, '## What we ask\n\nWe ask the house committee to approve the use of the hall.\n')
    const found = await diagnostics(editor.document, (now) =>
      now.some((one) => ruleOf(one) === 'require-timeframe')
    )
    const slot = found.find((one) => ruleOf(one) === 'require-timeframe')
    assert.equal(editor.document.getText(slot?.range), 'We ask the house committee to approve the')
  })

  it('explain themselves in the hover, which leaves sound prose alone', async () => {
    const {document} = await openProposal(memo)
    const [first] = await diagnostics(document, (found) => found.length > 0)
    assert(first)
    const hover = async (position: vscode.Position) => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position
      )
      return hovers
        .flatMap(({contents}) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
        .join('\n')
    }
    assert.include(await hover(first.range.start), 'People help when they trust your reasons')
    assert.notInclude(await hover(document.positionAt(memo.indexOf('four rows'))), 'Buy-In')
    assert.equal(await hover(document.positionAt(memo.indexOf('four rows'))), '')
  })

  it('colour the amounts and dates of asks, and nothing else', async () => {
    const {document} = await openProposal(
      memo.replace('The hall is opened', 'In May 2019 the hall was painted for $300. It is opened')
    )
    const {uri} = document
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri
    )
    const {data} = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      'vscode.provideDocumentSemanticTokens',
      uri
    )
    const coloured: string[] = []
    let [line, character] = [0, 0]
    for (let at = 0; at < data.length; at += 5) {
      const [down = 0, right = 0, length = 0, type = 0] = data.slice(at, at + 4)
      ;[line, character] = [line + down, down === 0 ? character + right : right]
      const range = new vscode.Range(line, character, line, character + length)
      coloured.push(`${legend.tokenTypes[type]} ${document.getText(range)}`)
    }
    assert.deepEqual(coloured, ['buyInDate 12 May', 'buyInAmount 2 hours a week'])
  })

  it('are hints only in an early draft', async () => {
    const {document} = await openProposal('# A pond for the school garden\n\nWe should dig a pond.\n')
    const found = await diagnostics(document, (now) => now.length > 0)
    assert.deepEqual(
      found.map(({severity}) => severity),
      [vscode.DiagnosticSeverity.Hint]
    )
  })

  it('are hints only in a document that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({language: 'markdown', content: memo})
    await vscode.window.showTextDocument(document)
    const found = await diagnostics(document, (now) => now.length > 0)
    assert.isTrue(found.every(({severity}) => severity === vscode.DiagnosticSeverity.Hint))
  })

  it('are silent on a proposal that is decided', async () => {
    const editor = await openProposal(memo)
    await diagnostics(editor.document, (found) => found.length > 0)
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '---\nstatus: accepted\n---\n\n'))
    await diagnostics(editor.document, (found) => found.length === 0)
  })

  describe('while a paragraph is typed', () => {
    const wait = (seconds: number | undefined) =>
      vscode.workspace.getConfiguration('buyIn').update('wait', seconds, vscode.ConfigurationTarget.Global)
    afterEach(() => wait(undefined))

    const end = ({document}: vscode.TextEditor, words: string) =>
      document.positionAt(document.getText().indexOf(words) + words.length)
    /** Types into the last paragraph and, in the same stroke, changes another one. */
    const type = async (editor: vscode.TextEditor) => {
      const cursor = end(editor, '2 hours a week.')
      editor.selection = new vscode.Selection(cursor, cursor)
      await editor.edit((edit) => {
        edit.insert(cursor, ' Someone should water the plants.')
        edit.insert(end(editor, 'a second set of keys.'), '\n- ⟨who⟩ sweeps the floor.')
      })
    }
    const rulesOf = (found: readonly vscode.Diagnostic[]) => found.map(ruleOf)

    it('wait until the cursor leaves it, and only those about it', async () => {
      await wait(600)
      const editor = await openProposal(memo)
      await diagnostics(editor.document, (found) => found.length > 0)
      await type(editor)
      const found = await diagnostics(editor.document, (now) =>
        rulesOf(now).includes('no-unfilled-placeholder')
      )
      assert.notInclude(rulesOf(found), 'no-ownerless-ask')
      editor.selection = new vscode.Selection(0, 0, 0, 0)
      await diagnostics(editor.document, (now) => rulesOf(now).includes('no-ownerless-ask'))
    })

    it('wait until the typing rests', async () => {
      await wait(0.1)
      const editor = await openProposal(memo)
      await diagnostics(editor.document, (found) => found.length > 0)
      await type(editor)
      await diagnostics(editor.document, (now) => rulesOf(now).includes('no-ownerless-ask'))
    })

    it('stay where they were, and go away at once', async () => {
      await wait(600)
      const editor = await openProposal(`${memo.trimEnd()} Someone should water the plants.\n`)
      await diagnostics(editor.document, (found) => rulesOf(found).includes('no-ownerless-ask'))
      const cursor = end(editor, '2 hours a week.')
      editor.selection = new vscode.Selection(cursor, cursor)
      await editor.edit((edit) => {
        edit.insert(cursor, ' That is all.')
        edit.insert(end(editor, 'a second set of keys.'), '\n- ⟨who⟩ sweeps the floor.')
      })
      const still = await diagnostics(editor.document, (now) =>
        rulesOf(now).includes('no-unfilled-placeholder')
      )
      assert.include(rulesOf(still), 'no-ownerless-ask')
      const at = end(editor, 'That is all.')
      await editor.edit((edit) => edit.delete(new vscode.Range(at, end(editor, 'water the plants.'))))
      await diagnostics(editor.document, (now) => !rulesOf(now).includes('no-ownerless-ask'))
    })
  })

  it('are silent while Buy-In is paused, and come back', async () => {
    const {document} = await openProposal(memo)
    const before = await diagnostics(document, (found) => found.length > 0)
    await vscode.commands.executeCommand('buyIn.pause')
    try {
      await diagnostics(document, (found) => found.length === 0)
    } finally {
      await vscode.commands.executeCommand('buyIn.pause')
    }
    await diagnostics(document, (found) => found.length === before.length)
  })

  it('are shown for a file that is in no repository, also where only changed files are wanted', async () => {
    const only = (wanted: boolean | undefined) =>
      vscode.workspace
        .getConfiguration('buyIn')
        .update('changedFilesOnly', wanted, vscode.ConfigurationTarget.Global)
    await only(true)
    try {
      const {document} = await openProposal(memo)
      await diagnostics(document, (found) => found.length > 0)
    } finally {
      await only(undefined)
    }
  })

  it('are at most two warnings on one screen; the others come up as those are mended', async () => {
    const editor = await openProposal(
      `${memo}\n## Racks\n\nThe joiner is ⟨who⟩.\n\n## Doors\n\nThe smith is ⟨whom⟩.\n`
    )
    const loud = (found: readonly vscode.Diagnostic[]) =>
      found
        .filter(({severity}) => severity === vscode.DiagnosticSeverity.Warning)
        .map(({range}) => editor.document.getText(range))
    const found = await diagnostics(editor.document, (now) => loud(now).length === 2)
    assert.include(loud(found), '⟨who⟩')
    const at = editor.document.positionAt(editor.document.getText().indexOf('⟨who⟩'))
    await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 5)), 'Ayo'))
    await diagnostics(editor.document, (now) => loud(now).includes('⟨whom⟩'))
  })
})
