import {openWindow, type Window, type WindowOptions} from '../host/window.ts'

/**
 * Opens a window for the suite that calls this, and closes it afterwards. Where a test fails, it says where a picture
 * and logs are.
 *
 * @param options see {@link WindowOptions}
 * @returns the window, which is there as soon as the first test starts
 */
export function suiteWindow(options: WindowOptions): Window {
  const window = {} as Window
  before(async () => {
    Object.assign(window, await openWindow(options))
  })
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') console.log(`See ${await window.keep()}`)
  })
  after(() => window.stop?.())
  return window
}
