import {promises} from '../analysis/lexicon.ts'
import type {Outline} from '../analysis/passages.ts'
import type {TrustElement} from '../analysis/trust-elements.ts'
import type {Statement} from './statements.ts'

// What the headings over a statement say of it.

/** Sections that speak of something other than the proposal itself. */
const aside =
  /\b(?:alternatives?|prior art|related work|appendix|references|faq|rejected|history|glossary|terminology|links|further reading|future (?:work|possibilities|directions)|(?:\w+ )?checklists?|template|examples?)\b/i

/** What speaks for or against a statement by where it stands, in log-odds. */
export function placed(
  {sections, passages}: Outline,
  {tellings}: Pick<Statement, 'tellings'>,
  element: TrustElement
): number {
  const titles = tellings.flatMap(({passage}) => {
    const section = sections[passages[passage]?.section ?? 0]
    return section ? [section.title] : []
  })
  const own = isUnder({sections, passages}, {tellings}, element)
  const other = !own && apart.includes(element) && titles.some((title) => isOf(title, element))
  const within = element === 'downside' && isWithinOther({sections, passages}, {tellings})
  const besides = titles.some((title) => aside.test(title)) || within
  return (
    (own ? 1.4 : 0) -
    (!own && titles.some((title) => design.test(title)) ? (designed[element] ?? 0) : 0) -
    (other ? 0.5 : 0) -
    (element === 'progress' && titles.some((title) => formal.test(title)) ? 4 : 0) -
    // "Drawbacks" of an option say so outright, and of the option.
    (within && titles.some((title) => promises(title, element)) ? 4 : 0) -
    (element === 'downside' && titles.some((title) => excluded.test(title)) ? 1.5 : 0) -
    (!besides || element === 'objection' ? 0 : element === 'progress' || element === 'dialog' ? 0.5 : 1.5)
  )
}

/** Sections that say how the thing works. */
export const design =
  /\b(?:design|specification|spec|api|reference|usage|how (?:it|this|the \w+) works?|syntax|semantics|architecture|details?|technical|definitions?|data model|schema|components?|features?|functionality|implementation details|how (?:we|to) (?:teach|use)|guide)\b/i
/** What is left out on purpose is no risk. */
const excluded =
  /\b(?:out[- ]of[- ]scope|non[- ]?goals?|exclu\w+|not included|assumptions)\b|\b(?:problems?|issues?|disadvantages|drawbacks|downsides|limitations) (?:of|with|in) (?:these|those|today|(?:the|our) (?:current|existing|present|status quo))\b/i
/** What a form asks of whoever applies, and what tells of no progress. */
const formal =
  /\b(?:governance|licen[cs]es?|code of conduct|legal|contact|tools?(?: in use)?|members?|about (?:me|us)|biograph\w*|bios?|student|personal|university|education|credits|acknowledge?ments?|team['’]s experience|relevant experience)\b/i
/** What such a section seldom tells: an error that is thrown is no risk, and what a part does is no work. */
const designed: Partial<Record<TrustElement, number>> = {downside: 0.8, progress: 0.5, work: 0.8, motive: 0.3}

/** Whether a statement stands under a heading that promises an element. */
export function isUnder(
  {sections, passages}: Outline,
  {tellings}: Pick<Statement, 'tellings'>,
  element: TrustElement
): boolean {
  const titled = tellings.some(({passage}) => {
    const title = sections[passages[passage]?.section ?? 0]?.title ?? ''
    return element === 'downside'
      ? promises(title, element) || ofRisks.test(title)
      : promises(title, element) && !(element === 'progress' && ofPeople.test(title))
  })
  return titled && !(element === 'downside' && isWithinOther({sections, passages}, {tellings}))
}

/** "Trade-offs and mitigations", "Key risks" */
const ofRisks =
  /^[\W\d]*(?:(?:key|main|major|potential|possible|known|implementation) )?(?:risks?|trade-?offs?|drawbacks?|limitations?|challenges|caveats?|concerns|disadvantages)(?: (?:and|&) (?:mitigations?|considerations?|caveats?|limitations?|risks?|assumptions?|challenges|drawbacks))?(?: list)?\W*$/i

/** Sections that tell of what may be done instead, or of what nobody decided on yet. */
const other =
  /\b(?:alternatives?|alternative \p{Ll}+|options?|approaches|open questions?|unresolved questions?|future (?:work|possibilities|directions)|prior art|rejected|examples?|faq|frequently asked questions)\b/iu

/** Whether a statement stands in a part of such a section: the drawback of an option is not the proposal's. */
function isWithinOther({sections, passages}: Outline, {tellings}: Pick<Statement, 'tellings'>): boolean {
  const within = (index: number | undefined): boolean => {
    const section = index === undefined ? undefined : sections[index]
    // The first heading is the document's title.
    return section !== undefined && ((index !== 1 && other.test(section.title)) || within(section.parent))
  }
  return tellings.some(({passage}) => within(sections[passages[passage]?.section ?? 0]?.parent))
}

/** What people have done before is not where it stands. */
const ofPeople = /\bexperience\b/i

/** What was done for data that others gathered is not either. */
const ofData = /^[\W\d]*(?:the )?(?:data ?sets?|data(?: sources?| description| characteristics)?)\W*$/i

/** Whether a statement stands where it is told what people have done before, or where their data come from. */
export function isOfOthers({sections, passages}: Outline, {tellings}: Pick<Statement, 'tellings'>): boolean {
  return tellings.some(({passage}) => {
    const title = sections[passages[passage]?.section ?? 0]?.title ?? ''
    return ofPeople.test(title) || ofData.test(title)
  })
}

/** Whoever reads "What could go wrong" over a passage expects it to be about that, and about nothing else. */
const apart: readonly TrustElement[] = [
  'motive',
  'progress',
  'downside',
  'reward',
  'optout',
  'ask',
  'dialog',
  'objection'
]

/** Whether a heading promises something other than an element. */
function isOf(title: string, element: TrustElement): boolean {
  return apart.some((one) => one !== element && promises(title, one))
}
