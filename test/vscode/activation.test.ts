import {assert} from 'chai'
import * as vscode from 'vscode'
import type {BuyIn} from '../../src/client/activate.ts'
import {append, diagnostics, eventually, memo, openProposal, ruleOf} from './proposals.ts'
import {watchStarts} from './starts.ts'

async function buyIn(): Promise<BuyIn> {
  const extension = vscode.extensions.getExtension<BuyIn>('buy-in.buy-in')
  assert(extension, 'Buy-In is installed')
  return extension.activate()
}

// First of all suites: it needs a window in which no proposal was open yet.
describe('Waking', () => {
  let starts: ReturnType<typeof watchStarts>
  before(() => {
    starts = watchStarts('/server.')
  })
  after(() => starts.stop())
  it('starts no process and no worker for Markdown that is no proposal', async () => {
    const {document} = await openProposal('# Read me\n\nThis explains how to build it.\n', 'README.md')
    assert.equal(document.languageId, 'markdown')
    assert.isFalse((await buyIn()).isAwake())
    assert.isEmpty(starts.seen)
  })

  it('wakes when a document is marked as a proposal, and starts one server', async () => {
    const editor = await openProposal(memo, 'notes.md')
    assert.isFalse((await buyIn()).isAwake())
    assert.isEmpty(starts.seen)
    await vscode.commands.executeCommand('buyIn.treatAsProposal')
    assert.match(editor.document.getText(), /^---\nbuy-in: true\n---\n\n# A reading room/)
    await diagnostics(editor.document, (found) => found.length > 0)
    assert.isTrue((await buyIn()).isAwake())
    assert.lengthOf(starts.seen, 1)
  })

  it('leaves other Markdown alone once it is awake', async () => {
    const readme = await openProposal(memo, 'README.md')
    const proposal = await openProposal(memo)
    await diagnostics(proposal.document, (found) => found.length > 0)
    assert.deepEqual(vscode.languages.getDiagnostics(readme.document.uri), [])
  })

  it('reads a proposal that lies in a folder of proposals', async () => {
    const {document} = await openProposal(memo, 'grants/reading-room.md')
    await diagnostics(document, (found) => found.length > 0)
  })

  it('goes on after a restart of the server', async () => {
    const {document} = await openProposal(memo)
    await vscode.commands.executeCommand('buyIn.restartServer')
    await diagnostics(document, (found) => found.some((one) => ruleOf(one) === 'require-motive'))
  })

  it('starts the server again when it has died, and knows what was typed meanwhile', async () => {
    const editor = await openProposal(memo)
    const tells = (found: readonly vscode.Diagnostic[]) =>
      found.some((one) => ruleOf(one) === 'require-motive')
    await diagnostics(editor.document, tells)
    const before = starts.seen.length
    starts.seen.at(-1)?.end()
    // Much is sent, and fails, before it is known that nobody is there.
    for (const word of ['We', 'have', 'no', 'room', 'to', 'read', 'in.']) await append(editor, `${word} `)
    await append(
      editor,
      '\n\n## Why\n\nWe want this because our pupils have no other place to read in the evening.\n'
    )
    await diagnostics(editor.document, (found) => found.length > 0 && !tells(found))
    assert.lengthOf(starts.seen, before + 1)
  })

  it('follows the settings at once', async () => {
    const {document} = await openProposal(memo)
    await diagnostics(document, (found) => found.some(({message}) => message.includes('why you pursue this')))
    const settings = vscode.workspace.getConfiguration('buyIn', document)
    await settings.update('rules', {'require-motive': 'off'}, vscode.ConfigurationTarget.Global)
    try {
      const left = await diagnostics(document, (found) =>
        found.every(({message}) => !message.includes('why you pursue this'))
      )
      assert.isNotEmpty(left)
    } finally {
      await settings.update('rules', undefined, vscode.ConfigurationTarget.Global)
    }
    await diagnostics(document, (found) => found.some(({message}) => message.includes('why you pursue this')))
  })

  it('takes another glob for proposals', async () => {
    const {document} = await openProposal(memo, 'plea.md')
    const settings = vscode.workspace.getConfiguration('buyIn', document)
    await settings.update('files', ['plea.md'], vscode.ConfigurationTarget.Global)
    try {
      await diagnostics(document, (found) => found.length > 0)
    } finally {
      await settings.update('files', undefined, vscode.ConfigurationTarget.Global)
    }
    const none = () => vscode.languages.getDiagnostics(document.uri).length
    await eventually(none, (count) => count === 0, vscode.languages.onDidChangeDiagnostics)
  })
})
