import * as vscode from 'vscode'
import {CloseAction, ErrorAction, type ErrorHandler} from 'vscode-languageclient'

/** So often within so many milliseconds, and the server is left alone: something kills it each time. */
const mostCrashes = 4
const window = 180_000

/**
 * What is done when the language server ends by itself: it is started anew, with the documents and settings of the
 * editor, and its user is told in one sentence.
 */
export function createErrorHandler(): ErrorHandler {
  let crashes: number[] = []
  return {
    // What could not be sent is logged, and no reason to give up: several such come before it is known that a server has
    // died, and a client that shuts down over them does not start it again.
    error: () => ({action: ErrorAction.Continue, handled: true}),
    closed() {
      const now = Date.now()
      crashes = [...crashes.filter((at) => now - at < window), now]
      const message =
        crashes.length <= mostCrashes
          ? 'Buy-In’s language server had stopped and was started again; your text and settings are as they were.'
          : `Buy-In’s language server stopped ${crashes.length} times within three minutes and is left alone until you start it again.`
      // The language client would only write it into its log.
      if (crashes.length <= mostCrashes) {
        void vscode.window.showInformationMessage(message)
        return {action: CloseAction.Restart, message, handled: true}
      }
      void vscode.window.showWarningMessage(message, 'Start Again').then((start) => {
        if (start) void vscode.commands.executeCommand('buyIn.restartServer')
      })
      return {action: CloseAction.DoNotRestart, message, handled: true}
    }
  }
}
