import assert from 'node:assert/strict'
import {existsSync, readFileSync, watch} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {suiteWindow} from './suite-window.ts'

const proposal = `# A reading room for the evening school

We propose to open the small hall as a reading room for the evening school, from Monday to Thursday. The tables stand in four rows, and each table seats four. Two shelves from the old library hold the course books, which stay in the room. The heating runs on the same timer as the classrooms, and the lamps are the ones of the hall. The hall is opened at five. At nine the caretaker locks the door, as on any other evening, and sets the alarm. The chairs are those of the choir, which stacks them at the wall. A carpet lies under the two tables nearest to the stage, and the others stand on the boards. The door to the yard opens from inside only. Coats hang in the corridor, where the hooks are numbered, and the umbrellas stand in the tub below. The blinds go down at dusk. Each course has a shelf of its own, with a card that lists the titles in the order of the weeks. Books that are read at a table lie on the trolley until the evening ends, and then go back. The notice board beside the door shows which course meets on which evening, and who has the key. Bicycles stand under the roof of the shed, and the last to leave turns off its lamp. In winter the hall is warm from four on, since the choir of the children sings there until then. The kitchen has a kettle, two pots and cups for thirty, which are washed on Fridays. The piano stays where it is, closed and covered.

## What we ask

We ask the house committee to approve the use of the hall and lend us two desk lamps by 12 May.
`
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

describe('Artifacts in the window', function () {
  this.timeout(60_000)
  const window = suiteWindow({
    workspace: {'proposal.md': proposal},
    file: 'proposal.md',
    extensions: [here('../..'), here('../vscode/extensions/language-model')],
    // One view line for each line of the text.
    settings: {'[markdown]': {'editor.wordWrap': 'off'}, 'editor.minimap.enabled': false}
  })
  before(() => window.page.locator('.squiggly-warning, .squiggly-info, .squiggly-hint').first().waitFor())

  const line = (words: string) =>
    window.page.locator('.view-line', {hasText: new RegExp(words.replaceAll(' ', '[ \\u00a0]'))})
  const quickInput = () => window.page.locator('.quick-input-widget:visible')
  const recap = async (day = '') => {
    await window.run('Buy-In: Generate Recap')
    await quickInput().locator('input').fill(day)
    await quickInput()
      .locator('.monaco-list-row', {hasText: `meeting of ${day || '⟨date⟩'}`})
      .first()
      .click()
  }
  /** Of the whole line, also where it is shown as several. */
  const toEndOf = async (words: string) => {
    await line(words).click()
    await window.page.keyboard.press('End')
    await window.page.keyboard.press('End')
  }
  /** VS Code in a browser saves by itself, a second after the last change. */
  const savedWith = (words: RegExp) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!words.test(readFileSync(join(window.folder, 'sent.md'), 'utf8'))) return
        watcher.close()
        resolve()
      }
      const watcher = watch(window.folder, look)
      look()
    })
  const inText = () => window.page.keyboard.press('Control+1')

  it('a recap opens beside the proposal, and is saved where its user says', async () => {
    await recap('3 May')
    await line('# Recap: A reading room').waitFor()
    await line('_After our meeting of 3 May_').waitFor()
    await window.run('File: Save As...')
    // Its suggestion comes in late.
    await window.page.waitForFunction(() =>
      document
        .querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')
        ?.value.includes('Recap')
    )
    await quickInput().locator('input').fill(join(window.folder, 'sent.md'))
    await window.page.keyboard.press('Enter')
    await window.page.locator('.tab.active[data-resource-name="sent.md"]').waitFor()
    assert(existsSync(join(window.folder, 'sent.md')))
  })

  it('and goes on as that file: generated again, it brings what is new and keeps what its user wrote', async () => {
    await toEndOf('⟨Why do you pursue this')
    await window.type(' Nobody can read here.')
    await savedWith(/Nobody can read here\./)
    await inText()
    await toEndOf('We ask the house committee')
    await window.type(' We ask the caretaker to order keys by 3 June.')
    await recap()
    await line('the caretaker:').waitFor()
    await line('_After our meeting of 3 May_').waitFor()
    await line('Nobody can read here').waitFor()
    assert.equal(await window.page.locator('.tab[data-resource-name="sent.md"]').count(), 1)
    assert.equal(await window.page.locator('.tab[data-resource-name^="Untitled"]').count(), 0)
    await savedWith(/Nobody can read here\.[\s\S]*caretaker:.*3 June/)
  })

  it('also where that file was closed meanwhile', async () => {
    await window.run('View: Close Editor')
    await window.page.locator('.tab[data-resource-name="sent.md"]').waitFor({state: 'detached'})
    await inText()
    await toEndOf('We ask the house committee')
    await window.type(' We ask the choir to move its chairs by 9 June.')
    await recap()
    await line('the choir:').waitFor()
    await line('Nobody can read here').waitFor()
    await savedWith(/Nobody can read here\.[\s\S]*choir:.*9 June/)
    const groups = window.page.locator('.editor-group-container')
    assert.equal(await groups.first().locator('.tab[data-resource-name="sent.md"]').count(), 0)
    assert.equal(await groups.last().locator('.tab[data-resource-name="sent.md"]').count(), 1)
  })

  it('a press of a button has a recap polished, shown beside it, and taken over by another', async () => {
    await window.page.getByRole('button', {name: 'Polish the Wording'}).click()
    await window.page.locator('.tab.active', {hasText: 'Your recap ↔ reworded'}).waitFor()
    await line('We suggest to open the small hall').first().waitFor()
    await window.page.locator('.editor-actions').getByRole('button', {name: 'Accept'}).click()
    await window.page.locator('.tab.active[data-resource-name="sent.md"]').waitFor()
    await line('We suggest to open the small hall').waitFor()
    await window.page.keyboard.press('Control+Z')
    await line('Proposed:.* We propose to open the small hall').waitFor()
  })

  it('the proposal has no such button', async () => {
    const groups = window.page.locator('.editor-group-container')
    assert.equal(await groups.first().getByRole('button', {name: 'Polish the Wording'}).count(), 0)
    assert.equal(await groups.last().getByRole('button', {name: 'Polish the Wording'}).count(), 1)
  })
})
