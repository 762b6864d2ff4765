import {type Memory, newMemory, recall, shelf} from './memory.ts'
import {fold, type Outline} from './passages.ts'
import {type Profile, type ProfileReading, profiles} from './proposal.ts'

/** Where a sign is looked for: in all that stands early, in the headings, or in the first lines and front matter. */
type Place = 'text' | 'headings' | 'opening'

interface Sign {
  readonly profile: Profile
  readonly place: Place
  readonly pattern: RegExp
  readonly weight: number
  readonly reason: string
}

const numbered =
  /\b(?:RFC|MSC|KEP|OTEP|CFEP|ADR|QEP|SCP)[- ]?#?\d+|\bSE-\d{4}|\brequest for comments\b|\b(?:RFC|implementation) (?:PR|pull request|type)\b|\bthis (?:RFC|QEP|OTEP|MSC|KEP)\b|\bOTEPs\b|\benhancement proposals?\b|^# \w+ enhancement\b|\b(?:draft designs?|design draft)\b/im

// What a kind of document talks of. Headings weigh more than prose: they are what its author set out to write.
const signs: readonly Sign[] = [
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
    reason: 'it calls for people to join'
  },
  {
    profile: 'letter',
    place: 'opening',
    // As the title: "Volunteer with us", "Volunteer roles", and not "Volunteer scheduling in three clicks".
    pattern:
      /^(?:#{1,2}[ \t]+|title:[ \t]*["']?)(?:[\w ]{1,30} )?volunteer(?:s|ing)?(?:[ \t]+(?:with|at|for|your|roles?|us|are|opportunit\w+|positions?)\b|[ \t]*(?:["':!]|$))/im,
    weight: 4,
    reason: 'it calls for people to join'
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

/** The profile that the author named in the front matter: `buy-in: rfc`, `buy-in: {profile: rfc}` or `profile: rfc`. */
export function profileField(fields: Readonly<Record<string, unknown>>): Profile | undefined {
  const own = fields['buy-in']
  const nested = own !== null && typeof own === 'object' && 'profile' in own ? own.profile : own
  return [nested, fields.profile].flatMap((value) => profiles.find((profile) => profile === value) ?? [])[0]
}

const most = 6

/** How often a pattern matches; more often than this tells nothing more. */
function countOf(pattern: RegExp, text: string): number {
  if (!pattern.global) return Number(pattern.test(text))
  pattern.lastIndex = 0
  let count = 0
  while (count < most && pattern.test(text)) count++
  pattern.lastIndex = 0
  return count
}

/** So many characters, up to the end of a line, are looked through at once. */
const piece = 300

/** A text in pieces that end with a line: what is looked for stands within one. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at + piece)
    pieces.push(text.slice(at, end < 0 ? text.length : end + 1))
    at = end < 0 ? text.length : end + 1
  }
  return pieces
}

/** How often a pattern matches in one of the places. */
type Count = (pattern: RegExp, place: Place) => number

/** Counts what stands in the places of a document, in each piece of the text once: the next version has most of them, too. */
function counter(places: Readonly<Record<Place, string>>, memory: Memory): Count {
  const known = shelf<Map<RegExp, number>>(memory, 'signs')
  const countsOf = (place: Place) =>
    (place === 'text' && memory.before ? piecesOf(places[place]) : [places[place]]).map((source) => ({
      source,
      counts: recall(known, source, newCounts)
    }))
  const pieces = {text: countsOf('text'), headings: countsOf('headings'), opening: countsOf('opening')}
  return (pattern, place) => {
    let sum = 0
    for (const {source, counts} of pieces[place]) {
      const count = counts.get(pattern) ?? countOf(pattern, source)
      counts.set(pattern, count)
      sum += count
    }
    return Math.min(pattern.global ? most : 1, sum)
  }
}

const newCounts = () => new Map<RegExp, number>()

/** What kind of document this is, by its substance, and why it was taken for that. */
export function profileOf(text: string, outline: Outline, memory: Memory = newMemory()): ProfileReading {
  // Long documents say what they are early; reading on would cost time and change nothing.
  const places: Readonly<Record<Place, string>> = {
    text: text.slice(0, 20_000),
    headings: outline.sections.map(({title}) => title).join('\n'),
    opening: text.slice(0, 1500)
  }
  const count = counter(places, memory)
  const scores = new Map<Profile, {score: number; reason: string; best: number}>()
  for (const {profile, place, pattern, weight, reason} of signs) {
    const gain = count(pattern, place) * weight
    const before = scores.get(profile) ?? {score: 0, reason, best: 0}
    scores.set(profile, {
      score: before.score + gain,
      reason: gain > before.best ? reason : before.reason,
      best: Math.max(before.best, gain)
    })
  }
  const [first] = [...scores].sort(([, a], [, b]) => b.score - a.score)
  const handedIn = whyHandedIn(places, count, outline)
  // What is handed in may describe a design; who numbers it for a community's discussion says so at its head.
  const study = first?.[0] === 'rfc' && studies.test(places.opening) && !numbered.test(places.opening)
  if (first && first[0] !== 'memo' && first[1].score >= 3 && !(handedIn && study))
    return {name: first[0], reason: first[1].reason}
  if (handedIn)
    return {
      name: 'memo',
      reason: handedIn,
      handedIn: true,
      ...(handedIn === offered ? {offer: true as const} : {})
    }
  if (first && first[1].score >= 3) return {name: first[0], reason: first[1].reason}
  const opening = fold(outline.passages[0]?.plain ?? '')
  return {
    name: 'memo',
    reason: opening === '' ? 'nothing is written yet' : 'it has the form of no other kind'
  }
}

const studies =
  /\b(?:(?:final|semester|senior|class|course|capstone|student|bachelor|master)(?:’s|'s|s)? (?:project|thesis|seminar)|project bid|research (?:project )?proposal|letter of intent|thesis|dissertation|ph\.?d\.?|post-?doc\w*|junior seminar|term paper|individual assignment|google summer of code|gsoc|season of docs|possible mentors?|our submission (?:for|to) the)(?![\w-])/i
const summerOfCode = /\b(?:google summer of code|gsoc)\b/gi
const scholarly =
  /^(?:section )?[\d.:\s]*(?:literature review|abstract|hypothes[ie]s|division of labou?r|(?:description of )?data(?:set)?|questions?|working bibliography|bibliography|research questions?|course concepts used|about me|biographical information|student information|participants|advisor|ethical considerations|references|methodology|related work|citations)\b/gim
const scholars = /\b(?:professor|advisor|supervisor|university|undergraduate)\b/gi
/** What a form asks of who fills it in, as a heading. */
const formQuestion =
  /^\W*(?:do|does|have|has|is|are) (?:you|the|your|this) ?(?:project|team|organi[sz]ation)?\b.*\?|\bplease (?:confirm|describe|provide|document|list)\b/gim

/**
 * Why a document is one that is handed in to be assessed: a thesis, a course project, an application for a summer
 * of code, a form, an offer to a client. Undefined for all others.
 */
function whyHandedIn(
  {headings, opening}: Readonly<Record<Place, string>>,
  count: Count,
  outline: Outline
): string | undefined {
  if (isOffer(outline)) return offered
  if (count(formQuestion, 'headings') >= 3) return 'it answers the questions of a form'
  const study =
    studies.test(opening.slice(0, 400)) || studies.test(headings) || count(summerOfCode, 'text') >= 2 ? 2 : 0
  const signs = study + count(scholarly, 'headings') + Math.min(1, count(scholars, 'opening') / 2)
  return signs >= 2 ? 'it is handed in to be assessed' : undefined
}

const offered = 'it is an offer to a client'
const client =
  /^\W*(?:prepared for|client|customer|quot(?:e|ation) for|estimate for)\W*:|\b(?:client (?:proposal|project proposal)|(?:website|software|project|development|cost) (?:estimate|quotation|quote)|statement of work)\b/im
const priced =
  /\b(?:fixed[- ](?:price|fee|scope)|total (?:fee|investment|price)|invoices?|invoiced|licen[cs]ing and delivery|payment (?:schedule|terms|structure)|pro bono|accepted by \(|(?:post-launch|warranty) support|your brand(?:ing)?)\b/i

/** Whether somebody offers work to a client at a price, which that client takes or leaves. */
function isOffer({sections, passages}: Outline): boolean {
  const head = [
    ...sections.slice(0, 3).map(({title}) => title),
    ...passages.slice(0, 8).map(({plain}) => plain.slice(0, 200))
  ].join('\n')
  return (
    client.test(head) &&
    [
      ...sections.map(({title}) => title),
      ...passages.slice(0, 60).map(({plain}) => plain.slice(0, 500))
    ].some((words) => priced.test(words))
  )
}
