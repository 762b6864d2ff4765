import type {Proposal} from '../analysis/proposal.ts'
import type {Artifact} from './artifact.ts'
import {type RecapOptions, recapOf} from './recap.ts'

export const artifactKinds = ['recap'] as const
export type ArtifactKind = (typeof artifactKinds)[number]

export interface ArtifactOptions extends RecapOptions {
  /** The proposal as it stood when its readers last heard of it. */
  readonly before?: Proposal | undefined
}

const makers: Readonly<Record<ArtifactKind, (proposal: Proposal, options: ArtifactOptions) => Artifact>> = {
  recap: recapOf
}

/** Makes one of the texts that stakeholders get. */
export function artifactOf(kind: ArtifactKind, proposal: Proposal, options: ArtifactOptions = {}): Artifact {
  return makers[kind](proposal, options)
}
