import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import type {Theme} from '../host/window.ts'
import {suiteWindow} from './suite-window.ts'

const proposal = `# A reading room for the evening school

We propose to open the small hall as a reading room for the evening school, with the doors to the garden closed and the small lamps on.

## What is to be done

- Mira moves the shelves and the books, with the long table between them. The evening school writes a plan of who keeps the room open, and the caretaker orders a second set of keys. The tables stand in four rows, and each table seats four. Two shelves from the old library hold the course books, which stay in the room. The heating runs on the same timer as the classrooms, and the lamps are the ones of the hall. At nine the caretaker locks the door, as on any other evening.

## What we ask

We ask the house committee to approve the use of the hall and lend us two desk lamps.
`

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The class of a webview's body. */
const kindOf: Readonly<Record<Theme, string>> = {
  light: 'vscode-light',
  dark: 'vscode-dark',
  contrast: 'vscode-high-contrast',
  'contrast-light': 'vscode-high-contrast-light'
}

describe('In the window', function () {
  this.timeout(60_000)
  const window = suiteWindow({
    workspace: {'proposal.md': proposal},
    file: 'proposal.md',
    theme: 'dark',
    // One view line for each line of the text.
    settings: {
      'editor.wordWrap': 'off',
      'editor.minimap.enabled': false,
      'window.restoreWindows': 'preserve'
    }
  })

  const editor = () => window.page.locator('.editor-group-container').first()
  const pane = () => window.webview()
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
    await window.quickFix('Insert why you pursue this')
    await window.page.keyboard.press('Enter')
    await line('## Why this matters to us').waitFor()
    await window.type('we read there ourselves')
    await line('We want this because we read there ourselves').waitFor()
    await window.page.keyboard.press('Escape')
  })

  it('the summary says first what is asked, by when, and what could go wrong', async () => {
    await window.run('Buy-In: Open Stakeholder Summary')
    await pane().getByRole('heading', {level: 1, name: 'A reading room for the evening school'}).waitFor()
    const asked = pane().getByRole('region', {name: 'What is asked'})
    await asked.getByText('1 thing is asked of the house committee').waitFor()
    await asked.getByText('by 12 May').waitFor()
    await pane().getByRole('region', {name: 'What could go wrong'}).getByText('Nothing is said').waitFor()
  })

  it('the summary follows typing, and stays where it was scrolled to', async () => {
    await window.page.setViewportSize({width: 1280, height: 420})
    const scrolled = await pane()
      .locator('html')
      .evaluate((html) => {
        html.scrollTop = 120
        html.querySelector('h1')?.setAttribute('data-seen', 'before')
        return html.scrollTop
      })
    assert(scrolled > 0, 'the pane is long enough to scroll')
    const before = await pane().locator('h1').elementHandle()
    await window.goTo(1, 40)
    await window.type(' of ours')
    await pane()
      .getByRole('heading', {level: 1, name: 'A reading room for the evening school of ours'})
      .waitFor()
    assert.equal(
      await pane()
        .locator('html')
        .evaluate((html) => html.scrollTop),
      scrolled
    )
    // The heading is the same one, changed: nothing was drawn anew.
    assert.equal(
      await pane()
        .locator('h1')
        .evaluate((now, was) => now === was, before),
      true
    )
    await window.page.setViewportSize({width: 1280, height: 800})
  })

  it('the summary marks the card of the ask where the cursor is', async () => {
    await window.goTo(1)
    await pane().locator('.card[aria-current]').waitFor({state: 'detached'})
    await line('We ask the house committee').click()
    await pane().locator('.card[aria-current]', {hasText: 'the use of the hall'}).waitFor()
  })

  it('a click in the summary goes to the place in the proposal', async () => {
    await window.goTo(1)
    await pane().locator('.card .passage').click()
    await window.page.locator('#status\\.editor\\.selection', {hasText: 'selected'}).waitFor()
    const at = await window.page.locator('#status\\.editor\\.selection').textContent()
    const asked = (await line('We ask the house committee').count()) === 1
    assert(asked && at && Number(/Ln (\d+)/.exec(at)?.[1]) > 9, `the cursor is at ${at}`)
  })

  it('so does Enter', async () => {
    await window.goTo(1)
    await pane().locator('.card .passage').focus()
    await window.page.keyboard.press('Enter')
    await window.page.locator('#status\\.editor\\.selection', {hasText: 'selected'}).waitFor()
  })

  it('the summary can be for one stakeholder', async () => {
    const chooser = pane().getByRole('combobox', {name: 'For'})
    await chooser.selectOption({label: 'house committee (1 asked)'})
    await pane().getByRole('heading', {name: '1 thing is asked of the house committee'}).waitFor()
    await chooser.selectOption({label: 'Everybody'})
  })

  it('the summary is copied as rich text', async () => {
    await pane().getByRole('heading', {level: 1}).click()
    await window.page.keyboard.press('c')
    await pane().getByRole('status').getByText('Copied').waitFor()
    const copied = await window.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      return (await item?.getType('text/html'))?.text()
    })
    assert.match(copied ?? '', /<h1>A reading room for the evening school of ours<\/h1>/)
    assert.doesNotMatch(copied ?? '', /not told/)
  })

  it('the author sees what is not told, and a click mends it in the proposal', async () => {
    await pane().getByRole('tab', {name: 'Author'}).click()
    await pane().getByRole('heading', {name: 'What could go wrong'}).waitFor()
    await pane().getByRole('button', {name: 'Insert what could go wrong'}).click()
    await line('## What could go wrong').waitFor()
    // The first place is selected: what is typed takes it.
    await window.type('the garden doors')
    await line('the garden doors').waitFor()
    await window.page.keyboard.press('Escape')
    await pane().getByRole('button', {name: 'Fill in what is left open'}).first().waitFor()
    await pane().getByRole('tab', {name: 'Author'}).press('ArrowLeft')
    await pane().getByRole('tabpanel', {name: 'Stakeholder'}).waitFor()
  })

  it('the summary has the colours of the theme', async () => {
    const colour = () =>
      window
        .webview()
        .locator('body')
        .evaluate((body) => getComputedStyle(body).color)
    await window.paint('dark')
    await pane().locator('body.vscode-dark').waitFor()
    const dark = await colour()
    await window.paint('light')
    await window.webview().locator('body.vscode-light').waitFor()
    assert.notEqual(await colour(), dark)
  })

  for (const theme of ['dark', 'light', 'contrast', 'contrast-light'] as const) {
    it(`axe finds nothing serious in the summary, ${theme}`, async () => {
      await window.paint(theme)
      await pane().locator(`body.${kindOf[theme]}`).waitFor()
      for (const view of ['Author', 'Stakeholder']) {
        await pane().getByRole('tab', {name: view}).click()
        await pane().getByRole('tabpanel', {name: view}).waitFor()
        const serious = await pane()
          .locator('html')
          .evaluate(async (html, source) => {
            const axe: typeof import('axe-core') = new Function(`${source}; return axe`)()
            const {violations, passes} = await axe.run(html.ownerDocument)
            if (passes.length < 10) return ['axe hardly looked at anything']
            return violations
              .filter(({impact}) => impact === 'serious' || impact === 'critical')
              .map(({id, nodes}) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)
          }, axeSource)
        assert.deepEqual(serious, [], `${theme}, ${view}`)
      }
    })
  }

  it('the summary is there again after the window was reloaded', async () => {
    const chooser = pane().getByRole('combobox', {name: 'For'})
    await chooser.selectOption({label: 'house committee (1 asked)'})
    await pane().getByRole('heading', {name: '1 thing is asked of the house committee'}).waitFor()
    await window.run('File: Save')
    await window.page.locator('.tab.dirty').waitFor({state: 'detached'})
    const loaded = window.page.waitForEvent('load')
    await window.run('Developer: Reload Window')
    await loaded
    await window
      .webview()
      .getByRole('heading', {level: 1, name: 'A reading room for the evening school of ours'})
      .waitFor()
    assert.equal(await chooser.inputValue(), 'house committee')
  })
})
