import {startsWithVerb} from '../analysis/lexicon.ts'
import type {CueClass} from '../analysis/model/cue-phrases.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import {cuesIn, stemsOf} from './cues-in.ts'

// A sentence may stand in the passage that proves an element, and yet not be the one that tells it: what follows is
// read off the words alone, and says how plainly they tell it to somebody who sees nothing else.

/**
 * How plainly words tell an element by themselves, in log-odds; below 0 where they tell something else.
 * @param subject the stems of what the document is about
 */
export function plainness(
  words: string,
  element: TrustElement,
  subject: ReadonlySet<string> = new Set()
): number {
  if (element === 'progress') return plainnessOfProgress(words, subject)
  if (element === 'downside') return plainnessOfDownside(words, subject)
  if (element === 'ask') return offering.test(words) ? -3 : asking.test(words) ? 0.5 : -1.5
  if (element === 'work')
    return formality.test(words) || behaving.test(words) ? -2 : isDoing(words) ? 0 : -1.6
  if (
    element === 'motive' &&
    /\bI (?:\w+ly )?(?:participated|learned|studied|grew|worked|was|am)\b|\bpassionate\b|\byears of\b|^(?:our|the) team\b|^(?:our|the) (?:\w+ )?(?:community|company|organi[sz]ation|foundation) (?:is|has|was)\b|^as an? (?:[\w-]+ ){1,3}?I\b|\bwe (?:will|are going to) (?:be )?us(?:e|ing)\b|\bwe recommend that\b|\bone exception to\b/i.test(
      words
    )
  )
    return -1.2
  const wanted = telltale[element]
  return wanted === undefined || cuesIn(words).some((one) => wanted.includes(one)) ? 0 : -0.9
}

/** Words by which somebody is asked for something. */
const asking =
  /\b(?:please|ask(?:s|ing)?(?: for| you| that)?|request(?:s|ed|ing)?|seek(?:s|ing)?|look(?:s|ing)? for|need(?:s|ed)? (?:your|you|a|an|the|some|more|at least|help|\d)|invite|urge|demand|call(?:ing)? (?:on|for|upon)|we (?:hope|expect|want|would like) (?:that )?(?:you|the \w+) (?:to|will)|would you|could you|can you|sponsor|donate|volunteer|sign|vote|approve|approval|apply|contribute|join us|help us|help with|support (?:us|our|from|needed)|total|budget requested|funding (?:of|request\w*)|amount requested)\b/i
const offering =
  /^(?:if you|we (?:have|had|are|built|truly|believe))\b|^we will (?:also )?provides?\b|\bno\b[^.;]*\brequested\b|^(?:owner|author|status|deadline|date)\s*:|\b(?:we are (?:committed|happy|proud)|any questions|for more information|feel free|we want you to be)\b/i
/** What every grant delivers besides. */
export const formality =
  /^(?:\d\w?\.?\s*)?(?:license|documentation|testing(?: guide)?|docker(?:file| image)?|article|tutorial|unit tests?)\b.{0,40}(?::|;|$)/i

/** What a part of the thing does: "Search agent: adds …". */
const behaving =
  /^[^:]{3,60}: (?:adds|provides|allows|enables|supports|ensures|handles|manages|generates|creates|lets|helps|stores|returns|shows|sends)\b|\b(?:users?|customers?|clients?|developers?|owners?) (?:can|will be able|may|could)\b|\bwill (?:gain|return|emit|throw|behave)\b/i

