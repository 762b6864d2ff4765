import {isBoilerplate} from './boilerplate.ts'
import type {Passage, Sentence} from './passages.ts'
import type {Proposal} from './proposal.ts'

/** A passage that its author wrote, as far as it is the author's own voice. */
export interface OwnWords {
  readonly passage: Passage
  /** Of the passage. */
  readonly index: number
  /** As long as the passage's span: its words, with code, quotations and a form's text blanked out. */
  readonly plain: string
  /** Its sentences that are a form's, and so blanked out. */
  readonly foreign: readonly Sentence[]
}

const known = new WeakMap<Proposal, readonly OwnWords[]>()

/**
 * What the author says in their own voice, in order: no template's or form's text, no block quote, nothing struck
 * out, and in what remains no code and no quotation.
 */
export function ownWordsOf(proposal: Proposal): readonly OwnWords[] {
  const found = known.get(proposal) ?? read(proposal)
  known.set(proposal, found)
  return found
}

/** The words of a sentence within what its passage says in its author's own voice. */
export function ownSentence({passage, plain}: OwnWords, {span}: Sentence): string {
  return plain.slice(span.start - passage.span.start, span.end - passage.span.start)
}

function read({text, passages, boilerplate}: Proposal): OwnWords[] {
  return passages.flatMap((passage, index) => {
    const {kind, span, italic, struck, sentences} = passage
    if (boilerplate[index] || kind === 'quote' || struck) return []
    const foreign = sentences.filter(({words}) => isBoilerplate(words, kind, italic))
    // A paragraph in italics that instructs is a form's as a whole.
    if (foreign.length === sentences.length || (italic && foreign.length > 0)) return []
    const blanks = [
      ...Array.from(text.slice(span.start, span.end).matchAll(/(`+)[^`]+\1/g), ({index, 0: code}) => ({
        start: index,
        end: index + code.length
      })),
      ...foreign.map((sentence) => ({
        start: sentence.span.start - span.start,
        end: sentence.span.end - span.start
      }))
    ]
    let {plain} = passage
    for (const {start, end} of blanks)
      plain = plain.slice(0, start) + plain.slice(start, end).replace(/\S/g, ' ') + plain.slice(end)
    const quotation = /"[^"]{1,400}"|“[^”]{1,400}”|«[^»]{1,400}»/g
    return [{passage, index, foreign, plain: plain.replace(quotation, (words) => words.replace(/\S/g, ' '))}]
  })
}
