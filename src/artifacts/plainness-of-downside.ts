import {startsWithVerb} from '../analysis/lexicon.ts'
import {stemsOf} from './cues-in.ts'

/** Named as what it is: what is told as a risk is one. */
const namedRisk =
  /\b(?:risks?|risky|drawbacks?|downsides?|disadvantages?|trade-?offs?|caveats?|limitations?|obstacles?|hurdles?|challenges?|concerns?|cons)\b/i
const harm =
  /\b(?:break(?:s|ing|age)?|broken|fails?|failure|failing|los[es]|losing|loss|lost|delay(?:s|ed)?|burden|confus\w+|slow(?:er|s|ly|down)?|overhead|complex(?:ity)?|complicat\w+|incompatib\w+|vulnerab\w+|attack\w*|threat\w*|danger\w*|unsafe|damag\w+|harm\w*|costs?|costly|expensive|difficult\w*|harder|hard to|painful|frustrat\w+|churn|regress\w*|outages?|downtime|unclear|uncertain\w*|unknown|unlikely|impossible|unable|cannot|can['’]t|won['’]t|may not|might not|could not|not (?:yet )?(?:be |been |able|validated|guarantee\w*|enough|sure|possible|supported|available|work|solve|cover|address)|no (?:guarantee|longer|way|money|capacity)|lack(?:s|ing)?|insufficient|depend(?:s|ing|ent|ency)? (?:on|upon)|prevent\w*|conflict\w*|worse|worst|fear|afraid|worr(?:y|ied)|miss(?:es|ed|ing)?|extra work|additional work|more work|too (?:\w+)|verbose|duplicat\w+|disrupt\w*|abandon\w*|obsolete|limited|weak\w*|error-prone|surpris\w+|unexpected|ambigu\w+|pitfall|price to pay|liabil\w+|responsibility|requires? (?:you|us|them|users|teams?|everyone)|time commitment|burn ?out|bias\w*|depart(?:s|ing) from|only (?:available|works?|supports?|consider\w*|covers?|has)|errors?|not (?:\w+ )?clear|inconvenien\w+|exclud\w+|first experience|(?:would|will|may|might) (?:then )?have to (?!be )|overruns?|(?:run|runs|running|ran) (?:over|out|late|short)|exceed\w*|(?:cause|lead to|run into|raise) (?:\w+ )?(?:issues|problems|trouble)|have to be (?:re\w+|changed|adapted)|not being (?:able|allowed)|forg[eo]t\w*|interfer\w+|discourag\w+|abuse\w*|misuse\w*|false (?:positive|negative)s?|fraud\w*)\b/gi
const possible =
  /\b(?:may|might|could|would|can|will|likely|potential(?:ly)?|possib(?:ly|le)|perhaps|if|unless|whether)\b/i
/** The gravest for its reader: what cannot be taken back, what costs money or sleep, what is called the main one. */
const grave =
  /\b(?:biggest|main|major|primary|most|serious\w*|severe\w*|significant\w*|critical\w*|substantial\w*|important|greatest|breaking|breaks?|fails?|failure|los[es]|loss|losing|security|vulnerab\w+|outages?|irrevers\w+|never|abandon\w*|collapse|dangerous|expensive|burden|all users|every (?:user|app|team)|financial)\b/i
