import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {textFolder} from '../../../bench/accuracy/corpus.ts'
import {analyze} from '../../../src/analysis/analyze.ts'
import {profiles} from '../../../src/analysis/proposal.ts'
import {findingsOf} from '../../../src/rules/findings.ts'
import {type Shown, shownOf} from '../../../src/rules/shown.ts'

const folder = textFolder()

if (!folder) console.log('  Not measured: how much is shown of real documents, as the corpus is not here.')
else
  describe('What is shown of real documents', function () {
    this.timeout(120_000)

    const open: {profile: string; shown: Shown[]}[] = []
    before(() => {
      for (const file of readdirSync(folder)) {
        const proposal = analyze(readFileSync(join(folder, file), 'utf8'))
        if (proposal.closed !== undefined) continue
        open.push({
          profile: proposal.profile.name,
          shown: shownOf(findingsOf(proposal), {...proposal, unsaved: false})
        })
      }
    })

    for (const profile of profiles) {
      it(`is in the median one warning at most, in nine of ten three at most: ${profile}`, () => {
        const counts = open
          .filter((one) => one.profile === profile)
          .map(({shown}) => shown.filter(({severity}) => severity === 'warning').length)
          .sort((a, b) => a - b)
        assert(counts.length > 0, 'there is no document of this kind')
        const at = (share: number) => counts[Math.floor(share * (counts.length - 1))] ?? 0
        assert(at(0.5) <= (profile === 'memo' ? 2 : 1), `median ${at(0.5)}`)
        assert(at(0.9) <= 3, `nine in ten ${at(0.9)}`)
      })
    }

    it('is never two on one range, and never a wall', () => {
      for (const {shown} of open) {
        const ranges = shown.map(({findings: [{span}]}) => `${span.start}-${span.end}`)
        assert.equal(new Set(ranges).size, ranges.length)
        assert(shown.length <= 8, `${shown.length} are shown`)
      }
    })
  })
