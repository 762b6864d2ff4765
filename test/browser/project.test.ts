import assert from 'node:assert/strict'
import {cpSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {suiteWindow} from './suite-window.ts'

const example = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8')

describe('A project in the window', function () {
  this.timeout(90_000)
  const window = suiteWindow({
    workspace: {
      'proposal.md': example('proposal.md'),
      'proposals/night-shift.md': example('proposal-night-shift.md'),
      'proposals/attic/old.md': example('proposal.md'),
      'notes/meeting.md': example('proposal.md'),
      '.buy-inignore': 'attic/\n'
    },
    file: 'proposal.md',
    theme: 'light'
  })

  const write = (name: string, text: string) => writeFileSync(join(window.folder, name), text)
  const squiggles = () => window.page.locator('.editor-group-container .squiggly-warning')
  const view = () =>
    window.page.locator('.pane', {has: window.page.locator('.pane-header', {hasText: 'Proposals'})})
  const rows = () => view().locator('.monaco-list-row')
  const notice = (words: string | RegExp) => window.page.locator('.notification-list-item', {hasText: words})

  it('a mistake in the project file is one message, with file, line and what was meant', async () => {
    await squiggles().first().waitFor()
    write('.buy-in.yaml', 'rules:\n  require-motiv: off\n  require-downside: error\n')
    const message = notice(
      '.buy-in.yaml:2: there is no rule "require-motiv"; did you mean "require-motive"? All else keeps working.'
    )
    await message.waitFor()
    assert.equal(await message.count(), 1)
    // What fits is followed all the same, in the editor that is open.
    await window.page.locator('.editor-group-container .squiggly-error').waitFor()
    rmSync(join(window.folder, '.buy-in.yaml'))
    await window.page.locator('.editor-group-container .squiggly-error').waitFor({state: 'detached'})
    await window.run('Notifications: Clear All Notifications')
  })

  it('a rule is switched off in the project from the menu of quick fixes', async () => {
    await window.goTo(1, 5)
    await (await window.quickFix('Disable require-motive in the project')).click()
    // It takes effect before it is saved.
    await window.run('View: Focus Problems')
    const problems = window.page.locator('.markers-panel')
    await problems.getByText(/Not told yet: what could go wrong/).waitFor()
    await problems.getByText(/why you pursue this/).waitFor({state: 'detached'})
    await window.run('File: Save All')
    await window.run('View: Toggle Panel Visibility')
  })

  it('the view lists each proposal with its state, once the workspace was linted', async () => {
    await window.run('Explorer: Focus on Proposals View')
    await rows().getByText('proposal.md').waitFor()
    await window.run('Buy-In: Lint Workspace')
    await rows().getByText('night-shift.md').waitFor()
    const labels = await rows().allInnerTexts()
    assert.equal(labels.length, 2, labels.join(' | '))
    assert(
      labels.some((label) => /proposal\.md[\s\S]*1 warning/.test(label)),
      labels.join(' | ')
    )
    assert(
      labels.some((label) => /night-shift\.md[\s\S]*nothing to mend/.test(label)),
      labels.join(' | ')
    )
  })

  it('a click in the view opens the proposal', async () => {
    await rows().getByText('night-shift.md').click()
    await window.page.locator('.tab.active[data-resource-name="night-shift.md"]').waitFor()
  })

  it('the view follows a proposal that changes outside', async () => {
    write('proposals/night-shift.md', '---\nstatus: accepted\n---\n\n# The night shift\n\nWe share it.\n')
    await rows().getByText('decided (').waitFor()
  })

  it('linting is cancelled by the button of its notification', async () => {
    for (let index = 100; index < 400; index++) {
      cpSync(
        join(window.folder, 'proposals/attic/old.md'),
        join(window.folder, `proposals/attic/${index}.md`)
      )
    }
    rmSync(join(window.folder, '.buy-inignore'))
    await window.run('Buy-In: Lint Workspace')
    const progress = notice(/Buy-In reads the proposals: \d+ of \d+/)
    await progress.getByRole('button', {name: 'Cancel'}).click()
    await progress.waitFor({state: 'detached'})
    const count = Number(await rows().first().getAttribute('aria-setsize'))
    assert(count < 303, `${count} were read`)
    // Once more, it reads all.
    await window.run('Buy-In: Lint Workspace')
    await view().locator('.monaco-list-row[aria-setsize="303"]').first().waitFor()
  })
})
