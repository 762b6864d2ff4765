import {fileURLToPath} from 'node:url'
import {openWindow} from '../test/host/window.ts'

// `npm run screenshots`: takes the pictures of docs/images/ anew, from the real window.

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const image = (name: string) => here(`images/${name}.png`)

const window = await openWindow({
  folder: here('../examples'),
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
try {
  await page.keyboard.press('Control+B')
  await page.locator('.squiggly-warning').first().waitFor()
  await page.locator('.view-line').first().locator('span span').first().hover()
  await page.locator('.monaco-hover', {hasText: 'People help when'}).waitFor()
  await window.picture(image('editor'))

  await page.mouse.move(640, 700)
  await page.locator('.monaco-hover:visible').waitFor({state: 'detached'})
  await window.goTo(1, 5)
  await page.keyboard.press('Control+.')
  await page.getByText('Insert why you pursue this').waitFor()
  await window.picture(image('quick-fix'))
  await page.keyboard.press('Escape')

  await page.locator('.view-line', {hasText: 'We'}).nth(1).waitFor()
  await window.run('Buy-In: Open Stakeholder Summary')
  await window.webview().getByRole('heading', {level: 1}).waitFor()
  await window.picture(image('summary-dark'))
  await window.paint('light')
  await window.webview().locator('body.vscode-light').waitFor()
  await window.picture(image('summary-light'))
  await window.paint('dark')

  await window.run('Buy-In: Generate Recap')
  await page.locator('.tab.active', {hasText: 'Recap'}).waitFor()
  await window.picture(image('recap'))
} catch (error) {
  await window.picture(here('../out/screenshots-failed.png'))
  throw error
} finally {
  await window.stop()
}
