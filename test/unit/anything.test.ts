import assert from 'node:assert/strict'
import fc from 'fast-check'
import {analyze} from '../../src/analysis/analyze.ts'
import {artifactKinds, artifactOf} from '../../src/artifacts/make.ts'
import {summaryOf} from '../../src/artifacts/summary.ts'
import {summaryToHtml} from '../../src/artifacts/summary-text.ts'
import {configurationOf, readUnder} from '../../src/config/configuration.ts'
import {apply} from '../../src/fixes/fix.ts'
import {fixesOf} from '../../src/fixes/fixes.ts'
import {sourceFixes} from '../../src/fixes/named.ts'
import {looseEnds} from '../../src/rules/ready-to-send.ts'
import {wantedBy} from '../../src/rules/wanted.ts'
import {hostileProposal, naughtyStrings} from '../payloads.ts'

/** All that is made of a text, as an editor does; throws where anything does, or lies outside the text. */
function useEverything(text: string, source = 'untitled:1', settings: object = {}) {
  const configuration = configurationOf({uri: source, text, settings})
  const {proposal, findings, shown} = readUnder(text, configuration)
  if (proposal.unread !== undefined) return {proposal, findings, shown}
  const inside = (span: {start: number; end: number}) =>
    assert(0 <= span.start && span.start <= span.end && span.end <= proposal.text.length)
  for (const finding of findings.slice(0, 200)) {
    inside(finding.span)
    for (const {fix} of fixesOf(proposal, [finding])) for (const edit of fix.edits) inside(edit.span)
  }
  for (const {edits} of sourceFixes(proposal, findings)) for (const {span} of edits) inside(span)
  const wanted = wantedBy(proposal, configuration.rules)
  for (const kind of artifactKinds)
    artifactOf(kind, proposal, {
      feedback: {},
      wanted,
      meeting: undefined,
      stakeholder: undefined,
      before: undefined
    })
  summaryToHtml(summaryOf(proposal, wanted))
  looseEnds(proposal, findings)
  return {proposal, findings, shown}
}

const memo = `# A pond for the school garden

We want this because our pupils have no place to see how frogs live. ${'The garden lies behind the gym. '.repeat(20)}

## What we ask

We ask the school to dig the pond, fill it with water and plant the reeds by 3 May.
`

