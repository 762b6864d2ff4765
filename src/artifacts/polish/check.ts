import {parseMarkdown} from '../../analysis/parse.ts'
import {lengthOf} from '../artifact.ts'
import {asksChanged} from './asks.ts'
import {quoted, shortened, without} from './differences.ts'
import {partsOf} from './parts.ts'
import type {Node} from './plain.ts'
import {partsChanged} from './shape.ts'
import {wordsChanged} from './words.ts'

/** A reworded artifact, and why it is not to be offered. */
export interface Polished {
  /** The reworded text, as it is to replace the artifact. */
  readonly text: string
  /** What was changed, lost or added that had to stay, each in a clause; empty where nothing was. */
  readonly reasons: readonly string[]
}

/**
 * Checks what a language model made of an artifact: its parts, asks, numbers, amounts, dates, names, links,
 * quotations and places to fill in must be those of the artifact, where they were, and what each part says, too.
 * @param source the artifact as it was given to the model
 * @param answer all that the model said
 */
export function polished(source: string, answer: string): Polished {
  const text = unwrapped(source, answer)
  const longer = grown(source, text)
  // What is far too long is looked at no further.
  if (longer.length > 0) return {text, reasons: longer}
  const [before, after] = [partsOf(source), partsOf(text)]
  const shape = [...asksChanged(before, after), ...partsChanged(before, after)]
  const reasons =
    shape.length > 0
      ? shape
      : before.length !== after.length
        ? ['its parts are not those of the text']
        : before.flatMap((part, index) => wordsChanged(part, after[index] ?? part, [source, text]))
  return {
    text,
    reasons: [...new Set([...reasons, ...linksChanged(source, text), ...hidden(source, text)])]
  }
}

/** The answer without a fence around it, with the line endings and the end of the source. */
function unwrapped(source: string, answer: string): string {
  const lines = answer.replace(/\r\n?/g, '\n').trim()
  const [first = '', ...rest] = lines.split('\n')
  const [fence] = /^(?:```|~~~|=====)/.exec(first) ?? []
  const fenced = fence && rest.at(-1)?.startsWith(fence) && !source.startsWith(fence)
  const inside = fenced ? rest.slice(0, -1).join('\n') : undefined
  const eol = source.includes('\r\n') ? '\r\n' : '\n'
  const end = /\s*$/.exec(source)?.[0] ?? ''
  return (inside ?? lines).trim().replaceAll('\n', eol) + end
}

/** Links, pictures and HTML are those of the source. */
function linksChanged(source: string, text: string): string[] {
  const [was, is] = [source, text].map(addressesIn)
  if (!was || !is) return []
  return [
    ...without(was, is, String).map((address) => `the link to ${quoted(shortened(address))} is lost`),
    ...without(is, was, String).map((address) => `a link to ${quoted(shortened(address))} is added`)
  ]
}

function addressesIn(text: string): string[] {
  if (!/[<\]@]|:\/\/|www\./i.test(text.replace(/^[ \t]*- \[[ x]\] /gm, ''))) return []
  const found: string[] = []
  const walk = (node: Node): void => {
    if (node.url !== undefined) found.push(node.url)
    if (node.type === 'html' && node.value !== undefined) found.push(node.value)
    node.children?.forEach(walk)
  }
  walk(parseMarkdown(text))
  return found
}

/** A recap that is longer than what it recaps is none. */
function grown(source: string, text: string): string[] {
  const [was, is] = [lengthOf(source), lengthOf(text)]
  const far = text.length > 2 * source.length + 500
  return far || is > Math.max(was * 1.1, was + 8) ? [`it has grown from ${was} to ${is} words`] : []
}

/** Characters that nobody sees can turn the order of what is read, or hide words. */
function hidden(source: string, text: string): string[] {
  const unseen = /[^\P{C}\t\r\n]/gu
  const own = new Set(source.match(unseen) ?? [])
  return (text.match(unseen) ?? []).some((one) => !own.has(one))
    ? ['a character that cannot be seen is added']
    : []
}
