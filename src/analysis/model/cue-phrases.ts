import {idOf, stem} from './tokens.ts'

/**
 * Cue phrases by what they speak of. `|` parts phrases; words are matched by their stems, so that "risk" also
 * stands for "risks". They are features of the model, not rules: their weights are learned.
 */
const phrases = {
  problem:
    'problem|issue|pain|painful|pain point|difficult|difficulty|hard to|harder|cumbersome|tedious|error prone|confusing|confusion|frustrating|frustration|lack|lacking|lacks|missing|insufficient|inadequate|struggle|suffer|broken|fail to|fails to|failure|unable to|cannot|impossible|no way to|there is no|there are no|currently no|inconsistent|inefficient|outdated|limited to|bottleneck|unfortunately|gap|barrier|challenge|burden|shortcoming|deficiency|inconvenient|awkward|surprising|unclear|fragmented|time consuming|too many|too much|not enough|threat|danger|dangerous|unsafe|crisis|shortage|footgun|boilerplate|workaround|hack|forced to|have to|suboptimal',
  purpose:
    'motivation|motivate|motivated|because|in order to|so that|the goal|goal be|our goal|aim|aims to|aimed at|objective|purpose|need|needed|we need|need for|in need of|want|we want|would like|wish|desire|desirable|interest|interested in|passion|passionate|vision|mission|why|reason|rationale|opportunity|important|importance|essential|crucial|critical|use case|demand|growing|this proposal|address|solve|tackle|as a result|therefore',
  done: 'already|have already|we have built|we have developed|we have been|we have made|we have created|wehave|ihave|have implemented|have been implemented|have been working|implemented|completed|finished|done|merged|landed|released|shipped|prototype|proof of concept|poc|mvp|working implementation|reference implementation|initial implementation|draft implementation|existing implementation|experimental implementation|implementation pr|pull request|so far|to date|currently working|in progress|under way|underway|ongoing|started|began|previously|previous work|prior work|earlier work|past work|last year|over the past|since then|successfully|built on|builds on|builds upon|building on|based on our|follow up|continuation|phase 1 be|alpha version|beta version|first version|early version|status|current state|current status|experiment|experimented|measured|measurement|benchmark|we tested|tested|survey|surveyed|interviewed|secured|received|awarded|obtained|raised|funded by|supported by|agreed|committed to|pledged|accepted|approved|was accepted|was discussed|discussed|have been discussed|discussed in|presented at|collected|preliminary|published|have published|launched|deployed|live|in production|signed up|partnered|trial run|pilot run|wrote|we wrote|i wrote|developed|track record|years of experience|our experience|background|available at|our repo|fork of|demo|here is a prototype|initial version|progress|milestone reached|recap|update',
  risk: 'risk|risky|drawback|downside|disadvantage|con|cons|trade off|tradeoff|trade offs|tradeoffs|limitation|limit|caveat|concern|worry|challenge|obstacle|hurdle|blocker|cost|costly|expensive|overhead|burden|complexity|complex|complicated|break|breaking change|breakage|backwards incompatible|incompatible|source breaking|regression|slow|slower|slow down|slows|delay|could delay|overrun|may not|might not|could fail|may fail|might break|may break|could break|would break|uncertain|uncertainty|unknown|depend on|dependency on|threat|vulnerable|vulnerability|attack|abuse|misuse|negative|negatively|impact|unfortunately|however|increase complexity|maintenance burden|maintenance cost|maintain|learning curve|churn|disrupt|disruption|confusing|confusion|more work|extra work|additional work|additional complexity|adds complexity|difficult|harder|hard to|painful|verbose|loss of|lose|sacrifice|compromise|at the expense of|does not address|does not solve|not a panacea|worst case|false positive|migration|out of date|conflict|fail|failure|price|tax|ambiguous|ambiguity|pitfall|weakness|contra|liability|compile time|code size|binary size|duplication|surprise|unexpected|not perfect|imperfect|shortcoming',
  modal: 'may|might|could|would|can|possibly|potentially|potential|likely|unlikely|perhaps|probably|if',
  future:
    'will|shall|going to|plan to|plans to|intend to|intends to|wewill|be planned|planned|next step|next steps|to be done|todo|roadmap|aim to|expect to|propose to|upcoming|will be',
  schedule:
    'timeline|time line|schedule|deadline|duration|time frame|timeframe|calendar|due|due date|by the end of|end of|start of|beginning of|start date|end date|starting|until|no later than|within|over the next|next month|next year|next week|this year|this quarter|eta|estimated duration|estimated time|estimate|target date|first half|second half|weekly|monthly|quarterly|annually|per year|per month|gantt|sprint|semester|term|spring|summer|fall|autumn|winter|release cycle|date|milestone|kick off|kickoff|before the|go live|launch date',
  effort:
    'fte|full time|part time|half time|person month|man month|person day|man day|person week|hour per week|hours per week|hour a week|effort|level of effort|headcount|head count|team of|team size|staffing|workload|estimated effort|work week|engineer week|days of work|weeks of work|months of work|hours of work|man hours|number of people|two people|one person|three people|one developer|two developers|salary|hourly rate|per hour|capacity',
  task: 'task|milestone|deliverable|deliver|step|phase|stage|work item|work package|action item|to do|todo|implement|build|develop|write|create|design|test|document|documentation|deploy|migrate|refactor|research|organize|publish|integrate|set up|setup|add|remove|update|prepare|launch|review|tutorial|roadmap|plan|implementation plan|work plan|action plan|responsible for|responsibility|assigned to|assignee|owner|lead by|led by|rollout|roll out|subtask|checklist|backlog|sprint|next step',
  staged:
    'phase|phase 1|phase 2|phase one|first phase|second phase|milestone|milestone 1|milestone 2|stage|stage 1|step 1|step 2|step|iteration|first|second|third|finally|part 1|work package|sprint|week 1|week 2|month 1|tier|tiers|option a|option b|deliverable|work item|incrementally|increment|staged|gradual|gradually|in parallel|task|subtask|initially|module|alpha|beta|stable|ga|level|package',
  money:
    'budget|cost|costs|funding|fund|grant|money|price|pricing|fee|expense|salary|salaries|stipend|payment|pay|paid|compensation|invoice|sponsor|sponsorship|donation|donate|total|amount|requested|total cost|total costs|total budget|budget requested|financial|finance|dollar|euro|revenue|reimburse|reimbursement|travel|bounty|treasury|community pool|investment|invest|funded',
  resource:
    'resource|resources|hosting|server|hardware|equipment|infrastructure|machine|runner|access|access to|venue|space|room|license|subscription|material|supplies|staff|team member|reviewer|review capacity|reviewing|reviews|support from|team support|support needed|help from|time from|bandwidth|volunteer|volunteers|mentor|facility|laptop|catering|food|software|account|storage|dataset|need help|personnel|provided by|standard reviews|moral support|design meeting|headcount|supply|credits|domain|repo|repository|admin rights',
  ask: 'please|we ask|we are asking|asking|ask for|i ask|ask|request|we request|requesting|requested|call for|call on|call to action|we call on|we urge|urge|we invite|invite|looking for|seeking|seek|we seek|need your|we need you|help us|help wanted|join us|join|sign|sign up|sign the|apply|contact us|approve|approval|vote|vote yes|vote for|decide|decision|sponsor us|support us|your support|consider|would you|could you|can you|volunteer|contribute|recommend that|we recommend|propose that the|petition|demand|we would like|should approve|adopt|grant us|become a|submit|reach out|register|donate|total budget requested|funding request|request for|we want you|must|agree to|proposes that',
  invite:
    'feedback|comment|comments|discuss|discussion|suggestion|suggest|open question|open questions|unresolved question|unresolved questions|unresolved|open issue|open issues|question|questions|thoughts|your thoughts|your view|opinion|opinions|input|let us know|let me know|what do you think|contact|contact us|email|reach out|get in touch|welcome|feel free|happy to|to be decided|tbd|to be determined|to be discussed|should we|how should we|do we want|do we need|what should|is it|which|would it|what be|how do|are there|can we|we should discuss|open to|ideas|request for comment|not sure|unsure|undecided|needs discussion|talk to|questions or|still open|figure out|needs to be|resolved|remains to be|future work',
  benefit:
    'benefit|benefits|advantage|improve|improved|improves|improvement|better|easier|easy|simpler|simplify|faster|save|saves|saving|reduce|reduces|reducing|increase|enable|enables|enabling|allow|allows|allowing|help|helps|make it easier|makes it easier|make it possible|gain|value|valuable|impact|empower|opportunity|learn|useful|convenience|convenient|ergonomic|productivity|efficient|efficiency|safer|security|reliable|quality|growth|attract|visibility|exposure|reward|recognition|improve the experience|user experience|developer experience|more accessible|accessible|no longer|without having to|pro|pros|will be able to|able to|can now|contribute to|strengthen|confidence|clarity|less|fewer|takeaway|attendees will|participants will|audience|you will|insight|logo|positive impact|ecosystem|win',
  optout:
    'opt out|opt in|opt into|optional|optionally|pilot|trial|trial period|experiment|experimental|feature flag|feature gate|behind a flag|flag|unstable|nightly|preview|roll back|rollback|revert|reverted|revertible|disable|disabled|can be disabled|turn off|turned off|switch off|enabled by default|disabled by default|off by default|opt-in|opt-out|terminate|termination|cancel|cancellation|refund|refunded|stop|abandon|abandoned|withdraw|no obligation|not required|voluntary|at any time|review after|evaluate|reevaluate|re-evaluate|reconsider|revisit|if it does not work|if this does not|fallback|fall back|gradual|gradually|phased|incremental|deprecation|deprecated|sunset|escape hatch|backward compatible|continue to|still use|choose not to|free to|without affecting|allow list|by default|deprecate|kill switch|exit|go no go|vested|return the funds|lint|warning|migration path|staged rollout|alpha|beta|non binding|non-binding|conditional|contingent|probation|temporary|temporarily|warn|graduation|not mandatory|discretion|unspent|canary|dry run|suppress|configure|override',
  counter:
    'alternative|alternatives|alternatively|instead|instead of|rather than|however|but|although|though|while|because|reject|rejected|we considered|considered|was considered|were considered|why not|could have|we could|one could|option|another option|another approach|other approach|different approach|existing solution|argue|argument|counterargument|objection|concern|criticism|some people|it may be argued|might argue|mitigate|mitigation|mitigated|to mitigate|address|addressed|alleviate|overcome|handle|prefer|preferred|not chosen|decided against|ruled out|too|does not|would not|faq|do nothing|status quo|downside|drawback|advantage of|disadvantage|response|answer|risk|contingency|in case|if|nevertheless|despite|still|worth|outweigh|justify|rationale|compared to|comparison|unlike|versus|trade off',
  digest:
    'summary|abstract|tl dr|tldr|overview|introduction|this rfc|this rfc proposes|this proposal|this proposal be|this document|this document describes|proposes|we propose|i propose|proposing|proposal|this project|the project|this kep|this repo|introduce|adds|add|in this|our project|executive summary|description|is a|we will|i would like to|talk|petition|in short|at a glance|short description|this talk|initiative|plan',
  party:
    'team|teams|working group|committee|council|board|maintainer|maintainers|core team|steering committee|user|users|developer|developers|community|contributor|customer|client|student|students|teacher|instructor|organizer|stakeholder|stakeholders|sponsor|sponsors|department|member|members|lead|owner|champion|shepherd|reviewer|approver|mentor|manager|operator|administrator|admin|author|authors|implementer|vendor|partner|partners|organization|company|university|faculty|staff|attendee|audience|citizen|resident|government|library author|addon author|framework author|end user|role|roles|responsible|decide|decision maker|approval|affected|affects|impacted|target audience|trustee|foundation|director|supervisor|advisor|professor|researcher|participant|volunteer|moderator|executive|engineer|delegate|validator|token holder|voter|app developer|subject matter expert|delivery manager|chair|sig',
  none: 'none|n a|tbd|to be determined|todo|not applicable|nothing|no drawback|unknown|to be filled|lorem ipsum|coming soon|to be announced|to do|none at this time|not at this time|no unresolved|unresolved questions none|none known',
  we: "we|our|us|wehave|wewill|i|my|me|ihave|i'm",
  you: 'you|your|yours|reader|readers',
  past: 'was|were|did|had|made|went|got|built|wrote|gave|found|began',
  rejectedAlt: 'alternative|rejected|considered|prior art|instead|other option',
  own: 'this proposal|this rfc|this change|our proposal|the proposal|the proposed|this approach|this feature|this project|our approach|this pep|this work|this goal|proposed solution'
} as const

