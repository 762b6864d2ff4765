import {assert} from 'chai'
import * as vscode from 'vscode'

/** A memo of more than 120 words that tells its reader neither why nor where it stands nor what could go wrong. */
export const memo = `# A reading room for the evening school

We propose to open the small hall as a reading room for the evening school, from Monday to Thursday. The tables stand in four rows, and each table seats four. Two shelves from the old library hold the course books, which stay in the room. The books are sorted by course, with the dictionaries at the window. The heating runs on the same timer as the classrooms, and the lamps are the ones of the hall. The hall is opened at five. At nine the caretaker locks the door, as on any other evening, and sets the alarm. The chairs are those of the choir, which stacks them at the wall. A carpet lies under the two tables nearest to the stage, and the others stand on the boards. The door to the yard opens from inside only. Coats hang in the corridor, where the hooks are numbered, and the umbrellas stand in the tub below. The blinds go down at dusk. Each course has a shelf of its own, with a card that lists the titles in the order of the weeks. Books that are read at a table lie on the trolley until the evening ends, and then go back.

## What is to be done

- Mira moves the shelves and the books in the first week.
- The evening school writes a plan of who keeps the room open.
- The caretaker orders a second set of keys.

## What we ask

We ask the house committee to approve the use of the hall, lend us two desk lamps and put up a sign at the gate by 12 May, about 2 hours a week.
`

let count = 0

/** Writes a file into the workspace, a new one unless it is named, and opens it in an editor. */
export async function openProposal(
  text: string,
  name = `proposals/${++count}.md`
): Promise<vscode.TextEditor> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri
  assert(folder, 'the suite needs a workspace folder')
  const uri = vscode.Uri.joinPath(folder, name)
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  const document = await vscode.workspace.openTextDocument(uri)
  return vscode.window.showTextDocument(document, {viewColumn: vscode.ViewColumn.One, preview: false})
}

/** Buy-In's diagnostics of a document, as soon as they are as expected; rejects with what they were after 10 s. */
export function diagnostics(
  {uri}: vscode.TextDocument,
  expected: (found: readonly vscode.Diagnostic[]) => boolean
): Promise<vscode.Diagnostic[]> {
  const now = () => vscode.languages.getDiagnostics(uri).filter(({source}) => source === 'Buy-In')
  return eventually(now, expected, vscode.languages.onDidChangeDiagnostics, (found) =>
    found.map(({code, message}) => `${JSON.stringify(code)} ${message}`).join('\n')
  )
}

/** The value of `read` as soon as it is as expected, looked at anew on each event; rejects after 10 s. */
export function eventually<Value>(
  read: () => Value,
  expected: (value: Value) => boolean,
  event: vscode.Event<unknown>,
  show: (value: Value) => string = String
): Promise<Value> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const value = read()
      if (!expected(value)) return
      clearTimeout(timer)
      listener.dispose()
      resolve(value)
    }
    const listener = event(look)
    const timer = setTimeout(() => {
      listener.dispose()
      reject(new Error(`It never was as expected; last seen:\n${show(read())}`))
    }, 10_000)
    look()
  })
}

afterEach(async () => {
  // Reverted, so that closing asks nothing.
  while (vscode.window.activeTextEditor?.document.isDirty) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors')
})

/** The id of a diagnostic's rule. */
export function ruleOf({code}: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code)
}

/** Appends text at the end of a document, as typing does. */
export async function append(editor: vscode.TextEditor, text: string): Promise<void> {
  const {document} = editor
  await editor.edit((edit) => edit.insert(document.positionAt(document.getText().length), text))
}

/** The code actions at the first place where `words` stand. */
export async function actionsAt({document}: vscode.TextEditor, words: string): Promise<vscode.CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(words))
  const range = new vscode.Range(at, at)
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range
  )
}

export async function applied(action: vscode.CodeAction | undefined): Promise<void> {
  assert(action?.edit, 'the action has an edit')
  assert(await vscode.workspace.applyEdit(action.edit), 'the edit was applied')
}
