import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {proposedIn, proposing, shortlist} from '../../../src/artifacts/proposed.ts'
import {sourceOf} from '../../../src/artifacts/statements.ts'
import {surenessOf} from '../../../src/artifacts/sureness.ts'
import {markdown} from '../markdown.ts'

const said = (text: string) => proposedIn(proposing(sourceOf(analyze(text))), 60).map(({words}) => words)
const pond =
  'The pond lies behind the school. Frogs live in it, and the reeds are cut in May. Ducks come in autumn. The fence was painted last year. The gate is green and closes by itself. Two benches stand at the water, and a third at the hedge. Children pass it on their way home. The path around it is of gravel.'

describe('What is proposed', () => {
  it('is a gap where a text only describes', () => {
    assert.deepEqual(said(`# The pond\n\n${pond}\n`), [])
  })

  it('is what the text says that it proposes, wherever it describes besides', () => {
    const [first] = said(`# The pond\n\n${pond}\n\nWe propose to dredge the pond of the school by hand.\n`)
    assert.equal(first, 'We propose to dredge the pond of the school by hand.')
  })

  it('is for each sentence more or less likely, whatever the text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const source = sourceOf(analyze(text))
        const list = shortlist(source)
        list.forEach((_, at) => {
          const sureness = surenessOf(source, list, at)
          assert(sureness >= 0 && sureness <= 1, String(sureness))
        })
      }),
      {numRuns: 60}
    )
  })
})
