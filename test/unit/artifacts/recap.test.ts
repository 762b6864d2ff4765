import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {recapOf} from '../../../src/artifacts/recap.ts'
import {summaryOf} from '../../../src/artifacts/summary.ts'
import {summaryToMarkdown} from '../../../src/artifacts/summary-text.ts'
import {markdown} from '../markdown.ts'

const squeezed = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

describe('A recap', () => {
  it('of an empty document is all gaps', () => {
    const recap = recapOf(analyze(''))
    assert.match(recap, /^# Recap: Untitled proposal\n/)
    assert.match(recap, /- \[ \] \*\*⟨whom⟩:\*\* ⟨do what⟩, by ⟨date⟩ \(to be confirmed\)/)
  })

  it('never holds what a template says', () => {
    const recap = recapOf(
      analyze(
        '# Plan\n\n## Motivation\n\n*Why are we doing this? What use cases does it support?*\n\n<!-- Say who is asked. -->\n'
      )
    )
    assert.doesNotMatch(recap, /use cases|who is asked/)
  })
})

describe('A summary, for any text', () => {
  it('holds only words of the proposal, each from its own place', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const proposal = analyze(source)
        const {proposed, motive, progress, downside, reward, optout, questions, answering, elements} =
          summaryOf(proposal, new Set())
        const extracts = [
          proposed,
          motive,
          progress,
          downside,
          reward,
          optout,
          questions,
          answering,
          ...elements.map(({evidence}) => evidence)
        ].flat()
        for (const {words, span} of extracts) {
          const place = squeezed(proposal.text.slice(span.start, span.end))
          let at = 0
          for (const character of squeezed(words)) {
            at = place.indexOf(character, at) + character.length
            assert(at > 0, `“${words}” is not at its place`)
          }
        }
        assert(summaryToMarkdown(summaryOf(proposal, new Set())).startsWith('# '))
        assert(recapOf(proposal).startsWith('# Recap: '))
      })
    )
  })
})

describe('A recap’s title', () => {
  it('is the first heading, and no section’s', () => {
    assert.match(recapOf(analyze('# A pond\n\nDig.\n')), /^# Recap: A pond\n/)
    assert.match(
      recapOf(analyze('## Summary\n\nDig a pond.\n\n## Drawbacks\n\nMud.\n')),
      /^# Recap: Untitled proposal\n/
    )
  })

  it('is else the front matter’s', () => {
    const text = '---\ntitle: A pond\n---\n\n## Summary\n\nDig it.\n\n## Drawbacks\n\nMud.\n'
    assert.match(recapOf(analyze(text)), /^# Recap: A pond\n/)
  })
})

describe('How to answer', () => {
  it('keeps the address', () => {
    const text =
      '# A pond\n\n## Questions for you\n\nHow do you see this? Comments are welcome in [the thread](https://example.org/7) until Friday.\n'
    assert.match(
      recapOf(analyze(text)),
      /“Comments are welcome in \[the thread\]\(https:\/\/example\.org\/7\) until Friday”/
    )
  })
})
