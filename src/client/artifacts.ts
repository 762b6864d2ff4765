import * as vscode from 'vscode'
import type {BaseLanguageClient} from 'vscode-languageclient'
import {
  type ArtifactKind,
  type ArtifactParams,
  type ArtifactResult,
  artifactRequest,
  type DocumentParams,
  type Stakeholder,
  stakeholdersRequest
} from '../server/protocol.ts'
import {documentFor, openDocument, ownScheme} from './active-document.ts'
import {earlierText, type Told} from './earlier-text.ts'
import {merge} from './merge.ts'
import {plainText} from './plain-text.ts'
import {pickRecap, readersOf} from './recap-pick.ts'
import {replaceText} from './replace-text.ts'

export interface Artifacts {
  /**
   * Opens an artifact of the active proposal beside it, as an unsaved document; one that is open already is
   * brought up to date, and keeps what its user wrote.
   * @param given answers to what it would else ask
   * @param last the document that the summary pane shows, for when that is in front
   */
  generate(kind: ArtifactKind, given: unknown, last: vscode.Uri | undefined): Promise<void>
  /** Copies the active artifact. */
  copy(form: 'markdown' | 'plain text'): Promise<void>
}

/** What was generated, and the document that it went into. */
interface Generated {
  readonly base: string
  readonly target: string
  /** When the meeting was, where its user said so. */
  readonly meeting?: string
}

/** What a command may be given, by a key binding or another extension; what it lacks is asked for. */
interface Given {
  readonly stakeholder?: string
  readonly meeting?: string
  /** What the readers of an update last heard of: `last` (the last update), `nothing`, or a commit. */
  readonly since?: string
}

/** What the artifacts are called in sentences. */
export const names: Readonly<Record<ArtifactKind, string>> = {
  recap: 'recap',
  update: 'update',
  script: 'video script',
  guide: 'conversation guide'
}
const scheme = `${ownScheme}generated`

export function createArtifacts(context: vscode.ExtensionContext, client: BaseLanguageClient): Artifacts {
  const {workspaceState} = context
  /** Newly generated texts that are compared with edited ones, by path. */
  const compared = new Map<string, string>()
  const changed = new vscode.EventEmitter<vscode.Uri>()

  const place = async (
    key: string,
    name: string,
    markdown: string,
    said: Pick<Generated, 'meeting'>
  ): Promise<void> => {
    const before = workspaceState.get<Generated>(key)
    const open = before && (await documentOf(before))
    if (!before || !open) {
      const document = await vscode.workspace.openTextDocument({language: 'markdown', content: markdown})
      const target = document.uri.toString()
      await workspaceState.update(key, {...said, base: markdown, target} satisfies Generated)
      await vscode.window.showTextDocument(document, {viewColumn: vscode.ViewColumn.Beside, preview: false})
      return
    }
    // Before it is changed: a changed file that is open nowhere is put by VS Code itself into the group in front.
    await vscode.window.showTextDocument(open, {viewColumn: columnOf(open.uri), preview: false})
    const {text, conflict} = merge(open.getText(), before.base, markdown)
    await replaceText(open, text)
    await workspaceState.update(key, {...before, ...said, base: markdown} satisfies Generated)
    if (!conflict) return
    const generated = vscode.Uri.from({scheme, path: `/${encodeURIComponent(key)}.md`})
    compared.set(generated.path, markdown)
    changed.fire(generated)
    const title = `Newly generated ${name} ↔ yours`
    await vscode.commands.executeCommand('vscode.diff', generated, open.uri, title)
    void vscode.window.showInformationMessage(
      `You and the proposal changed the same lines of the ${name}. Yours were kept; take what you like from the left.`
    )
  }

  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: ({path}) => compared.get(path) ?? ''
    }),
    // An artifact that is saved goes on as that file.
    vscode.workspace.onDidSaveTextDocument(async (saved) => {
      for (const key of workspaceState.keys().filter((one) => one.startsWith(prefix))) {
        const generated = workspaceState.get<Generated>(key)
        if (!generated?.target.startsWith('untitled:') || openedAs(generated)) continue
        if (firstLine(saved.getText()) === firstLine(generated.base))
          await workspaceState.update(key, {...generated, target: saved.uri.toString()})
      }
    })
  )

  return {
    async generate(kind, given, last) {
      const name = names[kind]
      const document = await documentFor(`that you want ${article(name)} of`, last)
      if (!document) return
      const uri = client.code2ProtocolConverter.asUri(document.uri)
      const answers = await ask(client, kind, uri, readGiven(given))
      if (!answers) return
      const {since, ...asked} = answers
      const told = `told ${answers.stakeholder ?? ''} ${uri}`
      const before =
        kind === 'update' ? await earlierText(document.uri, since, workspaceState.get<Told>(told)) : ''
      if (before === undefined) return
      const key = `${prefix}${kind} ${answers.stakeholder ?? ''} ${uri}`
      const earlier = workspaceState.get<Generated>(key)
      // Generated again, a recap is still one of the same meeting.
      const known = asked.meeting ?? (earlier && (await documentOf(earlier)) ? earlier.meeting : undefined)
      const meeting = known ? {meeting: known} : {}
      const params: ArtifactParams = {uri, kind, ...asked, ...meeting, ...(before === '' ? {} : {before})}
      const result = await client.sendRequest<ArtifactResult | null>(artifactRequest, params)
      if (!result) return
      if (kind === 'update')
        await workspaceState.update(told, {text: document.getText(), time: Date.now()} satisfies Told)
      await place(key, name, result.markdown, meeting)
    },
    async copy(form) {
      const document = vscode.window.activeTextEditor?.document
      if (document?.languageId !== 'markdown') {
        await vscode.window.showInformationMessage('Open the text that you want to copy, then try again.')
        return
      }
      const text = document.getText()
      await vscode.env.clipboard.writeText(form === 'markdown' ? text : plainText(text))
      vscode.window.setStatusBarMessage(
        form === 'markdown' ? 'Copied as Markdown' : 'Copied as plain text',
        3000
      )
    }
  }
}

