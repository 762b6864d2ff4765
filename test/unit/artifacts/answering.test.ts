import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import type {Feedback} from '../../../src/analysis/proposal.ts'
import {howToAnswer} from '../../../src/artifacts/answering.ts'
import {quoting} from '../../../src/artifacts/artifact.ts'
import {artifactKinds, artifactOf} from '../../../src/artifacts/make.ts'
import {summaryOf} from '../../../src/artifacts/summary.ts'
import {alterations} from './alterations.ts'

const rest = '; “not yet” is a fine answer.'
const answer = (text: string, feedback: Feedback = {}) => {
  const line = howToAnswer(analyze(text), feedback, quoting())
  assert(line.endsWith(rest))
  return line.slice(0, -rest.length)
}
const privately = (text: string) => /, or privately to (.*)$/.exec(answer(text))?.[1]
const place = (text: string) => answer(text).split(' until ')[0]
const pond = '# A pond\n\nWe propose a pond.\n\n'

describe('How to answer', () => {
  it('is all gaps where nothing is told', () => {
    assert.equal(answer(pond), 'in ⟨channel⟩ until ⟨date⟩, or privately to ⟨author⟩')
  })

  it('names the page that a field of the head gives, by what it is', () => {
    const pages = {
      '- RFC PR: [pond/rfcs#7](https://example.org/pond/rfcs/pull/7)':
        'in the pull request https://example.org/pond/rfcs/pull/7',
      '* RFC PR: <https://example.org/rfcs/pull/7>': 'in the pull request https://example.org/rfcs/pull/7',
      '- RFC PR: #23': 'in the pull request #23',
      'Discussion at https://example.org/issue/12.': 'in the issue https://example.org/issue/12',
      '**Community Discussion:** https://forum.example.org/t/pond/1':
        'in the discussion https://forum.example.org/t/pond/1',
      'Pond thread:\n[Pitch](https://example.org/pitch)': 'at https://example.org/pitch',
      '| Head | |\n| - | - |\n| Zulip channel | [#t-pond][channel] |\n\n[channel]: https://example.org/t':
        'in the Zulip channel #t-pond'
    }
    for (const [head, expected] of Object.entries(pages))
      assert.equal(place(`# A pond\n\n${head}\n\nDig.\n`), expected)
    assert.equal(
      place('---\nprs:\n  accepted: https://example.org/rfcs/pull/457\n---\n\n# A pond\n\nDig.\n'),
      'in the pull request https://example.org/rfcs/pull/457'
    )
    for (const empty of [
      '- RFC PR: (leave this empty)',
      '- Zulip channel: N/A',
      '- RFC PR: [#0000](https://example.org/pull/0000)'
    ])
      assert.equal(place(`# A pond\n\n${empty}\n\nDig.\n`), 'in ⟨channel⟩')
  })

  it('names the place out of a sentence that bids to answer, with its address', () => {
    const sentences = {
      'Please comment on [Pond Central](https://example.org/p/pond) with any ideas that you might have.':
        'on [Pond Central](https://example.org/p/pond)',
      'Comments are welcome in [the thread](https://example.org/7).':
        'in [the thread](https://example.org/7)',
      'Please send us your feedback on this page in the channel #pond.': 'in the channel #pond',
      'Please comment on this page, or write to the garden channel.': 'on this page or in the garden channel',
      'Comments are welcome in the discussion of this RFC.': 'in the discussion of this RFC',
      'Open an issue with criticism or results of your own.': 'in an issue',
      'To submit a proposal, create an issue in this repository.': 'in an issue in this repository',
      'Ponds are dug in March. Fill out this [form](https://example.org/form) to request funding for your pond.':
        'in this [form](https://example.org/form)',
      'If you have feedback, please leave it on the first issue. Otherwise, comment in the pond forum.':
        'on the first issue or in the pond forum'
    }
    for (const [sentence, expected] of Object.entries(sentences))
      assert.equal(place(`${pond}${sentence}\n`), expected)
  })

  it('names no place where a sentence tells of something else', () => {
    for (const sentence of [
      'Please tell us a little about your interest in ponds.',
      'Please let us know if there are any.',
      'We could create a [survey](https://example.org/survey) to get feedback on the pond.',
      'Be respectful in your response to any feedback in the pond thread.',
      'In situations not covered by this guide, please write to us in the channel #pond.',
      'It is a private repo, please contact us on https://example.org/pond for access.'
    ])
      assert.equal(place(`${pond}${sentence}\n`), 'in ⟨channel⟩', sentence)
  })

  it('says an address once', () => {
    const text = `${pond}Please contact us with any question: pond@example.org\n`
    assert.equal(answer(text), 'by e-mail to pond@example.org until ⟨date⟩')
    assert.equal(answer(text, {channel: '#pond'}), 'in #pond until ⟨date⟩, or privately to pond@example.org')
    assert.equal(
      answer(text, {private: 'Ada'}),
      'by e-mail to pond@example.org until ⟨date⟩, or privately to Ada'
    )
  })

  it('says until when answers are wanted', () => {
    const until = (text: string) => /until ([^,]*)/.exec(answer(text))?.[1]
    assert.equal(
      until(`# A pond\n\n- Owner: Kim Ito\n- Deadline: Friday 2nd December 2022\n\nDig.\n`),
      'Friday 2nd December 2022'
    )
    assert.equal(
      until(`${pond}Comments are welcome in [the thread](https://example.org/7) until Friday.\n`),
      'Friday'
    )
    assert.equal(until(`${pond}Please comment on this page by **3 May 2024**.\n`), '3 May 2024')
    assert.equal(until(`${pond}The deadline for proposals is 3 May 2024.\n`), '3 May 2024')
    assert.equal(until(`${pond}The pond is dug by 3 May 2024. Please comment on this page.\n`), '⟨date⟩')
    assert.equal(
      answer(`${pond}Please comment on this page by 3 May 2024.\n`, {until: 'Monday'}),
      'on this page until Monday, or privately to ⟨author⟩'
    )
  })

  it('names the author whom the head of the document names', () => {
    const heads = {
      'Author: Kim Ito': 'Kim Ito',
      'Author(s): Kim Ito, Ada Ray': 'Kim Ito',
      '**Author** Kim Ito (@kito), Ada Ray (@aray)\\\n**Contact** kim dot ito at example dot org': 'Kim Ito',
      '- Author(s): [@kito](https://example.org/kito)': '@kito',
      '**Proposer:** `kito`': 'kito',
      '* Initially Proposed by: @kito': '@kito',
      '- **Proposer:** https://example.org/Pond, @kito': '@kito',
      '| Head | |\n| - | - |\n| Point of contact | @kito |': '@kito',
      '<table>\n<tr><td> Author(s) </td><td> Kim Ito &lt;@kito&gt;</td></tr>\n</table>': 'Kim Ito',
      'By Kim Ito': 'Kim Ito',
      'Kim Ito \\\nNovember 2013': 'Kim Ito',
      '### Team Members: Kim Ito, Ada Ray': 'Kim Ito',
      '## Proposer\n\n+ Proposed by Kim Ito, of Elm School, March 2020.': 'Kim Ito',
      '## Project Team\n\nThis is open to all, to be led by Kim Ito (@kito) and Ada Ray.': 'Kim Ito',
      'My name is Kim, and I dig.': 'Kim',
      'Please contact Kim Ito [kim at example dot org] to have your pond dug.': 'Kim Ito'
    }
    for (const [head, expected] of Object.entries(heads))
      assert.equal(privately(`# A pond\n\n${head}\n\nDig it soon.\n`), expected, head)
    const matters = {
      'author: Kim Ito': 'Kim Ito',
      'author:\n- Kim Ito': 'Kim Ito',
      'author:\n- name: "Kim Ito"\n  affiliation: Elm School': 'Kim Ito',
      'authors: kito, aray': 'kito',
      'lead-contributor: kito (Kim Ito)': 'kito'
    }
    for (const [matter, expected] of Object.entries(matters))
      assert.equal(privately(`---\n${matter}\n---\n\n# A pond\n\nDig.\n`), expected, matter)
  })

  it('names who signed', () => {
    assert.equal(
      privately('Hi all,\n\nPlease dig a pond with us.\n\nKind regards,\n\nDr Kim Ito\n'),
      'Dr Kim Ito'
    )
  })

  it('names nobody for what is no name', () => {
    for (const head of [
      'Author: ⟨name⟩',
      'Author: TBD',
      '* **Author**: The person who opens the request',
      '**Prepared by:** Development Team',
      'Name: A pond for all',
      'Executive Summary',
      'This pond was dug by hand in 2019.'
    ])
      assert.equal(privately(`# A pond\n\n${head}\n\nDig it soon.\n`), '⟨author⟩', head)
    assert.equal(privately('# Midstream ponds\n\n## Abstract\n\nDig.\n'), '⟨author⟩')
  })

  it('takes an address for a private answer only where it is the author’s', () => {
    const lines = {
      'pond@example.org': 'pond@example.org',
      '- E-mail: pond@example.org': 'pond@example.org',
      '- Kim Ito <kim@example.org> (@kito)': 'kim@example.org',
      'If you need assistance, please mail help@example.org.': '⟨author⟩',
      '**Domain E-mail (hello@example.org):** set up': '⟨author⟩',
      'With `pond@1.2.3-alpha.0` in the file, nothing else is taken.': '⟨author⟩',
      'Should this grant be approved, Ada Ray <ada@example.org> at the office of the school will tell you where it goes.':
        '⟨author⟩'
    }
    for (const [line, expected] of Object.entries(lines))
      assert.equal(privately(`${pond}${line}\n`), expected, line)
  })
})

