import type {Root} from 'mdast'
import {type Extension, fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFor} from './gfm.ts'
import {tamed} from './tame.ts'

const matters = ['yaml', 'toml'] as const
const matterSyntax = frontmatter([...matters])
const gfm = gfmFromMarkdown().map(withoutTransforms)
const gfmAndMatter = [...gfm, frontmatterFromMarkdown([...matters])]

// Where its tokenizer begins to read front matter and finds no end, it takes no list and no quote for one below.
const matter = /^(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:[\s\S]*?(?:\r\n|\n|\r))?\1[ \t]*(?:[\r\n]|$)/

/**
 * Markdown (CommonMark, GFM, YAML or TOML front matter) to its syntax tree; any text parses. What no writer nests so
 * deep is left out: see `tamed`.
 */
export function parseMarkdown(text: string): Root {
  return parseWhole(text).tree
}

/** The same, and whether the text was `tame`: nothing of it was left out. */
export function parseWhole(text: string): {readonly tree: Root; readonly tame: boolean} {
  const tame = tamed(text)
  return {tree: parseStretch(tame, true), tame: tame === text}
}

/**
 * The same for a stretch of a document that needs no taming.
 * @param head whether it begins where the document does: only there front matter is read as such
 */
export function parseStretch(text: string, head: boolean): Root {
  return head && matter.test(text)
    ? fromMarkdown(text, {extensions: [gfmFor(text), matterSyntax], mdastExtensions: gfmAndMatter})
    : fromMarkdown(text, {extensions: [gfmFor(text)], mdastExtensions: gfm})
}

/**
 * After parsing, GFM looks through all text once more for addresses that its tokenizer left alone, and replaces
 * them by links that have no place in the document. Nobody here asks for links, everybody for places: left out,
 * which also saves an eighth of the time.
 */
function withoutTransforms({transforms, ...rest}: Extension): Extension {
  return rest
}
