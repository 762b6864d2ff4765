import type {Promised} from '../analysis/lexicon.ts'
import type {Evidence, Profile, Proposal} from '../analysis/proposal.ts'
import type {Span} from '../analysis/span.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import type {Thresholds} from './thresholds.ts'

/** How loudly a rule speaks; "off" keeps it silent. */
export const severities = ['off', 'hint', 'information', 'warning', 'error'] as const
export type Severity = (typeof severities)[number]

/** What a rule saw, before anybody decided how loudly to say it. */
export interface Observation {
  /** Where the author would mend it; undefined when it has no home in the text yet. */
  readonly span: Span | undefined
  /** One sentence, plain and kind. */
  readonly message: string
  /** Evidence that is there but not enough. */
  readonly nearly: readonly Evidence[]
  /** The ask it is about: an index into the proposal's asks. */
  readonly ask?: number
  /** Set when the element is gestured at, so that it only informs. */
  readonly weak?: true
  /** What is missing, where its kind of document has other words for it than the rule. */
  readonly missing?: string
  /** What it is about, where that is not the rule's own element: what a fix would insert. */
  readonly element?: Promised
}

export interface Rule {
  readonly id: string
  /** What the rule looks for, for tables: "why its authors pursue it". */
  readonly title: string
  /** The element that the rule requires, where it requires one. */
  readonly element?: TrustElement
  /** Completes "Not told yet: …". */
  readonly missing?: string
  /** Why it matters to the reader, in one or two sentences. */
  readonly why: string
  /** What a good one looks like: an example sentence. */
  readonly good: string
  readonly severity: (profile: Profile) => Severity
  /** Documents of which it is not wanted, unless their author sets the rule: it would be true, and of no help. */
  readonly quiet?: (proposal: Proposal) => boolean
  /** Nothing is missed in a document that is handed in to be assessed: what its readers do is settled. */
  readonly settledByHandingIn?: true
  /**
   * What the rule only ever hints at, also where the profile has it off; nothing of it is said where `check` has
   * something to say, or the author switched the rule off.
   */
  readonly asides?: (proposal: Proposal) => readonly Observation[]
  readonly check: (proposal: Proposal, thresholds?: Thresholds) => readonly Observation[]
}

/** An observation with its rule and severity: what a writer is told at a range of the text. */
export interface Finding extends Omit<Observation, 'span' | 'element'> {
  readonly rule: Rule
  readonly severity: Exclude<Severity, 'off'>
  readonly span: Span
  /** Whether the span is only a stand-in, because what is missing has no home in the text yet. */
  readonly homeless: boolean
  /** What it is about: what a fix would insert. */
  readonly element: Promised | undefined
}
