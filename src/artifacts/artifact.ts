import type {Clipping} from './clip.ts'

/** Text made from a proposal: the author's words in a fixed frame, with places to fill in for what is not told. */
export interface Artifact {
  /** Markdown that also reads well as plain text. */
  readonly markdown: string
  /** All that was taken from the proposal, in the order of the artifact. */
  readonly extracts: readonly Clipping[]
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
