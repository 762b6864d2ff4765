import type {Hover} from 'vscode-languageserver'
import {extract} from '../artifacts/extract.ts'
import {pageOf} from '../rules/page.ts'
import type {Finding} from '../rules/rule.ts'
import {rangeOf} from './convert.ts'
import type {Read} from './documents.ts'

/** What a hover says about the findings at an offset: why it matters, what a good one looks like, what nearly counts. */
export function hoverAt({document, proposal, shown}: Read, offset: number): Hover | undefined {
  const here = shown.find(({findings: [first]}) => first.span.start <= offset && offset <= first.span.end)
  if (!here) return undefined
  const value = here.findings.map((finding) => section(finding, proposal)).join('\n\n---\n\n')
  return {range: rangeOf(document, here.findings[0].span), contents: {kind: 'markdown', value}}
}

function section({rule, missing, nearly}: Finding, proposal: Read['proposal']): string {
  const title = missing ?? rule.missing ?? rule.title
  const near = nearly
    .filter(({cues}) => cues.length > 0)
    .slice(0, 1)
    .map(({best, cues}) => {
      const {words} = extract(proposal, best)
      return `Nearly there: “${escaped(shorten(words))}” (because of ${cues.map((cue) => `“${escaped(cue)}”`).join(', ')})`
    })
  return [
    `**${title.charAt(0).toUpperCase()}${title.slice(1)}.** ${rule.why}`,
    `_For example:_ ${rule.good}`,
    ...near,
    `[${rule.id}](${pageOf(rule.id)})`
  ].join('\n\n')
}

function shorten(words: string): string {
  return words.length > 160 ? `${words.slice(0, 157)}…` : words
}

/** The document's own words must not become markup in the hover. */
function escaped(words: string): string {
  return words.replace(/[\\`*_{}[\]()#+\-.!<>|~]/g, '\\$&')
}
