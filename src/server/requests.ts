import {type Connection, LSPErrorCodes, ResponseError} from 'vscode-languageserver'
import {TextDocument} from 'vscode-languageserver-textdocument'
import {analyze} from '../analysis/analyze.ts'
import {artifactKindOf} from '../artifacts/artifact-kind.ts'
import {artifactOf} from '../artifacts/make.ts'
import {stakeholderNamed} from '../artifacts/moves.ts'
import {polished} from '../artifacts/polish/check.ts'
import {polishPrompt} from '../artifacts/polish/prompt.ts'
import {stakeholdersOf} from '../artifacts/stakeholders.ts'
import {summaryOf} from '../artifacts/summary.ts'
import {summaryToHtml, summaryToMarkdown} from '../artifacts/summary-text.ts'
import {toolAnswer} from '../artifacts/tool-answers.ts'
import {snippets} from '../fixes/fix.ts'
import {mendElement} from '../fixes/mend-element.ts'
import {templateOf} from '../fixes/templates.ts'
import {waitingOf} from '../rules/shown.ts'
import {wantedBy} from '../rules/wanted.ts'
import {actionsOfKind} from './code-actions.ts'
import {diagnosticsOf, editOf} from './convert.ts'
import type {Read, Reader} from './documents.ts'
import {
  type ActionsParams,
  type ActionsResult,
  type ArtifactParams,
  type ArtifactResult,
  actionsRequest,
  artifactRequest,
  type ClosedParams,
  type ClosedResult,
  closedRequest,
  type DocumentParams,
  type MendParams,
  type MendResult,
  mendRequest,
  type PolishedParams,
  type PolishedResult,
  type PolishParams,
  type PolishResult,
  polishedRequest,
  polishRequest,
  type ReadyResult,
  readyRequest,
  type Stakeholder,
  type StateResult,
  type SummaryParams,
  type SummaryResult,
  type SummaryTextParams,
  type SummaryTextResult,
  stakeholdersRequest,
  stateRequest,
  summaryRequest,
  summaryTextRequest,
  type TemplateParams,
  type TemplateResult,
  type ToolParams,
  templateRequest,
  toolRequest
} from './protocol.ts'
import {readyOf} from './ready.ts'

/**
 * Answers the requests that are Buy-In's own, those of `protocol.ts`.
 * @param withSnippets whether the client can insert snippets, once it has said so
 */
export function serveRequests(connection: Connection, reader: Reader, withSnippets: () => boolean): void {
  /** An open document, for what is made of the whole of it. */
  const readWhole = async (uri: string): Promise<Read | undefined> => {
    const read = await reader.read(uri)
    if (read?.proposal.unread !== undefined)
      throw new ResponseError(LSPErrorCodes.RequestFailed, read.proposal.unread)
    return read
  }

  const summaryFor = ({proposal, configuration}: Read, stakeholder: string | undefined) =>
    summaryOf(proposal, wantedBy(proposal, configuration.rules), stakeholder)

  connection.onRequest(
    summaryRequest,
    async ({uri, stakeholder}: SummaryParams): Promise<SummaryResult | null> => {
      const read = await readWhole(uri)
      if (!read) return null
      const {document, isProposal} = read
      return {version: document.version, isProposal, summary: summaryFor(read, stakeholder)}
    }
  )

  connection.onRequest(
    summaryTextRequest,
    async ({uri, stakeholder, format}: SummaryTextParams): Promise<SummaryTextResult | null> => {
      const read = await readWhole(uri)
      if (!read) return null
      const summary = summaryFor(read, stakeholder)
      const text = format === 'html' ? summaryToHtml(summary) : summaryToMarkdown(summary)
      return {title: summary.title, text}
    }
  )

  connection.onRequest(mendRequest, async ({uri, element}: MendParams): Promise<MendResult | null> => {
    const read = await readWhole(uri)
    if (!read) return null
    const fix = mendElement(read.proposal, element)
    return {title: fix.title, edit: editOf(read.document, fix, withSnippets())}
  })

  connection.onRequest(stateRequest, async ({uri}: DocumentParams): Promise<StateResult | null> => {
    const read = await reader.read(uri)
    if (!read) return null
    return stateOf(read)
  })

  connection.onRequest(closedRequest, async ({uri, text}: ClosedParams): Promise<ClosedResult | null> => {
    const read = await reader.readClosed(TextDocument.create(uri, 'markdown', 0, text.replace(/^\uFEFF/, '')))
    return read ? {state: stateOf(read), diagnostics: diagnosticsOf(read)} : null
  })

  connection.onRequest(artifactRequest, async (params: ArtifactParams): Promise<ArtifactResult | null> => {
    const read = await readWhole(params.uri)
    if (!read) return null
    const {proposal, configuration} = read
    const {markdown} = artifactOf(params.kind, proposal, {
      meeting: params.meeting,
      stakeholder: stakeholderNamed(proposal, params.stakeholder),
      before: params.before === undefined ? undefined : analyze(params.before),
      feedback: proposal.project.feedback,
      wanted: wantedBy(proposal, configuration.rules)
    })
    return {markdown}
  })

  connection.onRequest(polishRequest, ({text}: PolishParams): PolishResult | null => {
    const kind = artifactKindOf(text)
    return kind ? {kind, prompt: polishPrompt(kind, text)} : null
  })

  connection.onRequest(
    polishedRequest,
    ({text, answer}: PolishedParams): PolishedResult => polished(text, answer)
  )

  connection.onRequest(stakeholdersRequest, async ({uri}: DocumentParams): Promise<Stakeholder[] | null> => {
    const read = await reader.read(uri)
    return read ? stakeholdersOf(read.proposal) : null
  })

  connection.onRequest(
    actionsRequest,
    async ({uri, range, kind}: ActionsParams): Promise<ActionsResult | null> => {
      const read = await readWhole(uri)
      return read ? actionsOfKind(read, range, kind, withSnippets()) : null
    }
  )

  connection.onRequest(readyRequest, async ({uri}: DocumentParams): Promise<ReadyResult | null> => {
    const read = await readWhole(uri)
    return read ? readyOf(read) : null
  })

  connection.onRequest(templateRequest, ({profile}: TemplateParams): TemplateResult => {
    const [template] = snippets([{span: {start: 0, end: 0}, content: templateOf(profile)}])
    return {snippet: template?.snippet ?? ''}
  })

  connection.onRequest(toolRequest, async ({tool, uri, text}: ToolParams): Promise<string> => {
    const read = await reader.readText(TextDocument.create(uri, 'markdown', 0, text))
    if (read.proposal.unread !== undefined)
      throw new ResponseError(LSPErrorCodes.RequestFailed, read.proposal.unread)
    return toolAnswer(tool, read.proposal, read.findings, read.configuration.rules)
  })
}

function stateOf({document, configuration, isProposal, findings, shown, proposal}: Read): StateResult {
  const {profile, unread, closed, language, words, frontMatter} = proposal
  return {
    isProposal,
    profile,
    language,
    words,
    draft:
      unread === undefined &&
      (words < configuration.thresholds.draftWords || document.uri.startsWith('untitled:')),
    waiting: isProposal ? waitingOf(findings, shown).length : 0,
    ...(unread === undefined ? {} : {unread}),
    ...(closed === undefined ? {} : {closed}),
    ...(frontMatter.problem === undefined ? {} : {problem: frontMatter.problem})
  }
}
