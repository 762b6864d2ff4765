import type {Passage, Sentence} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {overlaps} from '../analysis/span.ts'
import {type Clipping, clipSentence, joined, wordCount} from './clip.ts'
import {leansBack, opensWithExample} from './standing-alone.ts'
import {isShouted, type Source, sentences} from './statements.ts'

/** "Unresolved questions", "Open issues (decision needed)": what stands below is left open, with or without a mark. */
const open =
  /\b(?:unresolved|unanswered|outstanding|undecided)\b|\bopen (?:\w+ )?(?:questions?|issues?|points?|problems?|topics?)\b/i

/** "None at this time.", "(None)", "There are no unresolved questions." */
const none =
  /^\W*((?:none|nothing|n\/a|(?:there are )?(?:currently )?no (?:\w+ )?(?:open|unresolved|outstanding|known) \w+)\b[^().;:]{0,40})[).]*$/i
const asking =
  /^(?:(?:also|and|or) )?(?:how|what|which|whether|who|whom|(?:when|where)(?= (?:to|do|does|did|is|are|will|would|should|could|can|must|may)\b)|why|will|would|should|could|can|do|does|did|is|are|must|may)\b/i
/** "Is this acceptable?", "Should they be run instead?": nobody knows what, where the sentence before it is gone. */
const dangling =
  /^(?:(?:and|or|but|so|then|also),? )?(?:if (?:so|not|yes|they|it)\b|(?:(?:how|what|where|when|why) )?(?:is|are|was|were|do|does|did|would|will|could|can|should|must|may) (?:they|them|it(?! [\w-]+ (?:to|that|for|if)\b)|those|these|this|that|there (?:some|another) other)\b(?! (?:be exposed|(?:\w+ )?(?:proposal|rfc|document|project|plan|design|(?:the|an?) )))|what (?:about|if) (?:this|that|they|it)\b)|\b(?:make|for|of|about|with|do|handle|solve|support) (?:them|(?:those|these)\b(?! \p{L}))\b|\bboth (?:copies|of (?:them|these))\b/iu
