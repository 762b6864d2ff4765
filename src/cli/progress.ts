/** Runs that end sooner show no progress. */
const patienceMs = 700

/** A line on a terminal's standard error that says how far a long run is; elsewhere nothing. */
export function showProgress(total: number): {step(file: string): void; end(): void} {
  const started = Date.now()
  let [done, shown] = [0, false]
  return {
    step(file) {
      done++
      if (!process.stderr.isTTY || total < 2 || Date.now() - started < patienceMs) return
      shown = true
      const width = process.stderr.columns || 80
      process.stderr.write(`\r\u001B[K${`${done} of ${total}  ${file}`.slice(0, width - 1)}`)
    },
    end() {
      if (shown) process.stderr.write('\r\u001B[K')
    }
  }
}
