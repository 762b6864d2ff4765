import assert from 'node:assert/strict'
import fc from 'fast-check'
import manifest from '../../../package.json' with {type: 'json'}
import {analyze} from '../../../src/analysis/analyze.ts'
import {trustElements} from '../../../src/analysis/trust-elements.ts'
import {actionCommands} from '../../../src/client/action-commands.ts'
import {apply, covers, plain} from '../../../src/fixes/fix.ts'
import {offerOf, selectionFixes, sourceFixes} from '../../../src/fixes/named.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {markdown} from '../markdown.ts'

const nowhere = {start: 0, end: 0}
const kinds = Object.values(actionCommands)

function offer(text: string, kind: string, at = nowhere) {
  const proposal = analyze(text)
  return offerOf(proposal, findingsOf(proposal), kind, at)
}

/** The text after the only thing that a kind offers there. */
function done(text: string, kind: string, at = nowhere): string {
  const {fixes, none} = offer(text, kind, at)
  const [first, ...more] = fixes
  assert(first && more.length === 0, none)
  return apply(text, first.fix.edits)
}

const memo = `# A wash basin in the workshop

${'The basin hangs beside the door and has one tap. '.repeat(16)}

## What we ask

We ask the building group to approve the place, order the pipes and seal the wall, 4 hours a week for three weeks.
`
const missing = 'source.buyIn.insertMissing'

describe('Insert What Is Missing', () => {
  it('puts in all that the profile misses, so that places to fill in are all that is left', () => {
    const mended = done(memo, missing)
    for (const heading of ['Why this matters to us', 'Where it stands', 'What could go wrong'])
      assert(mended.includes(`\n## ${heading}\n`), heading)
    const left = findingsOf(analyze(mended)).filter(({weak}) => !weak)
    assert.deepEqual([...new Set(left.map(({rule}) => rule.id))], ['no-unfilled-placeholder'])
  })

  it('puts what an ask lacks at its end, in one go', () => {
    const mended = done(memo.replace(', 4 hours a week for three weeks', ''), missing)
    assert.match(mended, /seal the wall, about ⟨hours a week⟩, by ⟨date⟩\.\n/)
  })

  it('inserts nothing a second time', () => {
    const once = done(memo, missing)
    const {fixes, none} = offer(once, missing)
    const twice = fixes[0] ? apply(once, fixes[0].fix.edits) : once
    const headings = twice.match(/^## .+$/gm) ?? []
    assert.deepEqual(headings, [...new Set(headings)])
    assert.equal(none, 'Nothing is missing that the reader of a memo looks for.')
  })

  it('leaves out what its author switched off', () => {
    const proposal = analyze(memo)
    const findings = findingsOf(proposal, {'require-motive': 'off'})
    const [fix] = offerOf(proposal, findings, missing, nowhere).fixes
    assert(fix && !apply(memo, fix.fix.edits).includes('Why this matters'))
  })

  it('says why not where a proposal is decided', () => {
    const {fixes, none} = offer(`---\nstatus: accepted\n---\n\n${memo}`, missing)
    assert.deepEqual(fixes, [])
    assert.match(none, /decided \(status: accepted\)/)
  })

  it('never has edits that overlap, for any text', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const proposal = analyze(text)
        for (const {edits} of sourceFixes(proposal, findingsOf(proposal))) {
          const ordered = edits.toSorted((a, b) => a.span.start - b.span.start)
          ordered.slice(1).forEach(({span}, index) => {
            const before = ordered[index]?.span
            assert(before && before.end <= span.start && before.start < span.start)
          })
        }
      })
    )
  })
})

