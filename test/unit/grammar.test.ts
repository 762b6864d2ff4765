import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import * as oniguruma from 'vscode-oniguruma'
import * as textmate from 'vscode-textmate'

const grammar = fileURLToPath(new URL('../../syntaxes/buy-in.injection.tmLanguage.json', import.meta.url))
// Stands for VS Code's own Markdown grammar, as far as the injection looks at it.
const base = {
  scopeName: 'text.html.markdown',
  patterns: [{match: '`[^`]*`', name: 'markup.inline.raw.string.markdown'}]
} as unknown as textmate.IRawGrammar

describe('The injection grammar', () => {
  let scopesOf: (line: string) => string[]

  before(async () => {
    const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'))
    await oniguruma.loadWASM(wasm)
    const registry = new textmate.Registry({
      onigLib: Promise.resolve(oniguruma),
      loadGrammar: async (scope) =>
        scope === base.scopeName ? base : textmate.parseRawGrammar(await readFile(grammar, 'utf8'), grammar),
      getInjections: (scope) => (scope === base.scopeName ? ['markdown.buy-in.injection'] : [])
    })
    const markdown = await registry.loadGrammar(base.scopeName)
    scopesOf = (line) =>
      markdown?.tokenizeLine(line, textmate.INITIAL).tokens.flatMap(({startIndex, endIndex, scopes}) => {
        const own = scopes.filter((scope) => scope.endsWith('.buy-in')).at(-1)
        return own ? [`${line.slice(startIndex, endIndex)} ${own.replace('.buy-in', '')}`] : []
      }) ?? []
  })

  it('colours ask lines', () => {
    assert.deepEqual(
      scopesOf('- [ ] **Ask 2, platform team:** review, by 12 May').filter(
        (token) => !token.includes('punctuation')
      ),
      [
        '[ ] constant.language.answer',
        'Ask 2 keyword.control.ask',
        'platform team entity.name.type.stakeholder'
      ]
    )
  })

  it('colours places to fill in, also in an ask line', () => {
    assert.deepEqual(scopesOf('until ⟨date⟩, or ⟨when⟩'), [
      '⟨date⟩ variable.parameter.place',
      '⟨when⟩ variable.parameter.place'
    ])
    assert(scopesOf('- [x] **Ask 1, ⟨whom⟩:** sing').includes('⟨whom⟩ variable.parameter.place'))
  })

  it('leaves other Markdown alone', () => {
    for (const line of ['- [ ] buy milk', '**Ask** me anything', 'about 4 hours a week, $300', '`⟨date⟩`']) {
      assert.deepEqual(scopesOf(line), [])
    }
  })
})
