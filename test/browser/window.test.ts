import assert from 'node:assert/strict'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openWindow, type Window} from '../host/window.ts'

const proposal = `# A reading room for the evening school

We propose to open the small hall as a reading room for the evening school, with the doors to the garden closed and the small lamps on.

## What is to be done

- Mira moves the shelves and the books, with the long table between them. The evening school writes a plan of who keeps the room open, and the caretaker orders a second set of keys. The tables stand in four rows, and each table seats four. Two shelves from the old library hold the course books, which stay in the room. The heating runs on the same timer as the classrooms, and the lamps are the ones of the hall. At nine the caretaker locks the door, as on any other evening.

## What we ask

We ask the house committee to approve the use of the hall and lend us two desk lamps.
`

describe('In the window', function () {
  this.timeout(60_000)
  let workspace: string
  let window: Window

  before(async () => {
    workspace = await mkdtemp(join(tmpdir(), 'buy-in-workspace-'))
    await writeFile(join(workspace, 'proposal.md'), proposal)
    window = await openWindow({
      folder: workspace,
      file: 'proposal.md',
      theme: 'dark',
      // One view line for each line of the text.
      settings: {
        'editor.wordWrap': 'off',
        'editor.minimap.enabled': false,
        'window.restoreWindows': 'preserve'
      }
    })
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.picture(join(tmpdir(), 'buy-in-window.png'))
  })
  after(async () => {
    await window?.stop()
    await rm(workspace, {recursive: true})
  })

  const editor = () => window.page.locator('.editor-group-container').first()
  const squiggles = () => editor().locator('.squiggly-warning')
  /** The editor shows blanks as no-break spaces. */
  const line = (words: string) =>
    editor().locator('.view-line', {hasText: new RegExp(words.replaceAll(' ', '[ \\u00a0]'))})

  it('a writer sees what is missing, and sees it go while typing', async () => {
    await squiggles().nth(1).waitFor()
    assert.equal(await squiggles().count(), 2)
    await window.goTo(11, 85)
    await window.type(', by 12 May')
    await line('lamps, by 12 May').waitFor()
    await squiggles().nth(1).waitFor({state: 'detached'})
    assert.equal(await squiggles().count(), 1)
  })

  it('colours the amounts and dates of asks', async () => {
    const date = line('lamps, by 12 May').locator('span', {hasText: /^12[ \u00a0]May$/})
    await date.waitFor()
    const colour = (of: typeof date) => of.evaluate((element) => getComputedStyle(element).color)
    assert.notEqual(await colour(date), await colour(line('lamps, by 12 May').locator('span span').first()))
  })

  it('a quick fix is applied by keyboard', async () => {
    await window.goTo(1, 5)
    // The menu closes again where the editor is still busy with what was typed before.
    const fix = window.page.getByText('Insert why you pursue this')
    for (let attempt = 0; attempt < 5 && !(await fix.isVisible()); attempt++) {
      await window.page.keyboard.press('Escape')
      await window.page.keyboard.press('Control+.')
      await fix.waitFor({timeout: 4000}).catch(() => undefined)
    }
    await fix.waitFor()
    await window.page.keyboard.press('Enter')
    await line('## Why this matters to us').waitFor()
    await window.type('we read there ourselves')
    await line('We want this because we read there ourselves').waitFor()
    await window.page.keyboard.press('Escape')
  })

  it('the summary shows what stands in the proposal, and follows typing', async () => {
    await window.run('Buy-In: Open Stakeholder Summary')
    const pane = window.webview()
    await pane.getByRole('heading', {level: 1, name: 'A reading room for the evening school'}).waitFor()
    await pane.locator('.whom', {hasText: 'the house committee'}).waitFor()
    await pane.locator('dd', {hasText: '12 May'}).waitFor()
    await window.goTo(1, 40)
    await window.type(' of ours')
    await pane
      .getByRole('heading', {level: 1, name: 'A reading room for the evening school of ours'})
      .waitFor()
  })

  it('a click in the summary goes to the place in the proposal', async () => {
    await window.goTo(1)
    await window.webview().locator('.card .passage').click()
    await window.page.locator('#status\\.editor\\.selection', {hasText: 'selected'}).waitFor()
    const at = await window.page.locator('#status\\.editor\\.selection').textContent()
    const asked = (await line('We ask the house committee').count()) === 1
    assert(asked && at && Number(/Ln (\d+)/.exec(at)?.[1]) > 9, `the cursor is at ${at}`)
  })

  it('the summary has the colours of the theme', async () => {
    const colour = () =>
      window
        .webview()
        .locator('body')
        .evaluate((body) => getComputedStyle(body).color)
    const dark = await colour()
    await window.paint('light')
    await window.webview().locator('body.vscode-light').waitFor()
    assert.notEqual(await colour(), dark)
  })

  it('the summary is there again after the window was reloaded', async () => {
    await window.run('File: Save')
    await window.page.locator('.tab.dirty').waitFor({state: 'detached'})
    const loaded = window.page.waitForEvent('load')
    await window.run('Developer: Reload Window')
    await loaded
    await window
      .webview()
      .getByRole('heading', {level: 1, name: 'A reading room for the evening school of ours'})
      .waitFor()
  })
})
