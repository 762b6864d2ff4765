import {wordCount} from './clip.ts'
import {stemsOf} from './cues-in.ts'
import {isLostLink} from './lost-links.ts'

// Whether words stand on their own: whoever reads them in an artifact does not see what was said before them.

const leaning =
  /^["“'(]*(?:if (?:it|so|one|they|this|that|not)\b|be it|it|its|that|these|those|they|their|them|he|she|his|her|both|such|here|similar(?! to\b)|similarly|(?:first|second|secondari|third|last)ly|there(?= (?:is|are) (?:also|no such|another))|the former|the latter|the (?:one|only) exception\b(?! to)|another|others?(?! than\b)|one of (?:these|them|those)|some of (?:these|them|those)|all of (?:these|this|them)|each of (?:these|them)|the same|this(?= (?:is|was|will|would|can|could|may|might|should|means|has|had|also|makes|allows|enables|leads|helps|gives|includes|way|one|kind|sort|would|in turn|then|requires|results|step|part|section|list|table|situation|problem|issue|list|latter)\b)|yes|no|not that|not (?:yet|really|at all)|otherwise|then|doing so|for that|to do (?:this|so|that)|in (?:this|that|these|those|such) (?:case|way|cases|situations?)|with (?:this|that|these)|because of (?:this|that)|by doing|if so|as such|like(?:wise)?|even (?:then|so)|after (?:that|this)|since then|from there|on the other hand|on the contrary|in contrast|conversely|alternatively|rather|yet|nor|or|and|but|so(?! far\b)|because|which|who|where|i\.e|e\.g)\b/i
/** "It is clear that", "It would be useful to": no word before it is meant. */
const expletive =
  /^it(?:['’]s| is| was| would be| may be| can be| could be| will be| has been| seems| is also)(?: (?:also|not|very|so|quite|almost|often|still|thus|therefore|therefore|now|highly|currently|generally|\w+ly)){0,3} (?:an? (?:\w+ )?(?:good|bad|great|shame|pity|honou?r|challenge|challenging|common|well-known|matter)|the (?:case|intent\w*|goal|aim|hope)|our (?:\w+ )?(?:hope|aim|goal|intent\w*|belief)|time|up to|clear|unclear|apparent|obvious|evident|important|possible|impossible|hard|harder|easy|easier|necessary|unnecessary|useful|helpful|common|uncommon|likely|unlikely|difficult|better|best|worth\w*|essential|crucial|critical|vital|imperative|primordial|known|well known|understood|true|expected|estimated|recommended|proposed|planned|assumed|hoped|believed|agreed|noted|anticipated|reasonable|unreasonable|safe|unsafe|nice|tempting|unfortunate|natural|rare|usual|typical|customary|sufficient|enough|desirable|feasible|infeasible|required|argued|challenging|cumbersome|tedious|trivial|non-trivial|nontrivial|beneficial|imprudent|wise|unthinkable|inconceivable)\b[^.;:]*? (?:that|to|for|how|if|whether|when|what)\b|^it (?:takes|seems|appears)\b/i
const pointing =
  /\bhere[.)]*$|\b(?:above|below|as follows|the following|aforementioned|previous(?:ly)? (?:section|paragraph|mentioned|described)|this section|the next section|see (?:here|the|also)|listed here|(?:table|figure|fig\.) \d|former|latter|these (?:\w+ )?(?:issues|problems|changes|steps|points|options|cases|reasons)|the (?:first|second|third) (?:option|approach|case|one|problem|issue))\b/i

/** "We do need to handle it", "some people feel strongly about this", "in the other cases": of what was named before. */
const referring =
  /^(?:we|I) (?:would like|['’]d like|want) [^.]{0,60}\b(?:like|want) them\b|^\p{Lu}\p{Ll}{1,15}ing (?:this|that|these|those|them|it)\b|^(?:we|I|you|they|to that)\b(?:,| \p{Ll}{1,9}){0,5} (?:it|them|these|those)\b|^to that,|^not only (?:that|this|so)\b|^in practice,? (?:they|it|he|she)\b|^this (?:proposal|rfc|kep|document|pitch) (?:\w+ ){1,4}(?:them|it)\b|^(?:in |for |with )?(?:the|an?|some|most|many|all) (?:other|others|second|third|next(?! (?:\w+ )?(?:days?|weeks?|months?|quarters?|years?)\b)|same|above|referenced|former|latter|existing ones?)\b|\b(?:about|for|of|with|on|to|from|by|after|than|like|do|doing|does|did|see|around|in|mean|means|without|before|beyond|remedy|solve|address|fix|change|improve|avoid|achieve|support|handle|make|help|tackle|implement) (?:this|that|these|those|it|so)[.!]["”)]?$|\bthat (?:being|is to say)\b|\bof that \p{Ll}+/iu

/** "Where users might want to do this is …", "a specific example of this is …". */
const meant =
  /(?<!\b(?:motivation|purpose|goal|reason|benefit|downside|drawback|disadvantage|risk)s? (?:to |of |in |with )?)\b(?:do|doing|does|did|done|for|like) (?:this|these|those) (?:is|are|was|were|has|have|can|could|would|will|may|might|in|by|with|when|on|because|and|or|but|directly|manually|today)\b/i
/** "We believe that its impact …". */
const believed =
  /^(?:we|I)(?: also| strongly| firmly| all| truly)? (?:believe|think|hope|expect|feel|know)(?: that)? (?:its|it|they|their|these|those|such|this (?=(?:is|will|would|can|could|may)\b))\b(?! is \w+ (?:to|that)\b)/i
/** "There are other pieces", "a secondary goal", "a specific example": what they are beside was said before. */
const beside =
  /^(?:there (?:are|is) (?:also )?(?:other|more|further)|an? (?:second|secondary|third|further|additional|similar|related|specific (?:example|case|instance))|an example of)\b|^(?:two|three|four), /i

/** "We also asked": beside what was said before. */
const adding = /^(?:[\p{L}\d'’-]+ ){1,4}also\b(?! known)/u

/** "introduces such a concept", "have done so" */
const suchlike = /\bsuch (?:an? [\w-]{1,30}|[a-z]{2,30}s)[.!]?$|\b(?:done|did|does) so\b/i

/**
 * "Other tools, however, …", "we therefore rely on …", "in most cases …", "the problem they faced …", "… because these
 * are not kept": it answers or sums up what was said before it, or speaks of somebody named there.
 */
const answering =
  /^(?!however\b)[^.,;:]{3,60}, however,|^[^.,;:]{2,40} (?:is|are|was|were|will|would|can) however\b|^[^.,;:]{3,40} however,|^(?!it['’\s])[^.,;:]{1,40} (?:therefore|thus|hence)\b|^in (?:most|some|many|other|certain|all) (?:other )?(?:cases|situations|circumstances|instances)\b|^(?:among other|more (?:significantly|importantly)|on an? [\w-]+ (?:basis|level)|in conjunction|coupled|taken together)\b|^(?:this|that|these|those|it|they),|\bsince[,.]|\b(?:that|because|as|since|if|when|and|of|for|with|to|from|where|while|although) (?:these|those) (?:is|are|was|were|can|will|would|have|do|does|doesn|don|may|might|could|should|need|must)\b|^\w+ing so (?:long|much|many|often)\b|^the (?:[\w-]+ ){1,2}(?:they|it|he|she) \w/i

/** What a text calls itself or the thing it is about: whoever reads "this proposal" knows what is meant. */
const itself = String.raw`(?:[\w-]+ )?(?:proposals?|rf[cp]|RF[CP]s?|[KQ]EP|CFEP|MSC|pitch|projects?|redesign|grants?|years?|months?|weeks?|documents?|goals?|talk|changes?|features?|teams?|efforts?|platform|system|tool|app|application|library|package|repo|repository|website|site|course|workshop|event|programme?|study|research|thesis|petition|letter|initiative|community|organi[sz]ation|kind|sort|way)\b`
const verbs = String.raw`(?:is|are|was|were|will|would|can|won|does|doesn|may|might|should|must|could|has|had|also|means|makes|helps|leads|gives)\b`
/** After "that" these begin a clause: "to see to it that the …". */
const clause = `(?:an?|the|all|any|no|not|each|every|some|many|most|much|our|your|its|their|his|her|my|we|you|they|it|he|she|there|this|these|those|if|when|while|in|by|of|for|to|at|on|with|only|even|one|people|users|same|way|${verbs})`
/** "From this pool", "in that root state": of something named before, which is no longer there. */
const demonstrative = new RegExp(
  String.raw`(?<!\b(?:downside|drawback|disadvantage|limitation|risk)s? (?:of|to|with|in) )\b(?:(?:this|these|those) (?!${itself}|${verbs})(?=\p{L}{3,})|(?:in|of|to|from|with|for|by|on|at|into|under|behind|within|about) that (?!${clause})(?=\p{Ll})|(?:to|we|will|would|could|can) (?:remove|fix|change|use|handle|reduce|break|keep|drop|improve|realize|fill|close|bridge) that (?=\p{Ll})|that (?=(?:trap|problem|issue|case|reason|risk|approach|point|content|kind|sort|level|number|stage|pool|time|moment|day|process|information|data|list|decision|work)\b))`,
  'gu'
)
const pointingAtOnce = new RegExp(
  String.raw`^(?:(?:in|with|for|by|at|on|given) )?(?:this|these|those) (?!${itself}|${verbs})\p{L}{3,}`,
  'iu'
)
/** "This streamlines the process": whatever the verb, it is of something named before. */
const streamlines =
  /^this (?:(?:\p{Ll}+ly|also|often|not only|then) )?(?:cannot|(?:do(?:es)?|did|ca|could|wo|would|is|was|has|should)(?:n['’]t| not)|\p{Ll}{3,}s (?:the|an?|our|us|it|them|that|how|what|more|all|any|each|every|both|multiple|several|many|some|users?|developers?|people|you|your|no|to)\b)/iu

/** "Results in slower builds": of what was named before; among risks that is the proposal. */
const resulting = /^(?:results in|leads to|causes|forces|prevents) /i

/** Thanks, salutations, ways to ask more: kind, but not what a proposal tells. */
const courtesy =
  /^(?:(?:many |special |tremendous |a big )?thank|dear\b|hi\b|hello\b|to whom|sincerely|yours|best regards|kind regards|if you have (?:any )?(?:further )?questions|for more (?:information|details)|please (?:see|refer|find|note)|see\b|click|i hope (?:this|you)|looking forward)/i

/** "Our project has three key components.": it only announces what follows. */
const announcing =
  /\b(?:two|three|four|five|six|seven|several|multiple|various|a (?:few|couple of|number of)|some) (?:[\w-]+ ){0,2}(?:components?|parts?|goals?|aims|reasons?|steps?|ways?|things?|options?|areas?|phases?|stages?|questions?|points?|categories|types?|kinds?|pillars?|objectives?|use cases|examples?|approaches|changes|milestones|issues|problems|challenges|benefits|advantages|drawbacks|requirements|features)(?: \([^()]{1,40}\))?[.:]?$|\bas follows?[.:]?$|^there (?:are|is) (?:(?:two|three|four|five|several|some|many|a few|a number of) )?(?:main |major |good )?(?:reasons?|limitations|problems|issues|challenges|goals|motivations)\b[^,;:]{0,50}$/i

/**
 * Whether words go on from the sentence before them.
 * @param subject what the document is about; see `subjectOf`
 */
export function leansBack(words: string, subject: ReadonlySet<string>): boolean {
  return (
    subjectless.test(words) ||
    isPiece(words) ||
    isLostLink(words) ||
    opensLeaning(words) ||
    referring.test(words) ||
    meant.test(words) ||
    believed.test(words) ||
    beside.test(words) ||
    suchlike.test(words) ||
    answering.test(words) ||
    pointsBack(words, subject)
  )
}

/** Whether the first words of a sentence go on from the sentence before it. */
export function opensLeaning(words: string): boolean {
  return leaning.test(words) && !expletive.test(words)
}

/** Whether words only announce what follows. */
export function announces(words: string): boolean {
  return announcing.test(words)
}

/** Whether something is pointed at that was named before; what the document is about, its reader knows. */
function pointsBack(words: string, subject: ReadonlySet<string>): boolean {
  return Array.from(words.matchAll(demonstrative)).some(({index, 0: found}) => {
    const named = /^(?:[\p{L}-]+ )?[\p{L}-]+/u.exec(words.slice(index + found.length))?.[0] ?? ''
    const stems = stemsOf(named)
    // What it points at stands before it in the sentence.
    const before = new Set(stemsOf(words.slice(0, index)))
    if (stems.some((stem) => stem.length > 3 && before.has(stem))) return false
    // "15 people, although this number may grow"
    if (/^(?:number|amount|sum|figure)\b/.test(named) && /\d/.test(words.slice(0, index))) return false
    return (
      !/^th(?:is|ese|ose) /.test(found) ||
      /^(?:for|to|in|on|of|by|with|as|at|from|and|or|but|then|now|today)\b/.test(named) ||
      !stems.some((stem) => subject.has(stem))
    )
  })
}

/**
 * Whether the first words point at something, "This model is not ideal", and not at the proposal by its name. Among
 * risks that is the proposal nonetheless; among reasons it is whatever was told of before.
 */
export function opensPointing(words: string): boolean {
  return streamlines.test(words) || pointingAtOnce.test(words) || resulting.test(words)
}

/** An example of what was said before it. */
export const opensWithExample = /^\s*(?:for (?:example|instance)|e\.g\.)/i

/** "Are usually recorded": its subject was lost. */
export const subjectless = /^(?:[–—-]|(?:are|is|was|were|has|have|had)\b)/i

/** Marks that are left of a text that is no Markdown, such as a heading without its blank. */
const marks =
  /#{2,}\p{L}|\]\[\d*\]|^\[\d+\]|\s\[\d+\]\s*\p{Lu}|^\[!\w+\]|&(?:[a-z]+|#\d+);|(?<!\w):[a-z_]{3,}:(?!\w)|\{[^}]*@|\*\*|__|:\s[-*•]\s\p{L}/u

/** What is left of a sentence that was cut in two: `see \`..`, `) as a macro`, `"new and supported" status`, "(ex.". */
function isPiece(words: string): boolean {
  // "Haven`t" has a tick for an apostrophe.
  const odd = [/`/g, /(?<!\p{L})`|`(?!\p{L})/gu].every((tick) => (words.match(tick)?.length ?? 0) % 2 === 1)
  return odd || isLopsided(words) || /^(?:[)\]/]|["“]\p{Ll}|\(\))|(?<!\.)\.\.$/u.test(words)
}

/** "a)", "2)" */
const numbering = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{1,3}$/u

/** Whether a bracket has lost its other half, as where a sentence was cut at "(ex."; code, smileys and "a)" may hold one. */
export function isLopsided(words: string): boolean {
  const bare = words.replace(/`[^`]*`|[:;]-?[()]/g, '')
  const open: string[] = []
  for (const {index, 0: bracket} of bare.matchAll(/[([\])]/g)) {
    if (bracket === '(' || bracket === '[') open.push(bracket)
    else if (open.at(-1) === (bracket === ')' ? '(' : '[')) open.pop()
    else if (bracket === ']' || !numbering.test(bare.slice(Math.max(0, index - 4), index))) return true
  }
  return open.length > 0
}

/** Whether marks are left in words. */
export function holdsMarks(words: string): boolean {
  return marks.test(words)
}

/**
 * How badly words read that are taken out of their place, in log-odds; 0 where they read well.
 * @param tied whether what they go on from stands right before them
 */
export function penaltyOf(words: string, tied: boolean, subject: ReadonlySet<string>): number {
  let penalty = 0
  if (!tied && opensLeaning(words)) penalty += 2.2
  if (pointing.test(words)) penalty += 1.8
  if (!tied && adding.test(words)) penalty += 1
  if (/\bthe following(?: [\w-]+){0,2}[.:]?$/i.test(words)) penalty += 2
  if (pointsBack(words, subject)) penalty += 1.2
  if (announces(words)) penalty += 1.6
  if (!tied && (referring.test(words) || suchlike.test(words) || answering.test(words))) penalty += 1.2
  if (/\?["”']?$/.test(words)) penalty += 3
  if (courtesy.test(words)) penalty += 3
  if (marks.test(words)) penalty += 3
  if (isPiece(words)) penalty += 3
  if ((words.match(/["“”]/g)?.length ?? 0) % 2 === 1) penalty += 2.5
  if (/:$/.test(words)) penalty += 3
  const count = wordCount(words)
  if (count < 5) penalty += 1.2
  if (count > 32) penalty += 0.05 * (count - 32)
  if (/^\p{Ll}/u.test(words)) penalty += 0.8
  if (/^[–—-]|^\[(?!\w+\])/.test(words)) penalty += 3
  if (/^\(\p{Ll}/u.test(words)) penalty += 1.5
  if (/^[\w-]+: (?:true|false|\d)/.test(words)) penalty += 4
  if (/^(?:I|me|my)\b|\b(?:I am|I'm|I have been)\b/.test(words)) penalty += 0.3
  const letters = words.replace(/https?:\S+/g, '').replace(/[^\p{L}\s]/gu, '')
  if (letters.replace(/\s/g, '').length < 0.6 * words.replace(/\s/g, '').length) penalty += 1
  if (/[{}=<>]|\w\(\)|::/.test(words)) penalty += 0.8
  return penalty
}
