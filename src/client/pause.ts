import * as vscode from 'vscode'

/** Whether Buy-In is silent in this window, until somebody resumes it. */
export interface Pause extends vscode.Disposable {
  readonly paused: boolean
  toggle(): void
  readonly onDidChange: vscode.Event<void>
}

export function createPause(): Pause {
  const changed = new vscode.EventEmitter<void>()
  let paused = false
  return {
    get paused() {
      return paused
    },
    toggle() {
      paused = !paused
      changed.fire()
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose()
  }
}
