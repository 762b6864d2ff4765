import {cuesIn} from './cues-in.ts'

/** Who speaks. */
const introducing = /\bmy name is\b/i
/** A question, though without its mark: "how does the weather shape the songs of sailors". */
const asking =
  /^(?:how|why|what|when|where|who)(?: (?:and|or|and\/or) (?:how|why|what|when|where|who))? (?:do(?:es)?|did|is|are|was|were|can|could|should|would|will)\b/i
/** Said to be no matter: "this is no problem", "it would not be an issue", "it is not hard to prevent". */
const denied =
  /(?:n['’]t|\b(?:not|never|no longer|hardly)) (?:be |been )?(?:(?:an?|really|much of an?|necessarily|usually|currently|that|too|very) ){0,3}(?:problem|issue|concern|hard|difficult|harmful|big deal)\b|\bno (?:problem|issue|concern)s?\b|\b(?:is|are) (?:OK|fine)\b|\bnothing (?:unsafe|wrong|bad)\b|\b(?:not|n['’]t) (?:have to|need to|necessarily) be (?:bad|hard|difficult|a problem)\b/i
/** What a word means: "by plot, I mean …", "events here refer to …". */
const defining = /\b(?:(?:I|we) mean|refers? to|is defined as|is called|stands for|be confused with)\b/i
/** What is recommended is what is proposed. */
const recommending = /\bwe recommend (?:that|to|\w+ing)\b/i
/** A story of a user, which asks for a part of the thing. */
const story = /^as an? [^,]{2,60}, I\b/i
/** Of the text itself: "this talk will go over …", "two cases are discussed in …". */
const ofText =
  /^(?:(?:this|the|our|my) (?:talk|paper|document|section|presentation|session|course|workshop|rfc|article|post|essay|report|study) (?:will )?(?:also )?|(?:in this \p{L}+, )?(?:I|we) will (?:also )?)(?:go(?:es)? over|(?:cover|describe|discuss|introduce|present|outline|show|explore|explain|demonstrate|compare)s?|walk through|look at|see)\b|\b(?:is|are|was|were|been) (?:discussed|described|explained|outlined|covered|listed|detailed|documented|summari[sz]ed) (?:in|by|under|at|here|below|above)\b|\b(?:one|an) exception (?:to|is)\b/iu
