import type {WorkspaceEdit} from 'vscode-languageserver'
import type {TrustElement} from '../analysis/trust-elements.ts'
import type {ArtifactKind} from '../artifacts/make.ts'
import type {Stakeholder} from '../artifacts/stakeholders.ts'
import type {Summary} from '../artifacts/summary.ts'

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
  readonly element: TrustElement
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
  /** What is wrong with the front matter, if anything. */
  readonly problem?: string
  /** How many findings an editor shows, by severity. */
  readonly counts: Readonly<Record<'hint' | 'information' | 'warning' | 'error', number>>
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

export const summaryRequest = 'buyIn/summary'
export const summaryTextRequest = 'buyIn/summaryText'
export const mendRequest = 'buyIn/mend'
export const stateRequest = 'buyIn/state'
export const artifactRequest = 'buyIn/artifact'
/** Whom a proposal is for, as its front matter and its asks name them. */
export const stakeholdersRequest = 'buyIn/stakeholders'
