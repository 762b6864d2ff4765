import type {Proposal} from '../../analysis/proposal.ts'
import type {FindingReport} from '../../artifacts/finding-report.ts'
import type {Finding} from '../../rules/rule.ts'

/** What is reported of one file. */
export interface FileReport {
  /** As it was given. */
  readonly file: string
  readonly proposal: Proposal
  readonly findings: readonly Finding[]
  /** The same findings, in plain JSON. */
  readonly reports: readonly FindingReport[]
}
