import type {Proposal} from '../analysis/proposal.ts'
import {type Clipping, cellsOf, clipSentence, joined, wordCount} from './clip.ts'
import {formality} from './plainness.ts'
import type {Statement} from './statements.ts'
import {totalsOf} from './totals.ts'

/** "Milestone 2: Bridge module", "Phase 1 – Interviews (3 weeks)" */
export const phase =
  /^(?:(?:milestone|phase|stage|sprint|work ?package|wp|step|part|year|month|week|quarter)s?\s*#?(?:\d{1,2}|[IVX]{1,4}|one|two|three|four)|Q[1-4])\b/i

/** Whether a heading names a phase, also behind a number: "3.2 Milestone 1". */
export function isPhaseTitle(title: string): boolean {
  return phase.test(bare(title))
}

/** "Phase 1 (live today)": what it took is behind. */
const over = /[([–—:-]\s*(?:live|done|completed?|delivered|shipped|finished)\b|\bcancell?ed\b|[✓✔✅☑]/iu

/** A heading over what was done: its phases are over. */
const behind =
  /\b(?:what (?:has been|was) done|done so far|progress|completed|delivered so far|results|history)\b/i

/** "Costs: $500" of one milestone of three is not what all of it costs. */
export function isUnderPhase({sections, passages}: Proposal, {tellings}: Statement): boolean {
  const isPhase = (index: number | undefined): boolean =>
    index !== undefined &&
    sections[index] !== undefined &&
    (isPhaseTitle(sections[index].title) || isPhase(sections[index].parent))
  return tellings.some(({passage}) => isPhase(passages[passage]?.section))
}

/** The phases of the work by their headings, with what each of them delivers where a table names it. */
export function phasesOf(proposal: Proposal, mostWords: number): Clipping | undefined {
  const timed = timedHeadings(proposal)
  // How long each takes, where nothing says how long all of them do.
  const timeOf = totalsOf(proposal).some(({kinds}) => kinds.includes('duration'))
    ? () => undefined
    : (section: number) => timeUnder(proposal, section)
  const isBehind = (index: number | undefined): boolean => {
    const section = index === undefined ? undefined : proposal.sections[index]
    return section !== undefined && (behind.test(section.title) || isBehind(section.parent))
  }
  const phases = proposal.sections.flatMap(({heading, title, parent}, index) =>
    heading &&
    (isPhaseTitle(title) || timed.has(index)) &&
    wordCount(title) > 1 &&
    !over.test(title) &&
    !isBehind(parent)
      ? [
          {
            head: withTime({words: bare(title), span: heading, parts: [heading]}, timeOf(index)),
            results: resultsOf(proposal, index)
          }
        ]
      : []
  )
  const told = phases
    .filter(({head, results}) => wordCount(head.words) > 2 || results.length > 0)
    // A list of the phases before the phases themselves tells each of them twice.
    .filter(({head, results}, index, all) => {
      const number = phase.exec(head.words)?.[0].toLowerCase()
      return !all.some(
        (other, at) =>
          number !== undefined &&
          phase.exec(other.head.words)?.[0].toLowerCase() === number &&
          (other.results.length > results.length ||
            (at > index && results.length > 0 && other.results.length === results.length) ||
            (at < index && other.head.words === head.words))
      )
    })
  if (told.length < 2 && !told.some(({results}) => results.length > 1)) return undefined
  let room = mostWords
  const shown = told.flatMap(({head, results}, index) => {
    room -= wordCount(head.words)
    if (index > 1 && room < 0) return []
    const fitting = results.filter(({words}) => {
      const fits = wordCount(words) <= room
      if (fits) room -= wordCount(words)
      return fits
    })
    return [fitting.length > 0 ? joined([head, joined(fitting, ', ')], ': ') : head]
  })
  const list = joined(shown, '; ')
  return shown.length < told.length ? {...list, words: `${list.words}; …`} : list
}

const ofTime = /^(?:estimated |expected |planned )?(?:duration|time ?span|time ?frame|period)$/i
const mostOfTime = 6

/** "Estimated duration: 2 months" under a phase, or a heading "Timespan" with the time below it. */
function timeUnder(proposal: Proposal, section: number): Clipping | undefined {
  for (const passage of proposal.passages) {
    const own = proposal.sections[passage.section]
    const isOwn = passage.section === section
    if (!isOwn && (own?.parent !== section || !ofTime.test(own.title))) continue
    const [label = '', value] = isOwn ? passage.plain.split(/:\s+/, 2) : ['duration', passage.plain]
    if (!value || !ofTime.test(label.trim()) || wordCount(value) > mostOfTime || !/\d/.test(value)) continue
    const start = passage.span.start + passage.plain.indexOf(value)
    const clip = clipSentence(proposal, passage, {start, end: passage.span.end})
    return /\d/.test(clip.words) ? clip : undefined
  }
  return undefined
}

function withTime(head: Clipping, time: Clipping | undefined): Clipping {
  return time && !timing.test(head.words) ? joined([head, time], ', ') : head
}

/** Without a picture or a number before it and marks behind it, and with a comma for each bar: "Design | Week 3". */
function bare(title: string): string {
  return title
    .replace(/^\p{Extended_Pictographic}\uFE0F?\s*|^\d{1,2}(?:\.\d{1,2})*[.)]?\s+/gu, '')
    .replace(/\s*\|\s*/g, ', ')
    .replace(/[\s.;,:]+$/, '')
}

const timing = /\bweeks? \d|\b\d+(?:[.,]\d)? ?(?:days?|weeks?|months?)\b|[$€£] ?\d/i
/** What is sold, learnt or told over again. */
const elsewhere =
  /\b(?:sponsor\w*|gold|silver|bronze|platinum|tier|level|package|prize|award|workshop|lecture|session|course|old|ago|last|experience|budget|changelog|after|before)\b/i

/** "First iteration. $25k", "Design | Week 3": headings beside each other that name a time or a price are phases. */
function timedHeadings({sections}: Proposal): ReadonlySet<number> {
  const beside = new Map<string, {index: number; kind: string | undefined; timed: boolean}[]>()
  for (const [index, {heading, title, parent, depth}] of sections.entries()) {
    if (!heading) continue
    const timed = timing.test(title) && !elsewhere.test(title)
    const key = `${parent} ${depth}`
    beside.set(key, [...(beside.get(key) ?? []), {index, kind: /^\p{L}+/u.exec(title)?.[0], timed}])
  }
  return new Set(
    Array.from(beside.values()).flatMap((all) => {
      const found = all.filter(({timed}) => timed)
      if (found.length < 2 || found.length < 0.5 * all.length) return []
      // "Team C", beside "Team A (2 weeks)" and "Team B (3 weeks)", is one of them though its time is not known.
      const like = all.filter(
        (one) => one.timed || found.every(({kind}) => kind !== undefined && kind === one.kind)
      )
      return like.map(({index}) => index)
    })
  )
}

const mostResults = 4

/** What a phase delivers: by its table, else by the short items of its first list. */
function resultsOf(proposal: Proposal, section: number): Clipping[] {
  const delivered = deliveredIn(proposal, section)
  if (delivered.length > 0) return delivered
  const isWithin = (index: number | undefined): boolean =>
    index !== undefined && (index === section || isWithin(proposal.sections[index]?.parent))
  const items = proposal.passages.filter(
    ({kind, section: own, depth, struck}) => kind === 'item' && depth <= 1 && !struck && isWithin(own)
  )
  const [first] = items
  const told = items
    .filter(({block}) => block.start === first?.block.start)
    .map((item) => clipSentence(proposal, item, item.sentences[0]?.span ?? item.span))
    .filter(({words}) => wordCount(words) > 1 && !/[:?]/.test(words) && !formality.test(words))
    .map((clip) => ({...clip, words: clip.words.replace(/^[✓✔✅☑]\s*|[.;,]+$/gu, '')}))
  const short = told.filter(({words}) => wordCount(words) <= 9).slice(0, mostItems)
  // Of a bare "Phase 1" whose items are all longer, the first of them that is not much longer.
  const isBare = wordCount(bare(proposal.sections[section]?.title ?? '')) <= 2
  return short.length > 0 || !isBare ? short : told.filter(({words}) => wordCount(words) <= 16).slice(0, 1)
}

const mostItems = 2

/** What a section's table names as delivered, but for what every grant delivers besides. */
function deliveredIn(proposal: Proposal, section: number): Clipping[] {
  return (
    proposal.passages
      .filter((passage) => passage.section === section && passage.kind === 'row')
      .flatMap((passage) => {
        const [name, what] = cellsOf(proposal, passage)
        if (!name || !what || formality.test(`${name.words};`) || wordCount(name.words) > 8) return []
        return [name]
      })
      // What has the name of another says nothing that it does not say.
      .filter(({words}, index, all) => all.findIndex((other) => other.words === words) === index)
      .slice(0, mostResults)
  )
}
