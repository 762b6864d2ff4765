import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {bestPassages} from '../../../src/artifacts/best-passages.ts'
import {plainness} from '../../../src/artifacts/plainness.ts'
import {isPremise} from '../../../src/artifacts/plainness-of-motive.ts'
import {isLopsided, leansBack, opensPointing} from '../../../src/artifacts/standing-alone.ts'
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

  it('is no half of a bracket, and the whole where both halves are there', () => {
    for (const half of [
      'The choirs pay too much for small halls (ex.',
      'winter) which is a serious problem for each choir.',
      'The rents of [the larger halls are a serious problem.'
    ])
      assert.ok(isLopsided(half), half)
    for (const whole of [
      'The choirs (some of them (in winter)) pay too much.',
      'Choirs may a) pay, or b) stay away.',
      'Treasurers call `pay(` by hand.',
      'The halls are full :)'
    ])
      assert.ok(!isLopsided(whole), whole)
    const list =
      'Treasurers have a hard time:\n\n- rents are paid by hand\n- halls are booked twice (ex. in winter\n- purses are lost'
    assert.doesNotMatch(why({Motivation: list}), /\(/)
  })

  it('keeps what announces a list apart from its first item', () => {
    const list =
      'Today the rents are paid by hand, which has the following problems:\n\n- halls cannot be paid in winter\n- purses are lost on the way'
    assert.match(why({Motivation: list}), /paid by hand.*: halls cannot/i)
  })

  it('answers no sentence that is not there', () => {
    const alone = 'Small choirs lose money each month, because they pay for the whole evening.'
    for (const answer of [
      'Choirs, however, tend to be limited by the rents that they cannot pay.',
      'Treasurers therefore could have a hard time with two ledgers.',
      'In most cases, the choirs had to pay a rent twice, which is a serious problem.',
      'Waiting so long is a serious problem for each choir.',
      'Be it a hall or a church, the rent of a winter is a serious problem for each choir.',
      'The problem they faced was that nobody could pay the rent.',
      'The choirs would like a place to make sure that these are not lost, which is a serious problem.'
    ]) {
      assert.ok(leansBack(answer, new Set()), answer)
      const shown = why({Motivation: `${answer}\n\n${alone}`})
      assert.doesNotMatch(shown, new RegExp(`^${answer.slice(0, 16)}`))
    }
    assert.ok(!leansBack('It is therefore essential that choirs share a purse.', new Set()))
  })

  it('is no task, no rule, no practice of others, no end of an argument and no name of an example', () => {
    for (const aside of [
      'Resolve the few problems that remain, and try the purse in more halls.',
      'There is one community that has a serious problem with purses.',
      'Most vendors have the problem that they lack a purse.',
      'There is no reason for treasurers to require two problems to be solved by hand.',
      'The treasurer cannot pay from `p`, which is a problem.',
      'My name is Anna Beispiel, and rents are a serious problem.',
      'On the call some saw the problem that rents are late.',
      'The purse has become one of the most popular solutions to the problem.',
      'How and why does the rent of a hall cause problems for choirs.'
    ])
      assert.ok(plain(aside) < reason - 2, aside)
    assert.ok(plain('A heron is a bird within the order of waders.') < reason - 2)
    assert.ok(plain('Add a purse, so that choirs lose no more money.') > reason - 1)
    const rule = 'A purse cannot be opened without the treasurer of the choir.'
    const wish = 'We do not want choirs to lose money each month, as many of them do.'
    assert.equal(why({'Design goals': `${rule} ${wish}`}), wish)
  })

  it('is the trouble rather than the premise right before it', () => {
    const premise = 'Rent is one of the most important costs that a choir has to bear.'
    const trouble = 'Small choirs lose money each month, because they cannot share the rent of an evening.'
    assert.ok(isPremise(premise))
    assert.ok(!isPremise('Late rent is one of the most important problems of a choir.'))
    assert.equal(why({Motivation: `${premise} ${trouble}`}), trouble)
  })

  it('is not two sentences of which the first is broken off', () => {
    const long = `The choirs ${'and the halls and the purses '.repeat(9)}lose money each month`
    assert.doesNotMatch(why({Motivation: `${long}. This is a serious problem for each treasurer.`}), /… This/)
  })
})
