import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'

const counted = (text: string) => analyze(text).impliedAsks.map(({whom}) => whom?.words)

describe('Implied asks', () => {
  const found: Record<string, string> = {
    'The cluster will be maintained by the platform team.': 'the platform team',
    '- A mirror, to be maintained by the platform team': 'the platform team',
    'Mentoring will be required from the Garden Ops team.': 'the Garden Ops team',
    'Pond Labs will provide the repository.': 'Pond Labs',
    'For two weeks, the support desk will answer questions at night.': 'the support desk',
    'The host organisation will need to provide a room.': 'The host organisation'
  }
  for (const [text, whom] of Object.entries(found))
    it(`are read into: ${text}`, () => assert.deepEqual(counted(`# Pond\n\n${text}\n`), [whom]))

  it('stand where they are told, as they are told', () => {
    const text = '# Pond\n\nWe dig. Pond Labs will provide the spades. We plant.\n'
    const [implied] = analyze(text).impliedAsks
    assert(implied)
    assert.equal(implied.words, 'Pond Labs will provide the spades.')
    assert.equal(text.slice(implied.span.start, implied.span.end), implied.words)
  })

  const none = [
    'Our team will provide the repository.',
    'The development team will maintain it.',
    'The old cluster was maintained by the platform team.',
    'The website is maintained by the web team.',
    'If the platform team will maintain it, we are done.',
    'A team will review each entry.',
    'Will the platform team maintain it?',
    'In addition to this request, the week will be supported by the university.',
    'The platform team shall be responsible for the pond.',
    'We ask the platform team to review the design, which will be reviewed by the data team.'
  ]
  for (const text of none)
    it(`are not read into: ${text}`, () => assert.deepEqual(counted(`# Pond\n\n${text}\n`), []))

  it('are not read into what the proposal itself founds', () => {
    assert.deepEqual(
      counted('# Pond\n\nThe council would appoint a garden team. The garden team will maintain the pond.\n'),
      []
    )
    assert.deepEqual(counted('# Form a security team\n\nThe security team will review each report.\n'), [])
  })
})
