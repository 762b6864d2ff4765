import assert from 'node:assert/strict'
import {shippedModel} from '../../../src/analysis/evidence.ts'
import {cueCount, cueName} from '../../../src/analysis/model/features.ts'

describe('The features of the model', () => {
  it('know each cue, and each pair of cues, by a number of its own', () => {
    const names = Array.from({length: cueCount}, (_, number) => cueName(number))
    assert.equal(new Set(names).size, cueCount)
    const stored = [...shippedModel().rows.keys()].filter((name) => /^(?:c2?|cc|hx) /.test(name))
    assert.ok(stored.length > 100)
    assert.deepEqual(
      stored.filter((name) => !names.includes(name)),
      []
    )
  })
})
