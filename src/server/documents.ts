import type {Connection, TextDocuments} from 'vscode-languageserver'
import type {TextDocument} from 'vscode-languageserver-textdocument'
import type {Analysis} from '../analysis/analyze.ts'
import {
  type Configuration,
  configurationOf,
  type ReusableReading,
  readUnder
} from '../config/configuration.ts'
import type {Layer} from '../config/layer.ts'
import {type FilePort, findProject, type Project} from '../config/project.ts'
import {readSettings} from '../config/settings.ts'

/** One version of a document, read under its configuration. */
export interface Read extends ReusableReading {
  readonly document: TextDocument
  readonly isProposal: boolean
  readonly configuration: Configuration
  /** The project file that governs it. */
  readonly project: Project | undefined
}

export interface Reader {
  /** Reads an open document; undefined when the client never opened it, or closed it meanwhile. */
  read(uri: string): Promise<Read | undefined>
  /** The same, but only of a proposal: other Markdown is not looked at any further. */
  readProposal(uri: string): Promise<Read | undefined>
  /** Reads a text that need not be open, whatever it is. */
  readText(document: TextDocument): Promise<Read>
  /** The same, but undefined where it is no proposal. */
  readClosed(document: TextDocument): Promise<Read | undefined>
  /** Forgets settings that may have changed. */
  forgetSettings(): void
  /** Forgets project files that may have changed. */
  forgetProjects(): void
  forget(uri: string): void
}

export interface ReaderPorts {
  /** The settings for a document, as the client has them; undefined where it cannot be asked. */
  readonly askSettings: (uri: string) => Promise<unknown>
  readonly readFile: FilePort
  /** URIs of the workspace folders. */
  readonly folders: () => readonly string[]
  /** Is told of each project file once it was read anew. */
  readonly onProject: (project: Project) => void
}

type Sources = readonly [settings: Layer, project: Project | undefined]
type Configured = Pick<Read, 'configuration' | 'project'>

/** Reads open documents, each version and configuration once, and of a later version only what has changed. */
export function createReader(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  {askSettings, readFile, folders, onProject}: ReaderPorts
): Reader {
  const settings = new Map<string, Promise<Layer>>()
  const projects = new Map<string, Promise<Project | undefined>>()
  const seen = new Set<string>()
  const reads = new Map<string, {version: number; sources: Sources; read: Read}>()

  const settingsOf = (uri: string): Promise<Layer> => {
    const known = settings.get(uri)
    if (known) return known
    const asked = askSettings(uri).then((value) => {
      const {settings: read, problems} = readSettings(value)
      for (const problem of problems) connection.console.warn(problem)
      return read
    })
    asked.catch(() => settings.delete(uri))
    settings.set(uri, asked)
    return asked
  }

  const projectOf = (uri: string): Promise<Project | undefined> => {
    if (uri.startsWith('untitled:')) return Promise.resolve(undefined)
    const folder = uri.slice(0, uri.lastIndexOf('/'))
    const known = projects.get(folder)
    if (known) return known
    const found = findProject(uri, folders(), readFile)
      .catch((error: unknown) => {
        connection.console.warn(`No project file could be read for ${uri}: ${String(error)}`)
        return undefined
      })
      .then((project) => {
        const said = JSON.stringify(project?.problems)
        if (project && !seen.has(`${project.file} ${said}`)) {
          seen.add(`${project.file} ${said}`)
          onProject(project)
        }
        return project
      })
    projects.set(folder, found)
    return found
  }

  const sourcesOf = async (uri: string): Promise<Sources> => [await settingsOf(uri), await projectOf(uri)]
  const configure = (document: TextDocument, [settings, project]: Sources): Configured => {
    const text = document.getText()
    return {
      project,
      configuration: configurationOf({uri: document.uri, text, settings, project, folders: folders()})
    }
  }

  const readWhere = async (uri: string, proposalsOnly: boolean): Promise<Read | undefined> => {
    const sources = await sourcesOf(uri)
    const document = documents.get(uri)
    if (!document) return undefined
    const known = reads.get(uri)
    if (
      known &&
      known.version === document.version &&
      known.sources.every((one, at) => one === sources[at])
    ) {
      return known.read.isProposal || !proposalsOnly ? known.read : undefined
    }
    const configured = configure(document, sources)
    // Whether it is a proposal is known without reading it.
    if (proposalsOnly && !configured.configuration.isProposal) return undefined
    const read = readDocument(document, configured, known?.read.analysis)
    if (read.proposal.frontMatter.problem)
      connection.console.warn(`${uri}: front matter: ${read.proposal.frontMatter.problem}`)
    reads.set(uri, {version: document.version, sources, read})
    return read
  }

  return {
    read: (uri) => readWhere(uri, false),
    readProposal: (uri) => readWhere(uri, true),
    async readText(document) {
      return readDocument(document, configure(document, await sourcesOf(document.uri)))
    },
    async readClosed(document) {
      const configured = configure(document, await sourcesOf(document.uri))
      return configured.configuration.isProposal ? readDocument(document, configured) : undefined
    },
    forgetSettings() {
      settings.clear()
    },
    forgetProjects() {
      projects.clear()
    },
    forget(uri) {
      settings.delete(uri)
      reads.delete(uri)
    }
  }
}

function readDocument(
  document: TextDocument,
  {project, configuration}: Configured,
  previous?: Analysis
): Read {
  const {isProposal} = configuration
  const reading = readUnder(document.getText(), configuration, document.uri.startsWith('untitled:'), previous)
  return {...reading, document, isProposal, configuration, project, shown: isProposal ? reading.shown : []}
}