const comforting =
  /\b(?:minimi[sz]e[sd]?|mitigat\w+|avoid\w*|alleviat\w+|reduc(?:e|es|ed|ing)|in order to|to prevent|to cover|(?:is|are|be) (?:already )?covered by|better than|because otherwise|(?:no|without) (?:delays?|errors?|conflicts?|overhead|loss)|no (?:data loss|impact|risks?|drawbacks?|effect|downsides?|concerns?|disadvantages?|compatibility)|not (?:\w+ )?(?:an? )?(?:issue|problem|concern|breaking change|difficult|suffer|a risk)|advantages?|benefit\w*|improv\w+|rewarding|fascinating|we (?:believe|don['’]t think|do not expect|introduced)|shouldn['’]t|should not|should be (?:able|easy|fine|possible|trivial)|unlikely|rarely|solv(?:e|es|ed|ing)|resolv(?:e|es|ed|ing)|easily|easier|enables?|helps?|ensures?|goal|aims?|propose)\b/i
const turning =
  /\b(?:but|however|although|though|while|yet|despite|even (?:if|though)|except|unfortunately|only)\b/i
/** The same, for what is said to be none: "no challenge, since little of it is used" turns nothing. */
const turningAway =
  /\b(?:but|however|although|though|while|yet|despite|even (?:if|though)|except|other than|unfortunately|the only|at the moment)\b/i

/** Said to be none, or nothing to fear: "there are no security concerns", "existing users will not be affected". */
const negation = /\b(?:no|not|never|nor|without|few|little|zero|hardly)\b|n['’]t\b/gi
const feared =
  /\b(?:risks?|drawbacks?|downsides?|disadvantages?|concerns?|challenges?|obstacles?|hurdles?|weaken|affect\w*|impact\w*|worr\w+|negative|harm\w*|break\w*|issues?|problems?|trade-?offs?|incompatib\w+|suffer\w*|hard|difficult\w*|conflicts?|overhead|effect|expect|be (?:too|very|so))\b/i

function denies(words: string): boolean {
  return Array.from(words.matchAll(negation)).some(
    ({index, 0: no}) =>
      // What is not covered is a limit.
      !/^ (?:address|cover|solve|handle|fix|mitigate|prevent)\b/i.test(words.slice(index + no.length)) &&
      feared.test(words.slice(index, index + no.length + 48).split(/[.;]/)[0] ?? '')
  )
}

/** What is done about it, or why it does not matter: "to mitigate the risk of a leak". */
const curing =
  /\b(?:mitigat|reduc|avoid|prevent|lower|minimi[sz])\p{Ll}* (?:the |this |these |any |such )?(?:\p{Ll}+ )?(?:risks?|costs?|problems?|impact)\b|\b(?:not|n['’]t) have to (?:refund|pay)\b|\bis similar to (?:the )?existing\b|\bshould (?:decrease|drop|fall)\b/iu

/** What shall not happen, or may come one day: "it can be added in the future", "a low-risk choice". */
const harmless =
  /\b(?:low|lower|no|zero)[- ]risk\b|\breassure\b|\b(?:it|that|they|this|which|procedure|one)s? (?:can|could|may|might) (?:always |still |later |easily )?be (?:added|extended|relaxed|improved|revisited|rewritten|changed)\b|\bso (?:it is|it['’]s) unlikely\b|\bwith minimal (?:delays?|effort|impact|risk|overhead)|^(?:while|although|though) (?:this is )?(?:outside|out) (?:of )?the scope\b|\b(?:does|do|did|will|would|should)(?: not|n['’]t) (?:weaken|affect|impact|break|harm|suffer|worsen)\b|^the (?:intent|intention|purpose) of\b|^(?:I|we)(?:['’]ve| have) (?:provided|planned|reserved|set aside|included|allocated|added)\b/i
/** What was not chosen, and what that would have cost: "even if we used the old format, …". */
const unchosen =
  /(?:^|\beven |, )if (?:we|one) (?:had |were to )?(?:used?|adopt(?:ed)?|chose|choose|kept|keep|went|took|picked|introduced|relied|switched|implemented|supported|required|stuck|instead)\b/i
/** A rule that the proposal sets up, and what whoever breaks it pays: it works as meant. */
const ruling =
  /\bmay be (?:permitted|allowed|deleted|removed|archived|closed|revoked|granted|reused)\b|\b(?:entails?|incurs?|subject to|results? in|leads? to|punished (?:by|with)) (?:\p{Ll}+ )?(?:sanctions?|penalt(?:y|ies)|slashing|forfeit\w*)|\bonly (?:occurs?|happens?) (?:when|if)\b|\b(?:forfeits?|forfeited|(?:is|are|be|gets?) slashed)\b/iu
/** What nobody has to use: "an optional feature, not enabled by default". */
const optional =
  /\b(?:is|are) an? optional (?:feature|part|extension)|\b(?:not|n['’]t) enabled by default\b|\bdisabled by default\b/i
/** An argument for it: "their low use does not justify the cost". */
const arguing = /\b(?:do|does|did)(?: not|n['’]t) justify\b|\bno longer justif/i
/** What others are told to do: "Clients should check the length". */
const advising =
  /^(?:(?:the|all|both|most) )?(?:[\p{L}-]+ )?(?:clients?|servers?|users?|authors?|developers?|implementations?|implementers?|operators?|administrators?|admins?|maintainers?|reviewers?|contributors?|system|tool|app|application|platform|service) (?:should|must|may wish to|may want to|are (?:encouraged|advised|expected|recommended) to)\b/iu
/** Told of the proposal itself. */
const ofIt =
  /\b(?:what (?:I|we)(?:['’]m| am|['’]re| are) proposing|this (?:proposal|rfc|change|migration|redesign|plan)|the proposed \p{Ll}+) (?:\p{Ll}+ ){0,2}(?:adds?|makes?|requires?|will|would|may|might|could|does not|is|breaks?|changes|increases?|means|introduces?|complicates?|costs?)\b/iu
/** A demand on the thing itself: "This cannot be slow." */
const demanding =
  /^(?:this|it|the \p{Ll}+(?: \p{Ll}+)?) (?:cannot|can['’]t|must not|must|should not|mustn['’]t) be \p{Ll}+\W*$|^it is (?:crucial|vital|essential|imperative) (?:not )?(?:to|that)\b/iu
/** What a field of a form or a part of the thing is for: "Impact: what may break". */
const defining = /^[^.;]{2,40}? ?(?:[—–:]|--?(?= )) ?(?:what|which|how|who|whether|why)\b/i

/** "A more important challenge": than one that is not told. */
const compared =
  /\b(?:more \p{Ll}+|bigger|greater|similar|second|further|related|other) (?:challenges?|risks?|concerns?|problems?|issues?|drawbacks?|downsides?|obstacles?)\b|\b(?:challenge|risk|concern|drawback|downside|disadvantage)s? of this (?!proposal|rfc|project|change|approach|plan|redesign)/iu

/** Of the text itself, and no word of what could go wrong. */
const aboutText =
  /\b(?:we|I)(?: have|['’]ve)? (?:already|previously) (?:considered|discussed|addressed|covered)\b|\b(?:(?:is|are) (?:described|covered|explained|discussed|detailed|listed|addressed|out of scope)|explained below|see (?:above|below)|put together the following|this (?:section|goal is focused|document|proposal (?:covers|does not cover)))\b/i
/** How things are without it: what the proposal mends. */
const statusQuo =
  /\b(?:today|currently|at present|at the moment|existing|until now|previously|in the past|nowadays|a recurring|is noted as|due to the limitations of)\b/i
/** The same, whatever may come of it. */
const lasting =
  /^(?:an? (?:recurring|common|frequent|persistent|constant|long-standing)|the (?:lack|absence|current|existing|present))\b|\bwe have now\b|\b(?:limitation|drawback|problem|issue|disadvantage|downside)s? (?:in|of|with) the (?:current|existing|present)\b/i

/** A sentence that promises what the thing will do. */
const promising =
  /\bwill (?:also |then |only |now )?(?:show|display|list|provide|allow|let|support|include|offer|enable|be able to|contain|return|give|detect|report|flag|alert|warn|catch|reject|prevent)\b/i

/** "Fraud detection", "error handling": what is there against a harm. */
const remedied = /^ (?:detection|prevention|handling|protection|recovery|monitoring|disclosure|tracking)\b/i

/** Whether words name a harm that is not what the document is about. */
function namesHarm(words: string, subject: ReadonlySet<string>): boolean {
  return Array.from(words.matchAll(harm)).some(
    ({index, 0: found}) =>
      !remedied.test(words.slice(index + found.length)) &&
      (found.includes(' ') || !stemsOf(found).every((stem) => subject.has(stem)))
  )
}

/** An answer to a form's question, "Cost: fine", and what only announces the risks. */
const formal =
  /:\s{0,3}(?:fine|yes|no|ok(?:ay)?|none|low|n\/a)\.?$|^(?:the following (?:are|is)|risks?: the following|potential risks? that)\b|\bare the (?:key|main) risks\b/i

/** No risk, whatever heading it stands under. */
const never = -5

/** Told as what may go wrong or what it costs somebody, not as what is done about it; the gravest first. */
export function plainnessOfDownside(words: string, subject: ReadonlySet<string>): number {
  // What is paid for is no risk.
  if (/[$€£]\s?\d/.test(words) && !namedRisk.test(words) && !grave.test(words) && !possible.test(words))
    return -1.6
  if (formal.test(words) || /\boutweigh/i.test(words)) return never
  if (advising.test(words) || demanding.test(words) || defining.test(words)) return never
  if (harmless.test(words) && !/\b(?:but|however|except)\b/i.test(words)) return never
  if (arguing.test(words)) return never
  const named = namedRisk.test(words)
  const harmful = namesHarm(words, subject)
  const told = named ? 0.9 : harmful ? 0.5 : -1.9
  return (
    told -
    (/\b(?:I|we) will (?:also )?(?:continue|keep|work|proceed)\b|^(?:we|I) (?:anticipate|expect) /i.test(
      words
    ) && !named
      ? 1.6
      : 0) -
    // How a part of it answers, and what is planned, is no risk.
    (!named && /^(?:if (?:`|called|the user)|depending on\b)/i.test(words) ? 1.4 : 0) -
    (!named && /^(?:we|I) (?:intend|plan|want|would like|['’]d like) to\b/i.test(words) ? 2 : 0) -
    (!named && startsWithVerb(words) ? 1.8 : 0) -
    // "Evaluate risks" is work to be done.
    (/^(?:evaluate|assess|identify|determine|investigate|explore|review|decide|consider)\b/i.test(words)
      ? 1.6
      : 0) +
    (named && harmful ? 0.3 : 0) +
    (harmful && possible.test(words) ? 0.3 : 0) +
    ((named || harmful) && grave.test(words) ? 0.5 : 0) +
    ((named || harmful) && ofIt.test(words) && !curing.test(words) ? 1.2 : 0) -
    (!named && promising.test(words) && !turning.test(words) ? 1 : 0) -
    (comforting.test(words) ? (turning.test(words) || named ? 0.4 : 2) : 0) -
    (denies(words) && !turningAway.test(words) ? 2.2 : 0) -
    (aboutText.test(words) ? 1.6 : 0) -
    (compared.test(words) ? 1 : 0) -
    (unchosen.test(words) ? 2.5 : 0) -
    (!named && (ruling.test(words) || optional.test(words)) ? 1.8 : 0) -
    (curing.test(words) && !turning.test(words) ? 2 : 0) -
    (lasting.test(words) ? 1.8 : statusQuo.test(words) && !possible.test(words) ? 1 : 0)
  )
}
