import {fold} from './plain-text.ts'
import type {Proposal} from './proposal.ts'

const group =
  /\b((?:(?!(?:the|our|your|their|its|each|every|all|any|no|this|that|a|an|one|of|to|by|with|from|and|or|in|on|at|for|as|is|are|was|we|I)\b)[\p{L}’'-]+ ){1,2}(?:team|group|committee|board|department|council|desk|office|crew|foundation|maintainers|owners))\b/giu
/** "Mira moves the shelves.", "Deciding: the board". */
const doer = /^(\p{Lu}\p{Ll}+)(?= (?:will\b|and \p{Lu}|(?!is\b|was\b|has\b)\p{Ll}{2,}s\b))/u
const role = /^(?:asked|affected|deciding|informed|owner|contact)\s*:\s*(?:the )?([^,.;⟨⟩]{2,40})/iu
const noName =
  /^(?:this|that|these|those|it|each|every|everybody|somebody|nobody|there|what|who|which|one|all|our|no)$/i

/** Who is named in a document, as it names them, without "the"; who is asked comes first, then who is named most. */
export function peopleIn({asks, passages, boilerplate}: Proposal): string[] {
  const counts = new Map<string, {words: string; count: number}>()
  const take = (words: string, weight: number) => {
    const name = fold(words).replace(/^(?:the|our) /i, '')
    if (name === '' || noName.test(name) || /^(?:you|everyone|anyone)$/i.test(name)) return
    const known = counts.get(name.toLowerCase())
    if (known) known.count += weight
    else counts.set(name.toLowerCase(), {words: name, count: weight})
  }
  for (const {whom} of asks) if (whom) take(whom.words, 100)
  passages.forEach(({content: {sentences, kind}}, index) => {
    if (boilerplate[index]) return
    for (const {words} of sentences) {
      for (const match of words.matchAll(group)) take(match[1] ?? '', 1)
      if (kind === 'item') take(role.exec(words)?.[1] ?? doer.exec(words)?.[1] ?? '', 1)
    }
  })
  return Array.from(counts.values())
    .sort((a, b) => b.count - a.count)
    .map(({words}) => words)
}
