import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {trustElements} from '../../../src/analysis/trust-elements.ts'
import {apply, type Fix, plain, snippets} from '../../../src/fixes/fix.ts'
import {askFixes, fixesOf} from '../../../src/fixes/fixes.ts'
import {insertElement} from '../../../src/fixes/insert-element.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {shownOf} from '../../../src/rules/shown.ts'
import {markdown} from '../markdown.ts'

function allFixes(text: string): {source: string; fixes: Fix[]} {
  const proposal = analyze(text)
  const shown = shownOf(findingsOf(proposal), {...proposal, unsaved: false})
  const mending = shown.flatMap(({findings}) => fixesOf(proposal, findings).map(({fix}) => fix))
  return {
    source: proposal.text,
    fixes: [...mending, ...proposal.asks.flatMap(({span}) => askFixes(proposal, span))]
  }
}

describe('Fixes, for any text', () => {
  it('leave every character outside their edits as it is', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const {source, fixes} = allFixes(text)
        for (const {edits} of fixes) {
          const result = apply(source, edits)
          let [from, at] = [0, 0]
          for (const {span, content} of edits.toSorted((a, b) => a.span.start - b.span.start)) {
            assert(from <= span.start && span.start <= span.end && span.end <= source.length)
            const kept = source.slice(from, span.start)
            assert.equal(result.slice(at, at + kept.length), kept)
            at += kept.length + plain(content).length
            from = span.end
          }
          assert.equal(result.slice(at), source.slice(from))
        }
      })
    )
  })

  it('number their tab stops across all edits, and their snippets say what their plain form says', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const {edits} of allFixes(text).fixes) {
          const ordered = edits.toSorted((a, b) => a.span.start - b.span.start)
          const made = snippets(edits)
          const stops = made.flatMap(({snippet}) =>
            Array.from(snippet.matchAll(/(?<!\\)\$\{(\d+):/g), ([, stop]) => Number(stop))
          )
          assert.deepEqual(
            stops,
            Array.from(stops, (_, index) => index + 1)
          )
          // What VS Code makes of the snippet: stops to their text, then escapes undone.
          const expanded = made.map(({snippet}) =>
            snippet.replace(/(?<!\\)\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1').replace(/\\([\\$}])/g, '$1')
          )
          assert.deepEqual(
            expanded,
            ordered.map(({content}) => plain(content))
          )
        }
      })
    )
  })
})

