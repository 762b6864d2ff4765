import type {ArtifactKind} from './make.ts'

/** How each artifact begins, and a label that it has in any case. */
const marks: Readonly<Record<ArtifactKind, readonly [heading: RegExp, label: RegExp]>> = {
  recap: [/^# Recap: /, /^\*\*(?:Proposed|How to answer):\*\* /m],
  update: [/^# Update: /, /^\*\*(?:What we propose|How to respond):\*\* /m],
  script: [/^# Video script: /, /^\*\*Say:\*\* /m],
  guide: [/^# Conversation guide: /, /^\*\*What this talk is for:\*\* /m]
}

/** Which artifact a text is, by how it begins; undefined for any other text. */
export function artifactKindOf(text: string): ArtifactKind | undefined {
  const kinds = Object.keys(marks) as ArtifactKind[]
  return kinds.find((kind) => marks[kind].every((mark) => mark.test(text)))
}
