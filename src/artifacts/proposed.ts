import {promises, saysOutright, startsWithVerb} from '../analysis/lexicon.ts'
import {overlaps} from '../analysis/span.ts'
import {type Clipping, wordCount} from './clip.ts'
import {stemsOf} from './cues-in.ts'
import {alike, names, type Source, type Statement} from './statements.ts'

const outright =
  /\b(?:this|the|our) (?:[\w-]+ ){0,2}(?:proposal|rf[cp]|kep|msc|mep|pep|cfep|grant|project|redesign|initiative|petition|letter|memo|document|goal|talk|workshop|app|application|event|programme?|work|thesis|study|plan|change|feature|website|tool|platform|system|campaign|course|position|pitch)\b(?: \([^)]*\))? (?:\w+ )?(?:proposes?|is|are|aims?|seeks?|adds?|introduces?|describes?|outlines?|requests?|suggests?|will|would|wants?|intends?|recommends?|to explore|calls?|defines?|creates?|builds?|asks?|focuses|explores?|covers?|makes?|allows?|should|consists)\b|\b(?:we|I)(?:['’](?:d|ll))? (?:hereby |would like to |want to |plan to |intend to |are going to |will )?(?:propose|recommend|request|suggest|plan|intend|aim|create|build|develop|introduce|add|design|implement|open|organi[sz]e|launch)\b|\b(?:the|our|my) (?:main |primary |overall )?(?:goal|aim|objective|purpose|idea|intent(?:ion)?)(?: of [\w ]+?)? (?:is|are|was)\b|\bis proposed\b|\bproposes?\b|\baims? to\b/i

const intends = /\b(?:I|we)(?:['’]ll| will| would like to| want to| am going to)\b/i

/** "Shelfmark is a catalogue that …" */
const naming =
  /^(?:the )?\p{Lu}[\p{L}\p{N}.+-]*(?: [\p{Lu}\p{N}][\p{L}\p{N}.+-]*)* (?:is|are|aims|provides|lets|allows|helps|will)\b/u

/** What is proposed, in two sentences at the most: the one that says it outright, and the one that goes on from it. */
export function proposed(source: Source, mostWords: number): Clipping[] {
  const {proposal, statements} = source
  const digest = proposal.elements.summary.level === 'missing' ? [] : proposal.elements.summary.evidence
  const early = Math.max(600, proposal.text.length / 3)
  const single = statements.filter(
    ({kind, penalty}) => kind === 'sentence' || (kind === 'pair' && penalty < 2)
  )
  const first = proposal.passages.findIndex((_, index) => !proposal.boilerplate[index])
  const title = stemsOf(proposal.title?.words ?? '').filter(
    (one) => one.length > 3 && !/^(?:propos|rfc|project|request)/.test(one)
  )
  const ranked = single
    .filter(({span}) => span.start < early)
    .map((statement) => {
      const clip = statement.clip(mostWords)
      const length = wordCount(clip.words)
      const [telling] = statement.tellings
      const section = proposal.sections[proposal.passages[telling?.passage ?? 0]?.section ?? 0]
      const score =
        0.5 * statement.score('summary') -
        statement.penalty -
        0.1 * Math.max(0, length - mostWords) -
        (length < 7 ? 1 : 0) +
        (outright.test(clip.words) ? 2 : intends.test(clip.words) ? 0.8 : 0) -
        (names(proposal, statement, ['date', 'effort']) ? 1 : 0) +
        (startsWithVerb(clip.words) || naming.test(clip.words) ? 0.9 : 0) +
        (sharesWords(clip.words, title) ? 0.7 : 0) -
        (clip.words.endsWith(' …') ? 1.5 : 0) +
        (saysOutright(clip.words, 'summary') ? 1 : 0) +
        (digest.some(({span}, index) => index < 2 && overlaps(span, statement.span)) ? 1 : 0) +
        (promises(section?.title ?? '', 'summary') ? 0.8 : 0) +
        (telling?.passage === first ? 0.4 : 0) -
        (promises(section?.title ?? '', 'motive') ? 0.7 : 0) -
        Math.max(0, 0.7 * statement.score('progress')) * 0.3 -
        (2 * statement.span.start) / Math.max(1200, proposal.text.length)
      return {statement, clip, length, score}
    })
    .filter(({length}) => length > 2)
    .sort((a, b) => b.score - a.score)
  const [best] = ranked
  if (!best || best.score < -2.5) return []
  if (best.statement.kind === 'pair') return [best.clip]
  const room = mostWords - best.length
  const next = followerOf(source, best.statement)
  const second = next && {clip: next.clip(room), next}
  if (
    second &&
    wordCount(second.clip.words) <= room &&
    second.next.penalty < 3 &&
    !isAside(second.clip.words)
  )
    return [best.clip, second.clip]
  const other = ranked.find(
    ({statement, clip, length, score}) =>
      statement !== best.statement &&
      statement.kind === 'sentence' &&
      length <= room &&
      score > best.score - 1.2 &&
      !overlaps(statement.span, best.statement.span) &&
      !alike(clip.words, best.clip.words)
  )
  return [best.clip, ...(other ? [other.clip] : [])].sort((a, b) => a.span.start - b.span.start)
}

/** The sentence right after one, in the same passage. */
function followerOf({statements}: Source, statement: Statement): Statement | undefined {
  const passage = statement.tellings[0]?.passage
  return statements.find(
    ({kind, tellings, span}) =>
      kind === 'sentence' && tellings[0]?.passage === passage && span.start >= statement.span.end
  )
}

function sharesWords(words: string, title: readonly string[]): boolean {
  const stems = stemsOf(words)
  return title.filter((one) => stems.includes(one)).length >= Math.min(2, title.length) && title.length > 0
}

function isAside(words: string): boolean {
  return /^(?:please|see|for (?:more|further)|thanks?|note)\b|\b(?:above|below)\b|[:?]$/i.test(words)
}
