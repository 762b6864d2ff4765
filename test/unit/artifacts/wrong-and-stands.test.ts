import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {bestPassages, type Quoted} from '../../../src/artifacts/best-passages.ts'
import {isLostLink} from '../../../src/artifacts/lost-links.ts'
import {plainness} from '../../../src/artifacts/plainness.ts'
import {isLopsided, leansBack, penaltyOf} from '../../../src/artifacts/standing-alone.ts'
import {sourceOf} from '../../../src/artifacts/statements.ts'
import {isUnder} from '../../../src/artifacts/under-headings.ts'

const parts = {
  Summary: 'We propose a shared ledger for the five choirs of the valley.',
  Motivation: 'Each choir pays for its own hall, and no treasurer knows what the others pay.'
}
/** What is quoted for an element, of a proposal with these sections. */
function told(element: Quoted, own: string): string {
  const text = Object.entries(parts).map(([title, words]) => `## ${title}\n\n${words}`)
  const source = sourceOf(analyze(`# A shared ledger\n\n${text.join('\n\n')}\n\n${own}\n`))
  return bestPassages(source, undefined)
    .of(element, 60)
    .map(({words}) => words)
    .join(' / ')
}

describe('What could go wrong', () => {
  const wrong = (own: string) => told('downside', own)
  const risk = 'The main risk is that a treasurer loses the ledger and a year of sums.'
  const worse = 'A serious drawback is that two books would be slower and break every year.'

  it('is no drawback of an option, of an open question or of what may come later', () => {
    const risks = `## Risks\n\n${risk} Two of five treasurers are against it, and may leave.`
    assert.match(wrong(risks), /The main risk/)
    for (const title of ['Alternatives', 'Open questions', 'Options', 'Future directions'])
      assert.doesNotMatch(
        wrong(`${risks}\n\n## ${title}\n\n### Two books\n\n#### Drawbacks\n\n${worse}`),
        /two books/,
        title
      )
  })

  it('is no rule, no choice of whoever likes, and not what another way would have cost', () => {
    const plain = (words: string) => plainness(words, 'downside')
    const least = plain('A treasurer could lose the ledger, and a year of sums with it.') - 1.5
    for (const words of [
      'Once a choir leaves, its pages that no other choir depends on may be removed.',
      'A treasurer who fails to pay is subject to penalties, such as the loss of a deposit.',
      'The export to paper is an optional feature, and may be slow.',
      'The old books cannot be merged, so even if we used them the sums would be lost.',
      'Their low number and the added risk do not justify keeping the old books.'
    ])
      assert.ok(plain(words) < least, words)
  })

  it('does not point at what was told of before, but for a heading that says what it is', () => {
    assert.doesNotMatch(wrong('## The paper book\n\nThis book could lose a year of sums.'), /This book/)
    assert.match(
      wrong('## Drawbacks\n\nSome treasurers probably rely on this custom.'),
      /rely on this custom/
    )
    assert.match(
      wrong(
        '## Drawbacks\n\nBecause the ledger is one for all, a single wrong sum might confuse five treasurers.'
      ),
      /^Because/
    )
    for (const words of ['Similar books can break as well.', 'Firstly treasurers, who lost a book before.'])
      assert.ok(leansBack(words, new Set()), words)
  })

  it('is no word that stands for something', () => {
    assert.doesNotMatch(
      wrong('## Stages of a page\n\n**Draft –** Sums may be lost, and pages may break.'),
      /Draft|Sums may/
    )
  })

  it('is also told under “Trade-offs and mitigations”', () => {
    const source = sourceOf(
      analyze('# A ledger\n\n## Trade-offs and mitigations\n\nFive books would become one.\n')
    )
    const [statement] = source.statements.filter(({kind}) => kind === 'sentence')
    assert.ok(statement && isUnder(source.proposal, statement, 'downside'))
  })
})

