import 'mocha/mocha.js'
import Report from '../host/report.ts'

const TIMEOUT_MS = 20_000

// Now, not in run(): the test files, evaluated after this one, call `describe`.
mocha.setup({
  ui: 'bdd',
  reporter: Report as unknown as Mocha.ReporterConstructor,
  timeout: TIMEOUT_MS,
  // The real window is at the mercy of a busy machine. What passed only then is named at the end.
  retries: 1,
  failZero: true,
  forbidOnly: true,
  forbidPending: true
})

/**
 * Runs the tests of all files in this folder. VS Code calls it, with or without Node.
 *
 * @throws when a test failed, or when there was none
 */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    // The browser's own `mocha.run` wants a page's address.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} failed`))
    )
  })
}
