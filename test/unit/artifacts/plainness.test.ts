import assert from 'node:assert/strict'
import {plainnessOfDownside} from '../../../src/artifacts/plainness-of-downside.ts'
import {plainnessOfProgress} from '../../../src/artifacts/plainness-of-progress.ts'

const none: ReadonlySet<string> = new Set()
const risky = (words: string) => plainnessOfDownside(words, none)
const reached = (words: string) => plainnessOfProgress(words, none)

describe('How plainly words tell what could go wrong', () => {
  it('is little where a risk is denied, or may be mended one day', () => {
    for (const words of [
      'Lack of practice with the loom is not a pressing challenge, since it makes only very limited use of knots.',
      'The cooperative is a low-risk choice of supplier because it delivers next door.',
      'This does not weaken the lock of the shed compared to the old door.',
      'There may be a use for a second gate, and it can be added in the future.',
      'The shed was only used twice, so it is unlikely that anybody keeps a key.'
    ])
      assert(risky(words) < -0.7, words)
  })

  it('is little where others are told what to do, or the thing how it has to be', () => {
    for (const words of [
      'Users should check the lock for damage.',
      'Clients may wish to prevent the bell from being lost.',
      'This cannot be slow.',
      'The system should be safe against loss, and miss at most one key out of ten.',
      'Change — what may break if the gate moves, and how'
    ])
      assert(risky(words) < -0.7, words)
  })

  it('is little for what the present state lacks', () => {
    for (const words of [
      'The lack of a key also complicates deliveries.',
      'A recurring source of conflict is the gate, which may be due to the hinge.',
      'A limitation of the current lock is that it only works in summer.'
    ])
      assert(risky(words) < 0.3, words)
  })

  it('is much for what the proposal itself may cost', () => {
    const own = risky('What I am proposing adds a delay to each delivery.')
    assert(own > risky('A second gate adds a delay to each delivery.'))
    assert(risky('The proposal does not address the risk of a flood.') > 0.5)
    assert(risky('The shed may fail to open in winter.') > 0.5)
  })

  it('takes no remedy for a harm', () => {
    assert(risky('The fraud detection will happen in the shed.') < -0.7)
    assert(risky('The fraud may happen in the shed.') > 0)
  })

  it('is less for what is only measured against something that is not told', () => {
    assert(risky('The frost is a more important challenge.') < risky('The frost is an important challenge.'))
  })
})

describe('How plainly words tell where it stands', () => {
  it('is little for what was there before, and for what nobody sees', () => {
    for (const words of [
      'The initial gate that was included in the fence was done as a proof of concept.',
      'Together, they have built a set of keys.',
      'For my trade, I have finished one about locks.',
      'We already made reservations for that shed.',
      'We have been talking about doing more for a year.'
    ])
      assert(reached(words) < -0.2, words)
  })

  it('is much for what was done', () => {
    assert(reached('We have built a prototype of the gate.') > 1)
    assert(
      reached('The hinges were done by Mira and turned out to be small.') >
        reached('The hinges were done by hand and turned out to be small.')
    )
  })
})
