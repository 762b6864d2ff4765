import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {overlaps} from '../analysis/span.ts'
import {type AskLine, askLinesOf} from './ask-lines.ts'
import {alike, choose} from './choose.ts'
import {type Clipping, clipSentence} from './clip.ts'
import type {Source, Statement} from './statements.ts'

/** What happened to a proposal since an earlier version of it. */
export interface Progress {
  /** Asks that were answered since. */
  readonly answered: readonly AskLine[]
  /** Items of its task lists that were ticked since. */
  readonly done: readonly Clipping[]
  /** What it now tells of where the work stands and did not before. */
  readonly told: readonly Clipping[]
  /** What else is new in it. */
  readonly changed: readonly Clipping[]
}

/** @param before the earlier version */
export function progressSince(source: Source, before: Proposal): Progress {
  const {proposal} = source
  const old = new Set(before.passages.flatMap(({sentences}) => sentences.map(({words}) => key(words))))
  const fresh = (statement: Statement) =>
    statement.tellings.every(({span, passage}) => {
      const own = proposal.passages[passage]
      const words = own?.sentences.find((sentence) => overlaps(sentence.span, span))?.words
      return words !== undefined && !old.has(key(words))
    })
  const onlyFresh = {
    ...source,
    statements: source.statements.filter(({kind}) => kind !== 'list').filter(fresh)
  }
  const answered = askLinesOf(source, 20).filter(
    (line) =>
      line.state !== 'open' &&
      !before.asks.some((ask) => ask.answer.state === line.state && isLine(ask, line))
  )
  const ticked = new Set(before.passages.filter(({checked}) => checked).map(({plain}) => key(plain)))
  const done = proposal.passages
    .filter(({checked, plain, span}, index) => {
      const isAsk = proposal.asks.some((ask) => ask.passage === index || overlaps(ask.span, span))
      return checked === true && !isAsk && !ticked.has(key(plain))
    })
    .flatMap((passage) => {
      const [first] = passage.sentences
      return first ? [clipSentence(proposal, passage, first.span, 20)] : []
    })
  const used = [...answered, ...done].map(({span}) => span)
  const told = choose(onlyFresh, 'progress', {most: 3, words: 70, used})
  const changed = (['timeframe', 'work', 'downside'] as const)
    .flatMap((element) =>
      choose(onlyFresh, element, {most: 1, words: 24, used: [...used, ...told.map(({span}) => span)]})
    )
    .filter(({words}, index, all) => all.findIndex((other) => alike(other.words, words)) === index)
  return {answered, done, told, changed: changed.slice(0, 2)}
}

function isLine({words}: {readonly words: string}, line: AskLine): boolean {
  return alike(words, line.what.words)
}

function key(words: string): string {
  return fold(words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' '))
}
