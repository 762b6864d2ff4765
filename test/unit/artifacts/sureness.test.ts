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

  it('is rather what leads a list, or its first item, than an item further down', () => {
    const items = '- Add a rota of the schools to the shed.\n- Add a lock to the gate of the pond.\n'
    const led = said(
      `# The pond\n\n## Summary\n\nAdd a shed for the tools of the pond.\n\n${items}\n## Pond\n\n${pond}\n`
    )
    assert.match(led[0] ?? '', /^Add a shed/)
    const [bare] = said(`# The pond\n\n## Summary\n\n${items}\n## Pond\n\n${pond}\n`)
    assert.match(bare ?? '', /^Add a rota/)
  })

  it('is not what a first phase brings, where the text says what all of it is', () => {
    const phase = 'In the first phase, the proposal will cover the eastern bank and its reeds.'
    const [first] = said(
      `# The pond\n\n## Summary\n\nWe propose to dredge the pond of the school by hand.\n\n## Proposal\n\n${phase}\n\n${pond}\n`
    )
    assert.equal(first, 'We propose to dredge the pond of the school by hand.')
    assert.deepEqual(
      said(`# The pond\n\n${pond}\n\n## Proposal\n\nBy the end of May, we should have a good rake.\n`),
      []
    )
  })

  it('is nothing that is named before, how the paper came to be or where it lies', () => {
    for (const words of [
      'We want to mend these leaks with clay.',
      'We talked so long that we thought an RFC was appropriate.',
      'This repository hosts a proposal to help the pond.'
    ])
      assert.deepEqual(said(`# A dredger\n\n## Summary\n\n${words} ${pond}\n`), [], words)
  })

  it('is not how something else stands that a digest begins with', () => {
    const stands = 'The county office is the source of all keys, and it uses one old machine for them.'
    const proposal = 'To end this, the proposal is to keep the keys of the pond in one box at the school.'
    const [first] = said(
      `# Keys of the pond\n\n## Summary\n\n${stands} ${pond}\n\n## Proposal\n\n${proposal}\n`
    )
    assert.notEqual(first, stands)
    const named = 'The pond box is a shelf for keys, and it uses one old lock for them.'
    assert.deepEqual(said(`# The pond box\n\n## Summary\n\n${named} ${pond}\n`).slice(0, 1), [named])
  })

  it('is not what is in use already', () => {
    const board = 'Pondboard is a bulletin board to support schools with a pond.'
    const asked = 'Pondboard will have a map of all ponds.'
    const text = (next: string) =>
      `# Pondboard\n\n## Overview\n\n${board} ${next}\n\n## Pond\n\n${asked} ${pond}\n`
    assert.equal(said(text('Any school may pin a note to it.'))[0], board)
    assert.ok(!said(text('Since launching in 2020, it was used by twenty schools.')).includes(board))
  })

  it('begins with a capital, unless it begins with a name', () => {
    const of = (words: string) => said(`# The pond\n\n## Proposal\n\n${words}\n\n## Pond\n\n${pond}\n`)[0]
    assert.match(of('use a rake of the school to let us dredge the pond by hand.') ?? '', /^Use a rake/)
    assert.match(of('rakepond is a tool that we propose for the pond.') ?? '', /^rakepond/)
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
