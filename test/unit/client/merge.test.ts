import assert from 'node:assert/strict'
import fc from 'fast-check'
import {merge} from '../../../src/client/merge.ts'

const base = '# Recap: A pond\n\n**Why:** ⟨Why?⟩\n\n**Asked:**\n\n- [ ] **⟨whom⟩:** dig\n'

describe('Generating again', () => {
  it('keeps what its user wrote, and brings what is new', () => {
    const mine = base.replace('⟨Why?⟩', 'The frogs need it.')
    const theirs = base.replace('⟨whom⟩', 'the gardener')
    assert.deepEqual(merge(mine, base, theirs), {
      text: mine.replace('⟨whom⟩', 'the gardener'),
      conflict: false
    })
  })

  it('keeps the user’s lines where both changed them, and says so', () => {
    const mine = base.replace('⟨Why?⟩', 'The frogs need it.')
    const theirs = base.replace('⟨Why?⟩', 'The pond dried up.')
    assert.deepEqual(merge(mine, base, theirs), {text: mine, conflict: true})
  })

  it('changes nothing where the proposal did not change, and takes all where the user changed nothing', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '', '- c')).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(text, text, (one, other) => {
        assert.deepEqual(merge(other, one, one), {text: other, conflict: false})
        assert.deepEqual(merge(one, one, other), {text: other, conflict: false})
      })
    )
  })
})
