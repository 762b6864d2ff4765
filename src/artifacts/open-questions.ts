import {promises} from '../analysis/lexicon.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {overlaps} from '../analysis/span.ts'
import {choose} from './choose.ts'
import {type Clipping, clipSentence, wordCount} from './clip.ts'
import {stemsOf} from './cues-in.ts'
import {dangles, leftOpen, lookedFor, rhetorical} from './open-sections.ts'
import {leansBack} from './standing-alone.ts'
import {isShouted, type Source} from './statements.ts'

/** Questions of a form to its applicants, and those that a text asks only to answer. */
const ofForm =
  /\b(?:do you (?:agree|have|plan|need|intend)|have you|your (?:work|team|project|proposal|organi[sz]ation|company|github|experience)|this RFP|how did you (?:hear|find)|what (?:\w+ )*are you|are you (?:most )?(?:familiar|available|currently)|who are you|are you (?:an?|the)|did you|what (?:type|kind|sort)s? of .* do you|how much time (?:do|will)|you will (?:explore|generate|build|use)|will you (?:\w+ )?(?:explore|generate|measure|evaluate|build|use)|are you planning|your (?:stretch |main )?goals?|do your best|do you (?:use|listen|like|prefer|know)|would you be (?:able|willing|available)|if you (?:don['’]t|do not)|(?:can|could) you (?:please )?(?:clarify|elaborate|provide|share|describe|tell|explain))\b/i

const unsettled =
  /\b(?:unresolved|unclear|undecided|open (?:question|issue|point)s?|(?:still|left) open|unknown|whether|should|tbd|not (?:yet )?(?:decided|clear|settled|sure|determined)|to be (?:decided|determined|developed|discussed|settled|resolved)|need(?:s|ed)? to (?:be )?(?:decided?|discuss(?:ed)?|determined?|settled?|figure|agree)|remains?|further discussion|how (?:to|much|many|long)|which)\b/i

/** "Open question: can the editor call it?": what says itself that it is open. */
const labelled = /^\W*(?:open|unresolved) (?:question|issue)s?\W*:\s*(?=\S)/i
/** "How should we pay for it?" is left to decide; "What happens when we grow old?" is not. */
const ofUs =
  /^(?:should|do|can|could|is|are|would|will|must) [^?]*\bwe\b|^(?:how|which|what|where|when|who)\b[^?]*\b(?:should|do|can|could|are|would|will|must|might) we\b/i
const never = -20

function titlesOver({sections}: Pick<Proposal, 'sections'>, section: number | undefined): string[] {
  const own = section === undefined ? undefined : sections[section]
  return own ? [own.title, ...titlesOver({sections}, own.parent)] : []
}

/** Questions that the author leaves open for the reader, at most `most`. */
export function openQuestions(source: Source, most: number, mostWords: number): Clipping[] {
  const {proposal} = source
  const {passages, sections, boilerplate} = proposal
  const left = leftOpen(source)
  if (left.questions.some(({words}) => words.endsWith('?'))) return left.questions.slice(0, most)
  // Where the text says that nothing is open, no question of its alternatives is.
  if (left.nothing && left.questions.length === 0) return []
  const open = passages.flatMap((passage, index) =>
    boilerplate[index] || passage.struck
      ? []
      : passage.sentences.flatMap(({span, words}) => {
          const label = labelled.exec(passage.plain.slice(span.start - passage.span.start))?.[0].length
          if (label === undefined || !words.endsWith('?')) return []
          const clip = clipSentence(proposal, passage, {start: span.start + label, end: span.end})
          return [{...clip, words: clip.words.charAt(0).toUpperCase() + clip.words.slice(1)}]
        })
  )
  if (open.length > 0) return open.slice(0, most)
  const wished = lookedFor(source)
  if (wished.length > 0) return wished.slice(0, most)
  const found = proposal.questions.flatMap(({span, words}) => {
    const index = passages.findIndex((passage) => overlaps(passage.span, span))
    const passage = passages[index]
    if (!passage || boilerplate[index] || passage.struck || passage.kind === 'quote') return []
    const title = sections[passage.section]?.title ?? ''
    if (titlesOver(proposal, passage.section).some((one) => /\bquestionnaire\b/i.test(one))) return []
    const promised = promises(title, 'dialog') || /\bquestions?\b/i.test(title)
    if (/\bfaq\b|frequently asked|\b(?<!un)(?:resolved|answered|closed) (?:questions|issues)/i.test(title))
      return []
    const applies = !promised || proposal.profile.name === 'grant' || passage.italic || passage.kind === 'row'
    if (applies && ofForm.test(words)) return []
    if (
      isShouted(words) ||
      /⟨/.test(words) ||
      wordCount(words) > 45 ||
      /^(?:if you have|if so|question:|answer:|I (?:think|remember|guess|suppose|believe)\b)/i.test(words) ||
      rhetorical.test(words) ||
      dangles(words)
    )
      return []
    // A question that the same passage goes on to answer is not open.
    const rest = passage.sentences.filter((sentence) => sentence.span.start >= span.end)
    const asked = stemsOf(words).filter((stem) => stem.length > 4)
    const answered = rest.some(
      ({words: said}) =>
        !/[?:]$/.test(said) &&
        (wordCount(said) > 3 || /^(?:yes|no|nope)\b/i.test(said)) &&
        (/^(?:yes|no|it|this|that|they|these|we|I|because|not|probably|maybe)\b/i.test(said) ||
          stemsOf(said).some((stem) => asked.includes(stem)))
    )
    const below = passages[index + 1]
    const answeredBelow =
      below?.section === passage.section &&
      // A question of a form stands with its answer below it: "30 days", in a list of its own.
      ((passage.kind === 'item' &&
        (below.kind === 'item' ? below.depth > passage.depth && !/\?/.test(below.plain) : !promised)) ||
        (!promised && passage.sentences.length === 1 && passage.kind === 'paragraph'))
    const asks = /\b(?:you|your)\b/i.test(words)
    if ((answered && !asks) || answeredBelow) return []
    const invited = proposal.elements.dialog.evidence.some((one) => overlaps(one.best, span))
    if (!promised && !asks && !invited && !ofUs.test(words)) return []
    if (!promised && proposal.elements.dialog.level === 'missing') return []
    if (!promised && !/\byour?\b/i.test(words) && leansBack(words, source.subject)) return []
    const clip = clipSentence(proposal, passage, span)
    return [{clip, rank: (promised ? 2 : 0) + (asks ? 1 : 0)}]
  })
  if (found.length > 0) {
    const chosen = new Set([...found].sort((a, b) => b.rank - a.rank).slice(0, most))
    return found.filter((one) => chosen.has(one)).map(({clip}) => clip)
  }
  if (left.questions.length > 0) return left.questions.slice(0, most)
  return choose(source, 'dialog', {
    most: Math.min(2, most),
    words: mostWords,
    prefer: ({tellings}, words) => {
      if (
        !unsettled.test(words) ||
        /:$|\balready\b.*\bsolved\b|\bplease\b|\bwelcome\b|\bfeedback\b|https?:|@/i.test(words)
      )
        return never
      const title = sections[passages[tellings[0]?.passage ?? 0]?.section ?? 0]?.title ?? ''
      if (!promises(title, 'dialog') || /feedback|discussion/i.test(title)) return never
      return words.endsWith('?') ? 6 : 3
    }
  })
}
