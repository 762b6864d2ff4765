import {startsWithVerb} from '../analysis/lexicon.ts'
import {stemsOf} from './cues-in.ts'

const deeds = String.raw`(?:been \w+ing|(?!need|feed|speed|proceed|exceed|succeed|embed)\p{Ll}+(?:ed|ied)|built|wrote|written|ran|run|made|done|got|begun|began|spent|held|led|found|given|gave|set|shown|taught|met|drawn|sent|sold|won|brought|put|chosen|grown|taken|seen|spoken|become|had)\b`
// Each word in one way only: what ends in “ly” is not listed besides.
const adverbs = String.raw`(?: (?:already|also|just|since|now|then|both|all|\p{Ll}{2,14}ly)){0,3}`
/** "We have built", "our team already ran", "I (Kim) asked". */
const ownDeed = new RegExp(
  String.raw`\b(?:we|i|our (?:\p{L}+ )?(?:team|group|company|organi[sz]ation|lab|members?|developers?)|(?:the |various |several |all |other )?(?:\p{L}+ )?(?:team(?: members)?|authors?|working group|volunteers)|(?:this|the|our) (?:[\p{L}-]+ ){0,3}(?:project|initiative|consortium|programme?|association|collective))(?: \([^()]{1,40}\))?(?:['’]ve| have| had)?${adverbs} ${deeds}`,
  'iu'
)
/** "has been implemented", "is live", "was merged". */
const done =
  /\b(?:ha(?:s|ve) (?:already |now |recently |since |previously |long )?been|(?:is|are|was|were)(?: (?:already|now|currently|mostly|fully|largely|nearly|almost|partly|partially|also))*) (?:implemented|built|completed?|done|finished|live|deployed|merged|released|launched|developed|created|tested|published|shipped|drafted|written|funded|approved|awarded|accepted|established|secured|collected|surveyed|interviewed|signed|introduced|added|set ?up|debated|reviewed|updated|resolved|fixed|confirmed|verified|piloted|\w+-tested|started|granted|submitted|presented|rewritten|extended|improved|measured|benchmarked|recruited|hired|elected|formed|founded|identified|translated|converted|prepared|merged|tracking|testing|building|developing|providing|collecting|available (?:at|on|here|in|as)|in progress|in the works|in (?:active )?development|in production|under ?way|underway|under (?:active )?development|in place|being (?:built|developed|implemented|tested|written|reviewed|prepared|discussed)|working on|ready|running|up and running|discussed)\b/iu
const inHand =
  /\b(?:wip|work[- ]in[- ]progress|(?:drafts?|demo|branch|prs?|pull requests?) (?:exists?|is (?:open|up|included|attached)|are (?:open|up))|prototypes?|proofs?[- ]of[- ]concept|poc|mvp|reference implementation|(?:we|I) have (?:an? |our |\p{Ll}+ )?demo|(?:draft|initial|working|experimental|existing|partial|preliminary|first|alpha|beta) (?:implementation|version|release|results?|draft|design|prototype|work)|implementation (?:is|has|was|pr)|so far|to date|already (?:have|has|\p{Ll}+ed|built|under|in|working|running|available)|currently (?:working|being|in|developing|building|testing|have)|secured|awarded|pledged|promised|received (?:a |the |\$|€|£|funding)|signed up|has agreed|have agreed|has committed|have committed|has offered|in kind|progress(?:ed)?|benchmarks? show)\b/iu
/** What happens to somebody, or in their heads: nothing was done by it. */
const unwitting =
  /\b(?:we|i)(?:['’]ve| have| had)?(?: \w+ly| also| all| long| often| just)? (?:seen|saw|looked|found (?:a|an|that|out|it)|witness\w*|notic\w*|reali[sz]\w*|come|came|expect\w*|recommend\w*|opt(?:ed)?|slipped|observ\w*|experienc\w*|heard|felt|wanted|needed|struggl\w*|suffer\w*|faced|encounter\w*|lost|failed|believ\w*|grown|grew|become|became|loved|enjoyed|liked|considered|assumed|feared|hoped|missed|mentioned|been bothered|been (?:\w+ing )?(?:considering|asking|wondering|planning)|argued|(?:been )?(?:talking|thinking|dreaming|wondering) (?:about|of)|been (?:a|an|doing|using|programming|coding|interested|fascinated|fans?)|had (?:always|a(?! (?:few |couple of |number of )?(?:conversations?|meetings?|calls?|discussions?|chats?)\b)|the|no|to|also)|prospered|taken (?:\w+ )?(?:classes|courses)|learn(?:ed|t)|stud(?:ied|y)|participated|took part|graduated)\b|\bI(?:['’]ve| have)(?: also)? (?:used|worked (?:as|at|for|with)|programmed)\b|\b(?:a|an|some|of) (?:example\/)?(?:proofs?|prototypes?) (?:which|that|of) are\b/i