describe('Any text', function () {
  // Enough also where others keep the machine busy.
  this.timeout(240_000)

  const special: Readonly<Record<string, string>> = {
    CRLF: memo.replaceAll('\n', '\r\n'),
    CR: memo.replaceAll('\n', '\r'),
    'a byte order mark': `\uFEFF${memo}`,
    'a byte order mark in the middle': memo.replace('pond', '\uFEFFpond'),
    tabs: memo.replaceAll(' ', '\t'),
    emoji: memo.replaceAll('pond', '🐸👩‍👩‍👧‍👦'),
    'halves of emoji': memo.replaceAll('pond', '\uD83D').replaceAll('frogs', '\uDC38'),
    'right-to-left words': memo.replaceAll('school', 'בית ספר').replaceAll('pond', '\u202Eבריכה\u202C'),
    'zero-width characters': memo.replaceAll('o', 'o\u200B\u200D\uFEFF'),
    NUL: memo.replaceAll('o', '\0o'),
    'Latin-1 bytes, as an editor reads them': Buffer.from(memo.replaceAll('o', 'ö'), 'latin1').toString(
      'utf8'
    ),
    'combining marks': memo.replaceAll('o', `o${'\u0301'.repeat(40)}`),
    'unusual line ends': memo.replaceAll('\n', '\u2028').replaceAll('. ', '.\u0085'),
    nothing: '',
    'only front matter': '---\nbuy-in: memo\n---',
    'front matter that is not closed': `---\nbuy-in: memo\n${memo}`,
    'front matter with an alias bomb': `---\na: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\nbuy-in: *d\n---\n\n${memo}`,
    'front matter that refers to itself': `---\nbuy-in: &a [*a]\ntitle: &b {b: *b}\nstakeholders: &c [*c, {name: *c}]\nstatus: &d [*d]\n---\n\n${memo}`,
    'front matter whose profile refers to itself': `---\nbuy-in: {profile: &a [*a], rules: &b {require-ask: *b}}\n---\n\n${memo}`,
    'front matter of unusual keys': `---\n__proto__: {polluted: true}\nconstructor: 1\n? [a]\n: b\nbuy-in: {__proto__: 1, rules: {__proto__: off, constructor: off}}\n---\n\n${memo}`
  }
  for (const [name, text] of Object.entries(special)) {
    it(`is read: ${name}`, () => {
      const {proposal} = useEverything(text)
      assert.equal(proposal.unread, undefined)
      assert.equal(proposal.text, text.replace(/^\uFEFF/, ''))
      assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
    })
  }

  it('is read though it holds what is known to break programs', () => {
    for (let at = 0; at < naughtyStrings.length; at += 10) {
      const strings = naughtyStrings.slice(at, at + 10)
      useEverything(`# ${strings.join('\n\nWe ask ')}\n\n## Risks ${strings.join('\n\n- ')}`)
      useEverything(hostileProposal(strings[0] ?? ''))
    }
  })

  const deep: Readonly<Record<string, string>> = {
    '5,000 nested quotes': `# A\n\n${'> '.repeat(5000)}We ask the board to pay.\n`,
    '5,000 nested quotes without blanks': `${'>'.repeat(5000)} We ask the board to pay.\n`,
    '5,000 nested lists': `${'- '.repeat(5000)}pay\n`,
    'lists that go on to the right': Array.from({length: 250}, (_, at) => `${' '.repeat(at * 2)}- a`).join(
      '\n'
    ),
    '5,000 nested brackets': `# A\n\n${'['.repeat(5000)}a${']'.repeat(5000)}\n`,
    '5,000 nested images': `# A\n\n${'!['.repeat(5000)}a${'](b)'.repeat(5000)}\n`,
    '5,000 nested emphases': `# A\n\n${'*a _b '.repeat(2500)}${'c_ d* '.repeat(2500)}\n`,
    '5,000 nested elements': `${'<div>\n\n'.repeat(5000)}a\n`,
    'front matter of 20,000 nested lists': `---\nbuy-in: ${'['.repeat(20_000)}\n---\n\n${memo}`,
    'front matter of 20,000 nested maps': `---\nbuy-in: ${'{a: '.repeat(20_000)}\n---\n\n${memo}`,
    'front matter of nested blocks': `---\nbuy-in:\n${Array.from({length: 1500}, (_, at) => `${' '.repeat(at + 1)}a:`).join('\n')}\n---\n\n${memo}`,
    'front matter of dashes': `---\nbuy-in:\n  ${'- '.repeat(20_000)}a\n---\n\n${memo}`
  }
  for (const [name, text] of Object.entries(deep)) {
    it(`is read, however deep: ${name}`, () => {
      useEverything(text)
    })
  }

  it('of 1 MB on one line is read', () => {
    const sentence = 'We ask the school to dig the pond by 3 May, because the frogs have none. '
    const {proposal} = useEverything(
      `# A pond\n\n${sentence.repeat(Math.floor(1_000_000 / sentence.length))}\n`
    )
    assert.equal(proposal.unread, undefined)
    assert(
      proposal.passages.length > 50 && proposal.passages.every(({span}) => span.end - span.start <= 10_000)
    )
    const read = proposal.passages.reduce((sum, {sentences}) => sum + sentences.length, 0)
    assert(Math.abs(read - 1_000_000 / sentence.length) < 3, `${read} sentences`)
  })

  it('of 10,000 headings is read', () => {
    const {proposal} = useEverything('## What could go wrong\n\nTBD\n\n'.repeat(10_000))
    assert.equal(proposal.sections.length, 10_001)
  })

  it('of 10 MB is said to be too large, at once, and a setting changes from where on', () => {
    const text = `${memo}\n`.repeat(Math.ceil((10 * 1024 * 1024) / memo.length))
    const started = performance.now()
    const {proposal, findings} = readUnder(text, configurationOf({uri: 'untitled:1', text}))
    assert(performance.now() - started < 1000)
    assert.match(proposal.unread ?? '', /^This has 10,\d{3} KB; Buy-In reads documents of up to 1,000 KB/)
    assert.deepEqual(findings, [])
    const read = (largestKB: number) =>
      readUnder(memo, configurationOf({uri: 'untitled:1', text: memo, settings: {thresholds: {largestKB}}}))
        .proposal
    assert.equal(read(2).unread, undefined)
    assert.match(read(0).unread ?? '', /up to 0 KB/)
  })
})

