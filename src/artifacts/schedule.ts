import {startsWithVerb} from '../analysis/lexicon.ts'
import type {Passage} from '../analysis/passages.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {contains} from '../analysis/span.ts'
import {type Clipping, cellsOf, clipSentence, joined, wordCount} from './clip.ts'
import {formality} from './plainness.ts'

/** The columns of a table of work that say what is done, when or for how long, what it costs, and by whom. */
const work =
  /^(?:milestones?|tasks?|deliverables?|activit(?:y|ies)|phases?|stages?|work items?|steps?|items?|budget items?|descriptions?|milestone descriptions?|what|actions?)\b/i
const when =
  /\b(?:weeks?|dates?|time ?(?:frames?|lines?)?|timing|durations?|deadlines?|months?|periods?|due|hours?|when|eta|quarter)\b/i
const price = /\b(?:costs?|fund(?:s|ing)?|amounts?|budget|price|fees?|usd|dai)\b/i
const owner = /\b(?:owners?|who|responsible|assignees?|lead)\b/i
const counting = /^(?:no\.?|#|number|milestone (?:no\.?|#)|\W*)$/i
/** A column that names what the others describe. */
const category = /^(?:type|category|(?:line )?item|expenses?)$/i
/** Of a task that is asked of a team, or done, or nobody's. */
const elsewhere = /\[?team\]?\b|\bhelp wanted\b|^\W*$|^(?:tbd|n\/?a|none|-)$/i
const done = /^(?:done|completed?|merged|finished)\b|complete\b/i
const goodwill = /^(?:discussion and moral support|standard reviews?|.{0,20}decision)\b/i

/** Headings over what is to be done, when, or for how much. */
const planned =
  /\b(?:time ?lines?|schedule|road ?map|milestones?|work ?plan|plan of (?:work|action)|project plan|deliverables?|budget|phases?|next steps?|action items?|implementation plan|roll-?out|migration plan|transition path|tasks?|work items?|development plan|ownership)\b|\bnext (?:six|\d+|few)? ?(?:months?|year|weeks?)\b/i
/** What is planned for later, by others, or was planned once. */
const otherwise =
  /\b(?:reach|stretch|future|long[- ]term|nice[- ]to[- ]have|optional|beyond|follow-?ups?|alternatives?|agenda|background|about|experience|bio|application|apply|proposal submission|how to|risks?|testing|test plan|criteria|history|definitions?|maintenance|acceptance|payment)\b/i

/** As many parts of a plan as are told before the rest is only hinted at. */
const mostParts = 6

/**
 * A plan told as one: the rows of a table or the items of a list that say what is done, each with its time, price or
 * person, as many as there is room for. Undefined where there is no such table or list.
 */
export function scheduleOf(
  proposal: Proposal,
  mostWords: number,
  least: PlanKind = 'any'
): Clipping | undefined {
  const weeks = inParagraphs(proposal)
  const blocks = new Map<string, number[]>()
  for (const [index, passage] of proposal.passages.entries()) {
    if (passage.kind !== 'row' && passage.kind !== 'item') continue
    if (proposal.boilerplate[index] || passage.struck || passage.depth > 0) continue
    // A list may be parted by a paragraph below each of its items.
    const key = passage.kind === 'item' ? `${passage.section}` : `${passage.block.start} ${passage.section}`
    blocks.set(key, [...(blocks.get(key) ?? []), index])
  }
  const plans = Array.from(blocks.values()).flatMap((indices) => {
    const passages = indices.flatMap((index) => proposal.passages[index] ?? [])
    const [first] = passages
    if (!first) return []
    const titles = titlesOf(proposal.sections, first.section)
    if (titles.some((title) => otherwise.test(title))) return []
    return first.kind === 'row' ? inTable(proposal, passages) : inList(proposal, passages, titles[0] ?? '')
  })
  const [best] = [...plans, ...weeks].filter(({rank}) => rank >= ranks[least]).sort((a, b) => b.rank - a.rank)
  return best && told(best.parts, mostWords)
}

/** What a plan names beside what is done: its persons, or its times and prices. */
type PlanKind = 'any' | 'timed'
const ranks: Readonly<Record<PlanKind, number>> = {any: 0, timed: 3}

interface Plan {
  readonly parts: readonly Clipping[]
  readonly rank: number
}

/** The titles over a section, from its own up to one of the first depth; what the whole document is called is no such. */
function titlesOf(sections: Proposal['sections'], section: number | undefined, lowest = true): string[] {
  const own = section === undefined ? undefined : sections[section]
  if (!own || (!lowest && isOverAll(sections, own))) return []
  return [own.title, ...(own.depth > 1 ? titlesOf(sections, own.parent, false) : [])]
}

function isOverAll(sections: Proposal['sections'], own: Proposal['sections'][number]): boolean {
  return own.depth === 1 && sections.filter(({depth, heading}) => heading && depth === 1).length === 1
}

function inTable(proposal: Proposal, rows: readonly Passage[]): Plan[] {
  const [first] = rows
  const columns = first?.columns ?? []
  const named = category.test(columns[0] ?? '')
    ? 0
    : columns.findIndex((title) => work.test(title) && !counting.test(title))
  const measured = columns.some((title) => when.test(title)) && columns.some((title) => price.test(title))
  // Beside a time and a price, what comes first is what is done, whatever its column is called.
  const what =
    named < 0 && measured
      ? columns.findIndex((title) => !counting.test(title) && !when.test(title) && !price.test(title))
      : named
  const others = columns.flatMap((title, index) =>
    index !== what && (when.test(title) || price.test(title) || owner.test(title)) ? [index] : []
  )
  if (what < 0 || others.length === 0 || rows.length < 2) return []
  const owned = others.every((index) => owner.test(columns[index] ?? ''))
  const parts = rows.flatMap((row): Clipping[] => {
    const cells = cellsOf(proposal, row)
    const cellAt = (index: number) => cells.find(({span}) => span.start === row.cells[index]?.start)
    // A row that has no description is known by what it is called.
    const name = cellAt(what) ?? (others.includes(0) ? undefined : cellAt(0))
    if (!name || /^total\b/i.test(name.words) || formality.test(`${name.words};`)) return []
    if (owned && (goodwill.test(name.words) || cells.some(({words}) => done.test(words)))) return []
    // A bare "16" under "Hours" is no price and no date.
    const said = others
      .flatMap((index) => cellAt(index) ?? [])
      .filter(({words}) => !elsewhere.test(words))
      .filter(
        ({words, span}) =>
          !/^\d{1,3}$/.test(words) ||
          price.test(columns[row.cells.findIndex(({start}) => start === span.start)] ?? '')
      )
    if (said.length === 0 && owned) return []
    const source = others
      .map((index) => row.cells[index])
      .map((cell) => cell && proposal.text.slice(cell.start, cell.end))
    if (owned && source.some((words) => /!?\[(?:team|help wanted)\]/i.test(words ?? ''))) return []
    const detail = joined(said, ', ')
    const short = shortened(name)
    return [said.length > 0 ? joined([short, detail], ': ') : short]
  })
  return parts.length > (owned ? 0 : 1) && !parts.some(({words}) => placeholder.test(words))
    ? [{parts, rank: !owned ? 4 : parts.length > 2 ? 2 : 0.5}]
    : []
}

/** "Week 2-3: finish the frame", each in a paragraph of its own. */
const week = /^\W*(?:weeks?|months?) \d{1,2}(?:\s*(?:[-–—~&,]|to|and)\s*\d{1,2})*\W*:\W*\p{L}/iu
const leastWeeks = 3

function weeksOf(plain: string): readonly [number, number] {
  const numbers = (week.exec(plain)?.[0].match(/\d+/g) ?? []).map(Number)
  return [numbers[0] ?? 0, numbers.at(-1) ?? 0]
}

function inParagraphs(proposal: Proposal): Plan[] {
  const found = proposal.passages.filter(
    ({kind, plain, struck, section}, index) =>
      kind === 'paragraph' &&
      !struck &&
      !proposal.boilerplate[index] &&
      week.test(plain) &&
      !titlesOf(proposal.sections, section).some((title) => otherwise.test(title))
  )
  const spans = found.map(({plain}) => weeksOf(plain))
  const parts = found
    // "Weeks 1-8: the frame" over weeks that are told one by one.
    .filter((_, index) => {
      const [from = 0, to = 0] = spans[index] ?? []
      const isWithin = ([a, b]: readonly [number, number], other: number) =>
        from <= a && b <= to && (from < a || b < to || other > index)
      return !spans.some((span, other) => other !== index && isWithin(span, other))
    })
    .map((passage) => clipItem(proposal, passage))
    .filter(({words}) => !/[?]|https?:|:$| …$/.test(words) && wordCount(words) > 1)
  return parts.length >= leastWeeks ? [{parts, rank: ranks.timed + 0.5}] : []
}

/** "$X, Y weeks" of a template. */
const placeholder = /[$€£] ?[XYN]+\b|\b[XYN] (?:weeks|months|days|hours)\b|⟨/
/** What the parts of a plan are not: totals, addresses, a break for lunch. */
const besides =
  /^(?:total|estimated|full[- ]time|fte|costs?|duration)\b|@[\w-]+\.|\b(?:lunch|coffee|TBD)\b|^\W*\d[\d.,]* ?[$€£]/i

/** A description up to where it goes into detail: "Research recruitment - sourcing, evaluating, …". */
function shortened(clip: Clipping): Clipping {
  const words = clip.words.replace(/[\s.;,:]+$/, '')
  const cut = wordCount(words) > 12 ? /^.{8,80}?(?=\s[-–—]\s|\s\(|:\s|;\s|\.\s)/.exec(words)?.[0] : undefined
  return {...clip, words: cut ?? words}
}

/** The first sentence of an item; where that is but a label, with the one after it: "Week 1: updating the schema". */
function clipItem(proposal: Proposal, item: Passage): Clipping {
  const [first, second] = item.sentences
  const clip = clipSentence(proposal, item, first?.span ?? item.span, 20)
  if (!second || wordCount(clip.words) > 4) return clip
  const label = {...clip, words: clip.words.replace(/[\s.:]+$/, '')}
  return joined([label, clipSentence(proposal, item, second.span, 16)], ': ')
}

/** "Month 2-6:", with what is listed below it. */
function withItsList(proposal: Proposal, item: Passage): Clipping | undefined {
  const index = proposal.passages.indexOf(item)
  const below = proposal.passages
    .filter(({kind, lead, struck}) => kind === 'item' && lead === index && !struck)
    .map((one) => clipSentence(proposal, one, one.sentences[0]?.span ?? one.span, 20))
    .filter(({words}) => !/[?:]$| …$/.test(words) && wordCount(words) <= mostBelow)
  const head = clipSentence(proposal, item, item.sentences.at(-1)?.span ?? item.span)
  if (below.length === 0 || wordCount(head.words) > mostBelow) return undefined
  return joined([{...head, words: head.words.replace(/[\s:]+$/, '')}, joined(below, ', ')], ': ')
}
const mostBelow = 12

function inList(proposal: Proposal, items: readonly Passage[], title: string): Plan[] {
  const clips = items
    .flatMap((item) => {
      const clip = /:\s*$/.test(item.plain) ? withItsList(proposal, item) : clipItem(proposal, item)
      return clip ? [{item, clip}] : []
    })
    .map(({item, clip}) => ({
      clip,
      timed:
        /^(?:weeks?|months?) \d/i.test(item.plain.trim()) ||
        proposal.quantities.some(
          ({kind, span}) => kind !== 'effort' && contains(item.sentences[0]?.span ?? item.span, span)
        )
    }))
  const plain = clips.filter(
    ({clip: {words}}) => !/[?]|https?:|:$| …$/.test(words) && !besides.test(words) && wordCount(words) > 1
  )
  const timed = plain.filter((one) => one.timed).length
  if (plain.length < 2 || plain.length < 0.5 * clips.length || !planned.test(title)) return []
  const deeds = plain.filter(
    ({clip}) => startsWithVerb(clip.words) || /^\p{Lu}\p{Ll}+(?:ing|tion|ment)\b/u.test(clip.words)
  ).length
  const rank = timed >= 0.6 * plain.length ? 3 : deeds >= 0.7 * plain.length ? 1 : 0
  return rank > 0 ? [{parts: plain.map(({clip}) => clip), rank}] : []
}

/** The parts of a plan, as many as there is room for. */
function told(parts: readonly Clipping[], mostWords: number): Clipping | undefined {
  let room = mostWords
  const shown: Clipping[] = []
  for (const part of parts) {
    const count = wordCount(part.words)
    if (shown.length >= mostParts || (shown.length > 0 && count > room)) break
    if (count > 0.7 * mostWords) return undefined
    shown.push({...part, words: part.words.replace(/[\s.;,:]+$/, '')})
    room -= count
  }
  if (shown.length < Math.min(2, parts.length)) return undefined
  const list = joined(shown, '; ')
  return shown.length < parts.length ? {...list, words: `${list.words}; …`} : list
}
