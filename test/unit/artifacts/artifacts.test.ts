import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {analyze} from '../../../src/analysis/analyze.ts'
import {artifactKinds, artifactOf} from '../../../src/artifacts/make.ts'
import {stakeholdersOf} from '../../../src/artifacts/stakeholders.ts'
import {markdown} from '../markdown.ts'
import {alterations} from './alterations.ts'

const examples = join(import.meta.dirname, '../../../examples')

for (const kind of artifactKinds) {
  describe(`The ${kind}`, () => {
    it('of any text holds only its words and the frame’s', function () {
      this.timeout(20_000)
      fc.assert(
        fc.property(markdown, markdown, (source, earlier) => {
          const proposal = analyze(source)
          const [stakeholder] = stakeholdersOf(proposal)
          for (const options of [{}, {before: analyze(earlier), stakeholder}])
            assert.deepEqual(alterations(proposal, artifactOf(kind, proposal, options)), [])
        }),
        {numRuns: 60}
      )
    })

    for (const file of readdirSync(examples)) {
      it(`of ${file} holds only its words and the frame’s`, () => {
        const proposal = analyze(readFileSync(join(examples, file), 'utf8'))
        const artifact = artifactOf(kind, proposal)
        assert.deepEqual(alterations(proposal, artifact), [])
        // A draft of a few words has little to quote.
        assert(artifact.extracts.length > (proposal.words > 150 ? 2 : 0))
      })
    }
  })
}
