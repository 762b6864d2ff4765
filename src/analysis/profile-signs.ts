import type {Profile} from './proposal.ts'

/** Where a sign is looked for: in all that stands early, in the headings, or in the first lines and front matter. */
export type Place = 'text' | 'headings' | 'opening'

/** What stands in each of the places of a document. */
export type Places = Readonly<Record<Place, string>>

/** How often a pattern matches in one of the places. */
export type Count = (pattern: RegExp, place: Place) => number

/** What a document of a profile says more often than others do. */
export interface Sign {
  readonly profile: Profile
  readonly place: Place
  readonly pattern: RegExp
  readonly weight: number
  readonly reason: string
}

/** How a community's request for comments is numbered and called, at its head. */
export const numbered =
  /\b(?:RFC|MSC|KEP|OTEP|CFEP|ADR|QEP|SCP)[- ]?#?\d+|\bSE-\d{4}|\brequest for comments\b|\b(?:RFC|implementation) (?:PR|pull request|type)\b|\bthis (?:RFC|QEP|OTEP|MSC|KEP)\b|\bOTEPs\b|\benhancement proposals?\b|^# \w+ enhancement\b|\b(?:draft designs?|design draft)\b/im

/** The reason of a call for volunteers. */
export const callsToJoin = 'it calls for people to join'

