import {
  type CodeAction,
  CodeActionKind,
  type CreateFile,
  type TextDocumentEdit,
  TextEdit
} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import type {FilePort} from '../config/project.ts'
import {newProjectFile, projectWithout, switchOff} from '../config/switch-off.ts'
import {silenceHere, silenceInFile} from '../fixes/silence.ts'
import type {Finding} from '../rules/rule.ts'
import type {Shown} from '../rules/shown.ts'
import {diagnosticOf, editOf} from './convert.ts'
import type {Read} from './documents.ts'

/** What a client and its workspace allow. */
export interface SilencePorts {
  readonly readFile: FilePort
  /** URIs of the workspace folders. */
  readonly folders: readonly string[]
  /** Whether the client can make files in an edit. */
  readonly createsFiles: boolean
}

/** Ways not to hear of a finding again: at its place, in its document, in the whole project. */
export async function silenceActions(
  {document, proposal, project}: Read,
  shown: readonly Shown[],
  ports: SilencePorts
): Promise<CodeAction[]> {
  const actions = shown.map(async (one): Promise<CodeAction[]> => {
    const [finding] = one.findings
    const here = silenceHere(proposal, finding)
    const edits = [...(here ? [here] : []), silenceInFile(proposal, finding)].map((fix) => ({
      title: fix.title,
      edit: editOf(document, fix, false)
    }))
    const changes = await projectChanges(document.uri, project?.file, finding, ports)
    const everywhere = changes
      ? [{title: `Disable ${finding.rule.id} in the project`, edit: {documentChanges: changes}}]
      : []
    return [...edits, ...everywhere].map((action) => ({
      ...action,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(document, one)]
    }))
  })
  return (await Promise.all(actions)).flat()
}

async function projectChanges(
  document: string,
  file: string | undefined,
  {rule}: Finding,
  {readFile, folders, createsFiles}: SilencePorts
): Promise<(CreateFile | TextDocumentEdit)[] | undefined> {
  const text = file === undefined ? undefined : await readFile(file)
  if (file !== undefined && text !== undefined) {
    const change = switchOff(file, text, rule.id)
    if (!change) return undefined
    const there = TextDocument.create(file, 'plaintext', 0, text)
    const range = {start: there.positionAt(change.start), end: there.positionAt(change.end)}
    return [{textDocument: {uri: file, version: null}, edits: [TextEdit.replace(range, change.text)]}]
  }
  const folder = folders.find((one) => document.startsWith(`${one}/`))
  if (!folder || !createsFiles) return undefined
  const uri = `${folder}/${newProjectFile}`
  const start = {line: 0, character: 0}
  return [
    {kind: 'create', uri, options: {ignoreIfExists: true}},
    {textDocument: {uri, version: null}, edits: [TextEdit.insert(start, projectWithout(rule.id))]}
  ]
}
