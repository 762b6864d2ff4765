import type {Passage} from '../passages.ts'
import {fold} from '../plain-text.ts'
import type {FrontMatter, Slot} from '../proposal.ts'
import {namesDecider} from './phrases.ts'
import {filled, slotAt} from './slot.ts'

const opening = 12

/**
 * Whom a document's header says that it is for, or who decides: "Prepared for: the school board", "Decider: Kim",
 * `teams:` of the front matter, "Tea House — Client Proposal". Whoever is asked below without being named is asked there.
 */
export function headerWhom(
  text: string,
  frontMatter: FrontMatter,
  passages: readonly Passage[],
  title: Slot | undefined
): Slot | undefined {
  const block = text.slice(frontMatter.span.start, frontMatter.span.end)
  for (const {1: name = '', 2: value = '', index} of block.matchAll(
    /^([\w -]+):[ \t]*((?:[^\r\n]+|(?:\r?\n[ \t]*-[ \t]+[^\r\n]+)+))/gm
  )) {
    if (!namesDecider(name) || value.trim() === '') continue
    const start = frontMatter.span.start + index + block.slice(index).indexOf(value, name.length)
    const words = fold(value.replace(/(?:^|[\r\n])[ \t]*-[ \t]*/g, ', ').replace(/[[\]"']/g, '')).replace(
      /^, /,
      ''
    )
    return filled({span: {start, end: start + value.length}, words: words.replace(/ , /g, ', ')})
  }
  for (const passage of passages.slice(0, opening)) {
    for (const {1: name = '', 2: value = '', index} of passage.plain.matchAll(
      /(?:^|[\r\n])[ \t]*([A-Za-z][A-Za-z -]{1,24}?)[ \t]*:[ \t*_]*([^\r\n]{2,80})/g
    )) {
      if (!namesDecider(name) || value.trim().split(/\s+/).length > 9) continue
      const at = passage.plain.indexOf(value, index + name.length)
      return filled(slotAt(passage, passage.span.start, at, value))
    }
  }
  const client = title && /^([^–—]{2,40}) [–—]{1,2} client proposal\b/i.exec(title.words)?.[1]
  const start = client ? text.indexOf(client, title.span.start) : -1
  return client && start >= 0 && start < title.span.end
    ? {span: {start, end: start + client.length}, words: client}
    : undefined
}
