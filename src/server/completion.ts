import {type CompletionItem, CompletionItemKind, InsertTextFormat, TextEdit} from 'vscode-languageserver'
import {type Completion, completionsAt} from '../fixes/complete.ts'
import {plain, snippets} from '../fixes/fix.ts'
import {rangeOf} from './convert.ts'
import type {Read} from './documents.ts'

/** What brings up completions while typing: the comma that a slot of an ask follows, and the hyphen of `buyin-`. */
export const triggerCharacters = [',', '-']

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  person: CompletionItemKind.Reference,
  slot: CompletionItemKind.Field,
  own: CompletionItemKind.Value,
  section: CompletionItemKind.Snippet
}

/**
 * The completions at an offset of a proposal.
 * @param withSnippets whether the client can insert snippets; else places are written out, ⟨so⟩
 */
export function completeAt(
  {document, proposal}: Read,
  offset: number,
  withSnippets: boolean
): CompletionItem[] {
  return completionsAt(proposal, offset).map(({label, detail, kind, span, content}, index) => {
    const [made] = withSnippets ? snippets([{span, content}]) : []
    return {
      label,
      detail,
      kind: kinds[kind],
      sortText: String(index).padStart(3, '0'),
      filterText: label,
      documentation: {kind: 'markdown', value: plain(content).trim()},
      insertTextFormat: made ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: TextEdit.replace(rangeOf(document, span), made?.snippet ?? plain(content))
    }
  })
}