const prefix = 'artifact '

/** The document that an artifact went into, while it is open and still that artifact. */
function openedAs({target, base}: Generated): vscode.TextDocument | undefined {
  const document = openDocument(vscode.Uri.parse(target))
  return document && firstLine(document.getText()) === firstLine(base) ? document : undefined
}

/** The document that an artifact went into, also where it was saved and closed, while it is still that artifact. */
async function documentOf(generated: Generated): Promise<vscode.TextDocument | undefined> {
  const {target, base} = generated
  const open = openedAs(generated)
  if (open || target.startsWith('untitled:')) return open
  const saved = await Promise.resolve(vscode.workspace.openTextDocument(vscode.Uri.parse(target))).catch(
    () => undefined // It was moved or removed.
  )
  return saved && firstLine(saved.getText()) === firstLine(base) ? saved : undefined
}

function firstLine(text: string): string {
  return text.split(/\r?\n/, 1)[0] ?? ''
}

/** Where a document is open, else the column beside the one in front. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn {
  const tab = vscode.window.tabGroups.all
    .flatMap(({tabs}) => tabs)
    .find(({input}) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString())
  return tab?.group.viewColumn ?? vscode.ViewColumn.Beside
}

function readGiven(given: unknown): Given | undefined {
  if (given === null || typeof given !== 'object' || given instanceof vscode.Uri) return undefined
  const text = (key: string) => {
    const value: unknown = Reflect.get(given, key)
    return typeof value === 'string' && value !== '' ? {[key]: value} : {}
  }
  return {...text('stakeholder'), ...text('meeting'), ...text('since')}
}

/** Asks what an artifact needs to know that the proposal does not say; undefined when the user turned away. */
async function ask(
  client: BaseLanguageClient,
  kind: ArtifactKind,
  uri: string,
  given: Given | undefined
): Promise<Given | undefined> {
  if (given) return given
  const params: DocumentParams = {uri}
  const stakeholders = (await client.sendRequest<Stakeholder[] | null>(stakeholdersRequest, params)) ?? []
  if (kind === 'recap') return pickRecap(stakeholders)
  const whom = await pickStakeholder(kind, stakeholders)
  return whom === undefined ? undefined : whom ? {stakeholder: whom} : {}
}

/** Empty for everybody; asked only where the proposal names several. */
async function pickStakeholder(
  kind: ArtifactKind,
  stakeholders: readonly Stakeholder[]
): Promise<string | undefined> {
  if (stakeholders.length < 2) return ''
  const picked = await vscode.window.showQuickPick(readersOf(stakeholders), {
    title: `Whom is the ${names[kind]} for?`
  })
  return picked?.name
}

function article(name: string): string {
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
}
