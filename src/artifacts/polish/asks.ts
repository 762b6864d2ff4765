import {fold} from '../../analysis/plain-text.ts'
import {quoted, shortened, without} from './differences.ts'
import type {Part} from './parts.ts'
import {plainOf} from './plain.ts'
import {factsChanged} from './words.ts'

interface AskLine {
  readonly line: string
  readonly whom: string
  readonly ticked: boolean
  readonly struck: boolean
  /** What stands in brackets at the end. */
  readonly state: string
  readonly what: string
}

function askIn({text}: Part): AskLine {
  const [, tick = '', rest = ''] = /^[-*+]\s+\[([ xX])\]\s+(.*)/.exec(text) ?? []
  const [, whom = '', said = ''] = /^\*\*([^*]+)\*\*:?(.*)/.exec(rest) ?? ['', '', rest]
  const end = /\(([^()]*)\)\.?$/.exec(said.trim())
  const [state, what] = [end?.[1] ?? '', said.trim().slice(0, end?.index).trim()]
  return {
    line: text,
    whom: whom.replace(/:$/, ''),
    ticked: /x/i.test(tick),
    struck: what.includes('~~'),
    state,
    what
  }
}

/** What became of the asks: each keeps whom it asks, what, by when, its tick and how it stands. */
export function asksChanged(before: readonly Part[], after: readonly Part[]): string[] {
  const [asked, now] = [before, after].map((parts) => parts.filter(({kind}) => kind === 'ask').map(askIn))
  if (!asked || !now) return []
  if (asked.length !== now.length) {
    const lost = without(asked, now, ({whom, what}) => `${whom} ${contentOf(what).join(' ')}`)
    const added = without(now, asked, ({whom, what}) => `${whom} ${contentOf(what).join(' ')}`)
    return asked.length > now.length
      ? lost.slice(0, asked.length - now.length).map(({whom}) => `the ask of ${quoted(whom)} is lost`)
      : added.slice(0, now.length - asked.length).map(({whom}) => `an ask of ${quoted(whom)} is added`)
  }
  return asked.flatMap((ask, index): string[] => {
    const other = now[index] ?? ask
    if (other.line === ask.line) return []
    const of = `the ask of ${quoted(ask.whom)}`
    if (other.whom !== ask.whom) return [`${of} is now one of ${quoted(other.whom)}`]
    if (other.ticked !== ask.ticked) return [`${of} is ${other.ticked ? 'now ticked' : 'no longer ticked'}`]
    if (other.struck !== ask.struck)
      return [`${of} is ${other.struck ? 'now struck out' : 'no longer struck out'}`]
    if (fold(other.state) !== fold(ask.state))
      return [`${of} says ${quoted(other.state)} where it said ${quoted(ask.state)}`]
    const facts = factsChanged(plainOf(ask.what), plainOf(other.what))
    if (facts.length > 0) return facts.map((fact) => `in ${of}, ${fact}`)
    const [was, is] = [contentOf(ask.what), contentOf(other.what)]
    const at = was.findIndex((word, place) => word !== is[place])
    if (at < 0 && was.length === is.length) return []
    return [`${of} no longer asks the same: ${quoted(shortened(other.what))}`]
  })
}

/** The words of an ask that say what is asked: all but those that make a sentence of it. */
function contentOf(words: string): string[] {
  return (
    plainOf(words)
      .toLowerCase()
      .match(/⟨[^⟨⟩]*⟩|[\p{L}\p{M}\p{N}]+(?:['’.,:/-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  ).filter((word) => !/^(?:a|an|the|to|and|please|kindly)$/.test(word))
}
