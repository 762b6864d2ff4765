import {assert} from 'chai'
import * as vscode from 'vscode'
import {diagnostics, ruleOf} from './proposals.ts'

describe('The walkthrough', () => {
  it('leads from the sample to the first asks that can each get a yes', async () => {
    await vscode.commands.executeCommand('buyIn.openSample')
    const document = vscode.window.activeTextEditor?.document
    assert(document)
    assert.match(document.getText(), /^# A staging environment that all teams share/)
    const found = await diagnostics(document, (now) => now.some((one) => ruleOf(one).startsWith('require-')))
    assert.isTrue(found.some(({severity}) => severity === vscode.DiagnosticSeverity.Warning))
    await vscode.commands.executeCommand('buyIn.insertMissing')
    assert.include(document.getText(), '⟨what drives you⟩')
    await vscode.commands.executeCommand('buyIn.chunkAsk')
    assert.include(document.getText(), '- [ ] **Ask 1, platform team:** review the cluster design')
  })

  it('has steps whose commands and pictures there are', async () => {
    const extension = vscode.extensions.getExtension('buy-in.buy-in')
    const {walkthroughs} = extension?.packageJSON.contributes ?? {}
    const known = await vscode.commands.getCommands()
    const steps: {description: string; completionEvents: string[]; media: {svg: string}}[] =
      walkthroughs[0].steps
    assert.isAtLeast(steps.length, 4)
    for (const {description, completionEvents, media} of steps) {
      const [, command = ''] = /\(command:([^)]+)\)/.exec(description) ?? []
      assert.include(known, command)
      assert.deepEqual(completionEvents, [`onCommand:${command}`])
      assert(extension)
      const picture = await vscode.workspace.fs.readFile(
        vscode.Uri.joinPath(extension.extensionUri, media.svg)
      )
      assert.match(new TextDecoder().decode(picture), /^<svg /)
    }
  })
})