describe('Where it stands', () => {
  const stands = (own: string) => told('progress', own)
  const done = 'We have already tested the ledger with two choirs.'

  it('is not the state of a part', () => {
    assert.doesNotMatch(
      stands(
        '## The board\n\n- The list of the board gets a row:\n  - Name: ledger\n  - Status: In progress'
      ),
      /Status/
    )
  })

  it('is not where data come from, nor what somebody was bothered by', () => {
    assert.equal(stands('## Datasets\n\nThe sums of the ledger were collected and checked in 2019.'), '')
    assert.doesNotMatch(
      stands('## Before\n\nWe have done a lot of sums, and have been bothered by paper.'),
      /bothered/
    )
  })

  it('does not say of all what is said of one', () => {
    assert.match(stands(`## Next\n\nThis winter we go on.\n\n${done}`), /two choirs/)
    assert.doesNotMatch(stands(`## Next\n\nFor the small choirs:\n\n${done}`), /two choirs/)
  })

  it('tells every item of a list, or shows that there are more', () => {
    const lead = '## Tests\n\nWe have already tested the ledger in these programs:'
    assert.match(stands(`${lead}\n\n- C#\n- Java\n- Python`), /programs: C#; Java; Python$/)
    assert.match(stands(`${lead}\n\n- Java\n- ⟨which?⟩\n- Python`), /programs: Java; Python; …$/)
  })

  it('is told without a link that only says where to read on', () => {
    const link = '[here](https://example.org/test)'
    assert.match(
      stands(`## Tests\n\nWe have already tested the ledger with two choirs ${link}.`),
      /with two choirs$/
    )
    for (const words of ['The report can be found here.', 'Please fill in the form here to join.'])
      assert.ok(isLostLink(words), words)
    assert.ok(!isLostLink('All treasurers stay here until noon.'))
  })
})

describe('A list of questions with answers', () => {
  it('is told with the answers', () => {
    const list =
      '## Drawbacks\n\nThe main risks are these:\n\n- A treasurer could lose the ledger\n- **Could it break the old books?** No'
    assert.match(told('downside', list), /old books\? No$/)
  })
})

describe('A list', () => {
  it('is not told by items that are broken off', () => {
    const long =
      'If we keep the one old ledger in the hall, we will have to live with two different locks for a while until the choirs have moved out, with their'
    const {statements} = sourceOf(
      analyze(`# A ledger\n\n- ${long} sums\n- The book is heavy\n- It is slow\n`)
    )
    const lists = statements.filter(({kind}) => kind === 'list')
    assert.ok(lists.length > 0)
    for (const {clip} of lists) assert.doesNotMatch(clip(60).words, /…;/)
  })
})

describe('Words that stand alone', () => {
  const none: ReadonlySet<string> = new Set()

  it('add to nothing, and soften nothing, that is not there', () => {
    const plain = penaltyOf('We asked the neighbours whether they had a ledger.', false, none)
    assert.ok(penaltyOf('We also asked the neighbours whether they had one.', false, none) > plain)
    assert.ok(leansBack('The page is however likely to stay in the book.', none))
  })

  it('may name a time that comes next, and point at a number that they name', () => {
    assert.ok(!leansBack('In the next six months, we will draw the ledger.', none))
    assert.ok(leansBack('In the next hall, we will draw the ledger.', none))
    assert.ok(!leansBack('We pay for 15 singers, although this number may grow.', none))
    assert.ok(leansBack('We pay for the singers, although this number may grow.', none))
  })
})

describe('Brackets', () => {
  it('are whole in pairs, in code, in smileys and after a number', () => {
    for (const words of ['a (b [c] d) e', 'use `f(` here', 'well :) then', '1) first, b) second', ''])
      assert.ok(!isLopsided(words), words)
    for (const words of ['a (b', 'a) thing) more]', 'a [b)', 'support (ex.'])
      assert.ok(isLopsided(words), words)
  })

  it('are counted in a moment, however many there are', () => {
    assert.ok(!isLopsided('('.repeat(100_000) + ')'.repeat(100_000)))
  }).timeout(1000)
})
