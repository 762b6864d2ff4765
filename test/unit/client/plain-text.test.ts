import assert from 'node:assert/strict'
import {plainText} from '../../../src/client/plain-text.ts'

describe('An artifact as plain text', () => {
  it('has no marks, and keeps addresses, boxes and places to fill in', () => {
    assert.equal(
      plainText(
        '# Recap: A pond\n\n_After our meeting of ⟨date⟩_\n\n**Asked:**\n\n- [x] **the gardener:** dig `pond.md` (agreed)\n- [ ] ~~lend a spade~~\n\nIn [the thread](https://example.org/7), snake_case_word.\n'
      ),
      'Recap: A pond\n\nAfter our meeting of ⟨date⟩\n\nAsked:\n\n[x] the gardener: dig pond.md (agreed)\n[ ] lend a spade\n\nIn the thread (https://example.org/7), snake_case_word.\n'
    )
  })
})
