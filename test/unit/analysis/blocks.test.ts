import assert from 'node:assert/strict'
import fc from 'fast-check'
import type {Node} from 'mdast'
import {blockOutlineOf, rewordedOutline} from '../../../src/analysis/block-outline.ts'
import {type Blocks, blocksOf} from '../../../src/analysis/blocks.ts'
import type {Change} from '../../../src/analysis/change.ts'
import type {MarkdownNode} from '../../../src/analysis/tree.ts'
import {markdown} from '../markdown.ts'
import {edited, edits, examples, proposals} from './edits.ts'

interface Tree {
  readonly start: number
  /** Everything about the node and what it holds, with positions from its start on. */
  readonly source: string
}

function treeOf(node: MarkdownNode): Tree {
  const start = node.position?.start.offset ?? 0
  const source = JSON.stringify(node, (key, value: unknown) => {
    if (key !== 'position') return value
    const position = value as Node['position']
    return [(position?.start.offset ?? 0) - start, (position?.end.offset ?? 0) - start]
  })
  return {start, source}
}

/** Of code a change between its fences moves but the end. */
function recode({start, source}: Tree, {shift}: Change): Tree {
  return {start, source: source.replace(/\d+(?=\]\}$)/, (end) => String(Number(end) + shift))}
}

const trees = {read: treeOf, recode}

/** Reads trees, and counts how many. */
function counting() {
  const counter = {
    times: 0,
    read: (node: MarkdownNode) => {
      counter.times++
      return treeOf(node)
    }
  }
  return counter
}

const told = ({blocks, names}: Blocks<Tree>) => ({
  blocks: blocks.map(({type, start, end, names, read, shift}) => ({
    type,
    start,
    end,
    names,
    tree: read.source,
    at: read.start + shift
  })),
  names: [...names].sort()
})

function holds(original: string, changes: Parameters<typeof edited>[1][]): void {
  let text = original
  let blocks = blocksOf(text, trees)
  for (const change of changes) {
    text = edited(text, change)
    blocks = blocksOf(text, trees, blocks)
    assert.deepEqual(told(blocks), told(blocksOf(text, trees)))
  }
}

const codes = fc
  .tuple(
    fc.constantFrom('```', '````js', '~~~', '  ```text', '```mermaid'),
    fc.array(fc.constantFrom('let a = 1', '', '  ``', '    ```', '# b', '[a]: b', '<!--', '~~', '---'), {
      maxLength: 8
    }),
    fc.constantFrom('```', '````', '~~~', '')
  )
  .map(([open, lines, close]) => [open, ...lines, close].join('\n'))

const names = fc
  .array(
    fc.constantFrom(
      '[a]: /a',
      '[b  C]: <b> "t"',
      '[9]: 9',
      '[19]: /x',
      '[^n]: A note.',
      '[d]: /d\n"t"',
      '> [a]: b'
    ),
    {minLength: 1, maxLength: 6}
  )
  .map((lines) => lines.join('\n'))

