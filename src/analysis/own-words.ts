import {isBoilerplate} from './boilerplate.ts'
import {remember} from './memory.ts'
import type {Content, Passage, Sentence} from './passages.ts'
import type {Proposal, Slot} from './proposal.ts'
import type {Span} from './span.ts'
import {type Wording, wordingsIn} from './wording.ts'

/** What a passage says in its author's own voice, wherever it stands: positions count from its beginning. */
export interface Voice {
  readonly content: Content
  /** As long as the passage: its words, with code, quotations and a form's text blanked out. */
  readonly plain: string
  /** Its sentences that are a form's, and so blanked out. */
  readonly foreign: readonly Sentence[]
}

/** A passage that its author wrote. */
export interface OwnWords {
  readonly passage: Passage
  /** Of the passage. */
  readonly index: number
  readonly voice: Voice
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
export function ownSentence({plain}: Voice, {span}: Sentence): string {
  return plain.slice(span.start, span.end)
}

const wordings = new Map<Wording, (voice: Voice) => readonly Slot[]>()

/** Where words of one kind stand in what a passage says, in order, from its beginning. */
export function ownWordingsIn(name: Wording, voice: Voice): readonly Slot[] {
  let found = wordings.get(name)
  if (!found) {
    found = remember(({plain}) => wordingsIn(name, plain, 0))
    wordings.set(name, found)
  }
  return found(voice)
}

function read({passages, boilerplate}: Proposal): OwnWords[] {
  const own: OwnWords[] = []
  passages.forEach((passage, index) => {
    if (boilerplate[index]) return
    const {voice} = voiceOf(passage.content)
    if (voice) own.push({passage, index, voice})
  })
  return own
}

const voiceOf = remember((content: Content): {readonly voice: Voice | undefined} => {
  const {kind, source, italic, struck, sentences} = content
  if (kind === 'quote' || struck) return {voice: undefined}
  const foreign = sentences.filter(({words}) => isBoilerplate(words, kind, italic))
  // A paragraph in italics that instructs is a form's as a whole.
  if (foreign.length === sentences.length || (italic && foreign.length > 0)) return {voice: undefined}
  let {plain} = content
  for (const {start, end} of [...codeIn(source), ...foreign.map(({span}) => span)])
    plain = plain.slice(0, start) + plain.slice(start, end).replace(/\S/g, ' ') + plain.slice(end)
  if (/["“«]/.test(plain)) plain = plain.replace(quotation, (words) => words.replace(/\S/g, ' '))
  return {voice: {content, plain, foreign}}
})

const quotation = /"[^"]{1,400}"|“[^”]{1,400}”|«[^»]{1,400}»/g

function codeIn(source: string): Span[] {
  if (!source.includes('`')) return []
  return Array.from(source.matchAll(/(`+)[^`]+\1/g), ({index, 0: code}) => ({
    start: index,
    end: index + code.length
  }))
}
