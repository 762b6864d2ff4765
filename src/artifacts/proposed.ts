import {promises, saysOutright, startsWithVerb} from '../analysis/lexicon.ts'
import type {Outline} from '../analysis/passages.ts'
import {overlaps} from '../analysis/span.ts'
import {alike} from './choose.ts'
import {begun, type Clipping, unbroken, wordCount} from './clip.ts'
import {stemsOf} from './cues-in.ts'
import {names, type Source, type Statement} from './statements.ts'
import {type Shortlisted, surenessOf} from './sureness.ts'
import {titled} from './titling.ts'

const outright =
  /\b(?:this|the|our) (?:[\w-]+ ){0,2}(?:proposal|rf[cp]|kep|msc|mep|pep|cfep|grant|project|redesign|initiative|petition|letter|memo|document|goal|talk|workshop|app|application|event|estimate|briefing|repo(?:sitory)?|programme?|work|thesis|study|plan|change|feature|website|tool|platform|system|campaign|course|position|pitch)\b(?: of \w+)?(?: \([^)]*\))? (?:\w+ )?(?:proposes?|is|are|aims?|seeks?|adds?|introduces?|describes?|outlines?|requests?|suggests?|will|would|wants?|intends?|recommends?|to explore|calls?|defines?|creates?|builds?|asks?|focuses|explores?|covers?|hosts?|makes?|allows?|should|consists|provides|recommends|presents|extends|replaces|changes|removes|deprecates|formali[sz]es|establishes|sets out|lays out)\b|\b(?:we|I) should\b|\b(?:we|I)(?:['’](?:d|ll))? (?:hereby |would like to |want to |plan to |intend to |are going to |will )?(?:propose|recommend|request|suggest|plan|intend|aim|create|build|develop|introduce|add|design|implement|open|organi[sz]e|launch)\b|\b(?:project|proposal|study|work|event|course|app)['’]s (?:main |primary |overall )?(?:goal|aim|objective|purpose) is\b|\b(?:the|our|my) (?:main |primary |overall |specific )?(?:goals?|aims?|objectives?|purpose|idea|intent(?:ion)?)(?: of [\w ]+?)? (?:is|are|was)\b|\b(?:is|are)(?: now| currently| here)? (?:proposed|proposing|requesting|seeking|asking for|developing|building|creating|designing|planning to|applying for)\b|(?<!\bto )\bproposes?\b|\bproposal is to\b|\baims? to\b/i

const intends = /\b(?:I|we)(?:['’]ll| will| would like to| want to| am going to)\b/i

/** "Shelfmark is a catalogue that …" */
const naming =
  /^(?:the )?(?!we\b)\p{Lu}[\p{L}\p{N}.+-]*(?: [\p{Lu}\p{N}][\p{L}\p{N}.+-]*)* (?:is|are|aims|provides|lets|allows|helps|will)\b/u

/** "Pair reviews will replace …": with the title’s words for what does it. */
const opens = /^(?:\S+ ){1,4}(?:will|would|should|is|are|replaces?|adds?|aims?|becomes?)\b/

/** How things are, or were, before anything is proposed. */
const background =
  /^(?:(?:the )?(?:current|existing) (?:solution|approach|situation|system|process|state)s?\b|(?:in )?(?:many|most|some|few|several)\b|(?:current|tradition|historical|usual|typical|normal|original|general)ly\b|today\b|nowadays\b|in (?:recent|the past|the other|most|general|today)\b|(?:over|for|within|during) (?:the )?(?:last|past|many|several|years|a long)\b|since\b|the (?:past|last)\b|while\b|when\b|because\b|there (?:is|are|has|have|was|were|exists?)\b|often\b|one of the\b|initially\b|previously\b|originally\b|it is possible\b|\S+ is how (?:we|you|people)\b|the (?:\S+ ){1,3}(?:is|are) (?:the source of|a (?:copy|clone|highly))\b|as (?:a|an|the|of|we)\b|as \w+ (?:states?|says)\b|due to\b|likening\b|access to\b|the reasons? (?:for|why|behind)\b|let['’]s (?:say|assume|suppose)\b|(?:suppose|consider|imagine|assume)\b|once\b|until\b|historically\b|unfortunately\b|despite\b|although\b|even (?:if|though)\b|if\b|(?:it|this) is (?:important|well|crucial|clear|difficult|hard)\b|people\b|aside from\b|(?:\S+ ){1,5}is (?:the|an?) (?:process|practice|act|technique|art|field|branch|concept|method) of\b|at (?:the )?(?:fundamental|present|the moment)\b)|\b(?:has become|have become|has been|had to|used to|is often|are often|commonly|conventionally|relatively|currently|suffers?)\b/i
/** Headings over what is to become of them. */
const ofProposal =
  /^(?:the )?(?:(?:our |my )?propos(?:al|ed (?:solution|change|approach)s?)|solution|what (?:we|I) propose|goals?|aims?|objectives?)\b/i
/** Headings over how things are. */
const asItIs =
  /^(?:(?:the )?(?:current|existing|present) (?:solutions?|approach|situation|state|system|process)|status quo|as is)\b/i
const past = /\b(?:was|were|had|did|went|came|became|lost|worked|started|talked)\b/i
/** "doesn’t propose": what it is not. */
const negated =
  /\b(?:does|do|is|are)(?: not|n['’]t) (?:\w+ )?(?:propos|suggest|intend|aim|seek|cover|about)|\bout of scope\b/i
/** Of the document or its author, and not of what it is about. */
const besides =
  /\b(?:publicly available|we refer to|refer(?:red)? to as|^prepared (?:for|by)|welcomes?|thank|acknowledg\w+|is (?:organi[sz]ed|structured) (?:as|in)|name of project|bio\b|(?:his|her) work|intended to supersede|(?:rest|remainder) of (?:the|this)|(?:is|are|be) referenced|in this document|(?:this|the) (?:document|rfc|proposal) (?:is structured|needs to contain|will mention|contains|was written)|closed the petition|this app has|inspired by|this section|(?:his|her|my) experience|is the idea of|by-product|(?:is|was) written in|(?:I|we) will spend (?:more|less|most)|(?:was|were) selected|begins (?:by|with)|is divided into)|^(?:our|the|this) (?:project|application|app|website|site|solution) (?:uses|is (?:built|written|hosted) (?:with|in|on|using)|runs on|is an? (?:copy|clone|fork) of)\b|^(?:title|name|author|date|status|subject|prepared|start|deadline|duration|rate)\b[^.]{0,30}:/i

/** In words; shorter is a draft, which is its own digest. */
const draft = 60
/** What the choice is made for, whatever room there is in the end: each artifact tells the same. */
const usual = 40

/** What is proposed, of the statements that propose, in at most so many words; of several two at the most. */
export function proposedIn([best, ...more]: readonly Statement[], mostWords: number): Clipping[] {
  if (!best) return []
  const clip = unbroken(best.clip, mostWords)
  const room = mostWords - wordCount(clip.words)
  const second = more
    .map((statement) => statement.clip(room))
    .find(({words}) => wordCount(words) <= room && !words.endsWith(' …'))
  return [clip, ...(second ? [second] : [])].sort((a, b) => a.span.start - b.span.start).map(begun)
}

/** Of something that was said before it: "This consensus will include …". */
const goingOn =
  /^(?:(?:this|these|those)(?! (?:proposals?|rf[cp]|kep|msc|pep|pitch|project|document|memo|talk|letter|petition|grant|workshop|briefing|plan|thesis|study)\b)|such|it|its|they|their|both)\b/i
/** "This proposal improves …", "We propose …": nothing says it more plainly. */
const plainest =
  /\b(?:this|the present|our) (?:\w+ )?(?:proposal|rf[cp]|kep|msc|mep|pep|cfep|pitch|project|document|memo|letter|petition|briefing|plan|study|talk|workshop) (?!(?:relies|depends|affects|assumes|needs|requires|does|has|is (?:not|based|structured|only)|builds)\b)(?:\p{Ll}+s|will|would|is|aims|seeks)\b|\b(?:we|I)(?: hereby| therefore| thus)? (?:propose|request|petition|urge|demand|call (?:on|upon))\b/iu
/** "This is an effort to …", where a digest opens. */
const ofItself =
  /^this is (?:an? |the |our )(?:[\w-]+ ){0,3}(?:proposal|rf[cp]|effort|project|plan|formali[sz]ation|attempt|initiative|pitch|request|letter|application|programme?|campaign|petition|talk|goal)\b/i
/** "This document also has a dynamic structure": of the paper it stands on. */
const ofDocument =
  /\bthis (?:document|page|file|repo(?:sitory)?|readme) (?:also )?(?:has|is (?:meant|kept|updated|maintained|intended)|will be (?:updated|part))\b|\bmsc\d+ proposes\b|^this (?:change|feature|behaviou?r) is gated\b|\brfp already\b|\bI['’]ll be adding\b/i
/** What was named elsewhere: "a corresponding method". */
const likened = /\b(?:the|these) above \d|\b(?:corresponding|the same|such an?|latter|former)\b/i
/** Only a part of it: "a key aspect of this is". */
const partial =
  /\b(?:we|I) also propose\b|\b(?:proposal|document|rfc) (?:builds on|relies on|depends on|relates to)\b|^(?:to be noted|note that)\b|^the (?:first|second|third|other|next) (?:part|goal|aim|step|half) (?:of|is)\b|^(?:a|an|one|another|some)(?: \w+)? (?:aspects?|goals?|parts?|elements?|benefits?|advantages?|aims?|purposes?|components?|consequences?|steps?|features?) (?:of|is|are)\b/i
/** "Acting as a receiver.": no sentence. */
const verbless =
  /^\p{Lu}\p{Ll}+ing\b(?!.*\b(?:is|are|was|were|will|would|can|should|has|have|had|makes?|allows?|helps?|means|requires?|gives?)\b)/u

/** "These features", "that idea", "such processing": something that is named outside. */
const pointing =
  /\b(?:these|those|such|this|that(?= (?:idea|problem|issue|limitation|gap|need)\b))(?: an?)? (?!(?:that|who|which|as|is|are|was|were|will|would|can|could|should|may|means|allows|includes|lays|in|of|to|for|we|it|you|they)\b)((?:[\p{L}-]+ )?\p{Ll}[\p{L}-]+)/giu
/** The paper itself, and what it is for. */
const itself =
  /\b(?:proposal|rf[cp]|kep|msc|mep|pep|qep|cfep|pitch|project|document|memo|letter|petition|grant|briefing|plan|study|talk|workshop|course|thesis|app|application|tool|platform|website|repo|repository|change|redesign|enhancement|estimate|goal|work|effort|initiative|programme?|campaign|years?|months?|weeks?|summer|time|way|end|one)\b/i

/** Whether words point to something that was named before them, and not in them. */
function pointsOut(words: string): boolean {
  return Array.from(words.matchAll(pointing)).some(({index, 1: named = ''}) => {
    const before = stemsOf(words.slice(0, index))
    return !itself.test(named) && !stemsOf(named).some((stem) => stem.length > 2 && before.includes(stem))
  })
}

/** "The guild is a group of …": who proposes, and not what. */
const ofPeople =
  /^(?:the )?(?!we\b)\p{Lu}[\p{L}\p{N}.+-]*(?: [\p{Lu}\p{N}][\p{L}\p{N}.+-]*){0,4} (?:is|are) (?:an? |the )?(?:[\p{L}-]+,? ){0,4}(?:team|company|organi[sz]ation|group|community|meetup|collective|non-?profit|startup|association|foundation|agency|conference|session)(?! \p{Ll}+ing| (?:platform|tool|network|app|service|website)s?\b)\b/iu

interface Candidate {
  readonly statement: Statement
  readonly words: string
  readonly length: number
  readonly score: number
}

/** The statement that says best what is proposed, then those that may stand beside it. */
export function proposing(source: Source): Statement[] {
  const {proposal, statements} = source
  if (proposal.words <= draft)
    return statements.filter(({kind, penalty}) => kind === 'sentence' && penalty < 2.5).slice(0, 2)
  const list = shortlist(source)
  const weighed = list
    .map((one, at) => {
      const sureness = surenessOf(source, list, at)
      const less = doubt(source, one)
      return {...one, doubtful: less > 0, besides: sureness, sureness: sureness - less}
    })
    .sort((a, b) => b.sureness - a.sureness)
  const sure = weighed.filter(({sureness}) => sureness >= leastSure)
  const best =
    leading(source, sure) ??
    // Where nothing is sure, what calls itself the proposal.
    weighed.find(
      ({words, doubtful, sureness, statement}) =>
        sureness >= leastCalled &&
        !doubtful &&
        (plainest.test(words) || saysSo.test(words)) &&
        statement.span.start < proposal.text.length / 2
    )
  if (!best) return []
  const others = sure.filter((one) => one !== best)
  if (best.statement.kind !== 'sentence') return [best.statement]
  const next = followerOf(source, best.statement)
  const second = others.filter(
    ({statement, besides, words}) =>
      statement.kind === 'sentence' &&
      besides >
        (sectionOf(source, statement) === sectionOf(source, best.statement) ? sureBesides : sureElsewhere) &&
      !repeats(best.words, words) &&
      !general.test(words)
  )
  return [
    best.statement,
    ...(next && goesOn(next) && !repeats(best.words, next.clip(usual).words) ? [next] : []),
    ...second.slice(0, 1).map(({statement}) => statement)
  ]
}

/** "It is possible to …", "Testing is how we …": how things are in general. */
const general =
  /^(?:it is (?:possible|common|easy|hard|difficult) to|\S+ is how) |\b(?:is|are) (?:an? |the |one of the )?(?:highly|widely|very|most|well)[- ]\p{Ll}+/iu

/** What makes a sentence that says it less fit to stand by itself. */
function doubt(source: Source, {words, statement}: Shortlisted): number {
  return (
    (pointsOut(words) ? 0.15 : 0) +
    (ofPeople.test(words) ? 0.3 : 0) +
    (general.test(words) ? 0.3 : 0) +
    (ofPhase.test(words) ? 0.2 : 0) +
    (ofPaper.test(words) ? 0.7 : 0) +
    (telling.test(words) ? 0.3 : 0) +
    // "While the course is for everybody, …": an aside.
    (/^while\b/i.test(words) ? 0.3 : 0) +
    (isAsItIs(source, statement, words) || isLive(source, statement, words) ? 0.3 : 0) +
    (broken.test(words) ? 0.5 : 0)
  )
}

/** "During the initial phase", "By end of May": when a part of it comes. */
const ofPhase =
  /^(?:(?:during|in|for|by|at|after) (?:the |an? |our )?(?:initial|first|second|third|next|last|final|later) (?:phase|stage|step|milestone|iteration|version)|in terms of (?:roll-?out|timing)|by (?:the )?end of|(?:the|our|your) (?:initial|first|second|third|next|final) (?:phase|milestone|version|iteration|PR)|phases? \d|eventually)\b/i
/** "This repository hosts a proposal to …": where it stands, and not what it is. */
const ofPaper =
  /^(?:this|the) (?:repo(?:sitory)?|page|readme|file|website|site) (?:hosts?|contains?|holds?|is) (?:an?|the|our|my) (?:\w+ )?proposal\b/i
/** "We talked, and thought it was time for an RFC": how the paper came to be. */
const telling = /\b(?:we|I) (?:thought|decided|felt|figured|concluded)\b/i

/** Whether a digest tells by a sentence how something is that the title does not name: before it says what will be. */
function isAsItIs(source: Source, statement: Statement, words: string): boolean {
  const {sections, title} = source.proposal
  const heading = sections[sectionOf(source, statement) ?? 0]?.title ?? ''
  const subject = asItStands.exec(words)?.[1]
  if (!subject || !promises(heading, 'summary')) return false
  if (ongoing.test(words) || plainest.test(words) || /\bpropos/i.test(words)) return false
  const called = stemsOf(`${title?.words ?? ''} ${titled(source.proposal)?.words ?? ''}`)
  return !stemsOf(subject).some((stem) => stem.length > 2 && called.includes(stem))
}
/** "The build server is …", "The build server signs …". */
const asItStands =
  /^(the (?:[\p{L}\p{N}.-]+ ){1,4}?)(?:is|are|has|have|provides?|uses?|supports?|allows?|generates?|exposes?|runs?|handles?|\p{Ll}{3,}s(?= \())\b/iu

/** Whether what a sentence names is in use already, by what is said right after it: what is proposed is something else. */
function isLive(source: Source, statement: Statement, words: string): boolean {
  const next = naming.test(words) ? followerOf(source, statement) : undefined
  return next !== undefined && live.test(next.clip(usual).words)
}
const live =
  /^since (?:its |our |the |we )?launch\w*\b|\b(?:is|are|went|been) live\b|\b(?:was|were|has been|have been) (?:first )?(?:launched|released|in production)\b/i

/** "… of the existing large scale … This includes": broken off before a sentence that goes on from it. */
const broken = / … /

/** The surest; but what a list says in one of its items, it says of a part where there is something before it. */
function leading<T extends Weighed>(source: Source, sure: readonly T[]): T | undefined {
  const [best] = sure
  if (!best || kindOf(source, best) !== 'item') return best
  const section = sectionOf(source, best.statement)
  return sure
    .filter(
      (one) =>
        sectionOf(source, one.statement) === section ||
        (kindOf(source, one) !== 'item' && one.sureness > best.sureness - asSure)
    )
    .reduce((first, one) => (one.statement.span.start < first.statement.span.start ? one : first))
}

/** What is nearly as sure. */
const asSure = 0.1

interface Weighed extends Shortlisted {
  readonly sureness: number
}

function kindOf({proposal}: Source, {statement}: Shortlisted) {
  return proposal.passages[statement.tellings[0]?.passage ?? -1]?.kind
}

/** "We should …", "the goal is …": it says of itself that it is what is proposed. */
const saysSo = /\b(?:we|I) should\b|\b(?:goal|aim|purpose|proposal|idea) is\b/i

/** How sure it must be that a reader takes a sentence for what is proposed, and another one beside it. */
const leastSure = 0.4
/** Where it says so of itself, and nothing says it better. */
const leastCalled = 0.3
const sureBesides = 0.8
/** In another section it is more often of a part of it. */
const sureElsewhere = 0.76
/** How many of the words of the shorter of two sentences may stand in the other one. */
const mostRepeated = 0.4

/** Whether of two sentences one says nearly nothing that the other does not: "I'm proposing to create …" twice. */
function repeats(one: string, other: string): boolean {
  const [left, right] = [one, other].map(
    (words) => new Set(stemsOf(words).filter((stem) => stem.length > 2 && !empty.has(stem)))
  ) as [Set<string>, Set<string>]
  const shared = [...left].filter((stem) => right.has(stem)).length
  return shared > mostRepeated * Math.min(left.size, right.size)
}

/** What proposing takes, whatever is proposed. */
const empty = new Set(
  stemsOf(
    'the this that and for with from will would should our its propose proposal proposing suggest goal aim rfc document create creation add'
  )
)

function sectionOf({proposal}: Source, {tellings}: Statement): number | undefined {
  return proposal.passages[tellings[0]?.passage ?? -1]?.section
}
/** How many sentences are weighed against each other. */
const shortlisted = 5

/** The few sentences that may say what is proposed, the best first: each says something else. */
export function shortlist(source: Source): Shortlisted[] {
  const ranked = source.statements
    .filter(
      ({kind, penalty, leans}) =>
        kind === 'sentence' ||
        (kind === 'pair' && penalty < 2 && !leans) ||
        // "A new version is proposed, with the following changes: …"
        (kind === 'list' && penalty < 1)
    )
    .map((statement) => candidate(source, statement))
    .filter(({length, words}) => length > 2 && !isPart(words))
    .sort((a, b) => b.score - a.score)
  const list: Shortlisted[] = []
  for (const one of ranked) {
    if (list.length === shortlisted) break
    if (list.some(({statement}) => overlaps(statement.span, one.statement.span))) continue
    if (!list.some(({words}) => alike(words, one.words))) list.push(one)
  }
  return list
}

function candidate({proposal}: Source, statement: Statement): Candidate {
  const {sections, passages, boilerplate, elements, title} = proposal
  const {words} = statement.clip(usual)
  const length = wordCount(words)
  const [telling] = statement.tellings
  const passage = passages[telling?.passage ?? 0]
  const heading = sections[passage?.section ?? 0]?.title ?? ''
  const digest = promises(heading, 'summary')
  const first = passages.findIndex((_, index) => !boilerplate[index])
  const called = stemsOf(`${title?.words ?? ''} ${titled(proposal)?.words ?? ''}`).filter(
    (one) => one.length > 3 && !/^(?:propos|rfc|project|request)/.test(one)
  )
  const itself = (digest && ofItself.test(words)) || /^this is what (?:we|I) propose\b/i.test(words)
  const proposes = itself || outright.test(words) || plainest.test(words)
  const early = statement.span.start < Math.max(600, proposal.text.length / 3)
  const clarity =
    (proposes ? 2.2 : intends.test(words) ? 0.8 : 0) +
    (plainest.test(words) && (digest || early) ? 0.8 : 0) +
    (saysOutright(words, 'summary') ? 0.8 : 0) +
    (bids(words) && passage?.kind !== 'item' ? (digest || early ? 1.4 : 0.4) : 0) +
    (naming.test(words) && early
      ? sharesWords(words.split(' ').slice(0, 4).join(' '), called, 1)
        ? 1.3
        : 0.4
      : 0) +
    // What a petition proposes is what it asks.
    (proposal.profile.name === 'letter' &&
    proposal.asks.some(({span, whom}) => whom && overlaps(span, statement.span))
      ? 2.4
      : 0) +
    (sharesWords(words, called, 2) ? 0.6 : 0) +
    (opens.test(words) && sharesWords(words.split(' ').slice(0, 3).join(' '), called, 1) ? 0.7 : 0) +
    (/^(?:tl;?dr|in (?:short|summary))\b/i.test(proposal.text.slice(passage?.span.start, statement.span.end))
      ? 1
      : 0) -
    (background.test(words) ? (proposes || (digest && bids(words)) ? 0.5 : 1.6) : 0) -
    (past.test(words) && !proposes ? 0.8 : 0) -
    (likened.test(words) ? 1.4 : 0) -
    (verbless.test(words) ? 1.2 : 0) -
    (besides.test(words) ? 3.5 : 0)
  const {level, evidence} = elements.summary
  const at = evidence.findIndex(({span}) => overlaps(span, statement.span))
  const score =
    0.5 * statement.score('summary') +
    clarity -
    1.2 * (itself ? Math.max(0, statement.penalty - 2.2) : statement.penalty) -
    0.1 * Math.max(0, length - usual) -
    (length < 7 ? 1 : 0) -
    (names(proposal, statement, ['date', 'effort']) ? 0.7 : 0) -
    (words.endsWith(' …') ? 3 : 0) +
    // Where the text sums itself up, there it says what it proposes.
    (at === 0 ? 1.8 : at === 1 ? 1.2 : at > 1 ? 0.4 : level === 'present' ? -0.8 : 0) +
    (digest ? 1.2 : 0) +
    (telling?.passage === first ? 0.6 : 0) +
    // A digest says first what it is about.
    (digest && opensSection({sections, passages}, statement) ? 1.5 : 0) -
    (passage?.kind === 'item' && !proposes ? 0.5 : 0) -
    (promises(heading, 'motive') ? (plainest.test(words) ? 0.7 : 1.4) : 0) +
    (proposes && ofProposal.test(heading) ? 1 : 0) -
    (apart.some((element) => promises(heading, element)) ? 1.2 : 0) -
    0.2 * Math.max(0, statement.score('progress')) -
    (3 * statement.span.start) / Math.max(1200, proposal.text.length)
  // Whether its words or its place say that it is what is proposed.
  const clear =
    !(goingOn.test(words) && !proposes) &&
    // How things are is not what is to become of them.
    !asItIs.test(heading) &&
    !(background.test(words.split(/[.!?] /)[0] ?? '') && !proposes && !(digest && bids(words))) &&
    (clarity >= 1.3 ||
      (clarity >= 0.6 && (score > 0.8 || digest)) ||
      (clarity > -0.9 &&
        (digest || statement.score('summary') > 1.5) &&
        score > 0 &&
        // An introduction begins far from what it comes to.
        (!/^introduction\b/i.test(heading) || sharesWords(words, called, 2))) ||
      (clarity > -1.2 && score > 2.2 && sharesWords(words, called, 1)))
  return {statement, words, length, score: score + (clear ? 1 : 0)}
}

/** Whether a statement is the first that its section says. */
function opensSection({sections, passages}: Outline, {tellings, span}: Statement): boolean {
  const section = passages[tellings[0]?.passage ?? 0]?.section ?? 0
  const first = passages.find((one) => one.section === section && one.sentences.length > 0)
  return sections[section] !== undefined && first?.sentences[0]?.span.start === span.start
}

/** "Add …", or "Adds …" with the document as the one who does it. */
function bids(words: string): boolean {
  return (
    startsWithVerb(words) ||
    startsWithVerb(words.replace(/^to /i, '')) ||
    startsWithVerb(words.replace(/^(\p{L}{2,}?)e?s\b/u, '$1')) ||
    startsWithVerb(words.replace(/^(\p{L}{2,}?)s\b/u, '$1')) ||
    /^(?:modif(?:y|ies)|change|redefine|deprecate|rename|rework|redesign|refactor|standardi[sz]e|unify|demote|require|clarify|simplify|retire|combine)s?\b/i.test(
      words
    )
  )
}

const apart = ['downside', 'objection', 'dialog', 'progress'] as const

/** What will be, or what it is for; "news reaches millions of people" says how the world is. */
const ongoing =
  /\b(?:will|would|shall|should|can|could|must|may|aims?|goal|plans?|wants?|intend|focus\w*|allows?|includes?|new|these|this)\b/i
/** Why it is needed, what there is already, or a guess. */
const reasoning =
  /^(?:this|it|that) is (?:necessary|needed|important|essential|because|due|why|required)\b|^(?:this|it|that) (?:should|will|would|could) (?:also )?(?:help|improve|benefit|make it (?:easier|simpler|faster))\b|\balready exist|^(?:perhaps|maybe|be it)\b/i

/** Whether the sentence after the one that says it goes on from it, and not to something else. */
function goesOn({clip, penalty, leans, score}: Statement): boolean {
  const {words} = clip(usual)
  return (
    penalty < 3 &&
    (leans || score('summary') > 1) &&
    (leans || ongoing.test(words) || outright.test(words) || bids(words)) &&
    !reasoning.test(words) &&
    !isAside(words) &&
    !ofDocument.test(words) &&
    !besides.test(words) &&
    !(background.test(words) && !outright.test(words)) &&
    !(past.test(words) && !outright.test(words)) &&
    (score('summary') > -1.5 || outright.test(words)) &&
    score('motive') < score('summary') + 4
  )
}

/** The sentence right after one, in the same passage. */
function followerOf({statements}: Source, statement: Statement): Statement | undefined {
  const passage = statement.tellings[0]?.passage
  return statements.find(
    ({kind, tellings, span}) =>
      kind === 'sentence' && tellings[0]?.passage === passage && span.start >= statement.span.end
  )
}

function sharesWords(words: string, title: readonly string[], least: number): boolean {
  const stems = stemsOf(words)
  return (
    title.filter((one) => stems.includes(one)).length >= Math.min(least, title.length) && title.length > 0
  )
}

/** Whether words say of themselves that they are only a part of it, or not what is proposed at all. */
function isPart(words: string): boolean {
  return partial.test(words) || negated.test(words) || ofDocument.test(words)
}

function isAside(words: string): boolean {
  return /^(?:please|see|for (?:more|further)|thanks?|note)\b|\b(?:above|below)\b|[:?]$/i.test(words)
}
