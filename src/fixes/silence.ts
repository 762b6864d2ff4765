import type {Proposal} from '../analysis/proposal.ts'
import {contains, type Span} from '../analysis/span.ts'
import type {Finding} from '../rules/rule.ts'
import type {Fix} from './fix.ts'
import {styleOf} from './style.ts'

/**
 * The comments that keep a rule from speaking at the block that a finding stands in; undefined where what is
 * missing has no place in the text.
 */
export function silenceHere(proposal: Proposal, {rule, span, homeless}: Finding): Fix | undefined {
  const block = homeless ? undefined : blockOf(proposal, span)
  if (!block) return undefined
  const {eol} = styleOf(proposal)
  return {
    title: `Disable ${rule.id} here`,
    kind: 'quickfix.buyIn.silence.line',
    edits: [
      {
        span: {start: block.start, end: block.start},
        content: [`<!-- buy-in-disable ${rule.id} -->${eol}${eol}`]
      },
      {span: {start: block.end, end: block.end}, content: [`${eol}${eol}<!-- buy-in-enable ${rule.id} -->`]}
    ]
  }
}

/** The comment that keeps a rule from speaking in a whole document. */
export function silenceInFile(proposal: Proposal, {rule}: Finding): Fix {
  const {eol} = styleOf(proposal)
  const at = proposal.frontMatter.span.end
  const comment = `<!-- buy-in-disable ${rule.id} -->`
  const content = at === 0 ? `${comment}${eol}${eol}` : `${eol}${eol}${comment}`
  return {
    title: `Disable ${rule.id} in this file`,
    kind: 'quickfix.buyIn.silence.document',
    edits: [{span: {start: at, end: at}, content: [content]}]
  }
}

/** The heading, paragraph, list, table or quote that holds a span, as whole lines. */
function blockOf({text, sections, passages}: Proposal, span: Span): Span | undefined {
  const heading = sections.find((one) => one.heading && contains(one.heading, span))?.heading
  const block = heading ?? passages.find((passage) => contains(passage.span, span))?.block
  if (!block) return undefined
  const start = text.lastIndexOf('\n', block.start - 1) + 1
  const end = /[\r\n]|$/.exec(text.slice(block.end))?.index ?? 0
  return {start, end: block.end + end}
}
