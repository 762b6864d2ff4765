import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Browser, Page} from 'playwright-core'
import {analyze} from '../../src/analysis/analyze.ts'
import {type Summary, summaryOf} from '../../src/artifacts/summary.ts'
import {summaryToHtml, summaryToRichText} from '../../src/artifacts/summary-text.ts'
import {launchChromium} from '../host/chromium.ts'
import {hostileProposal, scripts} from '../payloads.ts'
import {suiteWindow} from './suite-window.ts'

/** Elements that nothing of a document may become. */
const forbidden =
  'script, iframe, frame, object, embed, applet, img, image, picture, svg, math, video, audio, source, link, meta, base, form, input, a, style, template'

/** What is wrong in part of a page: elements and attributes that only a document can have brought in. */
function intruders(roots: Element[], elements: string): string[] {
  return roots.flatMap((root) => [
    ...Array.from(root.querySelectorAll(elements), ({outerHTML}) => outerHTML.slice(0, 200)),
    ...Array.from(root.querySelectorAll('*')).flatMap((element) =>
      Array.from(element.attributes)
        .filter(
          ({name, value}) =>
            /^on|^(?:src|href|style|action|formaction|srcdoc)$/i.test(name) ||
            (/^\s*javascript:/i.test(value) && name !== 'value')
        )
        .map(({name, value}) => `${element.localName} ${name}=${value}`.slice(0, 200))
    )
  ])
}

/** A summary that says the same thing in every field that is words. */
function saying(payload: string): Summary {
  const {summary} = read(hostileProposal('words'))
  const kept = ['state', 'level', 'language', 'element', 'uri', 'date']
  const fill = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return kept.includes(key) ? value : payload
    if (Array.isArray(value)) return value.map((one) => fill(one, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, name)]))
  }
  return fill(summary) as Summary
}

function read(text: string): {summary: Summary} {
  return {summary: summaryOf(analyze(text), new Set())}
}

