import {assert} from 'chai'
import * as vscode from 'vscode'
import {configurationOf, readUnder} from '../../src/config/configuration.ts'
import {readProject} from '../../src/config/project.ts'
import {diagnostics, ruleOf} from './proposals.ts'

/** A finding as VS Code shows it; lines and characters from 0. */
type Told = readonly [rule: string, severity: vscode.DiagnosticSeverity, range: string, message: string]

const severities = {
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error
}

// The other faces are held to the same reading of the same documents in the unit tests.
describe('The same documents have the same findings', function () {
  this.timeout(120_000)
  const folder = () => {
    const [workspace] = vscode.workspace.workspaceFolders ?? []
    assert(workspace, 'the suite needs a workspace folder')
    return vscode.Uri.joinPath(workspace.uri, 'same')
  }
  const read = async (uri: vscode.Uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))
  const show = ({start, end}: vscode.Range) => `${start.line}:${start.character}-${end.line}:${end.character}`
  const told = (found: readonly vscode.Diagnostic[]): Told[] =>
    found
      .map((one): Told => [ruleOf(one), one.severity, show(one.range), one.message])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1))
  const proposals = async () => {
    const lie = vscode.Uri.joinPath(folder(), 'proposals')
    const entries = await vscode.workspace.fs.readDirectory(lie)
    return entries.map(([name]) => vscode.Uri.joinPath(lie, name))
  }
  /** What the rooms behind every face find in the text of a document, with nothing of VS Code between. */
  const expected = new Map<string, Told[]>()

  before(async () => {
    const file = vscode.Uri.joinPath(folder(), '.buy-in.json')
    const project = readProject(file.toString(), await read(file))
    for (const uri of await proposals()) {
      const text = await read(uri)
      const configuration = configurationOf({
        uri: uri.toString(),
        text,
        project,
        folders: [folder().toString()]
      })
      assert(configuration.isProposal, uri.path)
      const {shown} = readUnder(text, configuration)
      const {positionAt} = await vscode.workspace.openTextDocument(uri)
      expected.set(
        uri.toString(),
        shown
          .map(({findings: [first], severity, message}): Told => {
            const {start, end} = first.span
            const range = show(new vscode.Range(positionAt(start), positionAt(end)))
            return [first.rule.id, severities[severity], range, message]
          })
          .sort((a, b) => (String(a) < String(b) ? -1 : 1))
      )
    }
  })

  it('in an open editor', async () => {
    assert.isAtLeast(expected.size, 12)
    assert.isAtLeast([...expected.values()].flat().length, 10, 'they have something to say')
    for (const uri of await proposals()) {
      const document = await vscode.workspace.openTextDocument(uri)
      await vscode.window.showTextDocument(document)
      const wanted = expected.get(uri.toString()) ?? []
      const found = await diagnostics(document, (all) => all.length >= wanted.length)
      assert.deepEqual(told(found), wanted, uri.path)
      await vscode.commands.executeCommand('workbench.action.closeAllEditors')
    }
  })

  it('in the Problems panel, once the workspace was linted', async () => {
    await vscode.commands.executeCommand('buyIn.lintWorkspace')
    for (const uri of await proposals())
      assert.deepEqual(told(vscode.languages.getDiagnostics(uri)), expected.get(uri.toString()), uri.path)
  })
})