const label = fc.constantFrom(
  'Author',
  'Author(s)',
  'Proposer',
  'RFC PR',
  'Discussion',
  'Zulip channel',
  'Deadline',
  'Title',
  'Contact',
  'Team',
  'Subject'
)
const value = fc
  .array(
    fc.constantFrom(
      'Kim Ito',
      '@kito',
      '[Ada](https://example.org/pull/7)',
      '<https://example.org/issues/8>',
      'kim@example.org',
      '#pond',
      '`kito`',
      '**12 May 2024**',
      '⟨name⟩',
      'on this page',
      '&lt;',
      ',',
      '\\',
      '"x"',
      '[',
      ']',
      '(',
      '|'
    ),
    {maxLength: 5}
  )
  .map((parts) => parts.join(' '))
const head = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        '- $: ',
        '$: ',
        '**$** ',
        '**$:** ',
        '## $: ',
        '| $ | ',
        '$:\n',
        '$ at ',
        '<tr><td>$</td><td>',
        'Please comment in [the $](https://example.org/9) by '
      ),
      label,
      value,
      fc.constantFrom('\n', '\n\n', ' |\n| - | - |\n', '</td></tr>\n')
    ),
    {maxLength: 6}
  )
  .map((lines) => lines.map(([frame, name, words, end]) => frame.replace('$', name) + words + end).join(''))
const document = fc
  .tuple(head, head, fc.boolean())
  .map(
    ([front, lines, matter]) =>
      `${matter ? `---\n${front.replace(/\n\n/g, '\n')}\n---\n\n` : front}# A pond\n\n${lines}\n\nDig it.\n`
  )

describe('What is told of the head of any document', () => {
  it('is in its words, each from its place', function () {
    this.timeout(20_000)
    fc.assert(
      fc.property(document, (source) => {
        const proposal = analyze(source)
        for (const kind of artifactKinds)
          assert.deepEqual(alterations(proposal, artifactOf(kind, proposal)), [])
        for (const {words, span} of summaryOf(proposal, new Set()).answering)
          assert(span.start < span.end && words !== '')
      }),
      {numRuns: 150}
    )
  })
})