/** What a thing is: "Haskell is a functional language". */
const definition =
  /^(?:the |an? )?[\w./'’()+` -]{2,60}? (?:is|are) (?:an?|one of the) (?:[\w-]+ ){0,6}?(?:network|ledger|protocol|language|platform|library|framework|tool|system|service|project|standard|method|technique|process|part|topic|field|set|suite|collection|format|mechanism|type|kind|form)\b/i
/** "The pika is a mammal that lives …": the same of anything, where the word before that is no want and no worth. */
const described =
  /^(?!there\b|it\b|this\b|that\b|one of\b|what\b|we\b|our\b|the (?:goal|aim|purpose|problem|reason|motiv\w+|idea)\b)(?:[\w./'’()+`-]+ ){1,9}?(?:is|are) (?:an?|the) (?!(?:[\w-]+ ){0,2}(?:needs?|problem|way|matter|lot|challeng\w+|concern|burden|pain|barrier|amount|opportunity|demand|desire|chance|step|priority|question|good|great|significant|growing|number|must|major|huge|idea|reason|goal|result|benefit|advantage|strong|clear|better|simple|necessary|essential|important|vital|key|first)\b)(?:[\w-]+ ){1,5}?(?:within|that|which|for|of|in|by|designed|used|based|to)\b/i
/** What is to be done, said as one tells a list of tasks, and not what for. */
const task =
  /^(?:verify|resolve|stabili[sz]e|add|implement|create|write|update|fix|move|define|investigate|integrate|publish|identify|document|set up|finish|complete|continue|design|develop|build|introduce|remove|replace|extend|expose|find|select|provide support) (?!.*\b(?:so that|so (?:we|users?|people|it|they)|in order to|to (?:make|help|allow|enable|reduce|avoid|ensure|improve|increase|encourage)|because|since|which)\b)/i
/** "There is no reason to require it": the end of an argument, of which it is no part. */
const concluded = /\bthere(?:['’]s| is) no (?:\w+ )?reason (?:for|that|why|to)\b/i
/** What others do: "most distributions build their packages themselves". */
const ofOthers =
  /^(?:there (?:is|are) (?:one|a|an|another|other|some) (?:\w+ )?(?:communit(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|languages?)\b|(?:most|some|many|several|other|peer)(?: (?:other|peer|large|big))? (?:peer )?(?:communities|companies|organi[sz]ations|languages|distributions|ecosystems|vendors|frameworks|libraries|projects)\b)|\b(?:organi[sz]ations|communities|companies|languages) (?:such as|like)\b/i
/** What was said in a meeting about it, and what its people have been at. */
const talkedOver =
  /\bon the call\b|\b(?:on|in|during|at) (?:today['’]s|yesterday['’]s|our last|the last) (?:[\w-]+ ){0,2}(?:call|meeting)\b/i
const busy = /\b(?:team|group|we|I)(?:['’]ve| have| has) been working\b/i
/** What spreads: "it has become one of the most used databases", "more and more teams are joining". */
const spreading =
  /\b(?:has|have) (?:\w+ )?(?:become|emerged as|grown into)\b[^.;]{0,40}\b(?:one of the|most|popular|standard|widely|leading|common)\b|\b(?:developers|teams|projects|companies)\b[^.;]{0,40} (?:are|is|have been|has been) (?:joining|growing|emerging|entering)\b|\bseen (?:massive|rapid|explosive|huge|exponential) growth\b/i
/** A name of one letter in code is one of an example. */
const ofExample = /`[a-z]`/i

/** What a part of it does for whom: "in our platform, users will be able to see …". */
const feature =
  /^(?:in|on|with) (?:our|the) (?:platform|app|application|system|website|site|tool|game)\b|^(?:the )?(?:users?|clients?|callers?|customers?|visitors?) (?:will be able to|can|will)\b/i
/** What is to be done, and not what for. */
const planned =
  /^(?:we|I)(?: also)?(?:['’]ll| will| would|['’]d)(?: also)? (?!like|love|want|prefer|need|be able|hope|never|not|miss|lose|have to|benefit|no longer)\w+|\bthe (?:current )?plan is\b|\bwill be (?:provid|implement|creat|develop|deliver|add|releas|writt|built|perform|conduct|made|done)\w*/i
/** What was done. */
const happened =
  /\b(?:has|have) been working\b|\b(?:we|I)(?:['’]ve| have)? (?:recently|already|just) (?:\w+ed|built|made|found)\b|\b(?:was|were|has been|have been) (?:implemented|released|merged|fixed|added|introduced|created|launched)\b/i
/** More and more of something: news of the world. */
const growing =
  /\b(?:has|have) (?:seen|experienced|witnessed|grown)\b[^.;]{0,60}\b(?:growth|increase|exponentially|rapid)|\b(?:number|popularity) of\b[^.;]{0,60}\b(?:is|has|have)(?: been)? (?:growing|increas\w+|grown)|\bmore and more\b|\brapidly? (?:growing|development|pace)\b/i
/** How things commonly are, or are already: true, and no reason for this. */
const common =
  /^[^.;]{1,45} (?:is|are) such that\b|\b(?:typically|commonly|generally|normally|traditionally)\b|^(?:usually|typical)\b|^there (?:is|are) already\b/i
/** Who they are, or what they use: nothing that drives them to it. */
const standing =
  /\bI (?:\w+ly )?(?:participated|learned|studied|grew|worked|was|am)\b|\bpassionate\b|\byears of\b|^(?:our|the) team\b|^(?:our|the) (?:\w+ )?(?:community|company|organi[sz]ation|foundation) (?:is|has|was)\b|^as an? (?:[\w-]+ ){1,3}?I\b|\bwe (?:will|are going to) (?:be )?us(?:e|ing)\b/i
/** Some verb that makes a sentence of words: what has none is a name or a heading. */
const verb =
  /\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|should|needs?|wants?|makes?|made)\b|['’](?:s|re|ve|d|ll|t)\b|\b(?:we|I|you|they|it|users?|people) \w+|\b\p{Ll}+(?:ed|[^s\W]s)\b/u

/** Words of harm and want: what a reason is often made of. */
const harm =
  /\b(?:lack\w*|missing|absen\w+|insufficient|inadequate|without|not(?! only)|no|cannot|never|unable|impossible|hard|harder|difficult\w*|challeng\w+|cumbersome|tedious|pain\w*|struggl\w+|complex\w*|complicated|confus\w+|inconsisten\w+|error[- ]prone|frustrat\w+|awkward|slow\w*|expensive|costly|inefficien\w+|burden\w*|barrier\w*|limit\w*|waste\w*|unclear|ambigu\w+|fragment\w+|duplicat\w+|manual\w*|bugs?|errors?|fail\w*|risk\w*|vulnerab\w+|threat\w*|danger\w*|suffer\w*|hinder\w*|prevent\w*|problem\w*|issue\w*|poor\w*|bad\w*|worse|wrong|break\w*|broken|surpris\w+|harm\w*|crisis|lost|lose|loss|delay\w*|outdated|obsolete)\b|n['’]t\b/i

/** How the world is, which seldom is the reason yet: "in the world of small boats, trim is one of the most important …". */
const worldly =
  /\b(?:is|are) (?:very |\w+ly )?(?:(?:one of the |an? (?:\w+ )?)(?:most|key|core|crucial|central|important|essential|vital|critical|popular|common)|central|crucial|key|paramount|essential|important|vital|common|popular)\b|^in (?:the world|today['’]s world|an? (?:world|era|age)|recent years)\b|^many (?:\w+ )?(?:people|users|developers) (?:use|want|like)\b/i

/** Whether words only tell how the world is, so that the reason comes after them. */
export function isPremise(words: string): boolean {
  return worldly.test(words) && !harm.test(words)
}

/** Whether words tell of harm or want. */
export function tellsHarm(words: string): boolean {
  return harm.test(words) && !denied.test(words)
}

/** Told as a reason: what is wrong, what is wanted, what it is good for; and not as what it is, does, or takes. */
export function plainnessOfMotive(words: string): number {
  if (
    denied.test(words) ||
    defining.test(words) ||
    story.test(words) ||
    introducing.test(words) ||
    asking.test(words) ||
    ofText.test(words) ||
    recommending.test(words)
  )
    return none
  const told = cuesIn(words).some((one) => one === 'problem' || one === 'purpose' || one === 'benefit')
  return (
    (told ? 0 : -0.9) -
    (standing.test(words) ? (told ? 1.2 : 0.3) : 0) -
    (definition.test(words) && !harm.test(words) ? 2.5 : 0) -
    (described.test(words) && !harm.test(words) ? 3 : 0) -
    (task.test(words) ? 5 : 0) -
    (concluded.test(words) ? 2.2 : 0) -
    (ofOthers.test(words) ? 5 : 0) -
    (ofExample.test(words) ? 3 : 0) -
    (talkedOver.test(words) ? 2.5 : 0) -
    (busy.test(words) ? 2.5 : 0) -
    (spreading.test(words) ? 5 : 0) -
    (feature.test(words) ? 1.3 : 0) -
    (planned.test(words) ? 1.3 : 0) -
    (happened.test(words) ? 0.7 : 0) -
    (common.test(words) ? 2.1 : 0) -
    (growing.test(words) && !harm.test(words) ? 0.6 : 0) -
    (verb.test(words) ? 0 : 2.2)
  )
}

/** No reason, whatever heading it stands under. */
const none = -5