const part = fc.constantFrom(
  'You must approve this by Friday.',
  'Do you agree with the schedule?',
  'We ask the council to open the shelf when they have time.',
  'It would be great if someone could paint the second rack.',
  'It will be maintained by the platform team.',
  'We ask the board to fund the roof, approve the plan and lend us a ladder by 3 June.',
  'Obviously this is simple.',
  'The risk is that the wall gets damp.',
  'We want this because we read there ourselves.',
  'So far we have moved the shelves.',
  '## Risks\n\nTBD',
  '## What we ask',
  '## Plan\n\n- build it\n- paint it',
  '> quoted words',
  'The basin hangs beside the door and has one tap. '.repeat(6)
)
const proposalText = fc
  .tuple(fc.array(part, {minLength: 1, maxLength: 9}), fc.constantFrom('\n', '\r\n'))
  .map(([parts, eol]) => `# A wash basin\n\n${parts.join('\n\n')}\n`.replaceAll('\n', eol))

describe('A fix, for any proposal,', function () {
  this.timeout(60_000)
  const readings = (text: string) => readUnder(text, configurationOf({uri: 'file:///proposal.md', text}))

  it('that puts the words differently removes its finding', () => {
    fc.assert(
      fc.property(proposalText, (text) => {
        const {proposal, findings} = readings(text)
        for (const finding of findings.filter(({rule}) => !rule.missing)) {
          for (const {fix} of fixesOf(proposal, [finding])) {
            // What inserts, and what has its author fill in, is another matter.
            if (fix.edits.every(({span}) => span.start === span.end)) continue
            if (fix.edits.some(({content}) => content.some((one) => typeof one !== 'string'))) continue
            const start = Math.min(...fix.edits.map(({span}) => span.start))
            const mended = readings(apply(proposal.text, fix.edits))
            const grown = mended.proposal.text.length - proposal.text.length
            const end = Math.max(...fix.edits.map(({span}) => span.end)) + grown
            const left = mended.findings.filter(
              ({rule, span}) => rule === finding.rule && span.start < end && start < span.end
            )
            assert.deepEqual(left, [], `${finding.rule.id}, ${fix.title}: ${mended.proposal.text}`)
          }
        }
      })
    )
  })

  it('that inserts what is missing leaves places to fill in, and inserts nothing a second time', () => {
    fc.assert(
      fc.property(proposalText, (text) => {
        const {proposal, findings} = readings(text)
        const insertion = (one: Pick<ReturnType<typeof readings>, 'proposal' | 'findings'>) =>
          sourceFixes(one.proposal, one.findings).find(({kind}) => kind === 'source.buyIn.insertMissing')
        const fix = insertion({proposal, findings})
        if (!fix || fix.disabled !== undefined || fix.edits.length === 0) return
        const once = readings(apply(proposal.text, fix.edits))
        const headings = (source: string) => source.match(/^## .+$/gm) ?? []
        const added = headings(once.proposal.text).length - headings(proposal.text).length
        assert(added > 0 || /⟨/.test(once.proposal.text))
        const again = insertion(once)
        const twice = headings(again ? apply(once.proposal.text, again.edits) : once.proposal.text)
        const own = new Set(headings(proposal.text))
        const inserted = twice.filter((heading) => !own.has(heading))
        assert.deepEqual(inserted, [...new Set(inserted)])
      })
    )
  })

  it('that inserts an element leaves one quiet “fill this in”, which goes once it is filled', () => {
    fc.assert(
      fc.property(proposalText, (text) => {
        const {proposal, findings} = readings(text)
        const finding = findings.find(
          ({rule, homeless}) => rule.missing && homeless && rule.element !== 'ask'
        )
        const [first] = finding ? fixesOf(proposal, [finding]) : []
        if (!finding || !first) return
        const inserted = readings(apply(proposal.text, first.fix.edits))
        const of = (one: typeof inserted) =>
          one.findings.filter(({rule}) => rule.id === finding.rule.id && rule.missing)
        assert.deepEqual(
          of(inserted).filter(({weak}) => !weak),
          []
        )
        const waiting = (one: Pick<typeof inserted, 'findings'>) =>
          one.findings.filter(({rule}) => rule.id === 'no-unfilled-placeholder').length
        const before = waiting({findings})
        assert(waiting(inserted) <= before + 1 && waiting(inserted) > 0, inserted.proposal.text)
        const filled = readings(inserted.proposal.text.replace(/⟨[^⟩]*⟩/g, 'the old garden wall in June'))
        assert.equal(waiting(filled) <= before, true, filled.proposal.text)
        assert.deepEqual(
          analyze(filled.proposal.text).places.filter(({words}) => words.startsWith('⟨')),
          []
        )
      })
    )
  })
})
