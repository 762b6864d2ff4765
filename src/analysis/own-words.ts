import {knownBoilerplate} from './boilerplate.ts'
import {memoryOf} from './memory.ts'
import type {Passage, Sentence} from './passages.ts'
import type {Proposal} from './proposal.ts'
import type {Span} from './span.ts'

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

function read(proposal: Proposal): OwnWords[] {
  const {text, passages, boilerplate} = proposal
  const memory = memoryOf(proposal)
  return passages.flatMap((passage, index) => {
    const {kind, span, italic, struck, sentences} = passage
    if (boilerplate[index] || kind === 'quote' || struck) return []
    const foreign = sentences.filter(({words}) => knownBoilerplate(words, kind, italic, memory))
    // A paragraph in italics that instructs is a form's as a whole.
    if (foreign.length === sentences.length || (italic && foreign.length > 0)) return []
    const blanks = [
      ...codeIn(text.slice(span.start, span.end)),
      ...foreign.map((sentence) => ({
        start: sentence.span.start - span.start,
        end: sentence.span.end - span.start
      }))
    ]
    let {plain} = passage
    for (const {start, end} of blanks)
      plain = plain.slice(0, start) + plain.slice(start, end).replace(/\S/g, ' ') + plain.slice(end)
    if (/["“«]/.test(plain)) plain = plain.replace(quotation, (words) => words.replace(/\S/g, ' '))
    return [{passage, index, foreign, plain}]
  })
}

const quotation = /"[^"]{1,400}"|“[^”]{1,400}”|«[^»]{1,400}»/g

function codeIn(source: string): Span[] {
  if (!source.includes('`')) return []
  return Array.from(source.matchAll(/(`+)[^`]+\1/g), ({index, 0: code}) => ({
    start: index,
    end: index + code.length
  }))
}
