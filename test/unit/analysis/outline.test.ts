import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {markdown} from '../markdown.ts'

describe('The outline', () => {
  it('reads prose without its markup, at its place in the text', () => {
    const text = '# Plan\n\nThe **small** [hall](https://example.org) is `free`. It has *light*.\n'
    const {passages} = analyze(text)
    const sentences = passages.flatMap(({sentences}) => sentences)
    assert.deepEqual(
      sentences.map(({words}) => words),
      ['The small hall is free.', 'It has light.']
    )
    assert.deepEqual(
      sentences.map(({span}) => text.slice(span.start, span.end)),
      ['The **small** [hall](https://example.org) is `free`.', 'It has *light*.']
    )
  })

  it('knows the section of each passage, also under a bold label', () => {
    const {passages, sections} = analyze('# A\n\none\n\n## B\n\ntwo\n\n**Budget:**\n\nthree\n\n# C\n\nfour\n')
    const path = (index: number): string[] => {
      const section = sections[index]
      return section ? [...(section.parent === undefined ? [] : path(section.parent)), section.title] : []
    }
    assert.deepEqual(
      passages.map(({section}) => path(section)),
      [['A'], ['A', 'B'], ['A', 'B', 'Budget'], ['C']]
    )
  })

  it('reads items and rows each by itself, with what introduces them', () => {
    const {passages} = analyze(
      'We need:\n\n- [ ] lamps\n  - small ones\n- [x] chairs\n\n| What | Cost |\n| - | - |\n| Lamp | $3 |\n'
    )
    assert.deepEqual(
      passages.map(({kind, plain, lead, checked, depth}) => [
        kind,
        plain.trim().split(/\s/)[0],
        lead,
        checked,
        depth
      ]),
      [
        ['paragraph', 'We', undefined, undefined, 0],
        ['item', 'lamps', 0, false, 0],
        ['item', 'small', 1, undefined, 1],
        ['item', 'chairs', 0, true, 0],
        ['row', 'Lamp', undefined, undefined, 0]
      ]
    )
    assert.deepEqual(passages.at(-1)?.columns, ['What', 'Cost'])
  })

  it('takes lines with labels of their own apart', () => {
    const {passages} = analyze('**Client:** Ada  \n**Start:** 3 May\n')
    assert.deepEqual(
      passages.flatMap(({sentences}) => sentences.map(({words}) => words)),
      ['Client: Ada', 'Start: 3 May']
    )
  })

  it('takes a line of nothing that can be seen for no prose', () => {
    const {passages} = analyze('## What we ask\n\u000b\n# A shelf\n\n\f\n\nprose\n')
    assert.deepEqual(
      passages.map(({plain}) => plain),
      ['prose']
    )
  })

  it('leaves out code, comments and front matter', () => {
    const {passages} = analyze('---\ntitle: x\n---\n\n```\ncode\n```\n\n<!-- note -->\n\nprose\n')
    assert.deepEqual(
      passages.map(({plain}) => plain),
      ['prose']
    )
  })

  it('keeps its offsets after a byte order mark', () => {
    const {text, title} = analyze('\uFEFF# Introduction\n')
    assert.equal(text.slice(title?.span.start, title?.span.end), '# Introduction')
  })

  it('holds for any text: plain text is as long as its span, and sentences lie in their passage', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const {text, passages, sections} = analyze(source)
        for (const {span, plain, sentences, section} of passages) {
          assert.equal(plain.length, span.end - span.start)
          assert(span.end <= text.length && sections[section])
          for (const one of sentences) {
            assert(span.start <= one.span.start && one.span.start < one.span.end && one.span.end <= span.end)
          }
        }
      })
    )
  })
})