export type CueClass = keyof typeof phrases

/** The classes in the order of their names; a class is known by its place here. */
export const cueClasses = (Object.keys(phrases) as CueClass[]).sort()

/** What may follow the stems that led here, by their ids; a phrase that ends here has classes. */
interface Step {
  classes: number[] | undefined
  readonly next: Map<number, Step>
}

/** By the id of a phrase's first stem: most words begin no phrase, and are told so at once. */
const first: (Step | undefined)[] = []

for (const [name, list] of Object.entries(phrases) as [CueClass, string][]) {
  const own = cueClasses.indexOf(name)
  for (const phrase of list.split('|')) {
    const [opening = 0, ...others] = phrase.split(/[ -]/).map((word) => idOf(stem(word)))
    while (first.length <= opening) first.push(undefined)
    let step = first[opening] ?? {classes: undefined, next: new Map()}
    first[opening] = step
    for (const id of others) {
      const next = step.next.get(id) ?? {classes: undefined, next: new Map()}
      step.next.set(id, next)
      step = next
    }
    step.classes ??= []
    if (!step.classes.includes(own)) step.classes.push(own)
  }
}

/**
 * The longest cue that starts at token `at`, if one does.
 * @param tokens by the ids of their stems: see `idOf`
 * @returns its classes, each as its place in `cueClasses`
 */
export function cueAt(tokens: readonly {readonly id: number}[], at: number): readonly number[] | undefined {
  const opening = tokens[at]?.id ?? first.length
  let step = opening < first.length ? first[opening] : undefined
  let classes = step?.classes
  for (let next = at + 1; step && next < tokens.length; next++) {
    step = step.next.get(tokens[next]?.id ?? 0)
    classes = step?.classes ?? classes
  }
  return classes
}
