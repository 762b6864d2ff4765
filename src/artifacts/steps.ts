import {promises} from '../analysis/lexicon.ts'
import {overlaps, type Span} from '../analysis/span.ts'
import type {Telling} from '../analysis/tellings.ts'
import {type Clipping, clipRow, clipSentence, wordCount} from './clip.ts'
import type {Source, Statement} from './statements.ts'

export interface StepsChoice {
  readonly most: number
  /** Of one step. */
  readonly words: number
  readonly used: readonly Span[]
}

export interface Steps {
  /** Whether they are done one after the other; else they only explain. */
  readonly ordered: boolean
  readonly steps: readonly Clipping[]
}

const otherwise = [
  'motive',
  'downside',
  'progress',
  'dialog',
  'ask',
  'objection',
  'reward',
  'resources'
] as const
const asides =
  /\b(?:alternatives?|prior art|related work|appendix|references|faq|links|team|about (?:us|me)|contact|experience|background|license|abstract|summary|changelog|history|future work|cancel\w*|examples?|notes?)\b/i

/** A section that says how it works. */
const explains =
  /\b(?:design|how|solution|architecture|approach|method(?:s|ology)?|plan|implementation|proposal|proposed|explanation|details?|overview|mechanism|process)\b/i

/** What every grant delivers besides. */
const formalities = /^(?:\d\w?\.?\s*)?(?:license|documentation|testing(?: guide)?|docker|article|tutorial)\b/i

/**
 * The part of a proposal that is hardest to grasp, in steps: a list of things to do one after the other where there
 * is one, else the paragraphs of the section that explains most.
 */
export function stepsOf(source: Source, choice: StepsChoice): Steps {
  const list = bestList(source, choice)
  const steps = list ?? paragraphs(source, choice)
  return {ordered: list !== undefined, steps: steps.length > 1 ? steps : []}
}

function bestList({proposal, statements}: Source, {most, words, used}: StepsChoice): Clipping[] | undefined {
  const {passages, sections} = proposal
  const clip = ({passage: index, span}: Telling): Clipping | undefined => {
    const passage = passages[index]
    return (
      passage &&
      (passage.kind === 'row' ? clipRow(proposal, passage) : clipSentence(proposal, passage, span, words))
    )
  }
  const ranked = statements
    .filter(({kind}) => kind === 'list')
    .map((statement) => {
      const items = statement.tellings.filter(({passage}) => {
        const kind = passages[passage]?.kind
        return kind === 'item' || kind === 'row'
      })
      const title = sections[passages[items[0]?.passage ?? 0]?.section ?? 0]?.title ?? ''
      const ordered = /^\s*\d+[.)]\s/.test(lineOf(proposal.text, items[0]?.span.start ?? 0))
      const score =
        Math.max(statement.score('work'), statement.score('chunked')) +
        (ordered ? 2 : 0) +
        (items.length >= 3 && items.length <= 8 ? 1 : 0) -
        (asides.test(title) ? 4 : 0) -
        (otherwise.some((element) => promises(title, element)) ? 2 : 0)
      return {items, score}
    })
    .filter(({items, score}) => items.length >= 3 && score > 0.8)
    .sort((a, b) => b.score - a.score)
  for (const {items} of ranked.slice(0, 3)) {
    const clips = items
      .filter(({span}) => !used.some((other) => overlaps(other, span)))
      .flatMap((item) => clip(item) ?? [])
      .filter(({words}) => wordCount(words) > 2 && !words.endsWith(':') && !formalities.test(words))
    if (clips.length >= 3) return clips.slice(0, most)
  }
  return undefined
}

/** The first sentence that stands by itself of each paragraph, in the section with most of them. */
function paragraphs({proposal, statements}: Source, {most, words, used}: StepsChoice): Clipping[] {
  const {sections, passages} = proposal
  const leads = new Map<number, Statement[]>()
  const seen = new Set<number>()
  for (const statement of statements) {
    const [telling] = statement.tellings
    const passage = telling && passages[telling.passage]
    if (!telling || !passage || statement.kind !== 'sentence' || passage.kind !== 'paragraph') continue
    // What opens no paragraph, or leans on what came before, explains nothing by itself.
    if (
      seen.has(telling.passage) ||
      statement.penalty > 0.4 ||
      passage.sentences[0]?.span.start !== statement.span.start ||
      used.some((other) => overlaps(other, statement.span))
    )
      continue
    seen.add(telling.passage)
    const title = sections[passage.section]?.title ?? ''
    if (asides.test(title) || otherwise.some((element) => promises(title, element))) continue
    const top = topSection(sections, passage.section)
    if (!explains.test(sections[top]?.title ?? '') && !explains.test(title)) continue
    if (asides.test(sections[top]?.title ?? '')) continue
    leads.set(top, [...(leads.get(top) ?? []), statement])
  }
  const best = [...leads.values()].sort((a, b) => b.length - a.length)[0] ?? []
  // The easiest to follow of many, in the order of the text.
  const chosen = new Set([...best].sort((a, b) => a.penalty - b.penalty).slice(0, Math.min(3, most)))
  return best.filter((statement) => chosen.has(statement)).map(({clip}) => clip(words))
}

/** The section of the second level that a section belongs to. */
function topSection(sections: Source['proposal']['sections'], index: number): number {
  const section = sections[index]
  const parent = section?.parent
  if (parent === undefined || (sections[parent]?.depth ?? 0) <= 1) return index
  return topSection(sections, parent)
}

function lineOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return text.slice(start, end < 0 ? text.length : end)
}
