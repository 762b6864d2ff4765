import assert from 'node:assert/strict'
import {analyze} from '../../../src/analysis/analyze.ts'
import {nameOf} from '../../../src/artifacts/titling.ts'

const named = (text: string) => nameOf(analyze(text))

describe('What a document is called', () => {
  it('is the first heading, and no section’s', () => {
    assert.equal(named('# A pond\n\nDig.\n'), 'A pond')
    assert.equal(named('## Summary\n\nDig a pond.\n\n## Drawbacks\n\nMud.\n'), '⟨title⟩')
  })

  it('is else the one heading of the first depth, however late', () => {
    const opening = Array.from({length: 12}, (_, index) => `Ponds are wet, says frog ${index}.`).join('\n\n')
    assert.equal(named(`${opening}\n\n# Frogs deserve a pond.\n\nDig.\n`), 'Frogs deserve a pond')
    assert.equal(named(`${opening}\n\n# Frogs\n\nDig.\n\n# Newts\n\nDig on.\n`), '⟨title⟩')
  })

  it('is else what its file is called, where that says more than what kind of thing it is', () => {
    const text = '## Summary\n\nDig a pond.\n\n## Drawbacks\n\nMud.\n'
    const from = (file: string) => nameOf(analyze(text, {file}))
    assert.equal(from('0027-digging-of_ponds.md'), 'Digging of ponds')
    assert.equal(from('2024-05-28-ponds.md'), 'Ponds')
    assert.equal(from('RFC-12_clear-water.markdown'), 'Clear water')
    for (const file of [
      'README.md',
      'final_project_proposal.md',
      'rfc-0027.md',
      '12.md',
      'Untitled-1',
      'v2.md'
    ])
      assert.equal(from(file), '⟨title⟩', file)
    assert.equal(nameOf(analyze('# A pond\n\nDig.\n', {file: 'marsh-land.md'})), 'A pond')
  })

  it('is the name below a heading that only says what kind of thing it is', () => {
    const text = '# Spring seminar: project proposal\n\n## Project Title: A pond\n\nWe dig a pond.\n'
    assert.equal(named(text), 'A pond')
    assert.equal(named('# W3 Grant Proposal\n\n- **Project Name:** A pond\n\nDig.\n'), 'A pond')
    assert.equal(
      named('# Event Proposal\n\n## Info\n\nTitle: A pond for the school\n\nDig.\n'),
      'A pond for the school'
    )
    assert.equal(
      named(
        '# Season of Docs 2024 Proposal\n\n## Proposal Title\n\nA pond in words\n\n## About us\n\nWe dig.\n'
      ),
      'A pond in words'
    )
    assert.equal(
      named(
        '# Research Proposal\n\nKeeping ponds clear by the work of snails.\n\n## Introduction\n\nPonds.\n'
      ),
      'Keeping ponds clear by the work of snails'
    )
    assert.equal(named('# Research Proposal\n\nPonds.\n\n## Introduction\n\nPonds are wet.\n'), '⟨title⟩')
  })

  it('is the heading after one that names a programme, an author, an addressee or another page', () => {
    const rest = '\n\nWe dig a pond for the school.\n'
    assert.equal(named(`# Summer of Code\n\n**Project Title:** A pond${rest}`), 'A pond')
    assert.equal(named(`### Kimiko Itoh\n\n### A pond for all${rest}`), 'A pond for all')
    assert.equal(
      named(`# Elm School\n\n## Pond estimate\n\n**Prepared for:** Elm School${rest}`),
      'Pond estimate'
    )
    assert.equal(named(`# [PONDS](https://example.org/ponds)\n\n# A pond for all${rest}`), 'A pond for all')
    assert.equal(named(`# Elm School\n\n## Pond estimate${rest}`), 'Elm School')
  })

  it('is the first line where only the blank behind its mark is missing', () => {
    assert.equal(named('#A pond for all\n\n##Abstract\nDig it.\n\n## About me\n\nKim.\n'), 'A pond for all')
  })

  it('is else the front matter’s', () => {
    const text = '---\ntitle: A pond\n---\n\n## Summary\n\nDig it.\n\n## Drawbacks\n\nMud.\n'
    assert.equal(named(text), 'A pond')
    assert.equal(named(text.replace('title:', 'feature:')), 'A pond')
    assert.equal(named('---\ntitle: A pond\n---\n\n## Preamble\n\n- Title: A pnod\n\nDig it.\n'), 'A pond')
    assert.equal(
      named('---\ntitle: "Research proposal"\nsubtitle: "Snails for clear ponds"\n---\n\nPonds are wet.\n'),
      'Snails for clear ponds'
    )
    assert.equal(
      named('---\ntitle: Sponsors of the pond\n---\n\nWe offer:\n\n### Gold: €750\n\nA bench.\n'),
      'Sponsors of the pond'
    )
  })

  it('is else what a table, a subject line, HTML or a label says', () => {
    const rest = '\n\n## Abstract\n\nDig it.\n\n## Drawbacks\n\nMud.\n'
    const table =
      '<table>\n<tr><td> Title </td><td> A pond </td>\n<tr><td> Status </td><td> Draft </td></tr>\n</table>'
    assert.equal(named(table + rest), 'A pond')
    assert.equal(
      named('Subject: A pond: call for diggers\n\nHi all,\n\nDig with us.\n'),
      'A pond: call for diggers'
    )
    assert.equal(named(`<p>\n  <h1 align="center">A pond</h1>\n</p>${rest}`), 'A pond')
    assert.equal(
      named(`1. working title\n\nA pond for all of us\n\n2. budget\n\nNone.\n`),
      'A pond for all of us'
    )
    assert.equal(named('Code 2015 Enhanced Ponds Proposal\n\nDig it.\n'), 'Code 2015 Enhanced Ponds Proposal')
  })

  it('is no word that names nothing, no HTML of an example and no opening sentence', () => {
    assert.equal(named('- Feature Name: none\n- Start Date: 2025-02-11\n\n## Summary\n\nDig.\n'), '⟨title⟩')
    assert.equal(
      named('Start.\n\n```html\n<h1>Hello!</h1>\n```\n\n## Summary\n\nDig.\n\n## Drawbacks\n\nMud.\n'),
      '⟨title⟩'
    )
    assert.equal(named('This proposal is for a pond in\nThe school yard of Elm.\n'), '⟨title⟩')
  })

  it('is a letter’s kind where it has no other', () => {
    assert.equal(named('# Letter of Intent\n\nDear diggers,\n\nWe mean to dig.\n'), 'Letter of Intent')
    assert.equal(named('# Project Proposal\n\nDear diggers,\n\nWe mean to dig a pond.\n'), '⟨title⟩')
  })
})
