import {fold} from '../analysis/plain-text.ts'
import type {Proposal} from '../analysis/proposal.ts'
import {type Clipping, cellsOf, clipRow, clipSentence, wordCount} from './clip.ts'

/** Keys of a front matter that say how far a proposal has come. */
const keys = /^(?:status|stage|state|implementation|implemented|updates?)$/i
const unsaid = /⟨|^(?:n\/a|none|tbd|todo|\?+|null|~)?$|^["']?["']?$|^\[/i

/** How far a proposal has come, as its front matter or else the lines at its top say it: "Stage: recommended". */
export function stateIn(proposal: Proposal): Clipping | undefined {
  return stateInFields(proposal) ?? stateAtTop(proposal)
}

/** A state that a proposal only has once it was decided on. */
const settled =
  /^(?:accepted|approved|implemented|implementable|rejected|declined|withdrawn|superseded|deferred|postponed|active|adopted|ratified|recommended|released|merged|shipped|final|done|completed?|closed|discontinued|true|yes)\b/i

/** Whether a proposal says itself, at its head, that it was decided: by its state, or by "accepted: true". */
export function isSettled(proposal: Proposal): boolean {
  const {accepted, approved} = proposal.frontMatter.fields
  if (
    [accepted, approved].some((value) => value === true || (typeof value === 'string' && settled.test(value)))
  )
    return true
  const words = stateIn(proposal)?.words ?? ''
  return closing.test(words) || words.split(/; |: /).some((part) => settled.test(part.replace(/^\W+/, '')))
}

function stateInFields({text, frontMatter: {span, fields}}: Proposal): Clipping | undefined {
  const lines = text.slice(span.start, span.end)
  const parts = Object.entries(fields).flatMap(([key, value]) => {
    if (!keys.test(key)) return []
    const said = Array.isArray(value) ? value[0] : value
    if (typeof said !== 'string' || unsaid.test(said.trim()) || said.length > 120) return []
    const line = new RegExp(
      String.raw`^${key}[ \t]*:[^\S\n]*(?:\r?\n[ \t]*-[ \t]*)?["']?(.+?)["']?[ \t]*\r?$`,
      'm'
    ).exec(lines)
    if (line?.[1]?.replace(/["']?\s+#.*$/, '') !== said.trim()) return []
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
      .map((words, index) => (index < parts.length - 1 ? words.replace(/[.;]+$/, '') : words))
      .join('; '),
    span: {start: first.span.start, end: parts.at(-1)?.span.end ?? first.span.end},
    parts: parts.map(({span}) => span)
  }
}

/** Among how many passages at the top a state is looked for. */
const top = 20
const label = /^(?:(?:rfc|proposal|current|project) )?(?:status|stage|state)$/i
const line =
  /^[ \t]*(?:(?:rfc|proposal|current|project) )?(?:status|stage|state)[ \t]*:[ \t]*(\S[^\n]*?)[ \t]*$/im
/** "Accepted in the 1.4 release.": a line of its own. */
const outcome =
  /^(?:accepted|implemented|approved|rejected|withdrawn|deferred|superseded|merged|released|shipped|postponed)\b[^,;:]{0,60}$/i
/** "Note: this call has now been closed." */
const closing =
  /\b(?:rf[pc]|proposal|call|round|programme?|project|petition|pitch) (?:has|is|was) (?:(?:now|already|since) )?(?:been )?(?:closed|withdrawn|superseded|cancell?ed|discontinued|abandoned)\b/i
/** Among how many passages at the top such a note is looked for. */
const opening = 4
/** Words to choose from are a template's. */
const choices = /[|⟨<]|\/\w+\/|\w\s*\/\s*\w+\s*\//

function stateAtTop(proposal: Proposal): Clipping | undefined {
  for (const [index, passage] of proposal.passages.slice(0, top).entries()) {
    if (proposal.boilerplate[index] || passage.struck) continue
    if (passage.kind === 'row') {
      const [name, state, ...more] = cellsOf(proposal, passage)
      if (name && state && more.length === 0 && label.test(name.words) && isState(state.words))
        return clipRow(proposal, passage)
      continue
    }
    const found = line.exec(passage.plain)
    const words = fold(found?.[0] ?? '')
    if (found && isState(found[1] ?? '')) {
      const start = passage.span.start + found.index + found[0].search(/\S/)
      const span = {start, end: passage.span.start + found.index + found[0].trimEnd().length}
      return {words, span, parts: [span]}
    }
    const note = index < opening ? passage.sentences.find((one) => closing.test(one.words)) : undefined
    if (note) return clipSentence(proposal, passage, note.span)
    const [only, ...others] = passage.sentences
    if (only && others.length === 0 && index < 8 && outcome.test(only.words))
      return clipSentence(proposal, passage, only.span)
  }
  return undefined
}

function isState(words: string): boolean {
  return !unsaid.test(words.trim()) && !choices.test(words) && wordCount(words) <= 8
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
