import type {Stakeholder} from '../artifacts/artifact.ts'
import type {ArtifactKind} from '../artifacts/make.ts'
import type {Summary} from '../artifacts/summary.ts'

export type {ArtifactKind, Stakeholder}

// Requests beyond the Language Server Protocol; parameters and results are plain JSON.

export interface DocumentParams {
  readonly uri: string
}

export interface SummaryResult {
  /** The version of the document that the summary was made of; its spans are UTF-16 offsets in that version. */
  readonly version: number
  readonly isProposal: boolean
  readonly summary: Summary
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
export const stateRequest = 'buyIn/state'
export const artifactRequest = 'buyIn/artifact'
/** Whom a proposal is for, as its front matter and its asks name them. */
export const stakeholdersRequest = 'buyIn/stakeholders'
