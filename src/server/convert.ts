import {
  type Diagnostic,
  DiagnosticSeverity,
  type Range,
  type TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit
} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Span} from '../analysis/span.ts'
import {type Edit, type Fix, plain, snippets} from '../fixes/fix.ts'
import {pageOf} from '../rules/page.ts'
import type {Finding} from '../rules/rule.ts'
import type {Shown} from '../rules/shown.ts'
import type {Read} from './documents.ts'

const severities: Readonly<Record<Finding['severity'], DiagnosticSeverity>> = {
  hint: DiagnosticSeverity.Hint,
  information: DiagnosticSeverity.Information,
  warning: DiagnosticSeverity.Warning,
  error: DiagnosticSeverity.Error
}

export function rangeOf(document: TextDocument, {start, end}: Span): Range {
  return {start: document.positionAt(start), end: document.positionAt(end)}
}

export function spanOf(document: TextDocument, {start, end}: Range): Span {
  return {start: document.offsetAt(start), end: document.offsetAt(end)}
}

/** Findings that are shown as one, as a diagnostic whose code is the rule that matters most. */
export function diagnosticOf(
  document: TextDocument,
  {findings: [first], severity, message}: Shown
): Diagnostic {
  return {
    range: rangeOf(document, first.span),
    severity: severities[severity],
    source: 'Buy-In',
    code: first.rule.id,
    codeDescription: {href: pageOf(first.rule.id)},
    message
  }
}

/** The one line about a document that was not read, at its top. */
function unreadDiagnostic(message: string): Diagnostic {
  const start = {line: 0, character: 0}
  return {
    range: {start, end: start},
    severity: DiagnosticSeverity.Information,
    source: 'Buy-In',
    code: 'size',
    message
  }
}

/** What an editor shows of a document: its findings, and the lines of its front matter that cannot be followed. */
export function diagnosticsOf({document, isProposal, proposal, shown, configuration}: Read): Diagnostic[] {
  if (!isProposal) return []
  if (proposal.unread !== undefined) return [unreadDiagnostic(proposal.unread)]
  const own = configuration.problems.filter(({file}) => file === document.uri)
  return [
    ...own.map(
      ({line, message}): Diagnostic => ({
        range: {start: {line: line - 1, character: 0}, end: {line, character: 0}},
        severity: DiagnosticSeverity.Warning,
        source: 'Buy-In',
        code: 'configuration',
        message: `${message}${/[.?]$/.test(message) ? '' : '.'}`
      })
    ),
    ...shown.map((one) => diagnosticOf(document, one))
  ]
}

/**
 * A fix as an edit of one version of a document.
 * @param withSnippets whether the client can insert snippets; else places are written out, ⟨so⟩
 */
export function editOf(document: TextDocument, {edits}: Fix, withSnippets: boolean): WorkspaceEdit {
  const changes: TextDocumentEdit['edits'] = withSnippets
    ? snippets(edits.map((edit, index) => fromLineStart(document, edit, edits.slice(0, index)))).map(
        ({span, snippet}) => ({range: rangeOf(document, span), snippet: {kind: 'snippet', value: snippet}})
      )
    : edits.map(({span, content}) => TextEdit.replace(rangeOf(document, span), plain(content)))
  return {documentChanges: [{textDocument: {uri: document.uri, version: document.version}, edits: changes}]}
}

/**
 * Editors indent the further lines of a snippet like the line it is put in. What a fix inserts is indented
 * already, so an edit of several lines takes in the blanks, marks and words before it.
 */
function fromLineStart(document: TextDocument, {span, content}: Edit, before: readonly Edit[]): Edit {
  const {line, character} = document.positionAt(span.start)
  const start = span.start - character
  const opening = document.getText({start: {line, character: 0}, end: {line, character}})
  const apart = before.every((other) => other.span.end <= start)
  if (!/^\s/.test(opening) || !apart || !plain(content).includes('\n')) return {span, content}
  return {span: {start, end: span.end}, content: [opening, ...content]}
}