describe('What is inserted by name', () => {
  const admitted = `${memo}
## What could go wrong

The risk is that the wall gets damp, and that the tools below it rust.
`
  const open = `${admitted}
## Discussion

Please comment on this page by 3 May. What do you think?
`

  it('always has places to fill in, and proves nothing until they are filled', () => {
    for (const text of [memo, admitted, open]) {
      const proposal = analyze(text)
      for (const {kind, edits} of sourceFixes(proposal, [])) {
        for (const {content} of edits) assert(plain(content).includes('⟨'), kind)
        const after = analyze(apply(text, edits))
        for (const element of trustElements) {
          const before = proposal.elements[element].level
          if (before !== 'present')
            assert.notEqual(after.elements[element].level, 'present', `${kind}: ${element}`)
        }
      }
    }
  })

  it('is what somebody who is asked has said, by name', () => {
    const text = done(memo, 'source.buyIn.insert.heard')
    assert.match(text, /## What we heard\n\n- Building group: ⟨their concern, in your own words⟩, because ⟨/)
    const again = done(text, 'source.buyIn.insert.heard')
    assert.equal(again.match(/## What we heard/g)?.length, 1)
    assert.equal(again.match(/- Building group: ⟨/g)?.length, 2)
  })

  it('speaks as its author does', () => {
    const mine = memo.replaceAll('We ask', 'I ask').replaceAll('we ', 'I ')
    assert.match(
      done(mine, 'source.buyIn.insert.heard'),
      /## What I heard\n[\s\S]*If I got this wrong, please correct me/
    )
  })

  it('is an open question about what is asked and admitted, beside those that are there', () => {
    const fresh = done(admitted, 'source.buyIn.insert.questions')
    assert(fresh.includes('- How do you see this playing out for the building group, ⟨on an ordinary day⟩?'))
    assert(
      fresh.includes(
        'that we miss when we say “The risk is that the wall gets damp, and that the tools below it rust”?'
      )
    )
    assert(fresh.includes('Answers are welcome at ⟨where⟩'))
    const beside = done(open, 'source.buyIn.insert.questions')
    assert(!beside.includes('## Questions for you') && !beside.includes('Answers are welcome'))
    assert(beside.trimEnd().endsWith('?'))
  })

  it('is an objection with its reason, practical or emotional, that a downside of the text turns into', () => {
    const {fixes} = offer(admitted, 'source.buyIn.insert.objection')
    const [practical, emotional] = fixes.map(({fix}) => apply(admitted, fix.edits))
    const said =
      '## What speaks against it\n\n⟨Who⟩ may say: “The risk is that the wall gets damp, and that the tools below it rust.” Behind it stands ⟨'
    assert(practical?.includes(`${said}the practical reason: time, money, proof⟩. We can offer ⟨a change⟩.`))
    assert(
      emotional?.includes(
        `${said}what it touches: pride in their work, a say, a purpose⟩. We want to keep ⟨that⟩`
      )
    )
    assert.equal(fixes.length, 2)
  })

  it('answers a downside where the cursor stands on one, and not one that is quoted already', () => {
    const at = admitted.indexOf('The risk is')
    const actions = (text: string) =>
      selectionFixes(analyze(text), {start: at, end: at}).filter(({kind}) => kind.includes('objection'))
    const [first] = actions(admitted)
    assert.equal(first?.title, 'Answer this as an objection: a practical one')
    assert.deepEqual(actions(apply(admitted, first?.edits ?? [])), [])
  })

  it('is what it costs those who are asked, from what the text asks of them', () => {
    assert.match(
      done(memo, 'source.buyIn.insert.downside'),
      /- For the building group: 4 hours a week for three weeks, during which ⟨what has to wait⟩\n- For us: ⟨/
    )
    assert.match(
      done(admitted, 'source.buyIn.insert.downside'),
      /rust\.\n\n- For the building group: 4 hours a week for three weeks, during which ⟨what has to wait⟩\n$/
    )
  })

  it('says where the text tells it already', () => {
    const {fixes, none} = offer(
      memo.replace(
        '## What we ask',
        '## Why this matters to us\n\nWe want this because two of us hurt our backs last year. Today it costs the workshop an hour each evening.\n\n## What we ask'
      ),
      'source.buyIn.insert.motive'
    )
    assert.deepEqual(fixes, [])
    assert.equal(none, 'Your reader is told why you pursue this already, in line 7.')
  })

  it('says what was agreed to as progress', () => {
    const text = `${memo}\n- [x] **Ask 1, plumber:** seal the wall (Kim, 3 May)\n`
    assert(
      done(text, 'source.buyIn.insert.progress').includes(
        '- Promised: plumber will seal the wall (Kim, 3 May)'
      )
    )
  })
})

describe('What is done to an ask by name', () => {
  const chunk = 'refactor.rewrite.buyIn.chunk'

  it('means the ask at the cursor, else any ask, with its words', () => {
    const two = `${memo}\nWe also ask the school to lend us a ladder and sweep the yard by 4 May.\n`
    const {fixes} = offer(two, chunk)
    assert.deepEqual(
      fixes.map(({about}) => about?.slice(0, 25)),
      ['We ask the building group', 'We also ask the school to']
    )
    const at = two.indexOf('We also ask')
    assert.match(done(two, chunk, {start: at, end: at}), /\*\*Ask 1, school:\*\* lend us a ladder/)
  })

  it('says why there is nothing to do', () => {
    assert.match(offer('# A pond\n\nIt is round.\n', chunk).none, /^Nothing is asked of anybody yet/)
    const one = '# A pond\n\nWe ask the board to approve the pond by 3 May.\n'
    const at = one.indexOf('We ask')
    assert.equal(
      offer(one, chunk, {start: at, end: at}).none,
      'It asks for one thing: there is no point at which to decide anew.'
    )
    const agreed = '- [x] **Ask 1, legal:** read the contract (Kim, 3 May)\n'
    const cursor = {start: 10, end: 10}
    assert.equal(offer(agreed, 'refactor.rewrite.buyIn.sweeten', cursor).none, 'This ask is agreed already.')
  })
})

describe('Commands for code actions', () => {
  const {commands, menus, codeActions} = manifest.contributes

  it('are declared, shown only in proposals, and named among the kinds of code actions', () => {
    const declared = codeActions.flatMap(({actions}) => actions.map(({kind}) => kind))
    assert.deepEqual(declared, kinds)
    for (const name of Object.keys(actionCommands)) {
      assert(
        commands.some(({command}) => command === `buyIn.${name}`),
        name
      )
      const menu = menus.commandPalette.find(({command}) => command === `buyIn.${name}`)
      assert(menu?.when.includes('buyIn.proposal'), name)
    }
  })

  it('cover every code action that is no quick fix of a finding', () => {
    const text = `${memo}\n## What could go wrong\n\nThe risk is that the wall gets damp.\n`
    const nobody = analyze('# A sign\n\nSomebody should paint the sign at the gate.\n')
    const proposal = analyze(text)
    const all = [
      ...selectionFixes(nobody, {start: 10, end: 40}),
      ...selectionFixes(analyze('- [ ] **Ask 1, board:** paint it, by 3 May\n'), {start: 10, end: 10}),
      ...sourceFixes(proposal, findingsOf(proposal)),
      ...selectionFixes(proposal, {start: 0, end: text.length}),
      ...proposal.asks.flatMap(({span}) => selectionFixes(proposal, span))
    ]
    for (const {kind} of all)
      assert(
        kinds.some((own) => covers(own, kind)),
        kind
      )
    for (const kind of kinds)
      assert(
        all.some((fix) => covers(kind, fix.kind)),
        kind
      )
  })
})
