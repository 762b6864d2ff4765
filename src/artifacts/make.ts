import type {Proposal} from '../analysis/proposal.ts'
import type {Artifact} from './artifact.ts'
import {guideOf} from './guide.ts'
import {type RecapOptions, recapOf} from './recap.ts'
import {scriptOf} from './script.ts'
import {updateOf} from './update.ts'

export const artifactKinds = ['recap', 'update', 'script', 'guide'] as const
export type ArtifactKind = (typeof artifactKinds)[number]

export interface ArtifactOptions extends RecapOptions {
  /** The proposal as it stood when its readers last heard of it. */
  readonly before?: Proposal | undefined
}

const makers: Readonly<Record<ArtifactKind, (proposal: Proposal, options: ArtifactOptions) => Artifact>> = {
  recap: recapOf,
  update: updateOf,
  script: scriptOf,
  guide: guideOf
}

/** Makes one of the texts that stakeholders get. */
export function artifactOf(kind: ArtifactKind, proposal: Proposal, options: ArtifactOptions = {}): Artifact {
  return makers[kind](proposal, options)
}
