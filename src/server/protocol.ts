import type {Diagnostic, Range, WorkspaceEdit} from 'vscode-languageserver'
import type {Promised} from '../analysis/lexicon.ts'
import type {Profile} from '../analysis/proposal.ts'
import type {ArtifactKind} from '../artifacts/make.ts'
import type {Stakeholder} from '../artifacts/stakeholders.ts'
import type {Summary} from '../artifacts/summary.ts'
import type {ToolName} from '../artifacts/tool-answers.ts'
import type {LooseEnd} from '../rules/ready-to-send.ts'

export {artifactKindOf} from '../artifacts/artifact-kind.ts'
export type {ArtifactKind, Stakeholder}

// Requests beyond the Language Server Protocol; parameters and results are plain JSON.

export interface DocumentParams {
  readonly uri: string
}

export interface SummaryParams extends DocumentParams {
  /** Whom it is for, as the proposal names them; everybody by default. */
  readonly stakeholder?: string
}

export interface SummaryResult {
  /** The version of the document that the summary was made of; its spans are UTF-16 offsets in that version. */
  readonly version: number
  readonly isProposal: boolean
  readonly summary: Summary
}

export interface SummaryTextParams extends SummaryParams {
  readonly format: 'html' | 'markdown'
}

/** The stakeholder's part of a summary, to be handed on. */
export interface SummaryTextResult {
  readonly title: string
  readonly text: string
}

export interface MendParams extends DocumentParams {
  readonly element: Promised
}

/** The fix that lets the author tell one element. */
export interface MendResult {
  readonly title: string
  /** Of one version of the document; with snippets where the client can insert them. */
  readonly edit: WorkspaceEdit
}

/** What the status item says of a document. */
export interface StateResult {
  readonly isProposal: boolean
  readonly profile: {readonly name: string; readonly reason: string}
  /** The words that say the proposal is decided, if it is. */
  readonly closed?: string
  /** "en", another code, or "und" where there is too little prose to tell. */
  readonly language: string
  readonly words: number
  /** Never saved, or only begun: what is missing is offered, not warned of. */
  readonly draft: boolean
  /** What is wrong with the front matter, if anything. */
  readonly problem?: string
  /** Why it was not read, in a sentence, if it was not. */
  readonly unread?: string
  /** How many findings an editor does not show, because there would be too many at once. */
  readonly waiting: number
}

export interface ArtifactParams extends DocumentParams {
  readonly kind: ArtifactKind
  /** Name of the stakeholder that it is for; for everybody where undefined. */
  readonly stakeholder?: string
  /** When the meeting was, as the writer puts it. */
  readonly meeting?: string
  /** The text of the proposal as its readers last heard of it. */
  readonly before?: string
}

export interface ArtifactResult {
  readonly markdown: string
}

export interface PolishParams {
  /** An artifact, as its document stands. */
  readonly text: string
}

/** What a language model is to be asked, so that it rewords an artifact. */
export interface PolishResult {
  readonly kind: ArtifactKind
  readonly prompt: string
}

export interface PolishedParams extends PolishParams {
  /** All that the model said. */
  readonly answer: string
}

/** What the model made of the artifact, and why it is not to be offered, if anything speaks against it. */
export interface PolishedResult {
  readonly text: string
  /** Clauses such as “12 May” became “19 May”. */
  readonly reasons: readonly string[]
}

export interface ActionsParams extends DocumentParams {
  readonly range: Range
  /** A kind of code action, such as `refactor.rewrite.buyIn.chunk`, or what several have in common. */
  readonly kind: string
}

export interface ActionsResult {
  readonly actions: readonly {
    readonly title: string
    /** The words of the ask that it betters, where the range touches none. */
    readonly about?: string
    readonly edit: WorkspaceEdit
  }[]
  /** Why there is none, in one sentence. */
  readonly none: string
}

export interface ReadyResult {
  /** The version of the document that the ranges are of. */
  readonly version: number
  /** Whether anything is written yet. */
  readonly empty: boolean
  /** The words that say the proposal is decided, if it is. */
  readonly closed?: string
  readonly looseEnds: readonly {
    readonly kind: LooseEnd['kind']
    readonly message: string
    readonly range: Range
  }[]
}

export interface TemplateParams {
  readonly profile: Profile
}

export interface TemplateResult {
  /** In TextMate syntax, a whole document. */
  readonly snippet: string
}

/** A file that no editor has open. */
export interface ClosedParams extends DocumentParams {
  readonly text: string
}

/** What is to be said of it; null where it is no proposal. */
export interface ClosedResult {
  readonly state: StateResult
  readonly diagnostics: readonly Diagnostic[]
}

/** A tool for assistants, used on a text that need not be open. */
export interface ToolParams extends DocumentParams {
  readonly tool: ToolName
  readonly text: string
}

/** From the server to the client: the text of a file, null where there is none. */
export interface ReadFileResult {
  readonly text: string | null
}

/** From a server in a worker, so that its client can tell when it is dead. */
export interface LifeResult {
  /** The name of a lock that the server holds while it lives (`navigator.locks`); null where there are none. */
  readonly lock: string | null
}

/** What a client may say when it starts the server. */
export interface InitializationOptions {
  /** It answers `buyIn/readFile`: the server then reads no file by itself, so that virtual workspaces work. */
  readonly readsFiles?: boolean
  /** It has an outline of Markdown and a pane for the proposal: it gets neither symbols nor lenses. */
  readonly hasOutline?: boolean
  /** Settings, for clients that cannot be asked for them. */
  readonly settings?: unknown
}

export const closedRequest = 'buyIn/closed'
export const toolRequest = 'buyIn/tool'
export const lifeRequest = 'buyIn/life'
export const readFileRequest = 'buyIn/readFile'
export const summaryRequest = 'buyIn/summary'
export const summaryTextRequest = 'buyIn/summaryText'
export const mendRequest = 'buyIn/mend'
export const stateRequest = 'buyIn/state'
export const actionsRequest = 'buyIn/actions'
export const readyRequest = 'buyIn/ready'
export const templateRequest = 'buyIn/template'
export const artifactRequest = 'buyIn/artifact'
/** Null where the text is no artifact. */
export const polishRequest = 'buyIn/polish'
export const polishedRequest = 'buyIn/polished'
/** Whom a proposal is for, as its front matter and its asks name them. */
export const stakeholdersRequest = 'buyIn/stakeholders'
