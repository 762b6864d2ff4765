import assert from 'node:assert/strict'
import {configurationOf, readUnder} from '../../../src/config/configuration.ts'
import {readProject} from '../../../src/config/project.ts'
import {mendWithoutAuthor} from '../../../src/fixes/authorless.ts'
import {apply} from '../../../src/fixes/fix.ts'

const uri = 'file:///garden/proposal.md'

/** The text, mended as far as nobody need be asked. */
function mended(text: string, project = '{}'): string {
  const file = readProject('file:///garden/.buy-in.json', project)
  const {proposal, findings} = readUnder(text, configurationOf({uri, text, project: file}))
  return apply(text, mendWithoutAuthor(proposal, findings)?.edits ?? [])
}

const risks = '## What could go wrong\n\n- For you: ⟨what it may cost the reader⟩\n'

describe('What needs no author', () => {
  it('is where to answer, if the project says it', () => {
    const text = '# A pond\n\nAnswers are welcome at ⟨where⟩ until ⟨date⟩.\n'
    assert.equal(mended(text), text)
    assert.equal(
      mended(text, '{"feedback": {"channel": "#garden"}}'),
      '# A pond\n\nAnswers are welcome at #garden until ⟨date⟩.\n'
    )
    const off = '{"feedback": {"channel": "#garden"}, "rules": {"no-unfilled-placeholder": "off"}}'
    assert.equal(mended(text, off), text)
  })

  it('is a section of places that stands there twice', () => {
    assert.equal(
      mended(`# A pond\n\n${risks}\n## Work\n\nAda digs.\n\n${risks}\n## Money\n\nNone.\n`),
      `# A pond\n\n${risks}\n## Work\n\nAda digs.\n\n## Money\n\nNone.\n`
    )
    assert.equal(mended(`# A pond\n\n${risks}\n${risks}`), `# A pond\n\n${risks}`)
  })

  it('is never a word of the author, nor what stands elsewhere by intent', () => {
    for (const text of [
      `# A pond\n\n${risks}\nThe fish may die.\n\n${risks}\nThe fence may fall.\n`,
      `# A pond\n\n${risks}\nThe fish may die.\n\n${risks}\nThe fish may die.\n`,
      `# A pond\n\n${risks}\n## What could go wrong\n\n- For you: ⟨what⟩\n`,
      '# A pond\n\n## Spring\n\n### Risks\n\n⟨what⟩\n\n## Autumn\n\n### Risks\n\n⟨what⟩\n',
      '# A pond\n\n## Risks\n\nTBD\n\n## Risks\n\nTBD\n'
    ])
      assert.equal(mended(text), text)
  })
})
