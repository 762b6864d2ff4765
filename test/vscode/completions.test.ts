import {assert} from 'chai'
import * as vscode from 'vscode'
import {append, memo, openProposal} from './proposals.ts'

/** What Buy-In offers at the end of a document, by its label. */
async function offered(
  {document}: vscode.TextEditor,
  trigger?: string
): Promise<Map<string, vscode.CompletionItem>> {
  const end = document.positionAt(document.getText().length)
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    end,
    trigger
  )
  const own = list.items.filter(({detail}) => detail !== undefined)
  return new Map(own.map((item) => [typeof item.label === 'string' ? item.label : item.label.label, item]))
}

const typing = async (text: string, name?: string) => {
  const editor = await openProposal(memo, name)
  await append(editor, text)
  return editor
}

describe('Completions', () => {
  it('name who is asked, and the slots of an ask, from the words of the document', async () => {
    const editor = await typing('\n- [ ] **Ask 1,')
    assert.containsAllKeys(await offered(editor, ','), ['house committee', 'Mira'])
    await append(editor, ' Mira:** move the books,')
    const slots = await offered(editor, ',')
    assert.containsAllKeys(slots, ['by …', 'by 12 May', '2 hours a week', 'with …', 'to stop at any time'])
    const by = slots.get('by …')
    assert(by?.insertText instanceof vscode.SnippetString)
    assert.match(by.insertText.value, /^ by \$\{1:⟨date⟩\}$/)
  })

  it('are inserted as snippets, whose places are tabbed through', async () => {
    const editor = await typing('\nbuyin-down')
    const item = (await offered(editor)).get('buyin-downside')
    assert(item?.insertText instanceof vscode.SnippetString && item.range instanceof vscode.Range)
    await editor.insertSnippet(item.insertText, item.range)
    const text = editor.document.getText()
    assert(
      text.endsWith(
        '\n## What could go wrong\n\n- For you: ⟨what it may cost the reader⟩\n- For us: ⟨what may fail, and what then⟩'
      )
    )
    assert.equal(editor.document.getText(editor.selection), '⟨what it may cost the reader⟩')
  })

  it('have a section for each element, only in proposals', async () => {
    assert.containsAllKeys(await offered(await typing('\nbuyin-')), [
      'buyin-why',
      'buyin-ask',
      'buyin-questions'
    ])
    assert.equal((await offered(await typing('\nbuyin-', 'README.md'))).size, 0)
  })

  it('leave prose alone', async () => {
    assert.equal((await offered(await typing('\nThe hall is warm,'), ',')).size, 0)
  })
})
