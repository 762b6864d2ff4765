import assert from 'node:assert/strict'
import fc from 'fast-check'
import type {Root} from 'nlcst'
import {retext} from 'retext'
import retextEnglish from 'retext-english'
import {sentencesOf} from '../../../src/analysis/sentences.ts'
import {trim} from '../../../src/analysis/span.ts'

const processor = retext().use(retextEnglish).freeze()

/** All sentences as retext by itself cuts them. */
function asRetext(plain: string): string[] {
  const {children} = processor.parse(plain) as Root
  return children
    .flatMap((paragraph) => (paragraph.type === 'ParagraphNode' ? paragraph.children : []))
    .flatMap(({type, position}) => {
      const {start, end} = trim(plain, {
        start: position?.start.offset ?? 0,
        end: position?.end.offset ?? 0
      })
      return type === 'SentenceNode' && end > start ? [plain.slice(start, end)] : []
    })
}

const pieces =
  "e.g. i.e. etc. Dr. No. vs. the Foo bar a I 1 12 3.5 U.S. p.m. Inc. node.js x.y end. end! end? end.) end.\" (See “Yes.” https://a.b/c.d?e=f. w/ o n 'n' é Éa 😀 . ! ? … ... \" ' ’ ( ) , ; : - / & * _ @ =".split(
    ' '
  )
const spaces = [' ', ' ', ' ', '  ', '\n', '\n\n', '\r\n', '\t', '\u00a0', '']

describe('Sentences', () => {
  it('are cut where retext cuts them, whatever the text', () => {
    const piece = fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(...spaces))
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 14}), (parts) => {
        const plain = parts.flat().join('')
        assert.deepEqual(
          sentencesOf(plain, 3).map(({start, end}) => plain.slice(start - 3, end - 3)),
          asRetext(plain)
        )
      }),
      {numRuns: 3000}
    )
  })
})
