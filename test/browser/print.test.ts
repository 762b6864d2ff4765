import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Browser} from 'playwright-core'
import {analyze} from '../../src/analysis/analyze.ts'
import {summaryOf} from '../../src/artifacts/summary.ts'
import {summaryToHtml} from '../../src/artifacts/summary-text.ts'
import {wantedBy} from '../../src/rules/wanted.ts'
import {launchChromium} from '../host/chromium.ts'

const examples = fileURLToPath(new URL('../../examples/', import.meta.url))

/** A4 less its margins of 2 cm, in CSS pixels. */
const printed = {width: Math.round((17 / 2.54) * 96), height: Math.round((25.7 / 2.54) * 96)}

describe('The exported summary, printed', function () {
  this.timeout(60_000)
  let browser: Browser
  before(async () => {
    browser = await launchChromium(console.log)
  })
  after(() => browser?.close())

  for (const file of readdirSync(examples)) {
    it(`of ${file} has few pages, and nothing on them is cut off`, async () => {
      const proposal = analyze(readFileSync(`${examples}${file}`, 'utf8'))
      const page = await browser.newPage({viewport: printed})
      try {
        await page.emulateMedia({media: 'print'})
        await page.setContent(summaryToHtml(summaryOf(proposal, wantedBy(proposal), undefined)))
        const outside = await page.evaluate((width) => {
          const all = Array.from(document.body.querySelectorAll<HTMLElement>('*'))
          return all
            .filter((element) => {
              const {left, right} = element.getBoundingClientRect()
              const clips = getComputedStyle(element).overflowX !== 'visible'
              return left < 0 || right > width + 1 || (clips && element.scrollWidth > element.clientWidth + 1)
            })
            .map(({outerHTML}) => outerHTML.slice(0, 80))
        }, printed.width)
        assert.deepEqual(outside, [])
        const high = await page.evaluate(() => document.body.scrollHeight)
        const pdf = (await page.pdf({format: 'A4', preferCSSPageSize: true})).toString('latin1')
        const pages = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
        assert(
          pages >= 1 && pages <= Math.ceil(high / printed.height) + 1,
          `${pages} pages for ${high} pixels`
        )
        assert(pages <= 3, `${pages} pages`)
      } finally {
        await page.close()
      }
    })
  }
})
