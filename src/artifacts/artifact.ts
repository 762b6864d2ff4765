import type {Clipping} from './clip.ts'

/** Text made from a proposal: the author's words in a fixed frame, with places to fill in for what is not told. */
export interface Artifact {
  /** Markdown that also reads well as plain text. */
  readonly markdown: string
  /** All that was taken from the proposal, in the order of the artifact. */
  readonly extracts: readonly Clipping[]
}

/** Where and how readers may answer, from settings: what the text says itself goes before. */
export interface Feedback {
  /** "the channel #town-hall", "https://…" */
  readonly channel?: string | undefined
  /** Whom to write to in private. */
  readonly private?: string | undefined
  /** Until when. */
  readonly until?: string | undefined
}

/** Notes down what is quoted while the text of an artifact is put together. */
export interface Quoting {
  readonly extracts: Clipping[]
  /** The words of a clipping, which from now on counts as quoted. */
  quote(clipping: Clipping): string
}

export function quoting(): Quoting {
  const extracts: Clipping[] = []
  return {
    extracts,
    quote(clipping) {
      extracts.push(clipping)
      return clipping.words
    }
  }
}

/** A place to fill in, with the question that it answers. */
export function gap(question: string): string {
  return `⟨${question}⟩`
}

/** The text of an artifact: blocks with an empty line between them; empty ones are left out. */
export function blocks(parts: readonly (string | undefined)[]): string {
  return `${parts.filter((part) => part !== undefined && part !== '').join('\n\n')}\n`
}

/** How many words there are between white space, marks included. */
export function lengthOf(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length
}
