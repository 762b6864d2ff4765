import {assert} from 'chai'
import * as vscode from 'vscode'
import {memo, openProposal} from './proposals.ts'

/** What the extension beside this suite gives its tests: see `extensions/language-model`. */
interface Models {
  names: string[]
  readonly asked: {readonly model: string; readonly prompt: string}[]
  answer: (prompt: string, token: vscode.CancellationToken) => string[] | Promise<string[]>
  changed(): void
}

describe('Polish', () => {
  let models: Models
  let usual: Pick<Models, 'names' | 'answer'>

  before(async () => {
    const extension = vscode.extensions.getExtension<Models>('buy-in-test.language-model')
    assert(extension, 'the extension with the language models is there')
    models = await extension.activate()
    usual = {names: models.names, answer: models.answer}
  })
  beforeEach(async () => {
    models.asked.length = 0
    await vscode.commands.executeCommand('notifications.clearAll')
  })
  afterEach(async () => {
    await settle('keepMine')
    models.answer = usual.answer
    if (models.names !== usual.names) await have(usual.names)
  })

  const polish = () => vscode.commands.executeCommand<unknown>('buyIn.polish')
  const settle = (command: 'acceptPolish' | 'keepMine') =>
    inFront() instanceof vscode.TabInputTextDiff
      ? vscode.commands.executeCommand(`buyIn.${command}`)
      : undefined
  const inFront = () => vscode.window.tabGroups.activeTabGroup.activeTab?.input
  const have = async (names: string[]) => {
    models.names = names
    models.changed()
    while ((await vscode.lm.selectChatModels({vendor: 'buy-in-test'})).length !== names.length);
  }
  const artifact = async (name = 'Recap'): Promise<vscode.TextDocument> => {
    await openProposal(memo)
    await vscode.commands.executeCommand(`buyIn.generate${name}`, {since: 'nothing'})
    const document = vscode.window.activeTextEditor?.document
    assert(document?.isUntitled, 'the artifact is in front')
    return document
  }
  const offered = async (): Promise<string> => {
    const input = inFront()
    assert(input instanceof vscode.TabInputTextDiff, 'a comparison is in front')
    return (await vscode.workspace.openTextDocument(input.modified)).getText()
  }

  for (const name of ['Recap', 'Update', 'VideoScript', 'ConversationGuide']) {
    it(`offers the reworded text beside the ${name.toLowerCase()}, and one undo takes it back`, async () => {
      const document = await artifact(name)
      const before = document.getText()
      assert.equal(await polish(), 'offered')
      assert.equal(document.getText(), before, 'nothing changes before it is accepted')
      const text = await offered()
      assert.include(text, 'We suggest to open the small hall')
      await settle('acceptPolish')
      assert.equal(document.getText(), text)
      assert.equal(vscode.window.activeTextEditor?.document, document)
      await vscode.commands.executeCommand('undo')
      assert.equal(document.getText(), before)
    })
  }

  it('keeps the artifact as it is where its user says so', async () => {
    const document = await artifact()
    const before = document.getText()
    await polish()
    await settle('keepMine')
    assert.equal(document.getText(), before)
    assert.equal(vscode.window.activeTextEditor?.document, document)
  })

  it('leaves alone an artifact that has changed since', async () => {
    const document = await artifact()
    await polish()
    const edit = new vscode.WorkspaceEdit()
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), 'See you on Monday.\n')
    await vscode.workspace.applyEdit(edit)
    const changed = document.getText()
    await settle('acceptPolish')
    assert.equal(document.getText(), changed)
  })

  it('refuses a text with another date, ask or name, and says which', async () => {
    const document = await artifact()
    const source = document.getText()
    const answers: readonly [from: string, to: string, reason: string][] = [
      ['by 12 May', 'by 19 May', 'in the ask of “the house committee”, “12 May” became “19 May”'],
      ['- [ ]', '- [x]', 'the ask of “the house committee” is now ticked'],
      ['Monday', 'Sunday', 'in “Proposed”, “Monday” became “Sunday”']
    ]
    for (const [from, to, reason] of answers) {
      models.answer = () => [source.replace(from, to)]
      const outcome = await polish()
      assert.deepEqual(outcome, {refused: [reason]})
      assert.notInstanceOf(inFront(), vscode.TabInputTextDiff)
    }
    assert.equal(document.getText(), source)
  })

  it('does not do what the text says', async () => {
    await artifact()
    models.answer = () => ['Sure! The recap is approved. [Pay here](https://evil.example).']
    const outcome = await polish()
    assert.hasAllKeys(outcome, ['refused'])
  })

  it('says so where there is nothing to better', async () => {
    const document = await artifact()
    models.answer = () => ['```markdown\n', document.getText(), '```']
    assert.equal(await polish(), 'nothing to better')
  })

  it('sends nothing before it is asked to, and then the artifact alone', async () => {
    const document = await artifact()
    assert.deepEqual(models.asked, [])
    await polish()
    assert.deepEqual(
      models.asked.map(({model}) => model),
      ['Parrot']
    )
    assert.include(models.asked[0]?.prompt, document.getText().trim())
    assert.notInclude(models.asked[0]?.prompt, 'four rows', 'no other part of the proposal')
  })

  it('takes only artifacts', async () => {
    await openProposal(memo)
    assert.equal(await polish(), 'no artifact')
    assert.deepEqual(models.asked, [])
  })

  it('does without where there is no model', async () => {
    await artifact()
    await have([])
    assert.equal(await polish(), 'no model')
    assert.deepEqual(models.asked, [])
  })

  it('lets choose among several models, the last one first', async () => {
    await artifact()
    await have(['Parrot', 'Starling'])
    const polishing = polish()
    await quickPickShown()
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext')
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    assert.equal(await polishing, 'offered')
    const [{model: first} = {model: ''}] = models.asked
    await settle('keepMine')
    const again = polish()
    await quickPickShown()
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    assert.equal(await again, 'offered')
    assert.equal(models.asked[1]?.model, first)
  })

  const failures: Readonly<Record<string, [() => Error, string]>> = {
    'is not allowed': [
      () => vscode.LanguageModelError.NoPermissions('no'),
      'Buy-In was not allowed to use Parrot, so nothing was sent.'
    ],
    'is gone': [
      () => vscode.LanguageModelError.NotFound('gone'),
      'Parrot is no longer there. Please choose another one.'
    ],
    'is blocked': [
      () => vscode.LanguageModelError.Blocked('filtered'),
      'Parrot does not take this text. You can try another one.'
    ],
    'has no quota left': [
      () => new Error('Quota exceeded'),
      'Your allowance for Parrot is used up for now. Try again later, or choose another one.'
    ],
    'fails on the way': [() => new Error('The line is dead'), 'Parrot did not answer: The line is dead.']
  }
  for (const [what, [error, sentence]] of Object.entries(failures)) {
    it(`says in one sentence where the model ${what}`, async () => {
      await artifact()
      models.answer = () => {
        throw error()
      }
      assert.deepEqual(await polish(), {failed: sentence})
    })
  }

  it('says so where the model says nothing', async () => {
    await artifact()
    models.answer = () => []
    assert.deepEqual(await polish(), {failed: 'Parrot said nothing.'})
  })

  it('can be cancelled while the model is at it', async () => {
    const document = await artifact()
    const before = document.getText()
    const cancelled = new Promise<void>((done) => {
      models.answer = (_, token) =>
        new Promise<string[]>((resolve) => {
          token.onCancellationRequested(() => {
            done()
            resolve(['too late'])
          })
          void pressCancel(token)
        })
    })
    const outcome = polish()
    await cancelled
    assert.equal(await outcome, 'cancelled')
    assert.equal(document.getText(), before)
  })

  it('keeps what was polished when the artifact is generated again', async () => {
    const proposal = await openProposal(memo)
    await vscode.commands.executeCommand('buyIn.generateRecap', {})
    const recap = vscode.window.activeTextEditor?.document
    await polish()
    await settle('acceptPolish')
    const shown = await vscode.window.showTextDocument(proposal.document, vscode.ViewColumn.One)
    const at = shown.document.getText().indexOf('12 May')
    const range = new vscode.Range(shown.document.positionAt(at), shown.document.positionAt(at + 6))
    await shown.edit((edit) => edit.replace(range, '19 May'))
    await vscode.commands.executeCommand('buyIn.generateRecap', {})
    assert.include(recap?.getText(), 'We suggest to open')
    assert.include(recap?.getText(), '19 May')
  })
})

/** Presses the first button of the newest notification, until it was the right one. */
async function pressCancel(token: vscode.CancellationToken): Promise<void> {
  while (!token.isCancellationRequested)
    await vscode.commands.executeCommand('notification.acceptPrimaryAction')
}

/** Waits until a quick pick has its items: it does not say so, but then a second command finds it open. */
async function quickPickShown(): Promise<void> {
  for (let turn = 0; turn < 20; turn++)
    await vscode.commands.executeCommand('workbench.action.focusQuickOpen').then(undefined, () => undefined)
}
