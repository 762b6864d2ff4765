import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type Range,
  TextDocumentEdit,
  TextEdit
} from 'vscode-languageserver'
import {overlaps} from '../analysis/span.ts'
import {covers} from '../fixes/fix.ts'
import {fixesOf} from '../fixes/fixes.ts'
import {offerOf, selectionFixes, sourceFixes} from '../fixes/named.ts'
import {diagnosticOf, editOf, spanOf} from './convert.ts'
import type {Read} from './documents.ts'
import type {ActionsResult} from './protocol.ts'
import {type SilencePorts, silenceActions} from './silence-actions.ts'

/** The kinds of code actions that there are, for an editor to ask by. */
export const kindsOfActions: readonly CodeActionKind[] = [
  'quickfix.buyIn',
  'refactor.rewrite.buyIn',
  'source.buyIn',
  'source.fixAll.buyIn'
]

/**
 * The fixes for the findings that a range touches, what can be done to the ask there, and ways to silence a rule; what
 * can be done to the document as a whole only for an editor that asks for it.
 */
export async function codeActionsAt(
  read: Read,
  range: Range,
  {only}: CodeActionContext,
  /** What the client can do: insert snippets, show an action that cannot be done here with its reason. */
  can: {readonly snippets: boolean; readonly disabled: boolean},
  ports: SilencePorts
): Promise<CodeAction[]> {
  const {document, isProposal, proposal, findings, shown} = read
  if (!isProposal) return []
  const wanted = (kind: CodeActionKind) => !only || only.some((one) => covers(one, kind))
  const span = spanOf(document, range)
  const reach = {start: span.start, end: Math.max(span.end, span.start + 1)}
  const touched = shown.filter(
    ({findings: [first]}) => overlaps(first.span, reach) || first.span.end === span.start
  )
  const mending = touched.flatMap((one) =>
    fixesOf(proposal, one.findings).map(
      ({fix}): CodeAction => ({
        title: fix.title,
        kind: fix.kind,
        diagnostics: [diagnosticOf(document, one)],
        edit: editOf(document, fix, can.snippets),
        ...(fix.preferred ? {isPreferred: true} : {})
      })
    )
  )
  const whole = only?.some((one) => covers(CodeActionKind.Source, one)) ?? false
  const bettering = [
    ...selectionFixes(proposal, span).filter(({title}) => mending.every((one) => one.title !== title)),
    ...(whole ? sourceFixes(proposal, findings) : [])
  ].flatMap((fix): CodeAction[] => {
    const {title, kind} = fix
    // On save nobody is there to tab through anything.
    const snippets = can.snippets && kind !== 'source.fixAll.buyIn'
    if (fix.disabled === undefined) return [{title, kind, edit: editOf(document, fix, snippets)}]
    return can.disabled ? [{title, kind, disabled: {reason: fix.disabled}}] : []
  })
  const silencing = wanted(CodeActionKind.QuickFix) ? await silenceActions(read, touched, ports) : []
  return [...mending, ...bettering, ...silencing].filter(({kind}) => wanted(kind ?? CodeActionKind.Empty))
}

/** The same action for a client that knows no versions of documents in an edit. */
export function withSimpleEdit(action: CodeAction): CodeAction {
  const changes: Record<string, TextEdit[]> = {}
  for (const change of action.edit?.documentChanges ?? []) {
    if (TextDocumentEdit.is(change))
      changes[change.textDocument.uri] = change.edits.filter((edit) => TextEdit.is(edit))
  }
  return action.edit ? {...action, edit: {changes}} : action
}

/** What a command offers: the code actions of one kind, also in Markdown that is no proposal, or why there are none. */
export function actionsOfKind(
  {document, proposal, findings}: Read,
  range: Range,
  kind: string,
  withSnippets: boolean
): ActionsResult {
  const {fixes, none} = offerOf(proposal, findings, kind, spanOf(document, range))
  return {
    actions: fixes.map(({fix, about}) => ({
      title: fix.title,
      edit: editOf(document, fix, withSnippets),
      ...(about === undefined ? {} : {about})
    })),
    none
  }
}
