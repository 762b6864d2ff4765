/** Whom or what somebody learns, tests or meets by: a lesson of two hours is no effort, a test of 100 runs neither. */
const otherwise =
  /\b(?:agenda|participants? (?:will|learn)|learn(?:s|ed)?|founded|experience|graduat\w+|criteri\w+|tests? (?:that|should|must|will)|e2e|uptime|latency|timeouts?|retention|cach\w+|expir\w+|previously|last year|market cap|took|valid for|wall-clock|watts?|miles?|college address|evaluation|retrieved|accessed|until (?:the )?(?:value|request|call)|GA)\b/i
/** "Whether mentors take fees", "Perhaps we will even …": nothing that is settled. */
const undecided =
  /^(?:whether|if|how|what|which|why|who|when)\b|\b(?:perhaps|maybe|possibly)\b[^;]{0,20}\b(?:I|we)\b/i
/** What is only so if something happens, was so, is always so, or is so elsewhere. */
const elsewise =
  /^(?:(?:we|I) (?:(?:will|would|may|might|could) also|further|additionally)\b|deadline:|in the event\b|we should wait\b|in case\b|as (?:we|the (?:project|team)|our \w+|more)\b|once (?:admitted|accepted|approved)\b|be it\b|donations? of any|stage of completion\b|date:? \d|each (?:team|member|project)\b|according to\b|the (?:project )?timeline,|from the point of view\b|though\b|follow-?up\b|\[)|\b(?:CAGR|market (?:size|share|worth)|addressable|as we grow|when we grow|develop further|in the proposals? cycle|someone@|[\w.]+@[\w-]+\.\w+|will revert back|announced|arrested|sentenced|closing day|is a (?:weekly|monthly)|until they are|lunch|coffee break|at \d{1,2}(?::\d\d)? ?[ap]m|deadline for (?:proposals|applications|submissions)|is currently considered|(?:all (?:of )?)?the above)\b|\bopen[- ]?sourced?[.)]*$/i
/** What was spent or given before, or is there already; what a form allows at most; what documents are to hold. */
const elsewhen =
  /\b(?:has|have|had) (?:(?:not|already|so far|also|kindly|generously) )*(?:provided|received|given|paid|funded|granted|invested|spent|contributed|donated|raised)\b|\b(?:total|already) spent\b|\bcurrently (?:maintained|funded|staffed|run)\b|\b(?:days|weeks|months|years) ago\b|\b(?:for|over|in|during) the (?:past|last)\b|\bfor (?:work|efforts?) (?:already )?(?:completed|done)\b|\b(?:could|might|may) be (?:feasible|possible|considered|an option)\b|\bnot (?:currently )?looking for\b|\(max\b|\bsub-?sections?\b|\blong[- ]term vision\b|\bsubmission deadline\b/i
/** What is done first of more that is told elsewhere; a label of the method; choices that are only named. */
const leading =
  /^to (?:start|begin)(?: with)?, (?:we|I)(?:['’]ll| will)? focus\b|^(?:research )?methods?\s?:|^there are (?:a (?:number|couple|lot) of|several|many|various|multiple|two|three|some|other) (?:possibilities|options|ways|choices|approaches)\b/i
/** What sustains a thing once it is there, or ends what was there before: how long it is supported, when a setting goes. */
const kept =
  /`[^`]+`[^.;]{0,60}\b(?:will be|is|are) (?:\w+ )?(?:deprecated|removed|dropped)\b|\b(?:supported|maintained) for (?:a minimum of|at least|up to)\b|\bversions?\b[^.;]{0,60}\bsupported for\b/i
/** What is paid out of another purse. */
const elseward = /\busing other (?:money|funds?|funding|grants?|resources)\b/i
/** "To host one per all these platforms": of things that are named elsewhere. */
const named = /\b(?:all|each of|any of|both|every one of) (?:of )?these\b/i
/** "Given that the harbour is shut on Friday.": half a sentence. */
const halved = /^(?:given that|because|since|although|while|whereas)\b[^,.]{4,80}\. /i

/** Sections that say what is built, taught or measured, and not what it takes. */
const elsewhere =
  /\b(?:features?|requirements?|specification|agenda|programme|curriculum|syllabus|sessions?|talks?|graduation|criteria|test(?:s|ing)?(?: plan)?|use cases?|user stor(?:y|ies)|about|bios?|biograph\w+|experience|background|motivation|problem|alternatives?|findings|references|history|reach goals?|stretch goals?|future|nice[- ]to[- ]have|objectives|contact|student|license|feedback|faq|dissemination|outreach|publicity|sponsor\w* (?:categories|tiers|levels|packages))\b/i

/** Whether words, or the sections they stand in, tell something else than what it takes. */
export function isBesides(words: string, titles: readonly string[]): boolean {
  return (
    elsewise.test(words) ||
    undecided.test(words) ||
    otherwise.test(words) ||
    elsewhen.test(words) ||
    leading.test(words) ||
    kept.test(words) ||
    elseward.test(words) ||
    named.test(words) ||
    halved.test(words) ||
    titles.some((title) => elsewhere.test(title))
  )
}