describe('The blocks of a document', () => {
  it('are after any edits of the specification’s examples what they are afresh', () =>
    fc.assert(fc.property(examples, edits, holds), {numRuns: 120}))

  it('are after any edits of proposals what they are afresh', () =>
    fc.assert(fc.property(fc.constantFrom(...proposals), edits, holds), {numRuns: 20}))

  it('are after any edits of any text what they are afresh', () =>
    fc.assert(fc.property(markdown, edits, holds), {numRuns: 50}))

  it('are after any edits of code between fences what they are afresh', () =>
    fc.assert(
      fc.property(examples, codes, examples, edits, (above, code, below, changes) => {
        const text = `${above}\n\n${code}\n\n${below}`
        const [start, end] = [text.indexOf(code, above.length), above.length + 2 + code.length]
        holds(
          text,
          changes.map((change) => ({...change, at: (start + change.at * (end - start)) / text.length}))
        )
      }),
      {numRuns: 60}
    ))

  it('are after any edits of link definitions and footnotes what they are afresh', () =>
    fc.assert(
      fc.property(examples, names, edits, (above, defined, changes) => {
        const text = `${above}\n\nSee [a], [B c][], [d][b c], ![9] and [^n].\n\n- [9]\n  [19]\n\n${defined}`
        const start = text.length - defined.length
        holds(
          text,
          changes.map((change) => ({...change, at: (start + change.at * defined.length) / text.length}))
        )
      }),
      {numRuns: 60}
    ))

  it('are not lost where an indent goes, with a break of its line', () => {
    const text = 'A.\n\n\n  ```text\nx\n```\n\n#5 bolt\n\n[b]: /url\n'
    const blocks = blocksOf(text, trees)
    const later = `${text.slice(0, text.indexOf('  ```'))}B${text.slice(text.indexOf('\n\n[b]'))}`
    assert.deepEqual(told(blocksOf(later, trees, blocks)), told(blocksOf(later, trees)))
  })

  it('are no others below what was indented code', () => {
    holds('\tfoo\tbaz\t\tbim\n\n-\n\n  foo\n\n\tfoo\tbaz\t\tbim\n', [{at: 0, remove: 0, insert: '* '}])
    holds('* foo\n\n-\n\n  foo\n', [{at: 0, remove: 2, insert: '\t'}])
    holds('\tfoo\n\n- bar\n\n  foo\n', [{at: 0.6, remove: 3, insert: ''}])
  })

  it('are read again only where an edit has touched them', () => {
    const text = Array.from({length: 50}, (_, at) => `Paragraph ${at} says *this*.\n\n- a\n- b\n\n`).join('')
    const counter = counting()
    const before = blocksOf(text, {read: counter.read})
    counter.times = 0
    const at = text.indexOf('Paragraph 25')
    blocksOf(`${text.slice(0, at)}Long p${text.slice(at + 1)}`, {read: counter.read}, before)
    assert(counter.times > 0 && counter.times <= 3, `${counter.times} blocks`)
  })

  it('are not read again where a word becomes another one', () => {
    const text = Array.from(
      {length: 50},
      (_, at) => `Paragraph ${at} says *this*.\n\n- a\n- b [c](d)\n\n`
    ).join('')
    let read = 0
    const reader = {
      read: (node: MarkdownNode, source: string) => {
        read++
        return blockOutlineOf(node, source)
      },
      reword: rewordedOutline
    }
    const before = blocksOf(text, reader)
    read = 0
    for (const words of ['Paragraph 25', 'says', 'this', 'b [c]'])
      blocksOf(text.replace(words, `x${words}`), reader, before)
    assert.equal(read, 0)
    blocksOf(text.replace('[c]', '[cx]'), reader, before)
    assert(read > 0)
  })

  it('are not read again where code between its fences changes', () => {
    const code = Array.from({length: 50}, (_, at) => `let a${at} = [${at}]`).join('\n')
    const text = `Before.\n\n\`\`\`js\n${code}\n\`\`\`\n\nAfter.\n`
    const counter = counting()
    const before = blocksOf(text, {read: counter.read, recode})
    const change = (was: string, is: string) => {
      counter.times = 0
      const next = text.replace(was, is)
      assert.deepEqual(
        told(blocksOf(next, {read: counter.read, recode}, before)),
        told(blocksOf(next, trees))
      )
      return counter.times
    }
    assert.equal(change('a25 = [25]', '[b]: x\n\n# b'), 0)
    assert.equal(change('let a0', ''), 0)
    assert(change('let a25', '```') > 0)
    assert(change('js', 'js`') > 0)
    assert(change('\n```\n\n', '```\n\n') > 0)
  })

  it('are read again only where a name may stand that gets another meaning', () => {
    const notes = Array.from({length: 60}, (_, at) => `Note ${at} refers to [${at}] and [more][x${at}].\n\n`)
    const names = Array.from({length: 60}, (_, at) => `[${at}]: /a\n[x${at}]: /b\n`)
    const text = `${notes.join('')}${names.join('')}`
    const counter = counting()
    const before = blocksOf(text, {read: counter.read})
    counter.times = 0
    const next = text.replace('\n[25]:', '\n[a25]:')
    const after = blocksOf(next, {read: counter.read}, before)
    assert.deepEqual(told(after), told(blocksOf(next, trees)))
    // All definitions stand in one stretch; above them only one paragraph refers to what is no name any more.
    assert(counter.times <= names.length * 2 + 5, `${counter.times} blocks`)
  })

  it('are read again where a definition far below gives a reference its meaning', () => {
    const text = 'See [the plan].\n\nMore.\n\nAnd more.\n\nThe end.\n'
    const before = blocksOf(text, trees)
    const after = blocksOf(`${text}\n[the plan]: https://example.org\n`, trees, before)
    assert.match(after.blocks[0]?.read.source ?? '', /linkReference/)
  })
})
