import type {Proposal} from '../analysis/proposal.ts'
import type {Clipping} from './clip.ts'

/** Keys of a front matter that say how far a proposal has come. */
const keys = /^(?:status|stage|state|implementation|implemented|updates?)$/i
const unsaid = /⟨|^(?:n\/a|none|tbd|todo|\?+|null|~)?$|^["']?["']?$|^\[/i

/** How far a proposal has come, as its front matter says it: "Stage: recommended". */
export function stateIn({text, frontMatter: {span, fields}}: Proposal): Clipping | undefined {
  const lines = text.slice(span.start, span.end)
  const parts = Object.entries(fields).flatMap(([key, value]) => {
    if (!keys.test(key)) return []
    const said = Array.isArray(value) ? value[0] : value
    if (typeof said !== 'string' || unsaid.test(said.trim()) || said.length > 120) return []
    const line = new RegExp(
      String.raw`^${key}[ \t]*:[^\S\n]*(?:\r?\n[ \t]*-[ \t]*)?["']?(.+?)["']?[ \t]*\r?$`,
      'm'
    ).exec(lines)
    if (!line?.[1] || line[1] !== said.trim()) return []
    const start = span.start + line.index
    const end = start + line[0].lastIndexOf(said.trim()) + said.trim().length
    const words = `${key.charAt(0).toUpperCase()}${key.slice(1)}: ${said.trim()}`
    return [{words, span: {start, end}}]
  })
  const [first] = parts
  if (!first) return undefined
  return {
    words: parts
      .map(({words}, index) => (index > 0 ? words.charAt(0).toLowerCase() + words.slice(1) : words))
      .join('; '),
    span: {start: first.span.start, end: parts.at(-1)?.span.end ?? first.span.end},
    parts: parts.map(({span}) => span)
  }
}

/** What a front matter says the proposal is about, where it says so in a sentence: "description: …". */
export function digestIn({text, frontMatter: {span, fields}}: Proposal): Clipping | undefined {
  const said = [fields.description, fields.summary, fields.abstract, fields.subtitle].find(
    (value): value is string => typeof value === 'string' && value.trim().split(/\s+/).length > 5
  )
  if (!said || said.length > 400 || unsaid.test(said.trim())) return undefined
  // It may run over several lines.
  const words = said.trim().split(/\s+/)
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(String.raw`\s+`)
  const found = new RegExp(pattern).exec(text.slice(span.start, span.end))
  if (!found) return undefined
  const start = span.start + found.index
  const at = {start, end: start + found[0].length}
  return {words: words.join(' '), span: at, parts: [at]}
}
