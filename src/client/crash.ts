import {CloseAction, ErrorAction, type ErrorHandler} from 'vscode-languageclient'

/** So often within so many milliseconds, and the server is left alone: something kills it each time. */
const mostCrashes = 4
const window = 180_000

/**
 * What is done when the language server ends by itself: it is started anew, with the documents and settings of the
 * editor, and its user is told in one sentence.
 */
export function createErrorHandler(now: () => number = Date.now): ErrorHandler {
  let crashes: number[] = []
  return {
    error: (_error, _message, count) => ({
      action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown
    }),
    closed() {
      crashes = [...crashes.filter((at) => now() - at < window), now()]
      if (crashes.length <= mostCrashes)
        return {
          action: CloseAction.Restart,
          message:
            'The part of Buy-In that reads proposals had stopped and was started again; your text and settings are as they were.'
        }
      return {
        action: CloseAction.DoNotRestart,
        message: `The part of Buy-In that reads proposals stopped ${crashes.length} times within three minutes; “Buy-In: Restart Server” starts it again.`
      }
    }
  }
}
