import {type ChildProcess, execFileSync} from 'node:child_process'

const cleanups = new Set<() => void>()
let listening = false

/**
 * Has something cleaned up when this process ends, also by Ctrl+C or a polite kill.
 *
 * @param cleanup what to do; it must not wait for anything
 * @returns a function that takes the promise back, for who has cleaned up already
 */
export function cleanUpAtExit(cleanup: () => void): () => void {
  cleanups.add(cleanup)
  if (!listening) listen()
  return () => {
    cleanups.delete(cleanup)
  }
}

function listen(): void {
  listening = true
  process.on('exit', () => {
    for (const cleanup of [...cleanups].reverse()) cleanup()
  })
  const signals = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => process.exit(code))
}

/** Ends this process, with its cleanups, when the one that started it is gone: nobody then waits for it. */
export function endWithParent(): void {
  const parent = process.ppid
  setInterval(() => process.ppid === parent || process.exit(1), 1000).unref()
}

/**
 * Ends a process with everything it started.
 *
 * @param child was spawned with `detached: true` (everywhere but on Windows), so that it leads its group
 */
export function killTree(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32')
      execFileSync('taskkill', ['/pid', `${child.pid}`, '/T', '/F'], {stdio: 'ignore'})
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}
