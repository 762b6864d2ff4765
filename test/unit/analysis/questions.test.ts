import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {recapOf} from '../../../src/artifacts/recap.ts'
import {summaryOf} from '../../../src/artifacts/summary.ts'

const questions = (text: string) => analyze(text).questions.map(({words}) => words)

describe('Questions put to the reader', () => {
  it('are none that only open the text or win the reader over', () => {
    for (const hook of [
      'Are you looking for a garden that you share with others?',
      'Have you ever stood before a locked hall with forty children?',
      'Did you know that your street has nine empty halls?',
      'Would you like to sing in a warmer room?',
      'How many of your evenings went by in the cold?'
    ]) {
      const text = `# A shared hall\n\n${hook} We propose a shared hall for the five choirs of the valley.\n\nYou are welcome.\n`
      assert.deepEqual(questions(text), [], hook)
    }
    assert.deepEqual(
      questions('# A hall\n\nWe propose a hall.\n\nDo you want to sing with us in a warmer room?\n'),
      []
    )
  })

  it('are none that the next sentence answers', () => {
    const text =
      '# A hall\n\nWe propose a hall.\n\nWhy do you need a second key? The second key stays with you.\n'
    assert.deepEqual(questions(text), [])
  })

  it('are those under a heading that promises them, and those that ask for a view', () => {
    const text =
      '# A hall\n\nWe propose a hall.\n\nHow do you see this playing out for your choir? Please answer by 4 May.\n\n## Questions for you\n\n- Would you like a second key for your choir?\n- Which evening suits you?\n'
    assert.deepEqual(questions(text), [
      'How do you see this playing out for your choir?',
      'Would you like a second key for your choir?',
      'Which evening suits you?'
    ])
  })

  it('are the same in pane and recap', () => {
    const proposal = analyze(
      '# A hall\n\nAre you tired of cold rooms? We propose a hall.\n\n## Questions for you\n\n- Which evening suits you?\n'
    )
    assert.deepEqual(
      summaryOf(proposal, new Set()).questions.map(({words}) => words),
      ['Which evening suits you?']
    )
    assert.doesNotMatch(recapOf(proposal).markdown, /cold rooms/)
  })
})
