import type {Outline} from './passages.ts'
import type {Count, Places} from './profile-signs.ts'

const studies =
  /\b(?:(?:final|semester|senior|class|course|capstone|student|bachelor|master)(?:’s|'s|s)? (?:project|thesis|seminar)|project bid|research (?:project )?proposal|letter of intent|thesis|dissertation|ph\.?d\.?|post-?doc\w*|junior seminar|term paper|individual assignment|google summer of code|gsoc|season of docs|possible mentors?|our submission (?:for|to) the)(?![\w-])/i
/** The codes of courses, and what a course asks its students to put at the head: "CS 126", "Name of student". */
const course =
  /\b(?:CSC?I?|CSE|COMP|CPSC|EECS|ECE|MATH|STAT|IGME|BIOL?|CIS|INFO|ENGR|CYBR|CDE)[- ]?\d{3,4}[A-Z]?\b|\b(?:[Nn]ame of [Ss]tudent|[Ss]tudent(?: \d)?(?: [Nn]ame)?:|[Cc]ourse:|School of Computing|[Pp]roject [Pp]roposal [Ff]orm)/
const members = /\b(?:team|group) (?:members?|name)\b/i
const summerOfCode = /\b(?:google summer of code|gsoc)\b/gi
const scholarly =
  /^(?:section )?[\d.:\s]*(?:literature review|abstract|hypothes[ie]s|division of labou?r|(?:description of )?data(?:set)?|questions?|working bibliography|bibliography|research questions?|course concepts used|about me|biographical information|student information|participants|advisor|ethical considerations|references|methodology|related work|citations)\b/gim
const scholars = /\b(?:professor|advisor|supervisor|university|undergraduate)\b/gi
/** What a form asks of who fills it in, as a heading. */
const formQuestion =
  /^\W*(?:do|does|have|has|is|are) (?:you|the|your|this) ?(?:project|team|organi[sz]ation)?\b.*\?|\bplease (?:confirm|describe|provide|document|list)\b/gim

/** Whether a text calls what it is a study: a course project, a thesis, an application for a summer of code. */
export function callsItselfStudy(words: string): boolean {
  return studies.test(words)
}

/**
 * Why a document is one that is handed in to be assessed: a thesis, a course project, an application for a summer
 * of code, a form, an offer to a client. Undefined for all others.
 */
export function whyHandedIn({headings, opening}: Places, count: Count, outline: Outline): string | undefined {
  if (isOffer(outline)) return offered
  if (count(formQuestion, 'headings') >= 3) return 'it answers the questions of a form'
  const head = opening.slice(0, 400)
  const study =
    studies.test(head) ||
    course.test(head) ||
    studies.test(headings) ||
    (/\bproject proposal\b/i.test(head) && members.test(opening)) ||
    count(summerOfCode, 'text') >= 2
      ? 2
      : 0
  const signs = study + count(scholarly, 'headings') + Math.min(1, count(scholars, 'opening') / 2)
  return signs >= 2 ? 'it is handed in to be assessed' : undefined
}

/** The reason of an offer. */
export const offered = 'it is an offer to a client'
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