describe('A hostile document', function () {
  this.timeout(240_000)
  let browser: Browser
  let page: Page
  let events: string[]

  /** Notes everything that a page does on its own. */
  const watch = (watched: Page) => {
    watched.on('dialog', (dialog) => {
      events.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
    watched.on('popup', () => events.push('a window'))
  }

  before(async () => {
    browser = await launchChromium(console.log)
    page = await browser.newPage()
    watch(page)
    await page.route('**/*', async (route) => {
      events.push(`request: ${route.request().url()}`)
      await route.abort()
    })
  })
  beforeEach(() => {
    events = []
  })
  after(() => browser?.close())

  it('is made of many payloads', () => assert(scripts.length > 200, `there are ${scripts.length}`))

  it('is caught by these tests', async () => {
    await page.setContent(
      '<main><p onclick="x()">a</p><img src="https://evil.example/"><script>alert(1)</script></main>'
    )
    const found = await page.locator('main').evaluateAll(intruders, forbidden)
    assert.equal(found.length, 4)
    assert.deepEqual(events.sort(), ['dialog: 1', 'request: https://evil.example/'])
  })

  it('becomes words in an exported file, in every field', async () => {
    for (const payload of scripts) {
      for (const summary of [read(hostileProposal(payload)).summary, saying(payload)]) {
        const html = summaryToHtml(summary)
        assert.equal(html.split('<style>').length, 2)
        // Not even without the policy that forbids it would anything happen.
        for (const file of [html, html.replace(/<meta http-equiv=[^>]*>/, '')]) {
          // A page keeps the policy of the one before it otherwise.
          await page.goto('about:blank')
          await page.setContent(file)
          const found = await page.locator('body').evaluateAll(intruders, forbidden)
          assert.deepEqual(found, [], payload)
          assert.equal(await page.locator('head > *').count(), file === html ? 5 : 4, payload)
          assert.deepEqual(events, [], payload)
        }
      }
      assert((await page.locator('h1').textContent())?.trim(), payload)
    }
  })

  it('becomes words in what is copied as rich text', async () => {
    for (const payload of scripts) {
      await page.setContent(`<main>${summaryToRichText(saying(payload))}</main>`)
      assert.deepEqual(await page.locator('main').evaluateAll(intruders, forbidden), [], payload)
      assert.deepEqual(events, [], payload)
    }
  })

  it('becomes words in the page of the pane, in every field of both views, without its policy', async () => {
    const script = readFileSync(join(import.meta.dirname, '../../dist/summary.js'), 'utf8')
    await page.goto('about:blank')
    await page.setContent(
      '<header></header><main><div id="view" role="tabpanel"></div></main><div role="status"></div>'
    )
    const host = 'acquireVsCodeApi = () => ({postMessage() {}, getState() {}, setState() {}})'
    await page.addScriptTag({content: `${host}\n${script}`})
    for (const payload of scripts) {
      for (const summary of [read(hostileProposal(payload)).summary, saying(payload)]) {
        const result = {version: 1, isProposal: true, summary}
        for (const view of ['stakeholder', 'author']) {
          const found = await page.evaluate(
            ({data, name}) => {
              window.dispatchEvent(new MessageEvent('message', {data}))
              document.getElementById(`tab-${name}`)?.click()
              return document.querySelector('#view h1, #view h2')?.textContent ?? ''
            },
            {data: {type: 'summary', uri: 'file:///a.md', result}, name: view}
          )
          assert(found.length > 0, `${view} shows something`)
          assert.deepEqual(
            await page.locator('header, main, [role=status]').evaluateAll(intruders, forbidden),
            [],
            payload
          )
        }
      }
      assert.deepEqual(events, [], payload)
    }
  })

  describe('in the window', () => {
    const foreign: string[] = []
    const window = suiteWindow({
      workspace: {
        'proposal.md': hostileProposal('<b>words</b>'),
        '.buy-in.json': JSON.stringify({
          stakeholders: scripts.slice(0, 40),
          feedback: {channel: '<img src=x onerror=alert(1)>'}
        })
      },
      file: 'proposal.md',
      theme: 'dark'
    })

    before(() => {
      watch(window.page)
      window.page.on('request', (request) => {
        if (/evil|xss|ha\.ckers|\/x$/i.test(request.url())) foreign.push(request.url())
      })
    })
    it('becomes words in the pane', async () => {
      await window.run('Buy-In: Open Stakeholder Summary')
      const pane = window.webview()
      // Several payloads a document, each in another place.
      for (let at = 0; at < scripts.length; at += 12) {
        const payload = scripts.slice(at, at + 12)
        const text = hostileProposal('PAYLOAD')
          .split('PAYLOAD')
          .reduce((all, part, index) => `${all}${payload[index % payload.length] ?? ''}${part}`)
        const title = `Room ${at}`
        await writeFile(
          join(window.folder, 'proposal.md'),
          `# ${title}\n\n${text.replace(/^---[\s\S]*?\n---\n/, '')}`
        )
        // VS Code's watcher may not look yet.
        await window.page.locator('.editor-group-container .view-lines').first().click()
        await window.run('File: Revert File')
        await pane.getByRole('heading', {level: 1, name: title, exact: true}).waitFor()
        for (const view of ['Author', 'Stakeholder']) {
          await pane.getByRole('tab', {name: view}).click()
          await pane.getByRole('tabpanel', {name: view}).waitFor()
          assert.deepEqual(
            await pane.locator('header, main, [role=status]').evaluateAll(intruders, forbidden),
            [],
            payload.join('\n')
          )
        }
      }
      assert.deepEqual(events, [])
      assert.deepEqual(foreign, [])
    })

    it('its reader is told when the server had ended, and it goes on with the same settings', async () => {
      await window.run('Buy-In: Open Stakeholder Summary')
      await window.webview().locator('h1').waitFor()
      const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], {encoding: 'utf8'})
        .split('\n')
        .map((line) => line.trim().split(/\s+/))
      /** Whether this test started a process, itself or through others. */
      const isOurs = (pid: string | undefined): boolean => {
        const parent = processes.find(([one]) => one === pid)?.[1]
        return parent !== undefined && (parent === String(process.pid) || isOurs(parent))
      }
      const servers = processes.filter(
        ([pid, , ...args]) => /server\.cjs/.test(args.join(' ')) && isOurs(pid)
      )
      assert.equal(servers.length, 1, 'there is one language server')
      process.kill(Number(servers[0]?.[0]), 'SIGKILL')
      await window.page.getByText('had stopped and was started again').first().waitFor()
      await writeFile(
        join(window.folder, 'proposal.md'),
        '# Once more\n\nWe ask the board to lend us a lamp.\n'
      )
      await window.webview().getByRole('heading', {level: 1, name: 'Once more'}).waitFor()
    })
  })
})