describe('An inserted scaffold', () => {
  const memo = '# A pond\n\nWe propose a pond.\n\n## What we ask\n\nWe ask the school to dig.\n'

  for (const element of trustElements) {
    it(`for ${element} is no evidence until it is filled in`, () => {
      const before = analyze(memo).elements[element].level
      const after = analyze(apply(memo, insertElement(analyze(memo), element, true).edits))
      assert(before === 'present' || after.elements[element].level !== 'present')
      assert(after.places.length > 0)
    })
  }

  it('goes under the heading that promises it, in place of “TBD”', () => {
    const text =
      '# A pond\n\n## Drawbacks\n\nTBD\n\n## Motivation\n\nWe miss the frogs, because they ate the gnats.\n'
    const mended = apply(text, insertElement(analyze(text), 'downside', true).edits)
    assert.equal(
      mended,
      text.replace(
        'TBD',
        '- For you: ⟨what it may cost the reader⟩\n- For us: ⟨what may fail, and what then⟩'
      )
    )
  })

  it('takes the document’s heading depth, list marker and line ends', () => {
    const text = '# A pond\r\n\r\n### Why\r\n\r\n* frogs\r\n'
    const mended = apply(text, insertElement(analyze(text), 'progress', true).edits)
    assert.match(mended, /\r\n\r\n### Where it stands\r\n\r\n\* Done: ⟨/)
  })

  it('underlines its heading where the document does', () => {
    const text = 'A pond\n======\n\nWhy\n---\n\nFrogs.\n'
    assert.match(
      apply(text, insertElement(analyze(text), 'progress', true).edits),
      /\n\nWhere it stands\n-+\n\n- Done/
    )
  })

  it('stands before the link definitions that end a document', () => {
    const text = '# A pond\n\nSee [frogs].\n\n[frogs]: https://example.org\n'
    const mended = apply(text, insertElement(analyze(text), 'dialog', true).edits)
    assert.match(mended, /a fine answer\.\n\n\[frogs\]: https:\/\/example\.org\n$/)
  })
})

describe('What the author wrote', () => {
  const kept = (text: string, edits: Fix['edits']) => {
    const result = apply(text, edits)
    let at = 0
    for (const character of text) {
      at = result.indexOf(character, at) + 1
      if (at === 0) return false
    }
    return true
  }
  const documents = {
    'an image': '# T\n\n## Motivation\n\n![chart](chart.png)\n\n## Plan\n\nDig.\n',
    'code between hollow lines': '# T\n\n## Drawbacks\n\nNone.\n\n```sh\nrm -r x\n```\n\nUnknown.\n',
    'an inline link that looks like a definition': '# T\n\nWrite to Kim or ask on [Slack]: #cache\n',
    'a comment in the last line': '# T\n\nText here. <!-- note -->\n'
  }
  for (const [name, text] of Object.entries(documents)) {
    it(`stays when something is inserted: ${name}`, () => {
      for (const element of trustElements) {
        assert(kept(text, insertElement(analyze(text), element, true).edits), `${element} loses something`)
      }
    })
  }

  const asks = [
    'We ask the data group to:\n\n- review the plan\n  - by mail\n- test the draft\n',
    '> We ask the board to fund the roof, approve the plan and lend us a ladder.\n\nMore.\n',
    '1. First.\n2. We ask the board to fund the roof and approve the plan.\n3. More.\n'
  ]
  for (const text of asks) {
    it(`is not taken apart by splitting or sweetening: ${JSON.stringify(text)}`, () => {
      const proposal = analyze(text)
      const before = proposal.passages.map(
        ({kind, plain, depth}) => `${kind} ${depth} ${plain.trim().slice(0, 12)}`
      )
      for (const {edits} of proposal.asks.flatMap(({span}) => askFixes(proposal, span))) {
        const after = analyze(apply(text, edits)).passages.map(
          ({kind, plain, depth}) => `${kind} ${depth} ${plain.trim().slice(0, 12)}`
        )
        for (const passage of before)
          assert(after.includes(passage), `${passage} is gone from ${after.join(' | ')}`)
      }
    })
  }

  it('an answer stays an answer: what is agreed or declined is not bettered any more', () => {
    const text =
      '- [x] **Ask 1, legal:** read the contract (Kim, 3 May)\n- [ ] ~~**Ask 2, desk:** answer at night~~\n'
    const proposal = analyze(text)
    assert.deepEqual(
      proposal.asks.map(({answer, timeframe}) => [answer.state, timeframe?.words]),
      [
        ['agreed', undefined],
        ['declined', undefined]
      ]
    )
    assert.deepEqual(
      proposal.asks.flatMap(({span}) => askFixes(proposal, span)),
      []
    )
  })

  it('is asked once, not twice, after it was split', () => {
    const text =
      '# T\n\n## What we ask\n\nWe ask the board to fund the roof, approve the plan and lend us a ladder by 3 June.\n'
    const proposal = analyze(text)
    const split = askFixes(proposal, proposal.asks[0]?.span ?? {start: 0, end: 0}).find(({title}) =>
      title.startsWith('Split')
    )
    assert(split)
    assert.deepEqual(
      analyze(apply(text, split.edits)).asks.map(({work}) => work?.words),
      ['fund the roof', 'approve the plan', 'lend us a ladder']
    )
  })
})

describe('Splitting an ask', () => {
  const split = (text: string) => {
    const proposal = analyze(text)
    const [ask] = proposal.asks
    assert(ask)
    const fix = askFixes(proposal, ask.span).find(({title}) => title.startsWith('Split'))
    return fix && apply(text, fix.edits)
  }

  it('uses the clauses of the ask', () => {
    assert.equal(
      split('We ask the board to fund the roof, approve the plan and lend us a ladder by 3 June.\n'),
      `We ask the board to fund the roof, approve the plan and lend us a ladder by 3 June.

In parts that can each get a yes:

- [ ] **Ask 1, board:** fund the roof, ⟨hours a week⟩, by 3 June
- [ ] **Ask 2, board:** approve the plan, ⟨hours a week⟩, by 3 June, decided after ⟨what ask 1 shows⟩
- [ ] **Ask 3, board:** lend us a ladder, ⟨hours a week⟩, by 3 June, decided after ⟨what ask 2 shows⟩
`
    )
  })

  it('groups many items into four at most, and loses none', () => {
    const items = [
      'Open the gate',
      'Mow the lawn',
      'Paint the bench',
      'Prune the hedge',
      'Sweep the path',
      'Fill the pond'
    ]
    const result = split(`We ask the gardeners to:\n\n${items.map((item) => `* ${item}`).join('\n')}\n`)
    assert.equal(result?.match(/\* \[ \] \*\*Ask/g)?.length, 3)
    for (const item of items) assert.equal(result?.split(item).length, 3)
  })

  it('is not offered for an ask with one part', () => {
    assert.equal(split('We ask the board to approve bread and butter for the feast.\n'), undefined)
  })
})
