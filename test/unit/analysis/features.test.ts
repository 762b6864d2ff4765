import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {shippedModel} from '../../../src/analysis/evidence.ts'
import {cueCount, cueName, featuresOf, namesOf} from '../../../src/analysis/model/features.ts'
import {see} from '../../../src/analysis/model/sight.ts'
import {unitsOf} from '../../../src/analysis/model/units.ts'
import {outlineOf} from '../../../src/analysis/outline.ts'
import {parseMarkdown} from '../../../src/analysis/parse.ts'
import {trustElements} from '../../../src/analysis/trust-elements.ts'

const examples = fileURLToPath(new URL('../../../examples', import.meta.url))

describe('The features of the model', () => {
  it('know each cue, and each pair of cues, by a number of its own', () => {
    const names = Array.from({length: cueCount}, (_, number) => cueName(number))
    assert.equal(new Set(names).size, cueCount)
    const stored = [...shippedModel().rows.keys()].filter((name) => /^(?:c2?|cc|hx) /.test(name))
    assert.ok(stored.length > 100)
    assert.deepEqual(
      stored.filter((name) => !names.includes(name)),
      []
    )
  })

  it('are the same for who learns and for who reads', () => {
    const files = readdirSync(examples, {recursive: true, encoding: 'utf8'}).filter((file) =>
      file.endsWith('.md')
    )
    assert.ok(files.length > 0)
    for (const file of files) {
      const text = readFileSync(join(examples, file), 'utf8')
      const outline = outlineOf(text, parseMarkdown(text))
      const sight = see(shippedModel(), outline, text)
      featuresOf(outline, unitsOf(outline, text)).units.forEach(({groups}, at) => {
        const names = (own: typeof groups) => own.flatMap(namesOf).sort()
        assert.deepEqual(names(sight.features(at).groups), names(groups), `${file}, unit ${at}`)
      })
    }
  })

  it('tell what opens a document from the same words further down', () => {
    const digest = 'We propose to open the reading room on Saturdays.'
    const filler = Array.from({length: 12}, (_, day) => `Shelf ${day} holds maps of the harbour.`).join(
      '\n\n'
    )
    const scoreOf = (text: string) => {
      const outline = outlineOf(text, parseMarkdown(text))
      const {units, scores} = see(shippedModel(), outline, text)
      const at = units.findIndex(({words}) => words === digest)
      return scores.units[at * trustElements.length + trustElements.indexOf('summary')] ?? Number.NaN
    }
    const first = scoreOf(`# Saturdays\n\n${digest}\n\n${filler}\n`)
    const last = scoreOf(`# Saturdays\n\n${filler}\n\n${digest}\n`)
    assert.ok(first > last + 1, `${first} against ${last}`)
  })
})
