import assert from 'node:assert/strict'
import {existsSync, readFileSync} from 'node:fs'
import manifest from '../../package.json' with {type: 'json'}
import {actionCommands} from '../../src/client/action-commands.ts'
import {rules} from '../../src/rules/rules.ts'

const page = readFileSync(new URL('../../docs/techniques.md', import.meta.url), 'utf8')
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('The table of techniques', () => {
  it('names rules and commands that there are, and each at least once', () => {
    const named = rows.flatMap(([, , cell = '']) =>
      Array.from(cell.matchAll(/\[([^\]]+)\]\(rules\/\1\.md\)/g), ([, id]) => id)
    )
    assert.deepEqual(new Set(named), new Set(rules.map(({id}) => id)))
    const commands = rows.flatMap(([, , , cell = '']) =>
      Array.from(cell.matchAll(/`([^`]+)`/g), ([, id]) => id)
    )
    const declared = manifest.contributes.commands.map(({command}) => command)
    for (const command of commands) assert(command && declared.includes(command), command)
    for (const name of Object.keys(actionCommands)) assert(commands.includes(`buyIn.${name}`), name)
  })

  for (const [, technique = '', inRules = '', inCommands = '', test = ''] of rows) {
    it(`has for “${technique}” a rule or a command, and a test in VS Code that there is`, () => {
      assert(inRules + inCommands !== '')
      const [file = '', title = ''] = test.split(': ')
      const path = new URL(`../vscode/${file}`, import.meta.url)
      assert(existsSync(path), file)
      assert(title !== '' && readFileSync(path, 'utf8').includes(title), test)
    })
  }
})
