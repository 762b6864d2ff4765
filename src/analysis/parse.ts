import type {Root} from 'mdast'
import {type Extension, fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfmFor} from './gfm.ts'
import {tamed} from './tame.ts'

const matters = ['yaml', 'toml'] as const
const matterSyntax = frontmatter([...matters])
const mdastExtensions = [...gfmFromMarkdown(), frontmatterFromMarkdown([...matters])].map(withoutTransforms)

/**
 * Markdown (CommonMark, GFM, YAML or TOML front matter) to its syntax tree; any text parses. What no writer nests so
 * deep is left out: see `tamed`.
 */
export function parseMarkdown(text: string): Root {
  const tame = tamed(text)
  return fromMarkdown(tame, {extensions: [gfmFor(tame), matterSyntax], mdastExtensions})
}

/**
 * After parsing, GFM looks through all text once more for addresses that its tokenizer left alone, and replaces
 * them by links that have no place in the document. Nobody here asks for links, everybody for places: left out,
 * which also saves an eighth of the time.
 */
function withoutTransforms({transforms, ...rest}: Extension): Extension {
  return rest
}
