import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {bestPassages} from '../../../src/artifacts/best-passages.ts'
import {plainness} from '../../../src/artifacts/plainness.ts'
import {opensPointing} from '../../../src/artifacts/standing-alone.ts'
import {sourceOf} from '../../../src/artifacts/statements.ts'

const parts = {
  Summary: 'We propose a shared ledger for the five choirs of the valley.',
  Motivation: 'Each choir pays for its own hall, and no treasurer knows what the others pay.',
  'How it works':
    'The ledger has one page for each choir and one for all of them. Whoever pays for something writes it down on the day itself, with the sum and the reason.'
}
/** What stands under Why, of a proposal with these sections. */
function why(own: Readonly<Record<string, string>>): string {
  const text = Object.entries({...parts, ...own}).map(([title, words]) => `## ${title}\n\n${words}`)
  const source = sourceOf(analyze(`# A shared ledger\n\n${text.join('\n\n')}\n`))
  return bestPassages(source, undefined)
    .of('motive', 44)
    .map(({words}) => words)
    .join(' / ')
}
const plain = (words: string) => plainness(words, 'motive')
const reason = plain('Treasurers waste hours because nobody knows what the others pay.')

describe('Why', () => {
  it('is no problem that is denied, and no concession', () => {
    for (const denied of [
      'As the treasurers trust each other, this is no problem.',
      'The lack of a ledger would not be an issue in a small village.',
      'There is nothing wrong with two ledgers.'
    ])
      assert.ok(plain(denied) < reason - 3, denied)
    const danger = 'The danger of a late rent is real, and the choirs do need to take action.'
    const wrong = 'One payer for all is a serious problem, because small choirs lose money each month.'
    assert.match(why({Motivation: `${danger} However, a vote takes months. ${wrong}`}), /One payer for all/)
    assert.doesNotMatch(why({Motivation: `${danger} But ${wrong}`}), /danger of a late rent/)
  })

  it('is not what is proposed, though the text says it twice', () => {
    const goal =
      'The goal of this project is to spare the choirs the many hours that they waste on slow payments.'
    assert.doesNotMatch(
      why({Summary: goal, Motivation: `${parts.Motivation} ${goal}`}),
      /The goal of this project/
    )
    assert.doesNotMatch(why({Summary: goal, Motivation: goal}), /The goal of this project/)
  })

  it('is no definition, no story of a user, no word of the text about itself and no commonplace', () => {
    for (const aside of [
      'By ledger, I mean a book of who pays what, to avoid problems.',
      'As a treasurer, I want to see the rent of all halls, so that I can avoid problems.',
      'The problems of the treasurers are described in the annual report.',
      'Problems of treasurers are commonly solved by hand.'
    ])
      assert.ok(plain(aside) < reason - 1.5, aside)
    assert.ok(plain('Ledgerly is a simple and useful system that improves bookkeeping.') < reason - 2)
    assert.ok(plain('Ledgerly is a system whose errors waste the hours of many treasurers.') > reason - 1)
  })

  it('is neither what was done nor what is planned, and no name', () => {
    assert.ok(plain('We recently added a page to improve the search.') < reason)
    assert.ok(plain('We will work to improve the search.') < reason - 1)
    assert.ok(plain('Anna Beispiel (Choir of Altdorf)') < reason - 2)
    assert.doesNotMatch(
      why({
        'Who drives this, and why': '- Anna Beispiel (Choir of Altdorf)\n- Ben Muster (Choir of Neudorf)'
      }),
      /Beispiel|Muster/
    )
  })

  it('does not begin by pointing at what is not there, unless the sentence before it comes along', () => {
    const model = 'This model is not ideal for small choirs, which lose money each month.'
    const alone = 'Small choirs lose money each month, because they pay for the whole evening.'
    assert.doesNotMatch(why({Motivation: `${model}\n\n${alone}`}), /^This model/)
    for (const pointing of [
      'This doubles the cost of each evening, which is a serious problem.',
      'Results in a serious problem for each choir.',
      'There are other missing pieces, which is a serious problem.',
      'We believe that its effect is a serious problem for each choir.',
      'There is no way to pay from that second purse, which is a serious problem.'
    ]) {
      const shown = why({Motivation: `The halls cost more in winter. ${pointing}`})
      assert.notEqual(shown, pointing)
    }
  })

  it('may point at the proposal itself, and at what stands in the same sentence', () => {
    assert.ok(!opensPointing('This proposal helps the choirs that do not know what the others pay.'))
    assert.ok(opensPointing('This habit helps the choirs that do not know what the others pay.'))
    const itself =
      'Whoever shares a purse has no way to pay from that purse alone, which is a serious problem.'
    assert.equal(why({Motivation: itself}), itself)
  })

  it('is no piece of a sentence that was cut in two', () => {
    assert.doesNotMatch(
      why({
        Motivation: `"paid and unpaid" rents in one’s head, a source of confusion for treasurers.\n\n${parts.Motivation}`
      }),
      /paid and unpaid/
    )
  })
})
