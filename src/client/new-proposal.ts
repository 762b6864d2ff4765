import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {type TemplateParams, type TemplateResult, templateRequest} from '../server/protocol.ts'
import {isEligible} from './active-document.ts'

type Kind = TemplateParams['profile']

interface Choice {
  readonly label: string
  readonly detail: string
  /** Undefined to keep what is written. */
  readonly profile: Kind | undefined
}

const kinds: readonly Choice[] = [
  {label: 'Memo', profile: 'memo', detail: 'Asks a boss or another team for help or a decision'},
  {label: 'RFC', profile: 'rfc', detail: 'Puts a design up for review'},
  {label: 'Grant application', profile: 'grant', detail: 'Applies for money, with a plan and a budget'},
  {label: 'Goal', profile: 'goal', detail: 'Asks teams to own parts of something larger'},
  {label: 'Talk', profile: 'talk', detail: 'Offers a talk or a workshop to an event'},
  {label: 'Sponsorship', profile: 'sponsorship', detail: 'Asks for sponsors, and says what they get'},
  {label: 'Letter', profile: 'letter', detail: 'Asks somebody in person'}
]

/**
 * Starts a proposal from the template of its kind: in the active document where that is empty, else in a new one.
 * A draft that has words already can be kept, with what it lacks inserted.
 * @param asked the kind, where a key or a link names it; else the user is asked
 * @param isDraft whether a document is only begun
 * @param insertMissing inserts what the active document lacks
 */
export async function newProposal(
  client: BaseLanguageClient,
  asked: unknown,
  isDraft: (uri: vscode.Uri) => Promise<boolean>,
  insertMissing: () => Promise<void>
): Promise<void> {
  const editor = vscode.window.activeTextEditor
  const document = editor && isEligible(editor.document) ? editor.document : undefined
  const words = document ? wordsIn(document.getText()) : 0
  const keep: Choice = {
    label: '$(edit) Keep What Is Written',
    detail: 'Insert only what is missing',
    profile: undefined
  }
  const begun = document !== undefined && words > 0 && (await isDraft(document.uri))
  const chosen =
    kinds.find(({profile}) => profile === asked) ??
    (await vscode.window.showQuickPick(begun ? [keep, ...kinds] : kinds, {
      title: 'New Proposal',
      placeHolder: 'What kind of proposal?'
    }))
  if (!chosen) return
  if (chosen.profile === undefined) {
    await insertMissing()
    return
  }
  const params: TemplateParams = {profile: chosen.profile}
  const {snippet} = await client.sendRequest<TemplateResult>(templateRequest, params)
  const target =
    document && words === 0
      ? document
      : await vscode.workspace.openTextDocument({language: 'markdown', content: ''})
  const shown = await vscode.window.showTextDocument(target, {preview: false})
  const whole = new vscode.Range(0, 0, target.lineCount, 0)
  await shown.insertSnippet(new vscode.SnippetString(snippet), target.validateRange(whole))
}

/** Without front matter: a document that only says what it is, is empty. */
function wordsIn(text: string): number {
  return text
    .replace(/^---\r?\n(?:buy-in:.*\r?\n)?---\r?\n/, '')
    .split(/\s+/)
    .filter(Boolean).length
}