export const rhetorical = /\bwhy not\b|\bisn['’]t it\b|\bwho cares\b/i
/** What has been worked out, and what only leads on. */
const closed =
  /\b(?:already|mostly|been) (?:be )?(?:mostly )?(?:solved|resolved|answered|settled)\b|:$|\b(?:please|welcome|let (?:me|us) know)\b/i
const unsettled =
  /\b(?:unresolved|unclear|undecided|open|unknown|whether|outstanding|tbd|in flux|remains?|not (?:yet )?(?:fully )?(?:\w+ )?(?:decided|clear|settled|sure|determined|worked out|known|specified)|(?:left|up) to|to be (?:\w+ )?(?:decided|determined|developed|discussed|settled|resolved|worked out)|need(?:s|ed)? to (?:be )?(?:decided?|discuss(?:ed)?|determined?|settled?|figure|agree)|may(?:be| be possible)|perhaps|could be|should (?:be|set|we)|how (?:to|much|many|long))\b/i

/** "The plan for this will be developed": for what? */
const ofThis =
  /\b(?:for|of|about|with|on|to|from) (?:this|that) (?:will|would|is|can|could|should|may|might|must|has|was)\b/i

/** What says itself that it is open stands beside what is asked. */
const outright =
  /^(?:now,? )?the question (?:(?:now|then) )?(?:is|remains)\b|\b(?:unresolved|unclear|undecided|open questions?|still open|outstanding)\b/i

/** "We need to ensure that …": what is to be done, with nothing left to settle. */
const required =
  /^(?:we|I|it|they|there|(?:the|this|these|our|all|each|every) (?:[\w-]+ ){1,3})\s?(?:will )?(?:should|must|need(?:s|ed)? to|ha(?:s|ve) to)\b(?! (?:\w+ )?(?:decide|discuss|determine|settle|figure|agree|resolve|choose|define|find out|work out|clarify|be))/i
const settling = /\b(?:whether|how|which|what|who|or not)\b/i

function isRequired(words: string): boolean {
  return required.test(words) && !settling.test(words) && !outright.test(words)
}

const mostQuestion = 45
const mostStatement = 70

/** What the sections of open questions say. */
export interface LeftOpen {
  readonly questions: readonly Clipping[]
  /** The words that say that nothing is open. */
  readonly nothing: Clipping | undefined
}

/**
 * What the sections say whose headings announce open questions: the question of each item or paragraph, what is open
 * told as a statement, or the topics by their headings. A question that is nothing without the sentence before it comes
 * with that sentence, or not at all.
 */
export function leftOpen(source: Source): LeftOpen {
  const {proposal} = source
  const {sections, boilerplate} = proposal
  const roots = sections.flatMap(({title, heading}, index) => (heading && open.test(title) ? [index] : []))
  let nothing: Clipping | undefined
  const questions: Clipping[] = []
  const told: Clipping[] = []
  for (const root of roots) {
    const own = within(proposal, root).filter(({passage, index}) => {
      const found = none.exec(passage.plain.trim())
      const at = found?.[1] ? passage.plain.indexOf(found[1]) : -1
      if (at >= 0 && passage.section === root) {
        const words = found?.[1]?.trim() ?? ''
        const start = passage.span.start + at
        const span = {start, end: start + words.length}
        nothing ??= {words: words.charAt(0).toUpperCase() + words.slice(1), span, parts: [span]}
        return false
      }
      return !boilerplate[index] && !passage.struck && passage.kind !== 'quote' && passage.kind !== 'row'
    })
    const topics = sections.flatMap(({parent, heading}, index) =>
      parent === root && heading && wordCount(sections[index]?.title ?? '') > 0 ? [index] : []
    )
    for (const {passage, index} of own) {
      if (passage.section !== root || passage.depth > 0) continue
      const asked = questionsOf(source, passage)
      questions.push(...asked)
      if (asked.length > 0) continue
      const list = listed(proposal, index)
      const said = [...told, ...(list ? [list] : [])]
      const statement = list ?? statementOf(source, passage)
      if (statement && !said.some(({span}) => span !== statement.span && overlaps(span, statement.span)))
        (outright.test(statement.words) ? questions : told).push(statement)
    }
    for (const topic of topics) {
      const below = own.filter(({passage}) => passage.section === topic && passage.depth === 0)
      const [first] = below.flatMap(({passage}) => questionsOf(source, passage))
      const {title = '', heading} = sections[topic] ?? {}
      if (first) questions.push(first)
      else if (below.length > 0 && heading) {
        const [opens] = below
        const opening = opens && statementOf(source, opens.passage)
        if (opens && isRequired(opens.passage.sentences[0]?.words ?? '')) continue
        if (opening && outright.test(opening.words)) questions.push(opening)
        else if (wordCount(title) > 1) told.push({words: title, span: heading, parts: [heading]})
        else if (opening) told.push(opening)
      }
    }
  }
  return {questions: questions.length > 0 ? questions : told, nothing}
}

/** Whether a question is nothing without the sentence before it. */
export function dangles(words: string): boolean {
  return dangling.test(words)
}

function within({passages, sections}: Proposal, root: number): {passage: Passage; index: number}[] {
  const isIn = (section: number | undefined): boolean =>
    section !== undefined && (section === root || isIn(sections[section]?.parent))
  return passages.flatMap((passage, index) => (isIn(passage.section) ? [{passage, index}] : []))
}

/** The questions of a passage that can be understood; of an item also one that has lost its mark. */
function questionsOf({proposal, subject}: Source, passage: Passage): Clipping[] {
  const all = passage.sentences
  const found: Clipping[] = []
  for (const [at, sentence] of all.entries()) {
    const {words} = sentence
    const marked = /\?["”')*]*$/.test(words)
    if (!marked && !(passage.kind === 'item' && at === 0 && asking.test(words))) continue
    if (
      wordCount(words) < 3 ||
      /^I (?:think|remember|guess|suppose|believe)\b/.test(words) ||
      rhetorical.test(words) ||
      isShouted(words)
    )
      continue
    if (opensWithExample.test(proposal.text.slice(sentence.span.start, sentence.span.end))) continue
    // A question that the next sentence answers is not open.
    if (/^(?:yes|no|nope)\b/i.test(all[at + 1]?.words ?? '')) continue
    const before = all[at - 1]
    const whole = before && !/[.?!:;]["”')*\]]*$/.test(before.words) ? joinedTo(before, sentence) : sentence
    const clip = clipSentence(proposal, passage, whole.span)
    if (/^[(`]|^["“]?\p{Ll}/u.test(clip.words)) continue
    if (!dangling.test(clip.words)) {
      if (wordCount(clip.words) <= mostQuestion) found.push(clip)
      continue
    }
    if (!before || found.length > 0 || leansBack(before.words, subject)) continue
    const pair = sentences([clipSentence(proposal, passage, before.span), clip])
    if (wordCount(pair.words) <= mostQuestion) found.push(pair)
  }
  return found
}

/** Two sentences as one that was parted by mistake, at an ellipsis. */
function joinedTo(first: Sentence, second: Sentence): Sentence {
  return {
    span: {start: first.span.start, end: second.span.end},
    words: `${first.words} ${second.words}`
  }
}

/** What a passage leaves open without asking. */
function statementOf({proposal, subject}: Source, passage: Passage): Clipping | undefined {
  const [first] = passage.sentences
  if (!first) return undefined
  const [, second] = passage.sentences
  // "Lint staging. The lint could …": a label, and what it is about.
  const label = wordCount(first.words) <= 4 && second && !leansBack(second.words, subject)
  const clip = clipSentence(proposal, passage, label ? second.span : first.span)
  const count = wordCount(clip.words)
  // A name of what is open, and no fact.
  const short = passage.kind === 'item' && count <= 14 && !/\b(?:is|are|was|were)\b/.test(clip.words)
  if (isRequired(clip.words) || ofThis.test(clip.words)) return undefined
  if (count < 3 || count > mostStatement || closed.test(clip.words) || leansBack(clip.words, subject))
    return undefined
  if ((clip.words.match(/["“”]/g)?.length ?? 0) % 2 === 1) return undefined
  if (!/\p{L}{3}/u.test(clip.words.replace(/https?:\S+/g, ''))) return undefined
  return short || unsettled.test(clip.words) || outright.test(clip.words) ? clip : undefined
}

/** "The biggest call is:", with the choices listed below it. */
function listed({passages, ...proposal}: Proposal, index: number): Clipping | undefined {
  const lead = passages[index]
  const last = lead?.sentences.at(-1)
  if (!lead || !last?.words.endsWith(':') || lead.kind === 'item') return undefined
  const items = passages.filter(({lead: own, kind, depth}) => own === index && kind === 'item' && depth === 0)
  const whole = {...proposal, passages}
  const clips = [{passage: lead, span: last.span}]
    .concat(items.map((passage) => ({passage, span: passage.sentences[0]?.span ?? passage.span})))
    .map(({passage, span}) => clipSentence(whole, passage, span))
  const [opening, ...choices] = clips
  if (!opening || choices.length < 2) return undefined
  const list = joined(
    choices.map((choice) => ({...choice, words: choice.words.replace(/[,;]? (?:or|and)$/, '')})),
    '; '
  )
  const all = joined([opening, list], ' ')
  return wordCount(all.words) <= mostQuestion ? {...all, words: `${opening.words} ${list.words}`} : undefined
}

/** What is asked below words that look for it: "Feedback I'm looking for:". */
export function lookedFor(source: Source): Clipping[] {
  const {passages, boilerplate} = source.proposal
  return passages.flatMap((passage, index) => {
    if (boilerplate[index] || passage.struck || !lookingFor.test(passage.plain.trim())) return []
    const depth = passage.kind === 'item' ? passage.depth : -1
    const rest = passages.slice(index + 1)
    const end = rest.findIndex((one) => one.kind !== 'item' || one.depth <= depth)
    return rest
      .slice(0, end < 0 ? undefined : end)
      .filter((one) => one.depth === depth + 1)
      .flatMap((one) =>
        one.sentences
          .filter(({words}) => words.endsWith('?') && wordCount(words) > 2)
          .map(({span}) => clipSentence(source.proposal, one, span))
      )
  })
}

const lookingFor =
  /\b(?:feedback|input|answers?|opinions?|thoughts)\b[^.]{0,20}\b(?:look(?:ing)? for|wanted|want|need(?:ed)?|would like|seek(?:ing)?|on)\b[^.]*:$/i
