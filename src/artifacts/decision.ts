import {decisionOf} from '../analysis/decisions.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains, overlaps, type Span} from '../analysis/span.ts'
import {type Clipping, clipRow, clipSentence} from './clip.ts'
import {isSettled} from './stated.ts'
import type {Source} from './statements.ts'

/** "Release Signoff Checklist": of the form, not of its author. */
function isOfForm(title: string): boolean {
  return /\b(?:checklists?|template|sign-?off)\b/i.test(title)
}

/** "New members are approved by the core team": what is decided so again and again is not this proposal. */
const recurring =
  /\b(?:memberships?|(?:new|team|sub-?team) members?|candidates?|any (?:prs?|changes?|pull requests?)|prs? (?:to|that)|each (?:of the )?(?:request|application|funding)|requests? (?:is|are)|one vote for|mentors?|(?:vot\w+|decid\w+) on (?:[\w'’]+ )?(?:applications|candidates|requests|submissions))\b/i

const deciding =
  /\b(?:deci(?:de\w*|sion\w*|ders?)|approv\w+|vot(?:e|es|ed|ing)|sign(?:ed)?[- ]?off|accept\w*|ratif\w+|choos\w+|select\w*|review managers?|up to)\b/i

function isOfThis(words: string): boolean {
  return deciding.test(words) && !recurring.test(words) && !/^prepared (?:for|by)\b|^even if\b/i.test(words)
}

/** "Decision: Yes, Noor leads it" */
const outcome = /^\W*(?:decision|outcome|verdict)\W*:\W*(?=\S)/i
/** Of a decision that is still to come, "Decision: by the board". */
const toCome = /\b(?:date|by|will|tbd|pending|needed|open|to be|next|due)\b|[?⟨<]|\d\s*$/i
/** "We will look at it again at the freeze, 1 November, and decide whether to include it." */
const willDecide =
  /\bwill\b[^.;]{0,90}\b(?:decide (?:whether|on (?:this|the proposal))|vote on (?:whether|when|this|the proposal))\b/i

/** What a proposal says at its top was decided: "Decision: yes". */
function decidedIn(proposal: Proposal): Clipping | undefined {
  const {passages, boilerplate} = proposal
  for (const [index, passage] of passages.slice(0, mostAtTop).entries()) {
    if (boilerplate[index] || passage.struck || passage.kind === 'row') continue
    const [sentence] = passage.sentences
    const label = sentence && outcome.exec(passage.plain)?.[0]
    if (!sentence || label === undefined || toCome.test(sentence.words)) continue
    const {start, end} = sentence.span
    const clip = clipSentence(proposal, passage, {
      start: Math.max(start, passage.span.start + label.length),
      end
    })
    return {...clip, words: clip.words.replace(/\s*[:;]-?\)+$/, '')}
  }
  return undefined
}

const mostAtTop = 8

/** The sentence of a plan that says that it will be decided, where nothing else does. */
function toBeDecidedIn(proposal: Proposal): Clipping | undefined {
  const {passages, boilerplate, sections} = proposal
  for (const [index, passage] of passages.entries()) {
    if (boilerplate[index] || passage.struck || passage.kind === 'quote' || passage.kind === 'row') continue
    if (aside.test(sections[passage.section]?.title ?? '')) continue
    const sentence = passage.sentences.find(({words}) => willDecide.test(words) && !recurring.test(words))
    if (sentence && !/^(?:if|when|once|unless|users?)\b/i.test(sentence.words))
      return clipSentence(proposal, passage, fromCode(proposal, sentence.span, sentence.span.end))
  }
  return undefined
}

const aside = /\b(?:alternatives?|prior art|background|history|faq|examples?)\b/i

/** A sentence that begins with code was read with the one before it: "It takes months. `core` will vote." */
function fromCode({text}: Proposal, {start, end}: Span, deciding: number): Span {
  const at = Array.from(text.slice(start, deciding).matchAll(/[.!?]\s+(?=`)/g)).at(-1)
  return at ? {start: start + at.index + at[0].length, end} : {start, end}
}

export interface Decided {
  /** Who decides, and when. */
  readonly said: readonly Clipping[]
  /** What was decided, where the text says so itself. */
  readonly decided: Clipping | undefined
  /** Whether anything of it is told, also by a state such as "accepted". */
  readonly told: boolean
}

/**
 * What the text says of who decides on it and by when: the sentences that say so; none where an ask says it, for
 * that stands among the asks.
 */
export function decisionIn({proposal}: Source, mostWords: number): Decided {
  const {who, when} = decisionOf(proposal)
  const dated = proposal.quantities.filter(({kind}) => kind === 'date')
  const said = [who, when].flatMap((slot) => {
    const passage = slot && proposal.passages.find(({span}) => contains(span, slot.span))
    if (!slot || !passage || proposal.asks.some(({span}) => overlaps(span, slot.span))) return []
    if (isOfForm(proposal.sections[passage.section]?.title ?? '')) return []
    if (passage.kind === 'row') return [clipRow(proposal, passage)]
    const sentence = passage.sentences.find(({span}) => overlaps(span, slot.span))
    // "Within three days" of every request: how long decisions take, not when this one is taken.
    if (
      who &&
      slot === when &&
      !contains(passage.span, who.span) &&
      !dated.some(({span}) => overlaps(span, slot.span))
    )
      return []
    const clip =
      sentence &&
      clipSentence(proposal, passage, fromCode(proposal, sentence.span, slot.span.start), mostWords)
    return clip && isOfThis(clip.words) ? [{...clip, words: clip.words.replace(/:+(?=\s)/g, ':')}] : []
  })
  const decided = decidedIn(proposal)
  const settled = decided !== undefined || isSettled(proposal)
  const later = who || settled ? undefined : toBeDecidedIn(proposal)
  const all = [...said, ...(later ? [later] : [])]
  return {
    said: all.filter(({span}, index) => all.findIndex((other) => overlaps(other.span, span)) === index),
    decided,
    told: who !== undefined || all.length > 0 || settled
  }
}