/** Words that say that something is to be done, by somebody or in some order. */
const doing =
  /\b(?:we|I|team|group|maintainers?|volunteers?|owners?|contractors?|students?|committee|council|foundation|engineers?|developers?|@[\w-]+)(?:['’]ll| will| would| shall| plan| plans| need| must| should| am| are| is| can)\b|@\w|\b(?:milestones?|deliverables?|phases?|stages?|weeks?|months?|tasks?|steps?|sprints?|roadmap|responsible|to be (?:done|built|written|implemented|completed|added|developed)|(?:will|must|should) (?:be|need|have to))\b|[;:]/i

function isDoing(words: string): boolean {
  return startsWithVerb(words) || /^\p{Lu}\p{Ll}+(?:ing|ion|ment)\b/u.test(words) || doing.test(words)
}

const telltale: Partial<Record<TrustElement, readonly CueClass[]>> = {
  motive: ['problem', 'purpose', 'benefit'],
  reward: ['benefit'],
  effort: ['effort'],
  resources: ['money', 'resource'],
  timeframe: ['schedule']
}

const deed = String.raw`(?:been \w+ing|\p{Ll}+(?:ed|ied)|built|wrote|written|ran|run|made|done|got|begun|began|spent|held|led|found|given|gave|set|shown|taught|met|drawn|sent|sold|won|brought|put|chosen|grown|taken|seen|spoken|become|had)\b`
// Each word in one way only: what ends in “ly” is not listed besides.
const adverbs = String.raw`(?: (?:already|also|just|since|now|then|both|all|not yet|\p{Ll}{2,14}ly)){0,3}`
/** "We have built", "our team already ran". */
const ownDeed = new RegExp(
  String.raw`\b(?:we|i|our (?:\p{L}+ )?(?:team|group|company|organi[sz]ation|lab|members?|developers?)|(?:the |various |several |all |other )?(?:\p{L}+ )?(?:team(?: members)?|authors?|working group|volunteers))(?:['’]ve| have| had)?${adverbs} ${deed}`,
  'iu'
)
/** "has been implemented", "is live", "was merged". */
const done =
  /\b(?:ha(?:s|ve) (?:already |now |recently |since )?been|(?:is|are|was|were)(?: (?:already|now|currently|mostly|fully|largely|nearly|almost|partly|partially|also))*) (?:implemented|built|completed?|done|finished|live|deployed|merged|released|launched|developed|created|tested|published|shipped|drafted|written|funded|approved|awarded|accepted|established|secured|collected|surveyed|interviewed|signed|available (?:at|on|here|in|as)|in progress|in (?:active )?development|in production|under ?way|underway|under (?:active )?development|in place|being (?:built|developed|implemented|tested|written|reviewed|prepared|discussed)|working on|ready|running|up and running|discussed)\b/iu
const inHand =
  /\b(?:prototypes?|proofs?[- ]of[- ]concept|poc|mvp|reference implementation|(?:draft|initial|working|experimental|existing|partial|preliminary|first|alpha|beta) (?:implementation|version|release|results?|draft|design|prototype|work)|implementation (?:is|has|was|pr)|so far|to date|already (?:have|has|\p{Ll}+ed|built|under|in|working|running|available)|currently (?:working|being|in|developing|building|testing|have)|secured|awarded|pledged|promised|received (?:a |the |\$|€|£|funding)|signed up|has agreed|have agreed|has committed|have committed|has offered|in kind|progress(?:ed)?|benchmarks? show)\b/iu
/** What happens to somebody, or in their heads: nothing was done by it. */
const unwitting =
  /\b(?:we|i)(?:['’]ve| have| had)?(?: \w+ly| also| all| long| often| just)? (?:seen|saw|looked|found (?:a|an|that|out|it)|witness\w*|notic\w*|reali[sz]\w*|come|came|expect\w*|recommend\w*|opt(?:ed)?|slipped|observ\w*|experienc\w*|heard|felt|wanted|needed|struggl\w*|suffer\w*|faced|encounter\w*|lost|failed|believ\w*|grown|grew|become|became|loved|enjoyed|liked|considered|assumed|feared|hoped|missed|mentioned|been (?:a|an|doing|using|programming|coding|interested|fascinated|fans?)|had (?:always|a|the|no|to|also)|prospered|taken (?:\w+ )?(?:classes|courses)|learn(?:ed|t)|stud(?:ied|y)|participated|took part|graduated)\b|\bI(?:['’]ve| have)(?: also)? (?:used|worked (?:as|at|for|with)|programmed)\b|\b(?:a|an|some|of) (?:example\/)?(?:proofs?|prototypes?) (?:which|that|of) are\b/i
const ofWorld =
  /\b(?:generally|people have|society|nothing|unmaintained|stalled|abandoned|outages?|has not kept|no longer|unfortunately|never|failed to|missing|lack(?:s|ing)?|did not have time|unable to|out of date|in general|in recent years|increasing(?:ly)?|most (?:of the )?(?:models?|users?|people|projects?)|no one|nobody|previously stated|as (?:stated|mentioned|described))\b/i
/** "Wagtail already has a definition": of what there is, not of what was done. */
const being =
  /\b(?:already|currently) (?:ha[sd]|have|supports?|provides?|exists?|uses?|offers?|contains?|includes?|does|do|allows?|a|an|the|being used|available)\b/i
const future =
  /\b(?:will|would|shall|should|could|might|may|must|need(?:s|ed)? to|ha(?:s|ve) to|plans? to|planned to|going to|aims? to|intends?|we hope|proposes?|proposed|if|wants? to|wish(?:es)? to|after the finish|verif(?:y|ies) that|checks that|tests that|(?:we|you|they|it|I)['’]ll|can be)\b/i
const standing =
  /\b(?:inventor|founder|co-?founder|ceo|cto|implementor) of\b|\b(?:my|our) (?:motivation|interest) (?:for|in|comes)\b|\b(?:years? of experience|rich experience|experienced?|expert(?:ise)?|degree|ph\.?d|graduated?|bachelor|master['’]?s|skilled|skills|background in|passionate(?:ly)?|familiar with|since (?:I was|my|the age)|university|professor|years old|when I was|high[- ]school|since childhood|programming|my own experience|courses?|classes|languages used|fellow|I was an?|won the|first (?:year|time)|my (?:first|hobby|studies|free time)|to develop (?:desktop|mobile) applications|apps? that (?:is|are) on)\b/i
/** Who somebody is: "is a provider of …", "we are a group of …". */
const introducing =
  /\b(?:is an?|we are an?|we['’]re an?|I am an?|I['’]m an?) [^.,;]{0,50}\b(?:based|provider|company|startup|studio|agency|group|team|collective|organi[sz]ation|cooperative|students?|developers?)\b/i
/** What is in hand, whoever did it. */
const own = /\b(?:we|our|us|I|my|this (?:proposal|project|rfc|work|effort|proof|implementation|grant))\b/i

/** Told as done by those whose effort it is, not as the state of the world. */
function plainnessOfProgress(words: string, subject: ReadonlySet<string>): number {
  const deeds = ownDeed.test(words) && !unwitting.test(words)
  const made = done.test(words) || inHand.test(words)
  // What was done with something else is news of the world.
  const theirs = made && !own.test(words) && !stemsOf(words).some((stem) => subject.has(stem))
  const told = deeds ? 1.2 : made ? (theirs ? 0 : 0.8) : -1.6
  return (
    told +
    (own.test(words) ? 0.3 : -0.4) -
    (future.test(words) ? 1.3 : 0) -
    (ofWorld.test(words) ? 1.2 : 0) -
    (being.test(words) && !deeds ? 1 : 0) -
    (standing.test(words) || introducing.test(words) ? 1.2 : 0) -
    (wishing.test(words) ? 1.2 : 0) -
    // "Release the data set" is still to be done.
    (startsWithVerb(words) ? 1 : 0)
  )
}

const wishing =
  /\b(?:we|I) (?:also |strongly |firmly )?(?:are (?:confident|sure|happy|committed|proud)|expect|consider|recogni[sz]e|understand|need|want|believe|think|hope|wish|would|could|should|propose|recommend)\b/i

/** Named as what it is: what is told as a risk is one. */
const namedRisk =
  /\b(?:risks?|risky|drawbacks?|downsides?|disadvantages?|trade-?offs?|caveats?|limitations?|obstacles?|hurdles?|challenges?|concerns?|cons)\b/i
const harm =
  /\b(?:break(?:s|ing|age)?|broken|fails?|failure|failing|los[es]|losing|loss|lost|delay(?:s|ed)?|burden|confus\w+|slow(?:er|s|ly|down)?|overhead|complex(?:ity)?|complicat\w+|incompatib\w+|vulnerab\w+|attack\w*|threat\w*|danger\w*|unsafe|damag\w+|harm\w*|costs?|costly|expensive|difficult\w*|harder|hard to|painful|frustrat\w+|churn|regress\w*|outages?|downtime|unclear|uncertain\w*|unknown|unlikely|impossible|unable|cannot|can['’]t|won['’]t|may not|might not|could not|not (?:yet )?(?:be |been |able|validated|guarantee\w*|enough|sure|possible|supported|available|work|solve|cover|address)|no (?:guarantee|longer|way|money|capacity)|lack(?:s|ing)?|insufficient|depend(?:s|ing|ent|ency)? (?:on|upon)|prevent\w*|conflict\w*|worse|worst|fear|afraid|worr(?:y|ied)|miss(?:es|ed|ing)?|extra work|additional work|more work|too (?:\w+)|verbose|duplicat\w+|disrupt\w*|abandon\w*|obsolete|only (?:a )?start|limited|weak\w*|error-prone|surpris\w+|unexpected|ambigu\w+|pitfall|price to pay|liabil\w+|responsibility|requires? (?:you|us|them|users|teams?|everyone)|time commitment|burn ?out|bias\w*|depart(?:s|ing) from|only (?:available|works?|supports?|consider\w*|covers?|has)|errors?|not (?:\w+ )?clear|inconvenien\w+|exclud\w+|first experience|(?:would|will|may|might) (?:then )?have to (?!be )|overruns?|(?:run|runs|running|ran) (?:over|out|late|short)|exceed\w*|forg[eo]t\w*|interfer\w+|discourag\w+|abuse\w*|misuse\w*|false (?:positive|negative)s?|fraud\w*)\b/gi
const possible =
  /\b(?:may|might|could|would|can|will|likely|potential(?:ly)?|possib(?:ly|le)|perhaps|if|unless|whether)\b/i
/** The gravest for its reader: what cannot be taken back, what costs money or sleep, what is called the main one. */
const grave =
  /\b(?:biggest|main|major|primary|most|serious\w*|severe\w*|significant\w*|critical\w*|substantial\w*|important|greatest|breaking|breaks?|fails?|failure|los[es]|loss|losing|security|vulnerab\w+|outages?|irrevers\w+|never|abandon\w*|collapse|dangerous|expensive|burden|all users|every (?:user|app|team)|financial)\b/i
const comforting =
  /\b(?:minimi[sz]e[sd]?|mitigat\w+|avoid\w*|alleviat\w+|reduc(?:e|es|ed|ing)|in order to|no (?:data loss|impact|risks?|drawbacks?|effect|downsides?|concerns?|disadvantages?|compatibility)|not (?:\w+ )?(?:an? )?(?:issue|problem|concern|breaking change|difficult|suffer|a risk)|outweigh\w*|advantages?|benefit\w*|improv\w+|rewarding|fascinating|we (?:believe|don['’]t think|do not expect|introduced)|shouldn['’]t|should not|should be (?:able|easy|fine|possible|trivial)|unlikely|rarely|solv(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)|easily|easier|enables?|helps?|ensures?|goal|aims?|propose)\b/i
const turning =
  /\b(?:but|however|although|though|while|yet|despite|even (?:if|though)|except|unfortunately|only)\b/i

/** Said to be none, or nothing to fear: "there are no security concerns", "existing users will not be affected". */
const negation = /\b(?:no|not|never|nor|without|few|little|zero|hardly)\b|n['’]t\b/gi
const feared =
  /\b(?:risks?|drawbacks?|downsides?|disadvantages?|concerns?|affect\w*|impact\w*|worr\w+|negative|harm\w*|break\w*|issues?|problems?|trade-?offs?|incompatib\w+|suffer\w*|hard|difficult\w*|conflicts?|overhead|effect|expect|be (?:too|very|so))\b/i

function denies(words: string): boolean {
  return Array.from(words.matchAll(negation)).some(({index, 0: no}) =>
    feared.test(words.slice(index, index + no.length + 48).split(/[.;]/)[0] ?? '')
  )
}

/** Of the text itself, and no word of what could go wrong. */
const aboutText =
  /\b(?:(?:is|are) (?:described|covered|explained|discussed|detailed|listed|addressed|out of scope)|explained below|see (?:above|below)|put together the following|this (?:section|goal is focused|document|proposal (?:covers|does not cover)))\b/i
/** How things are without it: what the proposal mends. */
const statusQuo =
  /\b(?:today|currently|at present|at the moment|existing|until now|so far|previously|in the past|nowadays|a recurring|is noted as|due to the limitations of)\b/i

/** A sentence that promises what the thing will do. */
const promising =
  /\bwill (?:also |then |only |now )?(?:show|display|list|provide|allow|let|support|include|offer|enable|be able to|contain|return|give|detect|report|flag|alert|warn|catch|reject|prevent)\b/i

/** Whether words name a harm that is not what the document is about. */
function namesHarm(words: string, subject: ReadonlySet<string>): boolean {
  return Array.from(words.matchAll(harm)).some(
    ([found]) => found.includes(' ') || !stemsOf(found).every((stem) => subject.has(stem))
  )
}

/** Told as what may go wrong or what it costs somebody, not as what is done about it; the gravest first. */
function plainnessOfDownside(words: string, subject: ReadonlySet<string>): number {
  // What is paid for is no risk.
  if (/[$€£]\s?\d/.test(words) && !namedRisk.test(words) && !grave.test(words) && !possible.test(words))
    return -1.6
  const named = namedRisk.test(words)
  const harmful = namesHarm(words, subject)
  const told = named ? 0.9 : harmful ? 0.5 : -1.9
  return (
    told -
    (/\b(?:I|we) will (?:also )?(?:continue|keep|work|proceed)\b/i.test(words) ? 1.6 : 0) +
    (named && harmful ? 0.3 : 0) +
    (harmful && possible.test(words) ? 0.3 : 0) +
    ((named || harmful) && grave.test(words) ? 0.5 : 0) -
    (!named && promising.test(words) && !turning.test(words) ? 1 : 0) -
    (comforting.test(words) ? (turning.test(words) || named ? 0.4 : 2) : 0) -
    (/\boutweigh/i.test(words) ? 2 : 0) -
    (denies(words) && !turning.test(words) ? 2.2 : 0) -
    (aboutText.test(words) ? 1.6 : 0) -
    (statusQuo.test(words) && !possible.test(words) ? 1 : 0)
  )
}
