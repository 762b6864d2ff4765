import type {Root} from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {type Processor, unified} from 'unified'

const body = unified().use(remarkParse).use(remarkGfm).use(withoutTransforms).freeze()
const whole = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml', 'toml'])
  .use(withoutTransforms)
  .freeze()

/** Markdown (CommonMark, GFM, YAML or TOML front matter) to its syntax tree; any text parses. */
export function parseMarkdown(text: string): Root {
  return whole.parse(text)
}

/** The same for a stretch from the midst of a document, where no front matter is. */
export function parseBody(text: string): Root {
  return body.parse(text)
}

interface Extension {
  transforms?: unknown
}

/**
 * After parsing, GFM looks through all text once more for addresses that its tokenizer left alone, and replaces
 * them by links that have no place in the document. Nobody here asks for links, everybody for places: left out,
 * which also saves an eighth of the time.
 */
function withoutTransforms(this: Processor): void {
  const data = this.data() as {fromMarkdownExtensions?: (Extension | Extension[])[]}
  data.fromMarkdownExtensions = data.fromMarkdownExtensions?.flat().map(({transforms, ...rest}) => rest) ?? []
}
