import type {Root} from 'mdast'
import {fromMarkdown, type Extension as TreeExtension} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {frontmatter} from 'micromark-extension-frontmatter'
import type {Extension} from 'micromark-util-types'
import {gfmFor} from './gfm.ts'
import {tamed} from './tame.ts'
import {type MarkdownNode, treeOf} from './tree.ts'

const matters = ['yaml', 'toml'] as const
const matterSyntax = frontmatter([...matters])
const gfmAndMatter = [...gfmFromMarkdown().map(withoutTransforms), frontmatterFromMarkdown([...matters])]

// Where its tokenizer begins to read front matter and finds no end, it takes no list and no quote for one below.
const matter = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?\1[ \t]*(?:[\r\n]|$)/

/**
 * Markdown (CommonMark, GFM, YAML or TOML front matter) to its syntax tree; any text parses. What no writer nests so
 * deep is left out: see `tamed`.
 */
export function parseMarkdown(text: string): Root {
  const tame = tamed(text)
  return fromMarkdown(tame, {extensions: syntaxOf(tame, true), mdastExtensions: gfmAndMatter})
}

/** The same, as far as it is needed to read a proposal, and whether the text was `tame`: nothing of it was left out. */
export function parseWhole(text: string): {readonly tree: MarkdownNode; readonly tame: boolean} {
  const tame = tamed(text)
  return {tree: parseStretch(tame, true), tame: tame === text}
}

/**
 * The same for a stretch of a document that needs no taming.
 * @param head whether it begins where the document does: only there front matter is read as such
 */
export function parseStretch(text: string, head: boolean): MarkdownNode {
  return treeOf(text, syntaxOf(text, head))
}

function syntaxOf(text: string, head: boolean): Extension[] {
  return head && matter.test(text) ? [gfmFor(text), matterSyntax] : [gfmFor(text)]
}

/**
 * After parsing, GFM looks through all text once more for addresses that its tokenizer left alone, and replaces
 * them by links that have no place in the document. Nobody here asks for links, everybody for places: left out,
 * which also saves an eighth of the time.
 */
function withoutTransforms({transforms, ...rest}: TreeExtension): TreeExtension {
  return rest
}
