import * as vscode from 'vscode'
import type {MessageTransports} from 'vscode-languageclient'

export interface ServerWorker {
  /** Between the language client and the worker. The reader closes when the worker has ended by itself. */
  readonly transports: MessageTransports
  /** Watches a lock that the worker holds for as long as it lives. */
  watch(lock: string): void
  /** Ends it, and says so to nobody. */
  terminate(): void
}

/**
 * Starts a language server in a web worker. What a worker throws and does not catch ends it, as it ends a process; when
 * the browser ends it, it says so to nobody, but the worker's locks are free then.
 * @param script address of the server's script
 */
export function startServerWorker(script: string): ServerWorker {
  // As transports of its own: where VS Code wraps `Worker`, the client does not know a bare one for what it is; and it
  // would stop for good at an error.
  const worker = new Worker(script)
  const closed = new vscode.EventEmitter<void>()
  const never = () => new vscode.Disposable(() => {})
  let live = true
  const terminate = () => {
    live = false
    worker.terminate()
  }
  const ended = () => {
    if (!live) return
    terminate()
    closed.fire()
  }
  worker.onerror = ended
  worker.onmessageerror = ended
  return {
    transports: {
      reader: {
        onClose: closed.event,
        onError: never,
        onPartialMessage: never,
        listen(callback) {
          worker.onmessage = ({data}) => callback(data)
          return never()
        },
        dispose: () => closed.dispose()
      },
      writer: {
        onClose: never,
        onError: never,
        write: async (message) => worker.postMessage(message),
        end() {},
        dispose() {}
      }
    },
    watch: (lock) => void navigator.locks.request(lock, ended),
    terminate
  }
}
