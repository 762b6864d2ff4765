import type {Summary} from '../artifacts/summary.ts'

// Requests beyond the Language Server Protocol; parameters and results are plain JSON.

export interface DocumentParams {
  readonly uri: string
}

export interface SummaryResult {
  /** The version of the document that the summary was made of; its spans are UTF-16 offsets in that version. */
  readonly version: number
  readonly isProposal: boolean
  readonly summary: Summary
  /** How many findings an editor shows, by severity. */
  readonly counts: Readonly<Record<'hint' | 'information' | 'warning' | 'error', number>>
}

export interface RecapResult {
  readonly markdown: string
}

export const summaryRequest = 'buyIn/summary'
export const recapRequest = 'buyIn/recap'
