import {fileURLToPath} from 'node:url'
import {openWindow} from '../test/host/window.ts'

// `npm run screenshots`: takes the pictures of docs/images/ anew, from the real window.

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const image = (name: string) => here(`images/${name}.png`)

const window = await openWindow({
  workspace: here('../examples'),
  file: 'proposal.md',
  theme: 'dark',
  size: {width: 1280, height: 760},
  scale: 1.5,
  settings: {
    'workbench.sideBar.visible': false,
    'workbench.activityBar.location': 'hidden',
    'editor.minimap.enabled': false,
    'editor.wordWrap': 'bounded',
    'window.commandCenter': false
  }
})
const {page} = window

/** For each kind, a proposal to show the pane with. */
const proposals = {
  memo: 'proposal-night-shift.md',
  rfc: 'rfc-quiet-hours.md',
  grant: 'grant-proposal-repair-workshop.md',
  draft: 'proposal-draft.md'
}

const pane = () => window.webview()
const toText = () => window.run('View: Focus First Editor Group')

/** The group of editors that holds the pane. */
async function paneBox() {
  const box = await page.locator('.editor-group-container').nth(1).boundingBox()
  if (!box) throw new Error('The pane is not there.')
  return box
}

/** Draws the border between the text and the pane, until the pane has its width. */
async function setPaneWidth(width: number): Promise<void> {
  const border = (page.viewportSize()?.width ?? 0) - width
  for (let attempt = 0; attempt < 4; attempt++) {
    const {x, y} = await paneBox()
    if (Math.abs(x - border) < 3) return
    await page.mouse.move(x, y + 300)
    await page.mouse.down()
    await page.mouse.move(border, y + 300, {steps: 5})
    await page.mouse.up()
  }
}

/** Saves a picture of the pane, no longer than what it says. */
async function picturePane(path: string): Promise<void> {
  await pane()
    .locator('html')
    .evaluate((html) => {
      html.scrollTop = 0
    })
  await page.mouse.move(2, 2)
  const {x, y, width, height} = await paneBox()
  const content = await pane()
    .locator('main')
    .evaluate((main) => main.getBoundingClientRect().bottom)
  const tabs = await page
    .locator('.editor-group-container')
    .nth(1)
    .locator('.tabs-and-actions-container')
    .boundingBox()
  const clip = {x, y, width, height: Math.min(height, (tabs?.height ?? 0) + content)}
  await page.screenshot({path, clip, animations: 'disabled', caret: 'hide'})
}

try {
  await page.keyboard.press('Control+B')
  await page.locator('.squiggly-warning').first().waitFor()
  await page.locator('.view-line').first().locator('span span').first().hover()
  await page.locator('.monaco-hover', {hasText: 'People help when'}).waitFor()
  await window.picture(image('editor'))

  await page.mouse.move(640, 700)
  await page.locator('.monaco-hover:visible').waitFor({state: 'detached'})
  await window.goTo(1, 5)
  await window.quickFix('Insert why you pursue this')
  await window.picture(image('quick-fix'))
  await page.keyboard.press('Escape')

  await page.locator('.view-line', {hasText: 'We'}).nth(1).waitFor()
  await window.run('Buy-In: Generate Recap')
  await page.locator('.quick-input-widget .monaco-list-row', {hasText: 'Everybody'}).click()
  await page.locator('.tab.active', {hasText: 'Recap'}).waitFor()
  await window.picture(image('recap'))
  await window.run('View: Revert and Close Editor')
  await page.locator('.tab', {hasText: 'Recap'}).waitFor({state: 'detached'})

  await window.run('Buy-In: Open Stakeholder Summary')
  await pane().getByRole('tab', {name: 'Author'}).click()
  await pane().getByRole('button', {name: 'Insert why you pursue this'}).waitFor()
  await toText()
  await window.picture(image('summary-author'))
  await pane().getByRole('tab', {name: 'Stakeholder'}).click()

  await toText()
  await window.open('proposal-night-shift.md', 35, 40)
  await page.locator('.tab', {hasText: 'Summary: proposal-night-shift.md'}).waitFor()
  await pane().locator('.card[aria-current]').waitFor()
  await window.picture(image('summary'))

  for (const theme of ['dark', 'light', 'contrast'] as const) {
    await window.paint(theme)
    await pane()
      .locator(`body.${theme === 'contrast' ? 'vscode-high-contrast' : `vscode-${theme}`}`)
      .waitFor()
    for (const [kind, file] of Object.entries(proposals)) {
      await toText()
      await window.open(file, 1)
      await page.locator('.tab', {hasText: `Summary: ${file}`}).waitFor()
      for (const [name, width] of Object.entries({narrow: 280, wide: 760})) {
        await page.setViewportSize({width: Math.max(760, width * 2), height: width < 400 ? 900 : 1160})
        await setPaneWidth(width)
        await picturePane(image(`summary-${kind}-${theme}-${name}`))
      }
    }
  }
} catch (error) {
  await window.picture(here('../out/screenshots-failed.png'))
  throw error
} finally {
  await window.stop()
}
