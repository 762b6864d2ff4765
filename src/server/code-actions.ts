import {type CodeAction, type CodeActionContext, CodeActionKind, type Range} from 'vscode-languageserver'
import {overlaps} from '../analysis/span.ts'
import {askFixes, fixesOf} from '../fixes/fixes.ts'
import {diagnosticOf, editOf, spanOf} from './convert.ts'
import type {Read} from './documents.ts'

/** The fixes for the findings that a range touches, and what can be done to the ask there. */
export function codeActionsAt(
  {document, isProposal, proposal, shown}: Read,
  range: Range,
  {only}: CodeActionContext,
  /** What the client can do: insert snippets, show an action that cannot be done here with its reason. */
  can: {readonly snippets: boolean; readonly disabled: boolean}
): CodeAction[] {
  if (!isProposal) return []
  const wanted = (kind: CodeActionKind) =>
    !only || only.some((one) => kind === one || kind.startsWith(`${one}.`))
  const span = spanOf(document, range)
  const reach = {start: span.start, end: Math.max(span.end, span.start + 1)}
  const mending = shown
    .filter(({findings: [first]}) => overlaps(first.span, reach) || first.span.end === span.start)
    .flatMap((one) =>
      fixesOf(proposal, one.findings).map(
        ({fix}): CodeAction => ({
          title: fix.title,
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(document, one)],
          edit: editOf(document, fix, can.snippets),
          ...(fix.preferred ? {isPreferred: true} : {})
        })
      )
    )
  const bettering = askFixes(proposal, span).flatMap((fix): CodeAction[] => {
    const {title, kind} = fix
    if (fix.disabled === undefined) return [{title, kind, edit: editOf(document, fix, can.snippets)}]
    return can.disabled ? [{title, kind, disabled: {reason: fix.disabled}}] : []
  })
  return [...mending, ...bettering].filter(({kind}) => wanted(kind ?? CodeActionKind.Empty))
}