const ofWorld =
  /\b(?:generally|people have|society|nothing|unmaintained|stalled|abandoned|outages?|has not kept|no longer|unfortunately|never|failed to|missing|lack(?:s|ing)?|did not have time|unable to|out of date|in general|in recent years|increasing(?:ly)?|most (?:of the )?(?:models?|users?|people|projects?)|no one|nobody|none of|previously stated|as (?:stated|mentioned|described))\b/i
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

/** "Were done by Sam": by whom, where it is not the author. */
const named = /\b(?:done|implemented|built|written|developed|drafted|designed|reviewed|led) by \p{Lu}/u

/** "If we have fixed a bug", "we will have fixed it", "we have been annoyed by it": nothing that was done. */
const supposed =
  /^(?:if|unless|whether|suppose|once)\b|\bbeen (?:bothered|frustrated|annoyed|plagued)\b|\b(?:will|would|shall|should|might) have\b|\bmeans that\b/i
/** Of the text itself: "let me show what we have done", "I will not discuss …", "below are …", "you can read more …". */
const ofText =
  /\blet me\b|^you (?:can|may|will)\b|\bas (?:I|we) (?:have )?(?:argued|said|mentioned|described|shown|discussed)\b|\b(?:won['’]t|will not|do not|don['’]t) (?:discuss|go into|cover|describe)\b|\bbelow (?:are|is)\b|\bliterature (?:search|review)\b/i
/** What somebody knows, or has learned: a curriculum vitae tells of no progress. */
const skilled =
  /\b(?:received|holds?|obtained|earned|pursuing) (?:the |an? |his |her |my )?(?:ph\.?d|doctorate|degree|master|bachelor)|\bI (?:was|am) (?:an? |the )?(?:\w+ ){0,2}(?:fellow|student|intern|developer|engineer|researcher|designer|freelancer)\b|\b(?:is|are|am) an? (?:\w+ ){0,2}(?:designer|developer|engineer|researcher|student|custodian|expert|professional|contributor)\b|\byears? (?:of )?experiences?\b|\bexperiences? (?:on|in|with|of)\b|\b(?:rich|in-depth|deep|extensive|strong|solid) (?:\w+ ){0,3}(?:accumulation|experiences?|understanding|knowledge|background)\b|\bwhen I was\b|\bI got (?:a|my)\b|\bI (?:had |have )?(?:started|began|completed) [^.]{0,60}\bcourses?\b|\bmajor contributors to\b/i

/** "The initial server was done as an example", "in the stated objective": of what was there before. */
const before =
  /^(?:in the past|historically|traditionally|originally),? (?:when|whenever|the|it|there)\b|^(?:the|its|our) (?:initial|original|existing|previous|stated|old|earlier) (?!(?:results?|findings?|tests?|experiments?|measurements|feedback|reactions?|proposal|rfc|draft|version|implementation|prototype|release)\b)/i
/** "Together, they form …", "I have finished one about …", "for that room": nobody sees of what. */
const dangling =
  /^\p{Lu}\p{Ll}+, (?:they|it|he|she)\b|\b(?:finished|built|made|written|completed|developed|done) one (?:about|for|with|in|on|of)\b|\bfor (?:that|those) (?!(?:who|which|that)\b)\p{Ll}+|\bhave some sense of\b/iu

/** Told as done by those whose effort it is, not as the state of the world. */
export function plainnessOfProgress(words: string, subject: ReadonlySet<string>): number {
  if (supposed.test(words) || ofText.test(words) || skilled.test(words) || dangling.test(words)) return none
  const deed = unwitting.test(words) ? undefined : ownDeed.exec(words)
  const happened = done.exec(words)
  const made = happened !== null || inHand.test(words)
  // What was done with something else is news of the world.
  const theirs = made && !own.test(words) && !stemsOf(words).some((stem) => subject.has(stem))
  const told = deed ? 1.2 : made ? (theirs ? 0 : 0.8) : -1.6
  const to = future.exec(words)
  // What was done may well lead to something that will be.
  const later = to !== null && to.index > Math.min(deed?.index ?? to.index, happened?.index ?? to.index)
  return (
    told +
    (own.test(words) ? 0.3 : named.test(words) ? 0 : -0.4) -
    (to ? (later ? 0.4 : 1.3) : 0) -
    (ofWorld.test(words) || before.test(words) ? 1.2 : 0) -
    (being.test(words) && !deed ? 1 : 0) -
    (standing.test(words) || introducing.test(words) ? 1.2 : 0) -
    (wishing.test(words) ? 1.2 : 0) -
    // "Release the data set" is still to be done.
    (startsWithVerb(words) ? 1 : 0)
  )
}

/** Nothing of what was done, whatever heading it stands under. */
const none = -5

const wishing =
  /\b(?:we|I) (?:also |strongly |firmly )?(?:are (?:confident|sure|happy|committed|proud)|expect|consider|recogni[sz]e|understand|need|want|believe|think|hope|wish|would|could|should|propose|recommend)\b/i
