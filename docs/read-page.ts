import type {RootContent} from 'mdast'
import {toString as wordsOf} from 'mdast-util-to-string'
import {parseMarkdown} from '../src/analysis/parse.ts'
import {spanOf} from '../src/analysis/plain-text.ts'

/** A page of `docs/rules`, taken apart. */
export interface Page {
  readonly title: string
  /** What stands between the title and the first section, as Markdown. */
  readonly lead: string
  /** By title, in the order of the page. */
  readonly sections: ReadonlyMap<string, PageSection>
}

export interface PageSection {
  readonly markdown: string
  /** The contents of the fenced Markdown blocks. */
  readonly examples: readonly string[]
  /** The words of the cells of all tables, without their headers. */
  readonly rows: readonly (readonly string[])[]
}

export function readPage(source: string): Page {
  const {children} = parseMarkdown(source)
  const titles = children.flatMap((node, at) =>
    node.type === 'heading' && node.depth <= 2 ? [{at, words: wordsOf(node), depth: node.depth}] : []
  )
  const parts = titles.map(({at, ...title}, index): [typeof title, PageSection] => [
    title,
    sectionOf(source, children.slice(at + 1, titles[index + 1]?.at))
  ])
  const [first, ...rest] = parts
  return {
    title: first?.[0].depth === 1 ? first[0].words : '',
    lead: first?.[1].markdown ?? '',
    sections: new Map(rest.map(([{words}, section]) => [words, section]))
  }
}

function sectionOf(source: string, nodes: readonly RootContent[]): PageSection {
  const [first] = nodes
  const last = nodes.at(-1)
  return {
    markdown: first && last ? source.slice(spanOf(first).start, spanOf(last).end) : '',
    examples: nodes.flatMap((node) => (node.type === 'code' && node.lang === 'markdown' ? [node.value] : [])),
    rows: nodes.flatMap((node) =>
      node.type === 'table'
        ? node.children.slice(1).map((row) => row.children.map((cell) => wordsOf(cell)))
        : []
    )
  }
}
