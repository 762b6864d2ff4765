import {promises} from '../analysis/lexicon.ts'
import {overlaps} from '../analysis/span.ts'
import {choose} from './choose.ts'
import {type Clipping, clipSentence, wordCount} from './clip.ts'
import {stemsOf} from './cues-in.ts'
import {leansBack} from './standing-alone.ts'
import {isShouted, type Source} from './statements.ts'

/** Questions of a form to its applicants, and those that a text asks only to answer. */
const ofForm =
  /\b(?:do you (?:agree|have|plan|need|intend)|have you|your (?:work|team|project|proposal|organi[sz]ation|company|github|experience)|this RFP|how did you (?:hear|find)|what (?:\w+ )*are you|are you (?:most )?(?:familiar|available|currently)|who are you|are you (?:an?|the)|did you|what (?:type|kind|sort)s? of .* do you|how much time (?:do|will)|you will (?:explore|generate|build|use)|will you (?:\w+ )?(?:explore|generate|measure|evaluate|build|use)|are you planning|your (?:stretch |main )?goals?|do your best|do you (?:use|listen|like|prefer|know)|would you be (?:able|willing|available)|if you (?:don['’]t|do not)|(?:can|could) you (?:please )?(?:clarify|elaborate|provide|share|describe|tell|explain))\b/i

const unsettled =
  /\b(?:unresolved|unclear|undecided|open (?:question|issue|point)s?|(?:still|left) open|unknown|whether|should|tbd|not (?:yet )?(?:decided|clear|settled|sure|determined)|to be (?:decided|determined|developed|discussed|settled|resolved)|need(?:s|ed)? to (?:be )?(?:decided?|discuss(?:ed)?|determined?|settled?|figure|agree)|remains?|further discussion|how (?:to|much|many|long)|which)\b/i

/** Questions that the author leaves open for the reader, at most `most`. */
export function openQuestions(source: Source, most: number, mostWords: number): Clipping[] {
  const {proposal} = source
  const {passages, sections, boilerplate} = proposal
  const found = proposal.questions.flatMap(({span, words}) => {
    const index = passages.findIndex((passage) => overlaps(passage.span, span))
    const passage = passages[index]
    if (!passage || boilerplate[index] || passage.struck || passage.kind === 'quote') return []
    const title = sections[passage.section]?.title ?? ''
    const promised = promises(title, 'dialog') || /\bquestions?\b/i.test(title)
    if (/\bfaq\b|frequently asked|\b(?<!un)(?:resolved|answered|closed) (?:questions|issues)/i.test(title))
      return []
    const applies = !promised || proposal.profile.name === 'grant' || passage.italic || passage.kind === 'row'
    if (applies && ofForm.test(words)) return []
    if (
      isShouted(words) ||
      /⟨/.test(words) ||
      wordCount(words) > 45 ||
      /^(?:if you have|if so|question:|answer:)/i.test(words)
    )
      return []
    // A question that the same passage goes on to answer is not open.
    const rest = passage.sentences.filter((sentence) => sentence.span.start >= span.end)
    const asked = stemsOf(words).filter((stem) => stem.length > 4)
    const answered = rest.some(
      ({words: said}) =>
        !/[?:]$/.test(said) &&
        wordCount(said) > 3 &&
        (/^(?:yes|no|it|this|that|they|these|we|I|because|not|probably|maybe)\b/i.test(said) ||
          stemsOf(said).some((stem) => asked.includes(stem)))
    )
    const below = passages[index + 1]
    const answeredBelow =
      !promised &&
      below?.section === passage.section &&
      passage.sentences.length === 1 &&
      passage.kind === 'paragraph'
    const asks = /\b(?:you|your)\b/i.test(words)
    if ((answered && !asks) || answeredBelow) return []
    const invited = proposal.elements.dialog.evidence.some((one) => overlaps(one.best, span))
    if (
      !promised &&
      !asks &&
      !invited &&
      !/^(?:should|do|how|which|what|can|could|is|are|would)\b.*\bwe\b/i.test(words)
    )
      return []
    if (!promised && proposal.elements.dialog.level === 'missing') return []
    if (!promised && !/\byour?\b/i.test(words) && leansBack(words, source.subject)) return []
    const clip = clipSentence(proposal, passage, span)
    return [{clip, rank: (promised ? 2 : 0) + (asks ? 1 : 0)}]
  })
  if (found.length > 0) {
    const chosen = new Set([...found].sort((a, b) => b.rank - a.rank).slice(0, most))
    return found.filter((one) => chosen.has(one)).map(({clip}) => clip)
  }
  return choose(source, 'dialog', {
    most: Math.min(2, most),
    words: mostWords,
    prefer: ({tellings}, words) => {
      if (!unsettled.test(words) || /\bplease\b|\bwelcome\b|\bfeedback\b|https?:|@/i.test(words)) return -8
      const title = sections[passages[tellings[0]?.passage ?? 0]?.section ?? 0]?.title ?? ''
      if (!promises(title, 'dialog') || /feedback|discussion/i.test(title)) return -8
      return words.endsWith('?') ? 6 : 3
    }
  })
}
