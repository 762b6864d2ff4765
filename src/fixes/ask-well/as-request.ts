import {groupWord} from '../../analysis/asks/phrases.ts'
import {startsWithVerb} from '../../analysis/lexicon.ts'
import type {Proposal} from '../../analysis/proposal.ts'
import type {Span} from '../../analysis/span.ts'
import type {Edit, Fix} from '../fix.ts'
import {replace, sentenceAt} from './sentence-at.ts'

// Demands, up to the verb, and how to ask for the same; a question ends with its mark.
const demands: readonly (readonly [RegExp, string, boolean])[] = [
  [
    /^you (?:must|have to|need to|will have to|had better|(?:really )?should|are to) (?:immediately |now |finally )?(?!not\b|be\b)/i,
    'Could you ',
    true
  ],
  [
    /^(?:it is|it['’]s) (?:imperative|essential|critical|mandatory|crucial|vital) (?:that you|for you to) (?:immediately )?(?!not\b|be\b)/i,
    'Could you ',
    true
  ],
  [
    /\b(?<=(?:^|[.;] )?)we (?:demand|insist|require|expect|need) (?:that )?(?:of )?you (?:to )?(?:immediately )?(?!not\b|be\b)/i,
    'we ask you to ',
    false
  ],
  [/^you are (?:required|expected|obliged|supposed) to (?:immediately )?/i, 'We ask you to ', false],
  [/^we demand that (?=(?:the |our |your |all )[^,;]{2,40}? (?:to )?\w)/i, 'We ask that ', false],
  [/^we (?:demand|insist on) (?=(?:the|a|an|an end|more|less|better|that)\b)/i, 'We ask for ', false]
]
// "The platform team must review it."
const must = new RegExp(
  String.raw`^((?:[Tt]he|[Yy]our) (?:[\w'’-]+ ){0,3}?${groupWord}) (?:must|has to|have to|needs to|need to) (?:immediately )?(?=\w)`
)

/** Turns a demand into a request for the same thing. */
export function asRequest(proposal: Proposal, span: Span): Fix | undefined {
  const sentence = sentenceAt(proposal, span)
  if (!sentence) return undefined
  const {plain} = sentence
  const fix = (edits: readonly (Edit | undefined)[]): Fix | undefined => {
    const all = edits.flatMap((edit) => edit ?? [])
    return all.length === edits.length
      ? {title: 'Put it as a request', kind: 'refactor.rewrite.buyIn.ask.request', edits: all}
      : undefined
  }
  for (const [pattern, request, question] of demands) {
    const match = pattern.exec(plain)
    if (!match) continue
    const end = match.index + match[0].length
    if (/^(?:Could you|We ask you to|we ask you to) $/.test(request) && !startsWithVerb(plain.slice(end)))
      continue
    const words = match.index === 0 ? request.charAt(0).toUpperCase() + request.slice(1) : request
    const closing = /[.!]+\s*$/.exec(plain)
    return fix([
      replace(proposal, sentence, match.index, end, [words]),
      ...(question && closing
        ? [replace(proposal, sentence, closing.index, closing.index + closing[0].trimEnd().length, ['?'])]
        : [])
    ])
  }
  const match = must.exec(plain)
  const group = match?.[1]
  if (!match || !group || !startsWithVerb(plain.slice(match[0].length))) return undefined
  return fix([
    replace(proposal, sentence, 0, match[0].length, [
      `We ask ${group.charAt(0).toLowerCase()}${group.slice(1)} to `
    ])
  ])
}