// What a kind of document talks of. Headings weigh more than prose: they are what its author set out to write.
export const signs: readonly Sign[] = [
  {
    profile: 'letter',
    place: 'opening',
    pattern: /^(?:Dear\b|Hi all\b|Hello (?:all|everyone)\b)|^To whom it may concern/im,
    weight: 6,
    reason: 'it opens with a salutation'
  },
  {
    profile: 'letter',
    place: 'text',
    pattern: /^(?:Yours (?:sincerely|faithfully|truly)|Sincerely|Kind regards|Best regards)\b/im,
    weight: 4,
    reason: 'it closes like a letter'
  },
  {
    profile: 'letter',
    place: 'text',
    pattern:
      /\b(?:petition|open letter|we,? the (?:undersigned|people)|(?:sign|take) (?:the|this|our) letter|the pledge|demand #?\d)\b/gi,
    weight: 2,
    reason: 'it calls on somebody in the name of many'
  },
  {
    profile: 'letter',
    place: 'headings',
    pattern: /^(?:petition|open letter)\b/im,
    weight: 3,
    reason: 'it calls on somebody in the name of many'
  },
  {
    profile: 'letter',
    place: 'headings',
    // Only the first heading: what somebody must do is the point, not a clause of a specification.
    pattern:
      /^\s*(?:stop|save|free|ban|boycott) [^\n?]{3,60}(?:!|\bnow)|^\s*[^\n:]{2,40} must (?:now |immediately |not )?(?:act|apologi[sz]e|ban|cancel|close|condemn|cut|drop|end|free|leave|pay|quit|release|reopen|resign|restore|shut|stop|withdraw)\b/i,
    weight: 3,
    reason: 'it calls on somebody in the name of many'
  },
  {
    profile: 'letter',
    place: 'headings',
    pattern:
      /^(?:(?:opportunities|ways|how) to (?:get involved|help)|get involved|join (?:us|the)\b|(?:call for|become a|we need) volunteers?\b)/im,
    weight: 3,
    reason: callsToJoin
  },
  {
    profile: 'letter',
    place: 'opening',
    // As the title: "Volunteer with us", "Volunteer roles", and not "Volunteer scheduling in three clicks".
    pattern:
      /^(?:#{1,2}[ \t]+|title:[ \t]*["']?)(?:[\w ]{1,30} )?volunteer(?:s|ing)?(?:[ \t]+(?:with|at|for|your|roles?|us|are|opportunit\w+|positions?)\b|[ \t]*(?:["':!]|$))/im,
    weight: 4,
    reason: callsToJoin
  },
  {
    profile: 'letter',
    place: 'opening',
    pattern: /\b(?:convince|make the case to|ask|tell) your (?:boss|manager)\b/i,
    weight: 6,
    reason: 'it is meant for somebody’s manager'
  },
  {
    profile: 'talk',
    place: 'text',
    pattern:
      /\b(?:in this (?:talk|session|workshop)|this talk|speaker bio|(?:session|talk) (?:title|description|abstract))\b/gi,
    weight: 2,
    reason: 'it speaks of a talk and its audience'
  },
  {
    profile: 'talk',
    place: 'text',
    pattern: /\b(?:attendees|the audience)\b/gi,
    weight: 0.75,
    reason: 'it speaks of a talk and its audience'
  },
  {
    profile: 'talk',
    place: 'headings',
    pattern:
      /^(?:(?:speaker )?bio(?:graphy)?|about the speaker|(?:session|talk|submission) title|who should attend|(?:session|talk) (?:description|abstract))\b/gim,
    weight: 2,
    reason: 'it has the sections of a talk'
  },
  {
    profile: 'talk',
    place: 'headings',
    pattern: /^title\n(?:.*\n){0,2}(?:the )?(?:(?:short|long) summary|abstract|description)$/im,
    weight: 3,
    reason: 'it has the sections of a talk'
  },
  {
    profile: 'talk',
    place: 'text',
    pattern: /\b(?:your|my) (?:talk|session|workshop)\b/gi,
    weight: 1.5,
    reason: 'it speaks of a talk and its audience'
  },
  {
    profile: 'sponsorship',
    place: 'opening',
    pattern:
      /^(?:#{1,2}[ \t]+|title:[ \t]*["']?|<h1[^>\n]{0,40}>)?(?:(?!project\b)[\w.&'’-]+ ){0,4}(?:sponsorship(?: (?:&|and) \w+)?|sponsor us|sponsoring \w+|call for sponsors)(?: (?:brief|prospectus|package|page))?[?!]?["']?[ \t]*(?:$|<\/h1>)/im,
    weight: 4,
    reason: 'it offers sponsorship'
  },
  {
    profile: 'sponsorship',
    place: 'opening',
    pattern:
      /\b(?:sponsor(?:ship)? (?:levels?|tiers?|packages?|options?|opportunit)|(?:gold|silver|bronze|platinum|bar|web|media|conference) sponsors?|become a sponsor|our sponsors)/gi,
    weight: 3,
    reason: 'it offers sponsorship'
  },
  {
    profile: 'sponsorship',
    place: 'headings',
    pattern: /^.*\b(?:sponsor(?:s|ship|ing)?(?: us\?| opportunities| model)?|support us)$/gim,
    weight: 3,
    reason: 'it offers sponsorship'
  },
  {
    profile: 'sponsorship',
    place: 'headings',
    pattern: /^(?:why donate|(?:please )?donate(?: \w+)?|donations?|how to give)\b[?!]?$/gim,
    weight: 3,
    reason: 'it asks for donations'
  },
  {
    profile: 'goal',
    place: 'text',
    pattern:
      /^\W{0,6}(?:point of contact|[\w ]{0,20}champions?)\W{0,6}[|:]|\b(?:team asks|ownership and team asks|design axioms|(?:proposed|rust|this) project goal)\b/gim,
    weight: 5,
    reason: 'it asks teams to own parts of a goal'
  },
  {
    profile: 'goal',
    place: 'headings',
    pattern: /^(?:(?:ownership and )?team asks|design axioms)$/gim,
    weight: 4,
    reason: 'it asks teams to own parts of a goal'
  },
  {
    profile: 'grant',
    place: 'text',
    pattern:
      /\b(?:total budget requested|grant (?:proposal|application|period|request(?:ed)?)|payment address|milestone deliverables|fund(?:s|ing)? request(?:ed)?|request for funding|requested (?:funding|budget|amount)|total requested|applicant|ISC proposal|targeted grant|(?:asking|apply|applying|application) for (?:a |this |the )?(?:grant|funding)|proposal to the \w+ foundation|community (?:pool|spend)|(?:development fund|treasury|worker) proposal)\b/gi,
    weight: 3,
    reason: 'it applies for funding'
  },
  {
    profile: 'grant',
    place: 'headings',
    pattern:
      /^[\d.\s]*(?:(?:approximate|minimum|maximum|approved|total|proposed) budget|budget|project team|(?:milestones|deliverables) (?:and|&) \w+|funding|grant requested|how can the \w+ help|cost breakdown|relevant experience|team(?:’s|'s)? experience|grant category|use of funds|requested support)\b/gim,
    weight: 1.5,
    reason: 'it has the sections of an application for funding'
  },
  {
    profile: 'grant',
    place: 'text',
    pattern: /\b(?:budget|grants?|milestones?|funding|funded)\b/gi,
    weight: 0.3,
    reason: 'it speaks of budget and milestones'
  },
  {
    profile: 'rfc',
    place: 'headings',
    pattern:
      /^[\d.\s]*(?:detailed design|drawbacks|unresolved questions|how we teach this|alternatives|prior art|reference-level explanation|guide-level explanation|(?:backwards? )?compatibility|rationale and alternatives|specification|unstable prefix|source compatibility|security considerations|graduation criteria|proposed (?:solution|change|api)|rejected alternatives|internal details|trade-offs and mitigations|future possibilities|impact on existing code|adoption strategy|api (?:changes|design))\b/gim,
    weight: 2,
    reason: 'it has the sections of a design document'
  },
  {
    profile: 'rfc',
    place: 'headings',
    pattern:
      /^[\d.\s]*(?:rationale|implementation|current situation|non-goals?|out of scope|affected|open questions|considered options|options considered|migration plan|consequences|design)\b/gim,
    weight: 1,
    reason: 'it has the sections of a design document'
  },
  {
    profile: 'rfc',
    place: 'headings',
    pattern: /^[\d.\s]*(?:abstract|background)$/gim,
    weight: 0.75,
    reason: 'it has the sections of a design document'
  },
  {
    profile: 'rfc',
    place: 'headings',
    pattern: /^[\d.\s]*(?:summary|motivation|problem(?: statement)?|proposal)$/gim,
    weight: 0.5,
    reason: 'it has the sections of a design document'
  },
  {
    profile: 'rfc',
    place: 'text',
    pattern: /\b(?:MUST|SHOULD|MAY|SHALL)(?: NOT)?\b/g,
    weight: 0.5,
    reason: 'it says what must and what should be, as specifications do'
  },
  {
    profile: 'rfc',
    place: 'text',
    pattern: /\bthis RFC\b/g,
    weight: 2,
    reason: 'it calls itself a request for comments'
  },
  {
    profile: 'rfc',
    place: 'opening',
    pattern: new RegExp(numbered, 'gim'),
    weight: 4,
    reason: 'it is numbered and discussed as a request for comments'
  },
  {
    profile: 'rfc',
    place: 'text',
    pattern:
      /\b(?:RFC|API|SDK|backwards? compatib(?:le|ility)|deprecat\w+|syntax|semantics|interface|implementation)\b/g,
    weight: 0.25,
    reason: 'it speaks of interfaces and compatibility'
  },
  {
    profile: 'rfc',
    place: 'text',
    pattern: /^ *(?:```|~~~)/gm,
    weight: 0.25,
    reason: 'it explains itself in code'
  },
  {
    profile: 'memo',
    place: 'text',
    pattern: /\b(?:team|hire|hiring|office|manager|policy|process|staff|colleagues|meeting|budget)\b/gi,
    weight: 0.2,
    reason: 'it speaks of people and process'
  }
]
