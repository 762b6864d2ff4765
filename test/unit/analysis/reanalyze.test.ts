import assert from 'node:assert/strict'
import fc from 'fast-check'
import {type AnalyzeOptions, analyze, reanalyze} from '../../../src/analysis/analyze.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {markdown} from '../markdown.ts'
import {type Edit, edited, edits, examples, proposals, typing} from './edits.ts'

const options: readonly AnalyzeOptions[] = [
  {},
  {profile: 'rfc'},
  {cues: {downside: ['rough edges']}},
  {project: {stakeholders: [], feedback: {channel: '#pool'}}},
  {largestKB: 1}
]
const anyOptions = fc.constantFrom(...options)

function holds(
  original: string,
  changes: readonly Edit[],
  first: AnalyzeOptions,
  later: AnalyzeOptions
): void {
  let text = original
  let analysis = reanalyze(undefined, text, first)
  changes.forEach((change, index) => {
    // What findings have remembered is there for some versions, and is not for others.
    if (index % 3 !== 1) findingsOf(analysis.proposal)
    text = edited(text, change)
    analysis = reanalyze(analysis, text, index > 2 ? later : first)
    const fresh = analyze(text, index > 2 ? later : first)
    assert.deepEqual(analysis.proposal, fresh)
    assert.deepEqual(findingsOf(analysis.proposal), findingsOf(fresh))
  })
}

describe('A document that is read again', () => {
  it('says what it says afresh, whatever was edited in a proposal', () =>
    fc.assert(fc.property(fc.constantFrom(...proposals), edits, anyOptions, anyOptions, holds), {
      numRuns: 60
    }))

  it('says what it says afresh, whatever was edited in the specification’s examples', () =>
    fc.assert(fc.property(examples, edits, anyOptions, anyOptions, holds), {numRuns: 25}))

  it('says what it says afresh, whatever was edited in any text', () =>
    fc.assert(fc.property(markdown, edits, anyOptions, anyOptions, holds), {numRuns: 20}))

  it('says what it says afresh, whatever letters were typed in a proposal', () =>
    fc.assert(fc.property(fc.constantFrom(...proposals), typing, anyOptions, anyOptions, holds), {
      numRuns: 30
    }))

  it('says what it says afresh, whatever letters were typed in the specification’s examples', () =>
    fc.assert(fc.property(examples, typing, anyOptions, anyOptions, holds), {numRuns: 60}))

  it('says what it says afresh where letters make markup', () => {
    const typed = (before: string, after: string) => {
      const analysis = reanalyze(undefined, before)
      assert.deepEqual(reanalyze(analysis, after).proposal, analyze(after))
    }
    typed('See ww.example.org today.\n', 'See www.example.org today.\n')
    typed('See xhttps://example.org today.\n', 'See https://example.org today.\n')
    typed('Spend &ero; well.\n', 'Spend &euro; well.\n')
    typed('See [the pla] first.\n\n[the plan]: /url\n', 'See [the plan] first.\n\n[the plan]: /url\n')
    typed('See [a](b c) first.\n', 'See [a](bc) first.\n')
    typed('[a]: b c\n\nSee [a] first.\n', '[a]: bc\n\nSee [a] first.\n')
    typed('- Do it.\n  <dv>\n  More of it.\n', '- Do it.\n  <div>\n  More of it.\n')
    typed('1a. One.\n', '1. One.\n')
    typed('- One.\n- Two.\n\n\n> Three.\n', '- One.\n- ~~~Two.\n\n\n> Three.\n')
    typed('[a]: /url\n-\n\n  One.\n', ' \n-\n\n  One.\n')
    typed(' a\n - b\n  - c\n   - d\n    - e\n', ' a\n\n- b\n  - c\n   - d\n    - e\n')
    typed(' -    one\n\n     two\n\n\n0. ok\n', '[a]: /url    one\n\n     two\n\n\n0. ok\n')
    typed('See [^1] and [^a].\n\n[ ^1]: b\n[^a]: c\n', 'See [^1] and [^ ].\n\n[ ^1]: b\n[^a]: c\n')
    typed('---\n#- a\n---\n[b](c\nd)\n', 'e-\n#- a\n---\n[b](c\nd)\n')
    typed('A plan.\n\na---\n', 'A plan.\n\n---\n')
    typed(`**${'long label '.repeat(7)}end**\n\nA plan.\n`, `**${'long label '.repeat(7)}en**\n\nA plan.\n`)
  })

  it('knows its passages again where all of it is parsed again', () => {
    const text = 'We ask [the board] for $300.\n\n- Chairs\n- Tables\n\n| a | b |\n| - | - |\n| c | d |\n'
    const analysis = reanalyze(undefined, text)
    const {passages} = reanalyze(analysis, `---\ntitle: A\n---\n\n${text}`).proposal
    assert.equal(passages.length, 4)
    passages.forEach(({content}, at) => {
      assert.equal(content, analysis.proposal.passages[at]?.content)
    })
  })

  it('takes no passage for one of the same source that says something else', () => {
    const turned = (before: string, after: string) => {
      const {proposal} = reanalyze(reanalyze(undefined, before), after)
      assert.deepEqual(proposal, analyze(after))
      assert.deepEqual(findingsOf(proposal), findingsOf(analyze(after)))
    }
    const ask = 'We ask [the board] for $300 by 12 May.'
    turned(`${ask}\n`, `> ${ask}\n`)
    turned(`${ask}\n`, `${ask}\n\n[the board]: /url\n`)
    turned(`- a\n- ${ask}\n`, `- a\n  - ${ask}\n`)
    turned(`- [ ] ${ask}\n`, `- [x] ${ask}\n`)
    turned('| Task | Hours |\n| - | - |\n| Move | 5 |\n', '| Task | Cost |\n| - | - |\n| Move | 5 |\n')
  })

  it('is the same analysis where nothing was edited', () => {
    const text = '# Plan\n\nWe ask the board to pay $300 by 12 May.\n'
    const analysis = reanalyze(undefined, text)
    assert.deepEqual(reanalyze(analysis, text).proposal, analysis.proposal)
  })

  it('holds no more after many edits than what its last version needs', () => {
    let text = Array.from(
      {length: 20},
      (_, at) => `## Part ${at}\n\nWe ask team ${at} for ${at} hours.\n`
    ).join('\n')
    let analysis = reanalyze(undefined, text)
    const known = () => [...analysis.kept.values()].reduce((sum, {size}) => sum + size, 0)
    findingsOf(analysis.proposal)
    const before = known()
    for (let count = 0; count < 60; count++) {
      const at = text.length - 3
      text = `${text.slice(0, at)}${count % 2 === 0 ? 'x' : ' y'}${text.slice(at)}`
      analysis = reanalyze(analysis, text)
      findingsOf(analysis.proposal)
    }
    assert(known() <= before + 10, `${known()} things are known, not ${before}`)
  })
})
