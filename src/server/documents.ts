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
  readonly proposal: Proposal
  readonly findings: readonly Finding[]
  /** What an editor shows; nothing where the document is no proposal. */
  readonly shown: readonly Shown[]
}

export interface Reader {
  /** Reads an open document; undefined when the client never opened it, or closed it meanwhile. */
  read(uri: string): Promise<Read | undefined>
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

  return {
    async read(uri) {
      const own = await settingsOf(uri)
      const document = documents.get(uri)
      if (!document) return undefined
      const known = reads.get(uri)
      if (known && known.version === document.version && known.settings === own) return known.read
      const read = readDocument(document, own, folders())
      reads.set(uri, {version: document.version, settings: own, read})
      return read
    },
    forgetSettings() {
      settings.clear()
    },
    forget(uri) {
      settings.delete(uri)
      reads.delete(uri)
    }
  }
}

function readDocument(document: TextDocument, settings: Settings, folders: readonly string[]): Read {
  const text = document.getText()
  const url = new URL(document.uri)
  const unsaved = url.protocol === 'untitled:'
  const path = unsaved ? undefined : pathInWorkspace(decodeURIComponent(url.pathname), folders)
  const counts = isProposal({path, text}, settings.files)
  const proposal = analyze(text, {profile: settings.profile})
  const findings = findingsOf(proposal, settings.rules)
  return {
    document,
    isProposal: counts,
    proposal,
    findings,
    shown: counts ? shownOf(findings, {words: proposal.words, unsaved}) : []
  }
}
