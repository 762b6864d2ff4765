import {type CodeAction, type CodeActionContext, CodeActionKind, type Range} from 'vscode-languageserver'
import {overlaps} from '../analysis/span.ts'
import {covers} from '../fixes/fix.ts'
import {fixesOf} from '../fixes/fixes.ts'
import {offerOf, selectionFixes, sourceFixes} from '../fixes/named.ts'
import {diagnosticOf, editOf, spanOf} from './convert.ts'
import type {Read} from './documents.ts'
import type {ActionsResult} from './protocol.ts'

/** The kinds of code actions that there are, for an editor to ask by. */
export const kindsOfActions: readonly CodeActionKind[] = [
  'quickfix.buyIn',
  'refactor.rewrite.buyIn',
  'source.buyIn'
]

/**
 * The fixes for the findings that a range touches, and what can be done to the ask there; what can be done to the
 * document as a whole only for an editor that asks for it.
 */
export function codeActionsAt(
  {document, isProposal, proposal, findings, shown}: Read,
  range: Range,
  {only}: CodeActionContext,
  /** What the client can do: insert snippets, show an action that cannot be done here with its reason. */
  can: {readonly snippets: boolean; readonly disabled: boolean}
): CodeAction[] {
  if (!isProposal) return []
  const wanted = (kind: CodeActionKind) => !only || only.some((one) => covers(one, kind))
  const span = spanOf(document, range)
  const reach = {start: span.start, end: Math.max(span.end, span.start + 1)}
  const mending = shown
    .filter(({findings: [first]}) => overlaps(first.span, reach) || first.span.end === span.start)
    .flatMap((one) =>
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
    ...selectionFixes(proposal, span),
    ...(whole ? sourceFixes(proposal, findings) : [])
  ].flatMap((fix): CodeAction[] => {
    const {title, kind} = fix
    if (fix.disabled === undefined) return [{title, kind, edit: editOf(document, fix, can.snippets)}]
    return can.disabled ? [{title, kind, disabled: {reason: fix.disabled}}] : []
  })
  return [...mending, ...bettering].filter(({kind}) => wanted(kind ?? CodeActionKind.Empty))
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
