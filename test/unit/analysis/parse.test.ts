import assert from 'node:assert/strict'
import fc from 'fast-check'
import type {Root} from 'mdast'
import {fromMarkdown} from 'mdast-util-from-markdown'
import {frontmatterFromMarkdown} from 'mdast-util-frontmatter'
import {gfmFromMarkdown} from 'mdast-util-gfm'
import {frontmatter} from 'micromark-extension-frontmatter'
import {gfm} from 'micromark-extension-gfm'
import type {Extension} from 'micromark-util-types'
import {parseMarkdown, parseWhole} from '../../../src/analysis/parse.ts'
import type {MarkdownNode} from '../../../src/analysis/tree.ts'
import {markdown} from '../markdown.ts'
import {examples, proposals, specification} from './edits.ts'

/**
 * GFM as it comes, but for the links that it makes of text once it has parsed it; with front matter where there is some:
 * where its tokenizer finds no end of it, it takes no list and no quote for one below.
 */
function asItComes(text: string): Root {
  const whole = withSyntax(text, [gfm(), frontmatter(matters)])
  return whole.children.some(({type}) => matters.some((matter) => matter === type))
    ? whole
    : withSyntax(text, [gfm()])
}

const matters: ('yaml' | 'toml')[] = ['yaml', 'toml']

function withSyntax(text: string, extensions: Extension[]): Root {
  return fromMarkdown(text, {
    extensions,
    mdastExtensions: [...gfmFromMarkdown(), frontmatterFromMarkdown(matters)].map(
      ({transforms, ...rest}) => rest
    )
  })
}

/** What is left of a tree where only what is read of a proposal is kept. */
function slim(node: MarkdownNode): unknown {
  const {type, position, children, value, depth, checked, identifier} = node
  return {
    type,
    ...(type === 'root' ? {} : {from: position?.start.offset, to: position?.end.offset}),
    ...(['text', 'html', 'yaml', 'toml'].includes(type) ? {value} : {}),
    ...(type === 'heading' ? {depth} : {}),
    ...(type === 'listItem' ? {checked: checked ?? undefined} : {}),
    ...(['definition', 'footnoteDefinition'].includes(type) ? {identifier} : {}),
    children: (children ?? []).map(slim)
  }
}

function isRead(text: string): void {
  assert.deepEqual(slim(parseWhole(text).tree), slim(parseMarkdown(text)), JSON.stringify(text))
}

const sign = fc.constantFrom(
  ...[
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
    '[^a]: ',
    '\u0000',
    '\uFEFF',
    '\u2028'
  ],
  ...['| a | b |\n|---|---|\n', '|', 'a | b', '-|-', ':-', ':-:', '---', '===', '~~', '*', '_', '`', '```\n'],
  ...['[', '](', '](b)', '<', '>', '<!--', '-->', '&amp;', '\\', '![', 'word', 'h', 'é', '.', '/', '😀', 'ſ'],
  ...['http://a.b', 'https://c.d/e_f(g)', 'HTTP://x.y', 'httpſ://a.b', 'www.a.b', 'WWW.c', 'ww'],
  ...['a@b.c', 'a.b-c+d_e@f-g.h_i', '@', 'x@', '@y', '/a@b.c', 'mailto:a@b.c']
)

describe('The parser', () => {
  it('finds addresses and tables wherever GFM does', () => {
    const text =
      'Write to mo@example.org, (www.example.org) or see https://example.org/a_b.\n\na | b\n-|-\nc | d\ne\n\n> x\n> :-\n'
    const tree = parseMarkdown(text)
    assert.deepEqual(tree, asItComes(text))
    assert.deepEqual(
      tree.children.map(({type}) => type),
      ['paragraph', 'table', 'blockquote']
    )
    const [paragraph] = tree.children
    assert.equal(
      paragraph?.type === 'paragraph' && paragraph.children.filter(({type}) => type === 'link').length,
      3
    )
  })

  it('makes the same tree of any text', () => {
    const isSame = (text: string) => assert.deepEqual(parseMarkdown(text), asItComes(text))
    for (const text of ['---\n> ', '---\n- ', '+++\n1. a', '---\n> a\n---\n> b']) isSame(text)
    fc.assert(
      fc.property(fc.array(sign, {maxLength: 30}), (signs) => isSame(signs.join(''))),
      {numRuns: 500}
    )
  })

  it('makes the same of any text for a proposal, as far as that is read', function () {
    this.timeout(20_000)
    for (const text of [...specification, ...proposals.filter((_, at) => at % 10 === 0)]) isRead(text)
    fc.assert(
      fc.property(fc.array(sign, {maxLength: 30}), (signs) => isRead(signs.join(''))),
      {numRuns: 500}
    )
    fc.assert(
      fc.property(
        fc.oneof(
          markdown,
          fc.tuple(examples, examples).map((two) => two.join('\n'))
        ),
        isRead
      )
    )
  })
})
