import {promises} from './lexicon.ts'
import {remember} from './memory.ts'
import {ownSentence, ownWordingsIn, ownWordsOf, type Voice} from './own-words.ts'
import type {Proposal, Slot} from './proposal.ts'
import {type Span, shifted} from './span.ts'
import {hasWording, wordingsIn} from './wording.ts'

/** What a document says of who decides on it, and by when. */
export interface DecisionReading {
  /** The words that name who decides, or how: "the board decides". */
  readonly who: Slot | undefined
  /** The words that say by when. */
  readonly when: Slot | undefined
  /** The sentence, item or row that says one of them; the deciding one first. */
  readonly span: Span | undefined
}

const known = new WeakMap<Proposal, DecisionReading>()

/** What a community's process puts at the head of a proposal, and nobody else does. */
const processFields =
  /^(?:rfc(?: pr| pull request| type| issue)?|(?:implementation |proposal )?pr|(?:tracking|reference|rust) issues?|review manager|approvers?|deciders?|decision[- ]makers?|status|stage|feature name|last updated|comments|discussion(?: at| in| thread)?|start[ -]date)\s*(?::|https?:)/i
const numbered = /^\W*(?:[A-Z]{2,5}[- ]?#?\d{2,5}|RFC\b|Request for comments\b)/

/** "Release Signoff Checklist", "How is this RFC resolved?" */
const settled = /\bsign-?off checklist$|^how is (?:this|the) \w+ (?:resolved|decided)\b/i

/**
 * Whether a document stands in a community's process, which its header shows (a number, a pull request to comment
 * on, a status): its readers know who decides there, and when.
 */
export function isInProcess({title, frontMatter, sections, passages}: Proposal): boolean {
  if (title && numbered.test(title.words)) return true
  if (sections.some((section) => settled.test(section.title))) return true
  if (Object.keys(frontMatter.fields).some((key) => processFields.test(`${key}:`))) return true
  return passages
    .slice(0, 15)
    .some(({sentences, columns}) =>
      [sentences.map(({words}) => words).join(' '), columns.join(' ')].some((line) =>
        processFields.test(line)
      )
    )
}

/** The sections that a community's design documents share; of a memo, one or two. */
const skeleton =
  /^(?:summary|abstract|motivation|problem|proposal|proposed (?:solution|changes?)|(?:detailed )?(?:design|explanation)|rationale(?: and alternatives)?|alternatives(?: considered)?|(?:rejected|prior art and) alternatives|(?:open|unresolved|answered) questions.*|prior art|drawbacks|trade-?offs(?: and mitigations)?|(?:backwards? )?compatibility|implementation(?: details)?|internal details|affected(?:\/not affected)? .*|new implications|future possibilities|unresolved issues|background)\W*$/i

/** Whether a document is built like those of a community that decides on them in a way of its own. */
function isTemplated({sections, profile}: Proposal): boolean {
  const shared = new Set(sections.flatMap(({title}) => (skeleton.test(title) ? [title.toLowerCase()] : [])))
  // Of an RFC, "Motivation" and "Proposal" are enough.
  return shared.size >= 3 || (profile.name === 'rfc' && shared.has('motivation') && shared.has('proposal'))
}

/**
 * Whether anything is put to a decision: somebody is asked to approve it, or a choice is proposed to readers who have
 * no process of their own for it.
 */
export function isPutToDecision(proposal: Proposal): boolean {
  if (proposal.asks.some(({work, words}) => hasWording('approving', work?.words ?? words))) return true
  if (isTemplated(proposal)) return false
  return ownWordsOf(proposal).some(({voice}) => ownWordingsIn('proposing', voice).length > 0)
}

/** Reads who decides on a proposal, and by when, from what its author says. */
export function decisionOf(proposal: Proposal): DecisionReading {
  const found = known.get(proposal) ?? read(proposal)
  known.set(proposal, found)
  return found
}

/** "Noor decides", in a sentence of its own or in a list: a name, and a verb of deciding. */
const named =
  /(?<![\p{L}\d])\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+)? (?:then )?(?:decides|approves|signs off)(?=[.,;:)]| (?:by|on|until|whether|in|at)\b|\s*$)/u

/** "Unless the team votes": of something that may come up later. */
const conditional = /\b(?:if|unless|when|whenever|once|after|should)\s+(?:the |an? |our |any )?$/i

/** What a sentence of a passage says of a decision. */
interface Deciding {
  /** Who decides, from the beginning of the passage. */
  readonly decider: Slot | undefined
  /** Whether it is about a decision at all. */
  readonly about: boolean
}

/** What each sentence of a passage says of a decision; nothing where none is about one. */
const decidingIn = remember((voice: Voice): readonly Deciding[] => {
  const found = voice.content.sentences.map((sentence): Deciding => {
    if (voice.foreign.includes(sentence)) return nothing
    const words = ownSentence(voice, sentence)
    const {start} = sentence.span
    const name = named.exec(words)
    const decider = name
      ? {span: {start: start + name.index, end: start + name.index + name[0].length}, words: name[0]}
      : wordingsIn('decider', words, start).find(
          ({span}) => !conditional.test(words.slice(0, span.start - start))
        )
    return {decider, about: decider !== undefined || hasWording('deciding', words)}
  })
  return found.some(({about}) => about) ? found : []
})

const nothing: Deciding = {decider: undefined, about: false}

function read(proposal: Proposal): DecisionReading {
  const {sections, quantities, asks} = proposal
  let who: Slot | undefined
  let when: Slot | undefined
  let span: Span | undefined
  for (const {passage, voice} of ownWordsOf(proposal)) {
    const headed = promises(sections[passage.section]?.title ?? '', 'decision')
    const deciding = decidingIn(voice)
    if (!headed && deciding.length === 0) continue
    for (const [at, sentence] of passage.sentences.entries()) {
      const original = voice.content.sentences[at]
      if (original && voice.foreign.includes(original)) continue
      const {decider: own, about} = deciding[at] ?? nothing
      if (!about && !headed) continue
      const decider = own && {...own, span: shifted(own.span, passage.span.start)}
      const date = quantities.find(
        ({kind, span}) =>
          (kind === 'date' || kind === 'duration') &&
          span.start >= sentence.span.start &&
          // Who decides is often followed by a sentence that says when.
          span.end <= (decider ? passage.span.end : sentence.span.end)
      )
      if (decider && !who) {
        who = decider
        span ??= sentence.span
      }
      if (date && !when) {
        when = {span: date.span, words: proposal.text.slice(date.span.start, date.span.end)}
        if (!decider) span ??= sentence.span
      }
      if (who && when) return {who, when, span}
    }
  }
  // Who is asked to approve or decide is told who decides; a date in that ask is the date.
  for (const ask of asks) {
    if (!ask.whom || (/^you$/i.test(ask.whom.words) && !/dear/i.test(proposal.text.slice(0, 2000)))) continue
    if (!hasWording('approving', ask.work?.words ?? ask.words)) continue
    who ??= ask.whom
    if (ask.timeframe) when ??= ask.timeframe
    span ??= ask.span
  }
  return {who, when, span}
}
