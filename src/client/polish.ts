import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {
  type PolishedParams,
  type PolishedResult,
  type PolishParams,
  type PolishResult,
  polishedRequest,
  polishRequest
} from '../server/protocol.ts'
import {activeDocument, openDocument, ownScheme} from './active-document.ts'
import {columnOf, names} from './artifacts.ts'
import {askModel, idOf, languageModels, pickModel} from './language-model.ts'
import {showPolishButton} from './polish-button.ts'
import {replaceText} from './replace-text.ts'

/** What came of it, for other extensions: they see no messages. */
export type PolishOutcome =
  | 'offered'
  | 'nothing to better'
  | 'cancelled'
  | 'no artifact'
  | 'no model'
  | {readonly refused: readonly string[]}
  | {readonly failed: string}

export interface Polish extends vscode.Disposable {
  /**
   * Has a language model reword the active artifact, which only then is sent to it, and offers the outcome beside
   * the artifact, unless numbers, dates, names or asks were touched.
   */
  polish(): Promise<PolishOutcome>
  /**
   * Takes what is offered, or keeps the artifact as it is.
   * @param offered the reworded side; the one in front by default
   */
  settle(accepted: boolean, offered: vscode.Uri | undefined): Promise<void>
}

/** A reworded artifact that is shown beside it. */
interface Offer {
  readonly artifact: vscode.Uri
  readonly name: string
  /** The artifact as it was sent. */
  readonly source: string
  readonly text: string
}

const scheme = `${ownScheme}polished`
const lastModel = 'polish model'

export function createPolish(context: vscode.ExtensionContext, client: BaseLanguageClient): Polish {
  /** By the URI of the reworded side. */
  const offers = new Map<string, Offer>()
  const changed = new vscode.EventEmitter<vscode.Uri>()

  const polish = async (given?: {document: vscode.TextDocument; model: vscode.LanguageModelChat}) => {
    const document = given?.document ?? (await activeDocument())
    const source = document?.getText() ?? ''
    const params: PolishParams = {text: source}
    const asked = await client.sendRequest<PolishResult | null>(polishRequest, params)
    if (!document || !asked) {
      void vscode.window.showInformationMessage(
        'Open the recap, update, video script or conversation guide that you want to polish, then try again.'
      )
      return 'no artifact'
    }
    const name = names[asked.kind]
    const models = given ? [given.model] : await languageModels()
    if (models.length === 0) {
      void vscode.window.showInformationMessage(
        'Polish needs a language model, and this VS Code has none. All else works without: the text is yours to better.'
      )
      return 'no model'
    }
    const last = context.globalState.get<string>(lastModel)
    const model = await pickModel(models, last, `Which language model is to reword the ${name}?`)
    if (!model) return 'cancelled'
    await context.globalState.update(lastModel, idOf(model))
    const answer = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: `${model.name} rewords the ${name}`,
        cancellable: true
      },
      (_, token) =>
        askModel(model, asked.prompt, `To reword the ${name}, its text is sent to the model.`, token)
    )
    if (answer === 'cancelled') return answer
    if ('failed' in answer) {
      void vscode.window.showWarningMessage(answer.failed)
      return answer
    }
    const checking: PolishedParams = {text: source, answer: answer.text}
    const {text, reasons} = await client.sendRequest<PolishedResult>(polishedRequest, checking)
    if (reasons.length > 0) {
      void refuse(name, reasons, () => polish({document, model}))
      return {refused: reasons}
    }
    if (text === source) {
      void vscode.window.showInformationMessage(`${model.name} found nothing to better in the ${name}.`)
      return 'nothing to better'
    }
    await offer({artifact: document.uri, name, source, text}, model.name)
    return 'offered'
  }

  const offer = async (made: Offer, model: string): Promise<void> => {
    const offered = vscode.Uri.from({scheme, path: `/${made.name}.md`, query: made.artifact.toString()})
    offers.set(offered.toString(), made)
    changed.fire(offered)
    const title = `Your ${made.name} ↔ reworded`
    const viewColumn = columnOf(made.artifact)
    await vscode.commands.executeCommand('vscode.diff', made.artifact, offered, title, {
      viewColumn,
      preview: false
    })
    void vscode.window
      .showInformationMessage(
        `${model} reworded the ${made.name}. Numbers, dates, names and asks are those of yours; whether it still says what you mean is for you to judge.`,
        'Accept',
        'Keep Mine'
      )
      .then((choice) => {
        if (choice && offers.get(offered.toString()) === made) return settle(choice === 'Accept', offered)
        return undefined
      })
  }

  const settle = async (accepted: boolean, given: vscode.Uri | undefined): Promise<void> => {
    const shown = diffs()
    const offered = given ?? shown.find(({tab}) => tab.isActive && tab.group.isActive)?.offered
    const made = offered && offers.get(offered.toString())
    if (offered) offers.delete(offered.toString())
    const tabs = shown.filter((one) => one.offered.toString() === offered?.toString()).map(({tab}) => tab)
    if (!made) {
      await vscode.window.tabGroups.close(tabs)
      void vscode.window.showInformationMessage('There is no reworded text to take. Polish it once more.')
      return
    }
    const {artifact, name, source, text} = made
    const document = await opened(artifact)
    const viewColumn = columnOf(artifact)
    await vscode.window.tabGroups.close(tabs)
    if (document) await vscode.window.showTextDocument(document, {viewColumn, preview: false})
    if (!accepted) return
    if (document?.getText() !== source)
      void vscode.window.showInformationMessage(
        `The ${name} has changed since it was reworded, so it was left as it is. Polish it once more.`
      )
    else if (!(await replaceText(document, text)))
      void vscode.window.showWarningMessage(`The ${name} cannot be changed here.`)
  }

  const disposables = vscode.Disposable.from(
    changed,
    showPolishButton(),
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => offers.get(uri.toString())?.text ?? ''
    }),
    vscode.workspace.onDidCloseTextDocument(({uri}) => {
      if (uri.scheme === scheme) offers.delete(uri.toString())
    })
  )
  return {polish: () => polish(), settle, dispose: () => disposables.dispose()}
}

/** How many reasons a message has room for. */
const mostReasons = 3

async function refuse(
  name: string,
  reasons: readonly string[],
  tryAgain: () => Promise<unknown>
): Promise<void> {
  const more = reasons.length - mostReasons
  const said = [...reasons.slice(0, mostReasons), ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
  const again = 'Try Again'
  const message = `The reworded ${name} is not offered, because it changes what yours says: ${said}.`
  if ((await vscode.window.showWarningMessage(message, again)) === again) await tryAgain()
}

/** The comparisons that offer a reworded text. */
function diffs(): {tab: vscode.Tab; offered: vscode.Uri}[] {
  return vscode.window.tabGroups.all
    .flatMap(({tabs}) => tabs)
    .flatMap((tab) =>
      tab.input instanceof vscode.TabInputTextDiff && tab.input.modified.scheme === scheme
        ? [{tab, offered: tab.input.modified}]
        : []
    )
}

/** The document of an artifact; undefined where it was never saved and is closed. */
async function opened(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  const open = openDocument(uri)
  if (open || uri.scheme === 'untitled') return open
  return vscode.workspace.openTextDocument(uri).then(undefined, () => undefined)
}
