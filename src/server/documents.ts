import type {Connection, TextDocuments} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import {analyze} from '../analysis/analyze.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {defaultSettings, readSettings, type Settings} from '../config/settings.ts'
import {isProposal, pathInWorkspace} from '../config/which-files.ts'
import {findingsOf} from '../rules/findings.ts'
import type {Finding} from '../rules/rule.ts'
import {type Shown, shownOf} from '../rules/shown.ts'

/** One version of a document, read under its settings. */
export interface Read {
  readonly document: TextDocument
  readonly isProposal: boolean
  readonly settings: Settings
  readonly proposal: Proposal
  readonly findings: readonly Finding[]
  /** What an editor shows; nothing where the document is no proposal. */
  readonly shown: readonly Shown[]
}

export interface Reader {
  /** Reads an open document; undefined when the client never opened it, or closed it meanwhile. */
  read(uri: string): Promise<Read | undefined>
  /** The same, but only of a proposal: other Markdown is not looked at any further. */
  readProposal(uri: string): Promise<Read | undefined>
  /** Forgets settings that may have changed. */
  forgetSettings(): void
  forget(uri: string): void
}

/**
 * Reads open documents, each version and settings once.
 * @param pulls whether the client can be asked for settings
 * @param folders paths of the workspace folders
 */
export function createReader(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  pulls: () => boolean,
  folders: () => readonly string[]
): Reader {
  const settings = new Map<string, Promise<Settings>>()
  const reads = new Map<string, {version: number; settings: Settings; read: Read}>()

  const settingsOf = (uri: string): Promise<Settings> => {
    if (!pulls()) return Promise.resolve(defaultSettings)
    const known = settings.get(uri)
    if (known) return known
    const asked = connection.workspace
      .getConfiguration({scopeUri: uri, section: 'buyIn'})
      .then((value: unknown) => {
        const {settings: read, problems} = readSettings(value)
        for (const problem of problems) connection.console.warn(problem)
        return read
      })
    asked.catch(() => settings.delete(uri))
    settings.set(uri, asked)
    return asked
  }

  const readWhere = async (uri: string, proposalsOnly: boolean): Promise<Read | undefined> => {
    const own = await settingsOf(uri)
    const document = documents.get(uri)
    if (!document) return undefined
    const known = reads.get(uri)
    if (known && known.version === document.version && known.settings === own) {
      return known.read.isProposal || !proposalsOnly ? known.read : undefined
    }
    const isProposal = countsAsProposal(document, own, folders())
    if (proposalsOnly && !isProposal) return undefined
    const read = readDocument(document, own, isProposal)
    if (read.proposal.frontMatter.problem)
      connection.console.warn(`${uri}: front matter: ${read.proposal.frontMatter.problem}`)
    reads.set(uri, {version: document.version, settings: own, read})
    return read
  }

  return {
    read: (uri) => readWhere(uri, false),
    readProposal: (uri) => readWhere(uri, true),
    forgetSettings() {
      settings.clear()
    },
    forget(uri) {
      settings.delete(uri)
      reads.delete(uri)
    }
  }
}

function countsAsProposal(document: TextDocument, {files}: Settings, folders: readonly string[]): boolean {
  const url = new URL(document.uri)
  const path = isUnsaved(document) ? undefined : pathInWorkspace(decodeURIComponent(url.pathname), folders)
  return isProposal({path, text: document.getText()}, files)
}

function isUnsaved({uri}: TextDocument): boolean {
  return uri.startsWith('untitled:')
}

function readDocument(document: TextDocument, settings: Settings, isProposal: boolean): Read {
  const proposal = analyze(document.getText(), {profile: settings.profile})
  const findings = findingsOf(proposal, settings.rules)
  const shown = isProposal ? shownOf(findings, {...proposal, unsaved: isUnsaved(document)}) : []
  return {document, isProposal, settings, proposal, findings, shown}
}
