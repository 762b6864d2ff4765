import {isHollow, promises} from '../analysis/lexicon.ts'
import {memoryOf} from '../analysis/memory.ts'
import {ownSentence, ownWordsOf} from '../analysis/own-words.ts'
import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {hasWording, wordingsIn} from '../analysis/wording.ts'
import {severityIn} from './profile-severity.ts'
import type {Observation, Rule} from './rule.ts'

export const noUnansweredObjection: Rule = {
  id: 'no-unanswered-objection',
  title: 'an objection or an alternative that is named and left without an answer',
  why: 'An objection that is named and left standing argues for the other side. Its reason, and what you can change, argue for you.',
  good: '“It will slow reviews down.” We fear that, too; so the first month is a trial with two teams.',
  severity: severityIn({informs: ['memo', 'rfc', 'grant', 'goal', 'letter']}),
  check: (proposal) => [...raised(proposal), ...bareLists(proposal)]
}

/** "Some may object that …", and nothing after it in its section, nor a "but" in the same sentence. */
function raised(proposal: Proposal): Observation[] {
  const own = ownWordsOf(proposal)
  const memory = memoryOf(proposal)
  return own.flatMap((one): Observation[] => {
    const {passage, index} = one
    if (passage.kind === 'row') return []
    return passage.sentences.flatMap((sentence, at): Observation[] => {
      const [objection] = wordingsIn(
        'objectionRaised',
        ownSentence(one, sentence),
        sentence.span.start,
        memory
      )
      if (!objection || sentence.words.endsWith(':') || at < passage.sentences.length - 1) return []
      const rest = sentence.words.slice(sentence.words.indexOf(objection.words) + objection.words.length)
      const next = proposal.passages[index + 1]
      if ((next && next.section === passage.section) || hasWording('turning', rest)) return []
      if (hasWording('turning', sentence.words.slice(0, sentence.words.indexOf(objection.words)))) return []
      const message = 'This objection gets no answer: give your reason, or the change that you can offer.'
      return [{span: sentence.span, message, nearly: [], element: 'objection'}]
    })
  })
}

/** "Alternatives" over bare names, with no reason for or against any of them: one finding for the section. */
function bareLists({text, sections, passages, boilerplate}: Proposal): Observation[] {
  const ownOf = new Map<number, Passage[]>()
  passages.forEach((passage, at) => {
    if (boilerplate[at]) return
    const own = ownOf.get(passage.section)
    if (own) own.push(passage)
    else ownOf.set(passage.section, [passage])
  })
  return sections.flatMap(({heading, title, depth, span}, index): Observation[] => {
    const next = sections[index + 1]
    if (!heading || (next && next.depth > depth)) return []
    if (!promises(title, 'objection') || !/^\W*(?:\S+ )?(?:alternative|objection|concern)/i.test(title))
      return []
    if (/rationale/i.test(title)) return []
    const own = ownOf.get(index) ?? []
    const [first] = own
    const words = own.flatMap(({sentences}) => sentences.map((sentence) => sentence.words)).join(' ')
    if (
      !first ||
      isHollow(words) ||
      words.split(' ').length > fewWords ||
      /```|~~~|https?:/.test(text.slice(span.start, span.end))
    )
      return []
    const list = own.length === 1 || own.every(({kind}) => kind === 'item')
    if (!list || own.some(({kind}) => kind === 'row' || kind === 'quote') || hasWording('reasons', words))
      return []
    const what = /alternative/i.test(title) ? 'alternative' : 'objection'
    const message =
      own.length > 1
        ? `${own.length} ${what}s are named, and none is answered: say of each why not, or what you can change.`
        : `This ${what} is named and not answered: say why not, or what you can change.`
    return [{span: first.span, message, nearly: [], element: 'objection'}]
  })
}

/** A section longer than this gives reasons in words that nobody can list. */
const fewWords = 40
