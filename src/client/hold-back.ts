import * as vscode from 'vscode'

/** Lets diagnostics through, except new ones about the paragraph that is being typed. */
export interface HoldBack extends vscode.Disposable {
  admit(document: vscode.TextDocument, found: readonly vscode.Diagnostic[]): vscode.Diagnostic[]
}

interface Typing {
  readonly document: vscode.TextDocument
  /** A line of the paragraph, from 0. */
  readonly line: number
  /** The rules that spoke of the paragraph before: those go on, so that nothing flickers. */
  readonly known: ReadonlySet<string>
  readonly timer: ReturnType<typeof setTimeout>
}

/**
 * Keeps a new finding back while its paragraph is typed: until the cursor leaves the paragraph, or rests for as
 * many seconds as the setting `buyIn.wait` says. What goes away goes away at once.
 * @param refresh asks for the diagnostics of a document again
 */
export function createHoldBack(refresh: (document: vscode.TextDocument) => void): HoldBack {
  let typing: Typing | undefined
  let held = false

  const release = () => {
    if (!typing) return
    const {document, timer} = typing
    clearTimeout(timer)
    typing = undefined
    if (held && !document.isClosed) refresh(document)
    held = false
  }

  /** @param moved how many lines further down the paragraph stands than before the change, at most */
  const type = (document: vscode.TextDocument, line: number, moved: number, seconds: number) => {
    const {start, end} = paragraphAt(document, line)
    const goesOn = typing?.document === document && start <= typing.line && typing.line <= end
    if (typing && typing.document !== document) release()
    clearTimeout(typing?.timer)
    const known = goesOn && typing ? typing.known : rulesIn(document, start - moved, end)
    typing = {document, line, known, timer: setTimeout(release, seconds * 1000)}
  }

  const listeners = [
    vscode.workspace.onDidChangeTextDocument(({document, contentChanges}) => {
      const editor = vscode.window.activeTextEditor
      const seconds = vscode.workspace.getConfiguration('buyIn').get<number>('wait', 2)
      if (editor?.document !== document || contentChanges.length === 0 || !(seconds > 0)) return
      const cursor = editor.selection.active.line
      for (const change of contentChanges) {
        // The ranges are those of the text before; what was done above has moved them.
        const above = contentChanges.filter(({range}) => range.start.isBefore(change.range.start))
        const shift = above.reduce((sum, one) => sum + linesAdded(one), 0)
        const {range, text} = change
        const line = Math.min(range.start.line + newlines(text) + shift, document.lineCount - 1)
        const {start, end} = paragraphAt(document, line)
        // A change elsewhere is no typing: a fix, another window, a program.
        const near = start - newlines(text) <= cursor + shift && cursor + shift <= end
        if (near) return type(document, line, Math.max(0, shift + newlines(text)), seconds)
      }
    }),
    vscode.window.onDidChangeTextEditorSelection(({textEditor: {document}, selections}) => {
      if (!typing || document !== typing.document) return
      const {start, end} = paragraphAt(document, Math.min(typing.line, document.lineCount - 1))
      if (selections.every(({active}) => active.line < start || active.line > end)) release()
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor && editor.document !== typing?.document) release()
    })
  ]

  return {
    admit(document, found) {
      if (typing?.document !== document) return [...found]
      const {known, line} = typing
      const {start, end} = paragraphAt(document, Math.min(line, document.lineCount - 1))
      const admitted = found.filter(
        (one) => one.range.start.line < start || one.range.start.line > end || known.has(ruleOf(one))
      )
      held = admitted.length < found.length
      return admitted
    },
    dispose() {
      clearTimeout(typing?.timer)
      for (const listener of listeners) listener.dispose()
    }
  }
}

const newlines = (text: string) => text.match(/\n/g)?.length ?? 0

function linesAdded({range, text}: vscode.TextDocumentContentChangeEvent): number {
  return newlines(text) - (range.end.line - range.start.line)
}

/** The first and last line, from 0, of the run of lines around a line that are not blank. */
function paragraphAt(document: vscode.TextDocument, line: number): {start: number; end: number} {
  const blank = (at: number) => document.lineAt(at).isEmptyOrWhitespace
  let [start, end] = [line, line]
  if (blank(line)) return {start, end}
  while (start > 0 && !blank(start - 1)) start--
  while (end < document.lineCount - 1 && !blank(end + 1)) end++
  return {start, end}
}

function rulesIn({uri}: vscode.TextDocument, start: number, end: number): Set<string> {
  const shown = vscode.languages
    .getDiagnostics(uri)
    .filter(({source, range}) => source === 'Buy-In' && range.start.line >= start && range.start.line <= end)
  return new Set(shown.map(ruleOf))
}

function ruleOf({code}: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code)
}
