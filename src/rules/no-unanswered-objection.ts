import {isHollow, promises} from '../analysis/lexicon.ts'
import {remember} from '../analysis/memory.ts'
import {ownSentence, ownWordsOf, type Voice} from '../analysis/own-words.ts'
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
  return ownWordsOf(proposal).flatMap(({passage, index, voice}): Observation[] => {
    if (!raises(voice)) return none
    const sentence = passage.sentences.at(-1)
    const next = proposal.passages[index + 1]
    if (!sentence || (next && next.section === passage.section)) return none
    const message = 'This objection gets no answer: give your reason, or the change that you can offer.'
    return [{span: sentence.span, message, nearly: [], element: 'objection'}]
  })
}

const none: Observation[] = []

/** Whether a passage ends with an objection, and no "but" in the same sentence. */
const raises = remember((voice: Voice): boolean => {
  const {kind, sentences} = voice.content
  const sentence = sentences.at(-1)
  if (!sentence || kind === 'row' || sentence.words.endsWith(':')) return false
  const [objection] = wordingsIn('objectionRaised', ownSentence(voice, sentence), 0)
  if (!objection) return false
  const at = sentence.words.indexOf(objection.words)
  const rest = sentence.words.slice(at + objection.words.length)
  return !hasWording('turning', rest) && !hasWording('turning', sentence.words.slice(0, at))
})

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
