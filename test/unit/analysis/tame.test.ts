import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {isProse, longestPassage} from '../../../src/analysis/prose.ts'
import {tamed} from '../../../src/analysis/tame.ts'
import {unparsable} from '../../../src/analysis/yaml-limits.ts'
import {markdown} from '../markdown.ts'

const folder = join(import.meta.dirname, '../../../bench/accuracy/made-up')

describe('What the parser is spared', () => {
  const marks = fc.string({unit: fc.constantFrom(...'[]*_~`<!-?>\n -a&'), maxLength: 400})

  it('is blanked, and nothing moves', () => {
    fc.assert(
      fc.property(fc.oneof(markdown, marks), (text) => {
        const tame = tamed(text)
        assert.equal(tame.length, text.length)
        for (let at = 0; at < text.length; at++) assert(tame[at] === text[at] || tame[at] === ' ')
      })
    )
  })

  it('is nothing that anybody writes', () => {
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8')
      assert.equal(tamed(text), text, name)
      for (const {span} of analyze(text).passages) assert(isProse(text.slice(span.start, span.end)), name)
    }
    const nested = `${'> '.repeat(40)}We ask [[the [board]]] to *pay _for **it***.\n\n${'a* '.repeat(40)}\n`
    assert.equal(tamed(nested), nested)
    const links = '- [a](b) and [c]\n'.repeat(1000)
    assert.equal(tamed(links), links)
  })

  it('ends with its paragraph', () => {
    const deep = '['.repeat(60)
    assert.equal(tamed(`${deep}\n\n[a](b)`), `${'['.repeat(50)}${' '.repeat(10)}\n\n[a](b)`)
    assert.equal(tamed('<!-- a -->\n\n'.repeat(60)), '<!-- a -->\n\n'.repeat(60))
    assert.equal(tamed('a <!-- b\n'.repeat(60)).split('<!--').length - 1, 20)
    assert.equal(tamed('[a]('.repeat(3000)).split('[').length - 1, 2500)
  })
})

describe('What is read of a paragraph that is too long to be looked through again and again', () => {
  const sentence = 'We ask the school to dig the pond by 3 May. '

  it('is all of it, in parts that end with a sentence', () => {
    const text = `${sentence.repeat(1000).trim()}\n`
    const {passages} = analyze(text)
    assert(passages.length > 3)
    for (const {span} of passages) {
      assert(span.end - span.start <= longestPassage)
      assert.equal(text[span.end - 1], '.')
    }
    const words = passages.flatMap(({sentences}) => sentences.map((one) => one.words))
    assert.deepEqual(
      words,
      Array.from({length: 1000}, () => sentence.trim())
    )
  })

  it('is none of a dump of data, and all that stands around it', () => {
    const dump = Array.from({length: 5000}, (_, at) => `${at},`).join('')
    const {passages} = analyze(`${sentence}\n\n${dump}\n\n${sentence}\n`)
    assert.equal(passages.length, 2)
  })
})

describe('YAML that is not parsed', () => {
  it('is what would take the parser too deep', () => {
    for (const deep of ['['.repeat(101), '{a: '.repeat(101), '- '.repeat(101), `a:\n${' '.repeat(200)}b: 1`])
      assert.match(unparsable(deep) ?? '', /nested more than 100 levels/)
    assert.match(unparsable('a'.repeat(1_000_001)) ?? '', /longer than 1000 KB/)
    for (const fine of ['[[1], [2]]'.repeat(200), 'a: {b: [c]}', `${' '.repeat(40)}a: 1`])
      assert.equal(unparsable(fine), undefined)
  })
})
