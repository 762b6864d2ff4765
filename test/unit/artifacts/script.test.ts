import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {scriptOf} from '../../../src/artifacts/script.ts'
import {markdown} from '../markdown.ts'
import {plan} from './plan.ts'

const script = (text: string) => scriptOf(analyze(text)).markdown
const seconds = (text: string) => Array.from(text.matchAll(/, (\d+) s\)$/gm), ([, one]) => Number(one))
const steps = `${plan}
## Rollout

The move to the new environment is done in this order:

1. The delivery group sets up the cluster and the nightly copy of the test data.
2. Each team moves one service and runs its tests for a week.
3. Each team moves the rest of its services.
4. The delivery group switches the five old environments off.

![The five environments today](images/five.png)
`

describe('A video script', () => {
  it('walks through the steps of the plan, one scene each', () => {
    const text = script(steps)
    assert.match(text, /Step by step, first .*\n\n\*\*Say:\*\* First: The delivery group sets up the cluster/)
    assert.match(
      text,
      /Step by step, fourth .*\n\n\*\*Say:\*\* Fourth: The delivery group switches the five old/
    )
  })

  it('says what to show: a picture of the section, once, else the words', () => {
    assert.equal(script(steps).match(/\*\*Show:\*\* the picture of “Rollout”, images\/five\.png/g)?.length, 1)
    assert.match(script(steps), /\*\*Show:\*\* the section “Summary”, with these words marked/)
  })

  it('speaks 140 words a minute, and its times add up', () => {
    const text = script(steps)
    let at = 0
    for (const [, from, to, length] of text.matchAll(/\((\d:\d\d)–(\d:\d\d), (\d+) s\)$/gm)) {
      assert.equal(from, clock(at))
      at += Number(length)
      assert.equal(to, clock(at))
    }
    const [, say] = /\*\*Say:\*\* (.*)/.exec(text) ?? []
    assert.equal(seconds(text)[0], Math.ceil(((say?.split(' ').length ?? 0) * 60) / 140))
  })

  it('speaks what it asks as one sentence, whatever mark it ends with', () => {
    const asks = (ask: string) => script(`# A pond\n\nWe propose a pond.\n\n## What we ask\n\n${ask}\n`)
    assert.match(asks('- [ ] **Ask 1, The School:** dig the pond!'), /We ask the School: dig the pond\.\n/)
  })

  it('takes at most three minutes, whatever the proposal', () => {
    const long = steps.replace(
      /\.$/gm,
      ', which is what the teams agreed on after the long outage of the spring.'
    )
    assert(seconds(script(long)).reduce((sum, one) => sum + one, 0) <= 180)
    fc.assert(
      fc.property(markdown, (source) => {
        assert(seconds(script(source)).reduce((sum, one) => sum + one, 0) <= 180)
      }),
      {numRuns: 40}
    )
  })
})

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
